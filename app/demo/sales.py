"""What the invented people of the demo shop bought: a year of visits, each person by a rhythm of her own."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import count
from typing import TypeVar
from zoneinfo import ZoneInfo

from app.clock import stamp
from app.demo.points import deal_of
from app.keeping.history import Change, StepId
from app.keeping.uids import new_uids
from app.loyalty import rhythm
from app.loyalty.earning import Line, written
from app.loyalty.sales import SALE
from app.money import decimals
from app.shop import Shop

MOST_BUYERS = 8_000
"""In a very large demo shop no others are known to the till, so that it is filled in seconds."""
YEAR = 365
# (how many of a hundred, her usual gap in days): by eye, from nobody's real till.
_RHYTHMS = ((14, 4), (22, 7), (18, 11), (16, 16), (14, 30), (16, 55))
# (how many of a hundred, how many of her own gaps she has been away for)
_AWAY = ((84, (0.1, 1.2)), (8, (2.3, 5.0)), (8, (9.0, 24.0)))
_FIRST_TIMERS = 0.12
# What a sale of 100 crowns costs elsewhere, roughly.
_PRICES = {"CZK": 100, "DKK": 30, "EUR": 4, "GBP": 4, "ILS": 16, "KZT": 2000}
_OPENS, _OPEN_FOR = time(7), timedelta(hours=11)
_WEEKS_WITH_ITEMS = 13
# Numbers without a common factor, by which tastes go round among people and sales.
_STRIDE, _TASTES = 7, 4

Choice = TypeVar("Choice")
Visit = tuple[int, date]
"""The customer, and the day she came."""

_INSERT = (
    "INSERT INTO sales (id, uid, customer, at, day, by, source, receipt, currency, total, coupon_off,"
    " points_off, card_paid, paid, points_spent, terms, lines)"
    " VALUES (?, ?, ?, ?, ?, '', 'counter', NULL, ?, ?, 0, 0, 0, ?, 0, ?, ?)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wares:
    """What the invented shop sells, and the seed of who takes what."""

    goods: Sequence[str]
    seed: int


def usual_price(currency: str) -> int:
    """What a usual sale costs there, in minor units."""
    return _PRICES.get(currency, 4) * int(10 ** decimals(currency))


def add_sales(shop: Shop, step: StepId, ids: Sequence[int], on: date, wares: Wares) -> None:
    """Sales of a year up to `on` to these customers, within the caller's transaction and step."""
    chance = random.Random(wares.seed)  # noqa: S311 - invented sales need no secret
    visits = list(_visits(chance, ids, on))
    settings = shop.settings.read()
    price = usual_price(settings.currency)
    zone, now = ZoneInfo(settings.zone), shop.book.now()
    uids = new_uids(shop.book.now(), len(visits))
    first = 1 + (shop.book.value("SELECT max(id) FROM sales") or 0)
    lately = on - timedelta(weeks=_WEEKS_WITH_ITEMS)
    shop.book.connection.executemany(
        _INSERT,
        (
            (
                number,
                uid,
                who,
                _at(chance, day, zone, now),
                day.isoformat(),
                settings.currency,
                cost,
                cost,
                deal_of(settings.currency, day, cost, on),
                written(_lines(wares, number, who, cost) if day >= lately else ()),
            )
            for number, uid, (who, day) in zip(count(first), uids, visits, strict=False)
            for cost in (round(price * chance.triangular(0.3, 4, 1)),)
        ),
    )
    done = Change(kind=SALE, subject=0, before={"stands": False}, after={"stands": True})
    shop.history.tell_of_all(step, done, range(first, first + len(visits)))
    rhythm.rebuild(shop.book)


def _lines(wares: Wares, sale: int, who: int, total: int) -> Iterator[Line]:
    """What stood on the bills of the last weeks: one or two things, most of them what she likes."""
    likes, n = who * _STRIDE + wares.seed, len(wares.goods)
    first, second = wares.goods[likes % n], wares.goods[(likes + 1 + sale % _TASTES) % n]
    half = total // 2 if sale % _TASTES else total
    yield Line(name=first, price=half)
    if half < total:
        yield Line(name=second, price=total - half)


def _visits(chance: random.Random, ids: Sequence[int], on: date) -> Iterator[Visit]:
    for who in ids[:MOST_BUYERS]:
        gap = _one_of(chance, _RHYTHMS)
        if chance.random() < _FIRST_TIMERS:
            yield who, on - timedelta(days=chance.randint(0, YEAR // 2))
            continue
        ago = gap * chance.uniform(*_one_of(chance, _AWAY))
        while ago <= YEAR:
            yield who, on - timedelta(days=int(ago))
            ago += max(1.0, chance.gauss(gap, gap / 4))


def _one_of(chance: random.Random, shares: Sequence[tuple[int, Choice]]) -> Choice:
    (found,) = chance.choices([one for _, one in shares], [share for share, _ in shares])
    return found


def _at(chance: random.Random, day: date, zone: ZoneInfo, now: datetime) -> str:
    """Some time while the shop was open, of today only what is over."""
    opening, share = _opening(day, zone), chance.random()
    closing = opening + _OPEN_FOR
    return stamp(min(now, opening + (min(closing, max(now, opening)) - opening) * share))


@cache
def _opening(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, _OPENS, zone).astimezone(UTC)
