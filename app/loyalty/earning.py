"""How many points a sale earns, and how many of them stay when a part of it comes back."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

from app.keeping.database import as_json
from app.loyalty.programme import Earn, Programme, Promotion
from app.values import value

ONE = 1000
"""Thousandths of a piece."""
_ONCE = "1"


@value
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


def written(lines: Iterable[Line]) -> str:
    """Lines as the book keeps them with their bill."""
    return as_json(
        [[one.name, one.category, one.thousandths, one.price, one.discount] for one in lines]
    )


@value
class Bill:
    """What is bought, as it is when points are reckoned: `base` minor units count for points."""

    total: int
    base: int
    lines: tuple[Line, ...] = ()


@value
class Terms:
    """The deal by which a sale earned: kept with it, so that a later refund is reckoned by the same.

    `base` is what earned when nothing had come back, `extra` what its items earned by the piece. `free`
    are the lines (by their positions) that earn nothing, `pieces` what a piece of each line earns more.
    """

    points: int = 0
    per: int = 1
    min_total: int = 0
    visit: int = 0
    extra: int = 0
    base: int = 0
    total: int = 0
    times: str = _ONCE
    bonus: int = 0
    promotion: str = ""
    most: int | None = None
    free: Sequence[int] = ()
    pieces: Sequence[int] = ()

    def without(self, lines: Sequence[Line], back: Mapping[int, int]) -> "Terms":
        """The deal for what stays when `back` thousandths of the lines have come back."""
        whole = _sum(lines)
        if not back or not whole or not (self.free or self.pieces):
            return self
        gone = {n: lines[n].amount * count // lines[n].thousandths for n, count in back.items()}
        earning = whole - sum(lines[n].amount for n in self.free)
        stays = earning - sum(amount for n, amount in gone.items() if n not in self.free)
        extra = sum(
            points * ((line.thousandths - back.get(n, 0)) // ONE)
            for n, (points, line) in enumerate(zip(self.pieces, lines, strict=False))
        )
        return replace(
            self,
            total=max(1, self.total * (whole - sum(gone.values())) // whole),
            base=self.base * stays // max(earning, 1),
            extra=extra,
        )

    def earned(self, kept: int) -> int:
        """Points for a sale of which `kept` of `total` minor units stay; fractions are dropped."""
        if (kept <= 0 and self.total) or kept < self.min_total:
            return 0
        part, of = (min(kept, self.total), self.total) if self.total else (1, 1)
        points = self.base * part * self.points // (self.per * of)
        points += self.extra * part // of + self.visit
        if self.times != _ONCE:
            points = int(points * Decimal(self.times))
        points += self.bonus
        return points if self.most is None else min(points, self.most)

    def text(self) -> str:
        """As the book keeps it: only what is not usual."""
        return as_json(
            {name: said for name, usual in _USUAL if (said := getattr(self, name)) != usual}
        )


_USUAL = tuple((one.name, one.default) for one in fields(Terms))


def terms_of(text: str) -> Terms:
    return Terms(**json.loads(text))


def terms(
    programme: Programme, bill: Bill, *, on: date, hour: str, most: int | None = None
) -> Terms:
    """The best deal that the programme offers for a bill at that time; at most `most` points of it."""
    earn = programme.earn
    if not earn.window.holds(on, hour):
        return Terms(total=bill.total, most=most)
    pieces = _pieces(programme, bill.lines)
    free = _free(earn, bill.lines)
    plain = Terms(
        points=earn.points,
        per=earn.per,
        min_total=earn.min_total,
        visit=earn.visit,
        extra=sum(
            points * (line.thousandths // ONE)
            for points, line in zip(pieces, bill.lines, strict=False)
        ),
        base=_base(bill, free),
        free=free,
        pieces=pieces,
        total=bill.total,
        most=most,
    )
    running = [p for p in programme.promotions if p.window.holds(on, hour)]
    if not running:
        return plain
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


def _base(bill: Bill, free: Sequence[int]) -> int:
    """The part of the bill that earns; its lines that are `free` do not.

    Lines without prices say nothing of parts: then all of it earns, or nothing when all are excluded.
    """
    whole = _sum(bill.lines) if free else 0
    if whole:
        return bill.base * (whole - sum(bill.lines[n].amount for n in free)) // whole
    return 0 if free and len(free) == len(bill.lines) else bill.base


def _free(earn: Earn, lines: Sequence[Line]) -> Sequence[int]:
    """The places of the lines that are excluded by their name or category."""
    if not earn.exclude:
        return ()
    excluded = {word.casefold() for word in earn.exclude}
    found = [
        n
        for n, line in enumerate(lines)
        if {line.name.casefold(), line.category.casefold()} & excluded
    ]
    return found or ()


def _pieces(programme: Programme, lines: Sequence[Line]) -> Sequence[int]:
    """What a piece of each line earns more, if any does."""
    found = [_extra(programme, line) for line in lines] if programme.extras else ()
    return found if any(found) else ()


def _extra(programme: Programme, line: Line) -> int:
    """What a piece earns more; half a piece earns nothing more."""
    return sum(
        extra.points
        for extra in programme.extras
        if _is_meant(extra.item, line.name) or _is_meant(extra.category, line.category)
    )


def _is_meant(wanted: str, name: str) -> bool:
    return bool(wanted) and wanted.casefold() == name.casefold()
