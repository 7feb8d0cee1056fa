"""How many points a sale earns, and how many of them stay when a part of it comes back."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal

from app.loyalty.programme import Earn, Programme, Promotion


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a bill: so many thousandths of an item at `price`, with `discount` off the whole line."""

    name: str
    category: str = ""
    thousandths: int = 1000
    price: int = 0
    discount: int = 0

    @property
    def amount(self) -> int:
        """What the line costs in minor units, halves up."""
        return (2 * self.price * self.thousandths + 1000) // 2000 - self.discount


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """What is bought, as it is when points are reckoned: `base` minor units count for points."""

    total: int
    base: int
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The deal by which a sale earned: kept with it, so that a later refund is reckoned by the same.

    `base` is what earned when nothing had come back, `extra` what its items earned by the piece.
    """

    points: int = 0
    per: int = 1
    min_total: int = 0
    visit: int = 0
    extra: int = 0
    base: int = 0
    total: int = 0
    times: str = "1"
    bonus: int = 0
    promotion: str = ""
    most: int | None = None

    def earned(self, kept: int) -> int:
        """Points for a sale of which `kept` of `total` minor units stay; fractions are dropped."""
        if (kept <= 0 and self.total) or kept < self.min_total:
            return 0
        part, of = (kept, self.total) if self.total else (1, 1)
        points = self.base * part * self.points // (self.per * of)
        points += self.extra * part // of + self.visit
        points = int(points * Decimal(self.times)) + self.bonus
        return points if self.most is None else min(points, self.most)

    def text(self) -> str:
        """As the book keeps it: only what is not usual."""
        said = {one.name: (getattr(self, one.name), one.default) for one in fields(self)}
        return json.dumps({name: now for name, (now, usual) in said.items() if now != usual})


def terms_of(text: str) -> Terms:
    return Terms(**json.loads(text))


def terms(
    programme: Programme, bill: Bill, *, on: date, hour: str, most: int | None = None
) -> Terms:
    """The best deal that the programme offers for a bill at that time; at most `most` points of it."""
    earn = programme.earn
    if not earn.window.holds(on, hour):
        return Terms(total=bill.total, most=most)
    plain = Terms(
        points=earn.points,
        per=earn.per,
        min_total=earn.min_total,
        visit=earn.visit,
        extra=_extra(programme, bill.lines),
        base=_base(earn, bill),
        total=bill.total,
        most=most,
    )
    running = [p for p in programme.promotions if p.window.holds(on, hour)]
    offers = [plain, *(_with(plain, promotion) for promotion in running)]
    return max(offers, key=lambda offer: offer.earned(bill.total))


def _with(plain: Terms, promotion: Promotion) -> Terms:
    return replace(
        plain,
        times=f"{promotion.multiplier:f}",
        bonus=promotion.bonus,
        promotion=promotion.name,
    )


def _sum(lines: Iterable[Line]) -> int:
    return sum(line.amount for line in lines)


def _base(earn: Earn, bill: Bill) -> int:
    """The part of the bill that earns; what is excluded by its name or category does not.

    Lines without prices say nothing of parts: then all of it earns, or nothing when all are excluded.
    """
    excluded = {word.casefold() for word in earn.exclude}
    out = [
        line for line in bill.lines if {line.name.casefold(), line.category.casefold()} & excluded
    ]
    whole = _sum(bill.lines)
    if whole:
        return bill.base * (whole - _sum(out)) // whole
    return 0 if out and len(out) == len(bill.lines) else bill.base


def _extra(programme: Programme, lines: Sequence[Line]) -> int:
    """Points by the piece; half a piece earns nothing more."""
    return sum(
        extra.points * (line.thousandths // 1000)
        for extra in programme.extras
        for line in lines
        if _is_meant(extra.item, line.name) or _is_meant(extra.category, line.category)
    )


def _is_meant(wanted: str, name: str) -> bool:
    return bool(wanted) and wanted.casefold() == name.casefold()
