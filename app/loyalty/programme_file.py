"""The programme as a TOML file: read with the line and key of whatever is wrong, and written again."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from app.errors import ShopError
from app.loyalty.programme import (
    REWARD_KINDS,
    TIERS_BY,
    WEEKDAYS,
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
from app.loyalty.programme_lines import broken_line, line_of
from app.money import Money, NotMoney, decimals

MOST_TIMES, _TIMES_DECIMALS = 10, 3
_MOST = 10**9
_MOST_DAYS = 36_500
_MOST_MINUTES = _MOST_DAYS * 24 * 60
_PER = 10  # of the currency
_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")


class WrongProgramme(ShopError):
    """The file is no programme: at `line` (0 when unknown) `key` is wrong, as `why` says.

    `why` is one of `syntax`, `unknown`, `missing`, `money`, `number`, `text`, `date`, `hour`, `weekday`,
    `choice`, `multiplier`, `twice`, `both`.
    """


@dataclass(frozen=True, slots=True)
class _Table:
    """One table of the file while it is read; what nobody asked for is refused at the end."""

    name: str
    nth: int
    values: dict[str, Any]
    text: str
    currency: str
    is_rounded: bool

    def wrong(self, key: str, why: str) -> WrongProgramme:
        return WrongProgramme(
            line=line_of(self.text, self.name, self.nth, key), key=_key(self.name, key), why=why
        )

    def whole(self, key: str, usual: Any = None, *, least: int = 0, most: int = _MOST) -> Any:
        if key not in self.values:
            return usual
        value = self.values.pop(key)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self.wrong(key, "number")
        return value

    def needed(self, key: str, take: Callable[[str], Any]) -> Any:
        if key not in self.values:
            raise self.wrong(key, "missing")
        return take(key)

    def truth(self, key: str) -> bool:
        value = self.values.pop(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, "choice")
        return value

    def written(self, key: str, usual: str = "") -> str:
        value = self.values.pop(key, usual)
        if not isinstance(value, str):
            raise self.wrong(key, "text")
        return value.strip()

    def name_(self, key: str = "name") -> str:
        found = self.written(key)
        if not found:
            raise self.wrong(key, "missing")
        return found

    def money(self, key: str, usual: Any = 0, *, least: int = 0) -> Any:
        if key not in self.values:
            return usual
        said = self.values.pop(key)
        try:
            minor = Money.of(said, self.currency).minor
        except NotMoney as error:
            if not self.is_rounded:
                raise self.wrong(key, "money") from error
            minor = self._rounded(said)
        if self.is_rounded:
            minor = min(max(minor, least), _MOST)
        if not least <= minor <= _MOST:
            raise self.wrong(key, "money")
        return minor

    def _rounded(self, said: str) -> int:
        places = decimals(self.currency)
        return int(round(Decimal(said), places).scaleb(places))

    def decimal(self, key: str, usual: Decimal, why: str, most: int, places: int) -> Decimal:
        if key not in self.values:
            return usual
        value = self.values.pop(key)
        try:
            found = Decimal(value) if isinstance(value, str) else Decimal(int(value))
            fits = 0 < found <= most and found == round(found, places)
        except (InvalidOperation, TypeError, ValueError) as error:
            raise self.wrong(key, why) from error
        if not fits or isinstance(value, (bool, float)):
            raise self.wrong(key, why)
        return found

    def day(self, key: str) -> date | None:
        value = self.values.pop(key, None)
        try:
            return value if value is None or type(value) is date else date.fromisoformat(value)
        except (TypeError, ValueError) as error:
            raise self.wrong(key, "date") from error

    def hour(self, key: str) -> str:
        value = self.written(key)
        if value and not _HOUR.fullmatch(value):
            raise self.wrong(key, "hour")
        return value

    def names(self, key: str) -> tuple[str, ...]:
        value = self.values.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(key, "text")
        return tuple(one.strip() for one in value)

    def weekdays(self) -> tuple[str, ...]:
        value = self.values.pop("weekdays", [])
        if not isinstance(value, list):
            raise self.wrong("weekdays", "weekday")
        found = {_weekday(one) for one in value}
        if None in found:
            raise self.wrong("weekdays", "weekday")
        return tuple(day for day in WEEKDAYS if day in found)

    def choice(self, key: str, choices: Sequence[str], usual: str) -> str:
        value = self.written(key, usual)
        if value not in choices:
            raise self.wrong(key, "choice")
        return value

    def done(self) -> None:
        for key in self.values:
            raise self.wrong(key, "unknown")


def _weekday(value: Any) -> str | None:
    """`mon`, `Monday` or 1 is Monday."""
    if isinstance(value, int) and not isinstance(value, bool):
        return WEEKDAYS[value - 1] if 1 <= value <= len(WEEKDAYS) else None
    short = value.strip().casefold()[:3] if isinstance(value, str) else ""
    return short if short in WEEKDAYS else None


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
            value=points.decimal("value", Decimal("0.01"), "money", _MOST, 4),
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

    def _one(self, name: str) -> _Table:
        values = self._document.get(name, {})
        if not isinstance(values, dict):
            raise self._table(name, 0, {}).wrong("", "unknown")
        return self._table(name, 0, values)

    def _tables(self, name: str) -> Iterator[_Table]:
        values = self._document.get(name, [])
        if not isinstance(values, list) or not all(isinstance(one, dict) for one in values):
            raise self._table(name, 0, {}).wrong("", "unknown")
        for n, one in enumerate(values):
            yield self._table(name, n, one)

    def _named(self, name: str, read: Callable[[_Table], Any]) -> Iterator[Any]:
        taken = set()
        for table in self._tables(name):
            one = read(table)
            if one.name.casefold() in taken:
                raise table.wrong("name", "twice")
            taken.add(one.name.casefold())
            yield one

    def _table(self, name: str, nth: int, values: Mapping[str, Any]) -> _Table:
        return _Table(name, nth, dict(values), self._text, self._currency, self._is_rounded)

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


def _window(table: _Table, *, dated: bool) -> Window:
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


def _earn(table: _Table) -> Earn:
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


def _extra(table: _Table) -> Extra:
    found = Extra(
        points=table.needed("points", table.whole),
        item=table.written("item"),
        category=table.written("category"),
    )
    if bool(found.item) == bool(found.category):
        raise table.wrong("item", "both")
    table.done()
    return found


def _expiry(table: _Table) -> Expiry:
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


def _promotion(table: _Table) -> Promotion:
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


def _reward(table: _Table) -> Reward:
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


def _tier(table: _Table) -> Tier:
    found = Tier(
        name=table.name_(), at=table.needed("at", table.whole), benefit=table.written("benefit")
    )
    table.done()
    return found


def _stamps(table: _Table) -> StampDeal:
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


def _key(table: str, key: str) -> str:
    return ".".join(filter(None, (table, key)))
