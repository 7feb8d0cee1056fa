"""Sheets of coupons: what the shop gives, a line by hand, and a code that any scanner reads."""

from collections.abc import Sequence
from functools import partial
from typing import BinaryIO

from app.loyalty.codes import grouped
from app.progress import Report, unheard
from reports.codes import bars_within, qr
from reports.designed import draw_designed
from reports.dress import Wearing
from reports.field import (
    ACCENT,
    BOLD,
    INK2,
    TINT,
    WHITE,
    Field,
    Written,
    touching,
)
from reports.handed_out import Draw, Made, draw_alone, draw_sheets
from reports.papers import Paper
from reports.promise import Promise
from reports.sheet import Imprint

_IMPRINT = Imprint()
PAPER = touching("coupons", (96.0, 66.0), 2, 4)

_SHOP = Written(largest=10.5, fonts=BOLD)
_OFFER = Written(largest=27.0, tiny=9.0, colour=ACCENT, fonts=BOLD, leading=1.12, sits=0.45)
_CONDITION = Written(largest=8.5, tiny=5.0, colour=INK2, leading=1.3, sits=0.0)
_CODE = Written(largest=9.5, tiny=4.5, fonts=BOLD, align="middle")
_VALID = Written(largest=7.5, tiny=5.0, colour=INK2, leading=1.3, align="middle")
_MODULE = 0.254  # millimetres of a thin bar: three dots of a printer of 300 dots an inch
_STUB, _EDGE, _AIR = 33.0, 6.0, 4.0  # the part with the code; the margin; between both parts
_QR = 26.1  # with its quiet zone: modules of 0.9 mm for a code that was drawn


def draw_coupons(
    coupons: Sequence[Promise],
    to: BinaryIO,
    report: Report = unheard,
    *,
    wearing: Wearing | None = None,
    paper: Paper = PAPER,
    imprint: Imprint = _IMPRINT,
) -> None:
    """Write sheets, usually of A4 with eight coupons, and marks to cut by. Raises `TextTooLong`."""
    draw_sheets(coupons, Made(paper, drawn_in(wearing)), to, report, imprint=imprint)


def preview_coupon(facts: Promise, wearing: Wearing | None = None, paper: Paper = PAPER) -> bytes:
    """One coupon as a page of its own size. Raises `TextTooLong`."""
    return draw_alone(facts, Made(paper, drawn_in(wearing)))


def drawn_in(wearing: Wearing | None) -> Draw[Promise]:
    """How one is drawn in a design; without one as plainly as ever."""
    return partial(draw_designed, wearing=wearing) if wearing else _draw


def _draw(one: Field, facts: Promise) -> None:
    _deal(one, facts, one.size[0] - _EDGE - _STUB - _AIR - _EDGE)
    _stub(one, facts)


def _deal(one: Field, facts: Promise, wide: float) -> None:
    if facts.shop:
        one.mark(facts.shop, (_EDGE, _EDGE), 7.0)
        one.text(facts.shop, (_EDGE + 9.5, _EDGE), (wide - 9.5, 7.0), _SHOP)
    one.text(facts.offer, (_EDGE, 15.0), (wide, 13.0 if facts.conditions else 19.0), _OFFER)
    if facts.conditions:
        one.text(" · ".join(facts.conditions), (_EDGE, 28.5), (wide, 7.5), _CONDITION)
    one.hand(facts.line, (_EDGE, 36.0), (wide, 13.5), facts.style, facts.seed)
    fitting = bars_within(facts.code, _MODULE, wide)
    if fitting:
        symbol, module = fitting
        one.symbol(symbol, (_EDGE - 2.54, 51.5), (symbol.wide * module, 8.5))


def _stub(one: Field, facts: Promise) -> None:
    left = one.size[0] - _EDGE - _STUB
    high = one.size[1] - 2 * _EDGE
    one.box((left, _EDGE), (_STUB, high), TINT, radius=3.0)
    inset = (_STUB - _QR) / 2
    one.box((left + inset, _EDGE + inset), (_QR, _QR), WHITE, radius=1.5)
    one.symbol(qr(facts.code), (left + inset, _EDGE + inset), (_QR, _QR))
    below = _EDGE + inset + _QR
    one.text(grouped(facts.code), (left + 2.0, below + 1.0), (_STUB - 4.0, 6.5), _CODE)
    if facts.validity:
        one.text(
            facts.validity,
            (left + 2.5, below + 8.0),
            (_STUB - 5.0, high + _EDGE - below - 9.5),
            _VALID,
        )
