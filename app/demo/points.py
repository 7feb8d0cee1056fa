"""The loyalty programme of the demo shop, and the points that its people earned since it began."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from app.keeping.history import StepId
from app.keeping.uids import new_uids
from app.loyalty.earning import Terms, terms_of
from app.loyalty.points import Movement
from app.loyalty.programme import Earn, Expiry, Programme, Reward, StampDeal, Tier
from app.money import decimals
from app.shop import Shop

BEGAN = timedelta(days=91)
"""The programme is that old."""
_PRICES = (50, 120, 300, 400)
_GOLD = 300
_RETURN = 20  # what points pay is one part of so many of what they were earned by
_EXPIRY = Expiry(months=12, end_of_month=True)
# So many points for so many whole units.
_DEALS = {
    "CZK": (1, 10),
    "DKK": (1, 3),
    "EUR": (5, 2),
    "GBP": (5, 2),
    "ILS": (1, 2),
    "KZT": (1, 200),
}
_GIVEN = 20  # rewards given out lately


_NO_DEAL = Terms().text()


def deal_of(currency: str, day: date, cost: int, on: date) -> str:
    """The deal of a sale of `cost` minor units, as it is kept: nothing before the programme began."""
    if day < on - BEGAN:
        return _NO_DEAL
    points, per = _deal(currency)
    return Terms(points=points, per=per, base=cost, total=cost).text()


def add_points(shop: Shop, step: StepId, facts: Mapping[str, Any], on: date) -> None:
    """Sets the programme up and gives what the sales since its beginning earned, within the caller's step."""
    settings = shop.settings.read()
    programme = _programme(facts, settings.currency)
    shop.till.programmes.enter(step, programme)
    sales = shop.book.execute(
        "SELECT id, customer, at, day, total, terms FROM sales WHERE day >= ? ORDER BY id",
        ((on - BEGAN).isoformat(),),
    ).fetchall()
    earned = [(row, points) for row in sales if (points := _earned(row))]
    _write(shop, earned)
    _give(shop, step, programme, [row["customer"] for row, _ in earned])


def _programme(facts: Mapping[str, Any], currency: str) -> Programme:
    name, reward = facts["stamp_card"]
    points, per = _deal(currency)
    return Programme(
        earn=Earn(points=points, per=per),
        value=Decimal(per).scaleb(-decimals(currency)) / points / _RETURN,
        expiry=_EXPIRY,
        rewards=tuple(
            Reward(name=one, points=points, kind="item", text=one)
            for one, points in zip(facts["rewards"], _PRICES, strict=True)
        ),
        tiers=(Tier(name=facts["tier"], at=_GOLD),),
        stamps=StampDeal(name=name, goal=10, reward=reward),
    )


def _deal(currency: str) -> tuple[int, int]:
    """Points, and the minor units that they are given for."""
    points, whole = _DEALS.get(currency, (1, 1))
    return points, whole * int(10 ** decimals(currency))


def _earned(row: Any) -> int:
    return terms_of(row["terms"]).earned(row["total"])


def _write(shop: Shop, earned: Sequence[tuple[Any, int]]) -> None:
    """Lots without a word in the history: when the demo is taken back, nobody is left to have them."""
    first = 1 + (shop.book.value("SELECT max(id) FROM points_entries") or 0)
    uids = new_uids(shop.book.now(), len(earned))
    rows = [
        (first + n, row["customer"], row["at"], row["day"], points, row["id"], uids[n])
        for n, (row, points) in enumerate(earned)
    ]
    shop.book.connection.executemany(
        "INSERT INTO points_entries (id, uid, customer, at, day, by, kind, points, lifetime,"
        " expires, sale, reason, left) VALUES (?, ?, ?, ?, ?, '', 'earn', ?, ?, ?, ?, '', ?)",
        [
            (number, uid, who, at, day, points, points, _last(day), sale, points)
            for number, who, at, day, points, sale, uid in rows
        ],
    )


@cache
def _last(day: str) -> str:
    last = _EXPIRY.of(date.fromisoformat(day))
    return last.isoformat() if last else ""


def _give(shop: Shop, step: StepId, programme: Programme, people: Iterable[int]) -> None:
    """A few of those who had enough were given something; some have stamps."""
    now, till = shop.moment(), shop.till
    for n, who in enumerate(list(dict.fromkeys(people))[: 2 * _GIVEN]):
        points = till.points.available(who, now.day)
        rewards = till.members.can_have(programme, points)
        if rewards and n % 2:
            cheapest = rewards[-1]
            given = Movement(
                customer=who, kind="reward", points=-cheapest.points, reason=cheapest.name
            )
            till.points.take(step, given, now)
        if programme.stamps:
            till.stamps.enter(step, who, programme.stamps, now, stamps=1 + n % 7)
