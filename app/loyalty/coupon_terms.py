"""The deal of a coupon, frozen when it is issued, and what it takes off a bill."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal, Self

from app.errors import ShopError
from app.people.folding import fold
from app.values import value

CouponKind = Literal["percent", "amount", "item", "bundle"]
KINDS: Sequence[CouponKind] = ("percent", "amount", "item", "bundle")
WHOLE = 10_000
"""A whole in hundredths of a percent."""
ONE = 1_000
"""One piece in thousandths."""

_WEEKDAYS = frozenset(range(1, 8))
_HOUR = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class NotTerms(ShopError):
    """No coupon can have this `value` as its `field`."""


@value
class BillLine:
    """`thousandths` of pieces of `item`; `amount` is what all of them cost after the line's own discount."""

    item: str
    amount: int
    thousandths: int = ONE
    category: str = ""


@value
class Bill:
    """A bill before coupons, in minor units; without `lines` only its total is known."""

    total: int
    lines: Sequence[BillLine] = ()


@value
class Terms:
    """What a coupon gives, and when. Raises `NotTerms`.

    `value` is hundredths of a percent, minor units of money, or for a free `item` how many pieces.
    With an `item` (a name or a category) percent and amount are taken off that alone. Both days of
    validity and both hours are part of it; `weekdays` are 1 for Monday to 7, none for all. `None`
    uses are any number.
    """

    kind: CouponKind
    value: int = 0
    item: str = ""
    buy: int = 0
    get: int = 0
    cap: int | None = None
    min_total: int = 0
    valid_from: date | None = None
    valid_to: date | None = None
    weekdays: frozenset[int] = frozenset()
    from_hour: str | None = None
    to_hour: str | None = None
    uses: int | None = 1
    uses_per_customer: int | None = None

    def __post_init__(self) -> None:
        for field, is_right in _rules(self):
            if not is_right:
                raise NotTerms(field=field, value=getattr(self, field))

    def lasting(self, days: int | None, issued: date) -> Self:
        """The same, good until `days` after the day it is issued, or as it stands for None.

        Raises `NotTerms`.
        """
        if days is None:
            return self
        if days < 0:
            raise NotTerms(field="valid_to", value=days)
        return replace(self, valid_to=issued + timedelta(days=days))

    def tells_money(self) -> bool:
        """Whether it depends on the money that the shop has."""
        return self.kind == "amount" or self.cap is not None or self.min_total > 0

    def is_open_at(self, hour: str) -> bool:
        """Whether `hour` ("HH:MM") lies within the hours, which may run past midnight."""
        first, last = self.from_hour or "00:00", self.to_hour or "23:59"
        return first <= hour <= last if first <= last else hour >= first or hour <= last

    def lines_meant(self, bill: Bill) -> list[BillLine]:
        """The lines of `bill` that the coupon is for, by name or category."""
        wanted = fold(self.item).strip()
        return [
            line
            for line in bill.lines
            if not wanted or wanted in {fold(line.item).strip(), fold(line.category).strip()}
        ]


def discount(terms: Terms, bill: Bill) -> int:
    """What `terms` take off `bill`, in minor units: never more than the bill or the cap."""
    off = _OFF[terms.kind](terms, bill)
    caps = [bill.total] if terms.cap is None else [bill.total, terms.cap]
    return max(0, min(off, *caps))


def bundle_set(terms: Terms) -> int:
    """How many pieces on the bill make one set of a bundle.

    Of every three one is free: "buy 3 get 1" makes 25 of 75 free, and 2 are none. Where as many are
    given as are bought, those cannot be among the bought: a pair makes a set of "buy 1 get 1".
    """
    return terms.buy if terms.get < terms.buy else terms.buy + terms.get


def free_pieces(terms: Terms, pieces: int) -> int:
    """How many of `pieces` on the bill a bundle makes free: whole sets count."""
    return pieces // bundle_set(terms) * terms.get


def pieces_of(lines: Iterable[BillLine]) -> int:
    return sum(line.thousandths for line in lines) // ONE


def part(amount: int, times: int, of: int) -> int:
    """`amount` x `times` / `of`, rounded half up, in whole numbers throughout."""
    return (2 * amount * times + of) // (2 * of)


def _percent(terms: Terms, bill: Bill) -> int:
    return part(_basis(terms, bill), terms.value, WHOLE)


def _amount(terms: Terms, bill: Bill) -> int:
    return min(terms.value, _basis(terms, bill))


def _item(terms: Terms, bill: Bill) -> int:
    return _cheapest(terms.lines_meant(bill), terms.value)


def _bundle(terms: Terms, bill: Bill) -> int:
    lines = terms.lines_meant(bill)
    return _cheapest(lines, free_pieces(terms, pieces_of(lines)))


_OFF = {"percent": _percent, "amount": _amount, "item": _item, "bundle": _bundle}


def _basis(terms: Terms, bill: Bill) -> int:
    if not terms.item:
        return bill.total
    return sum(line.amount for line in terms.lines_meant(bill))


def _cheapest(lines: Iterable[BillLine], pieces: int) -> int:
    """What the cheapest `pieces` of `lines` cost."""
    left, off = pieces * ONE, 0
    costing = [line for line in lines if line.amount > 0]
    for line in sorted(costing, key=lambda one: part(one.amount, ONE, one.thousandths)):
        taken = min(left, line.thousandths)
        off += part(line.amount, taken, line.thousandths)
        left -= taken
    return off


def _rules(terms: Terms) -> Iterable[tuple[str, bool]]:
    is_money = terms.kind in {"percent", "amount"}
    is_bundle = terms.kind == "bundle"
    yield "kind", terms.kind in KINDS
    yield "value", terms.value > 0 or (is_bundle and terms.value == 0)
    yield "value", terms.kind != "percent" or terms.value <= WHOLE
    yield "item", is_money or is_bundle or bool(terms.item.strip())
    yield "buy", terms.buy > 0 if is_bundle else terms.buy == 0
    yield "get", terms.get > 0 if is_bundle else terms.get == 0
    yield "cap", terms.cap is None or terms.cap > 0
    yield "min_total", terms.min_total >= 0
    yield (
        "valid_to",
        not (terms.valid_from and terms.valid_to) or terms.valid_from <= terms.valid_to,
    )
    yield "weekdays", terms.weekdays <= _WEEKDAYS
    yield "from_hour", terms.from_hour is None or bool(_HOUR.fullmatch(terms.from_hour))
    yield "to_hour", terms.to_hour is None or bool(_HOUR.fullmatch(terms.to_hour))
    yield "uses", terms.uses is None or terms.uses > 0
    yield "uses_per_customer", terms.uses_per_customer is None or terms.uses_per_customer > 0
