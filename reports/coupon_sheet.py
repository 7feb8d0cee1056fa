"""Sheets of coupons, vouchers and gift cards in a design, with marks to cut them out by."""

from collections.abc import Sequence
from functools import partial
from typing import BinaryIO

from app.progress import Report, unheard
from reports.designed import draw_designed, draw_ground
from reports.dress import Wearing
from reports.field import touching
from reports.handed_out import Made, draw_alone, draw_sheets
from reports.papers import PAGES, Paper
from reports.promise import Promise
from reports.sheet import Imprint

_IMPRINT = Imprint()
PAPER = touching("coupons", (96.0, 66.0), 2, 4)
LETTER = touching("coupons", (96.0, 66.0), 2, 4, PAGES["Letter"])


def draw_promises(
    promises: Sequence[Promise],
    to: BinaryIO,
    report: Report = unheard,
    *,
    wearing: Wearing,
    paper: Paper = PAPER,
    imprint: Imprint = _IMPRINT,
) -> None:
    """Write all of them on that paper, usually eight coupons on A4. Raises `TextTooLong`."""
    made = Made(
        paper,
        partial(draw_designed, wearing=wearing),
        ground=partial(draw_ground, wearing=wearing) if wearing.design.reaches_edges else None,
    )
    draw_sheets(promises, made, to, report, imprint=imprint)


def preview_promise(facts: Promise, wearing: Wearing, paper: Paper = PAPER) -> bytes:
    """One as a page of its own size. Raises `TextTooLong`."""
    return draw_alone(facts, Made(paper, partial(draw_designed, wearing=wearing)))
