"""The programme as a TOML file: read with the line and key of whatever is wrong."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from app.loyalty.programme import (
    REWARD_KINDS,
    TIERS_BY,
    Earn,
    Expiry,
    Extra,
    Programme,
    Promotion,
    Reward,
    StampDeal,
    Tier,
    Window,
)
from app.loyalty.programme_lines import broken_line
from app.loyalty.programme_table import MOST, Table, WrongProgramme
from app.money import Money

MOST_TIMES, _TIMES_DECIMALS = 10, 3
_MOST_DAYS = 36_500
_MOST_MINUTES = _MOST_DAYS * 24 * 60
_PER = 10  # of the currency


def read_programme(text: str, currency: str, *, is_rounded: bool = False) -> Programme:
    """The programme in `text`. Raises `WrongProgramme` for the first thing that is wrong.

    With `is_rounded` its amounts may be of a currency with smaller coins, and become what comes closest.
    """
    try:
        document = tomllib.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:  # no TOML, or a number or a nesting without end
        raise WrongProgramme(line=broken_line(text, error), key="", why="syntax") from error
    return _Reader(document, text, currency, is_rounded=is_rounded).programme()


class _Reader:
    def __init__(
        self, document: dict[str, Any], text: str, currency: str, *, is_rounded: bool
    ) -> None:
        self._document, self._text, self._currency = document, text, currency
        self._is_rounded = is_rounded

    def programme(self) -> Programme:
        tiers_table = self._one("tiers")
        points = self._one("points")
        found = Programme(
            earn=_earn(self._one("earn")),
            extras=tuple(_extra(one) for one in self._tables("extra")),
            expiry=_expiry(self._one("expiry")),
            value=points.decimal("value", Decimal("0.01"), "money", MOST, 4),
            promotions=tuple(_promotion(one) for one in self._tables("promotion")),
            rewards=tuple(self._named("reward", _reward)),
            tiers=tuple(sorted(self._named("tier", _tier), key=lambda tier: tier.at)),
            tiers_by=tiers_table.choice("by", TIERS_BY, TIERS_BY[0]),
            grace_days=tiers_table.whole("grace_days", 0, most=_MOST_DAYS),
            stamps=_stamps(self._one("stamps")) if "stamps" in self._document else None,
        )
        tiers_table.done()
        points.done()
        self._nothing_else()
        return found

    def _one(self, name: str) -> Table:
        values = self._document.get(name, {})
        if not isinstance(values, dict):
            raise self._table(name, 0, {}).wrong("", "unknown")
        return self._table(name, 0, values)

    def _tables(self, name: str) -> Iterator[Table]:
        values = self._document.get(name, [])
        if not isinstance(values, list) or not all(isinstance(one, dict) for one in values):
            raise self._table(name, 0, {}).wrong("", "unknown")
        for n, one in enumerate(values):
            yield self._table(name, n, one)

    def _named(self, name: str, read: Callable[[Table], Any]) -> Iterator[Any]:
        taken = set()
        for table in self._tables(name):
            one = read(table)
            if one.name.casefold() in taken:
                raise table.wrong("name", "twice")
            taken.add(one.name.casefold())
            yield one

    def _table(self, name: str, nth: int, values: Mapping[str, Any]) -> Table:
        return Table(name, nth, dict(values), self._text, self._currency, self._is_rounded)

    def _nothing_else(self) -> None:
        known = {
            "earn",
            "extra",
            "expiry",
            "points",
            "promotion",
            "reward",
            "tier",
            "tiers",
            "stamps",
        }
        for name in self._document.keys() - known:
            raise self._table(name, 0, {}).wrong("", "unknown")


def _window(table: Table, *, dated: bool) -> Window:
    starts, ends = (table.day("from"), table.day("to")) if dated else (None, None)
    if starts and ends and ends < starts:
        raise table.wrong("to", "date")
    names = ("from_hour", "to_hour")
    hours = [table.hour(name) for name in names]
    return Window(
        starts=starts,
        ends=ends,
        weekdays=table.weekdays(),
        from_hour=hours[0],
        to_hour=hours[1],
    )


def _earn(table: Table) -> Earn:
    found = Earn(
        points=table.whole("points", 1),
        per=table.money("per", Money.of(_PER, table.currency).minor, least=1),
        min_total=table.money("min_total"),
        on_points_paid=table.truth("on_points_paid"),
        on_gift_card=table.truth("on_gift_card"),
        visit=table.whole("visit", 0),
        signup=table.whole("signup", 0),
        birthday=table.whole("birthday", 0),
        daily_limit=table.whole("daily_limit"),
        exclude=table.names("exclude"),
        window=_window(table, dated=False),
    )
    table.done()
    return found


def _extra(table: Table) -> Extra:
    found = Extra(
        points=table.needed("points", table.whole),
        item=table.written("item"),
        category=table.written("category"),
    )
    if bool(found.item) == bool(found.category):
        raise table.wrong("item", "both")
    table.done()
    return found


def _expiry(table: Table) -> Expiry:
    found = Expiry(
        days=table.whole("days", least=1, most=_MOST_DAYS),
        months=table.whole("months", least=1, most=_MOST_DAYS // 31),
        end_of_month=table.truth("end_of_month"),
        inactivity_days=table.whole("inactivity_days", least=1, most=_MOST_DAYS),
    )
    if found.days and found.months:
        raise table.wrong("months", "both")
    table.done()
    return found


def _promotion(table: Table) -> Promotion:
    is_multiplied = "multiplier" in table.values
    if is_multiplied == ("bonus" in table.values):
        raise table.wrong("multiplier", "both" if is_multiplied else "missing")
    found = Promotion(
        name=table.name_(),
        multiplier=table.decimal(
            "multiplier", Decimal(1), "multiplier", MOST_TIMES, _TIMES_DECIMALS
        ),
        bonus=table.whole("bonus", 0, least=1),
        window=_window(table, dated=True),
    )
    table.done()
    return found


def _reward(table: Table) -> Reward:
    kind = table.choice("kind", REWARD_KINDS, "text")
    value, text = 0, ""
    if kind == "amount":
        value = table.needed("value", lambda key: table.money(key, least=1))
    elif kind == "percent":
        if "value" not in table.values:
            raise table.wrong("value", "missing")
        value = int(table.decimal("value", Decimal(0), "number", 100, 2) * 100)
    else:
        text = table.written("value")
    found = Reward(
        name=table.name_(),
        points=table.needed("points", lambda key: table.whole(key, least=1)),
        kind=kind,
        value=value,
        text=text,
        cap=table.money("cap", None, least=1),
        pack=table.whole("pack", 1, least=1),
    )
    table.done()
    return found


def _tier(table: Table) -> Tier:
    found = Tier(
        name=table.name_(), at=table.needed("at", table.whole), benefit=table.written("benefit")
    )
    table.done()
    return found


def _stamps(table: Table) -> StampDeal:
    found = StampDeal(
        name=table.written("name"),
        goal=table.whole("goal", 10, least=1),
        reward=table.written("reward"),
        head_start=table.whole("head_start", 0),
        interim_at=table.whole("interim_at", least=1),
        interim=table.written("interim"),
        minutes_between=table.whole("minutes_between", 0, most=_MOST_MINUTES),
    )
    if found.head_start >= found.goal:
        raise table.wrong("head_start", "number")
    table.done()
    return found
