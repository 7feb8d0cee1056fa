"""Mailing labels: each address in its place on the sheet, as large as fits."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import BinaryIO

from app.progress import Report, unheard
from reports.address_block import FONTS, LEAST_MARK, Box, LabelFacts, put_address, put_mark
from reports.cautions import Caution
from reports.cells import slots
from reports.field import Field
from reports.grid import Shape
from reports.sheet import MM, Imprint, Sheet, main_language
from reports.stock import Stock
from reports.text import Manner

_MARGIN = 3.0  # millimetres that a printer may feed a sheet amiss without writing on the next label
_LEAST_SHARE = 1 / 8  # of the shorter side: what a small label can spare of it
# The rectangle in an ellipse that is 0.8 times as wide and 0.6 times as high, as 0.8² + 0.6² = 1.
_BESIDE_ROUND, _ABOVE_ROUND = 0.1, 0.2
_MANNER = Manner(fonts=FONTS, largest=11.0, smallest=7.0, tiny=3.0, leading=1.22, saves_lines=True)
_OF_HEIGHT, _LARGEST = 0.29, 18.0  # points of the size for each millimetre of height; on parcels
_IMPRINT = Imprint()
_A_REPORT = 100  # labels between two reports of progress


def from_label(stock: Stock, start: int) -> tuple[frozenset[int]]:
    """What is gone of a sheet on which `start` is the first that is left. Raises `NoSuchLabel`."""
    stock.check_start(start)
    return (frozenset(range(1, start)),)


def draw_labels(
    labels: Sequence[LabelFacts],
    stock: Stock,
    on: int | Sequence[Collection[int]],
    to: BinaryIO,
    report: Report = unheard,
    *,
    imprint: Imprint = _IMPRINT,
) -> tuple[Caution, ...]:
    """Write sheets of labels as a PDF, left to right and down from label `on`, or on what those sheets
    have left of which it is told what is gone, and then on whole ones.

    Blank lines are left out. Raises `NoSuchLabel` and `LabelTooLong`.
    """
    sheets = from_label(stock, on) if isinstance(on, int) else on
    cautions: list[Caution] = []
    sheet = Sheet(to, imprint, main_language(facts.language for facts in labels))
    page_now = -1
    for at, (facts, (page, number)) in enumerate(zip(labels, slots(stock, sheets), strict=False)):
        if page != page_now:
            if at:
                sheet.end_page()
            sheet.begin_page(stock.page[0] * MM, stock.page[1] * MM)
            page_now = page
        cautions += _draw(sheet, stock, number, facts)
        if at % _A_REPORT == 0:
            report(at, len(labels))
    report(len(labels), len(labels))
    sheet.save()
    return tuple(cautions)


@dataclass(frozen=True, slots=True)
class AddressCell:
    """A `reports.cells.Cell`: an address among other things, as it stands on a sheet of addresses."""

    facts: LabelFacts
    stock: Stock

    @property
    def name(self) -> str:
        return self.facts.name_for_warnings

    @property
    def language(self) -> str:
        return self.facts.language

    def draw(self, on: Field) -> Iterator[Caution]:
        """Raises `LabelTooLong`."""
        yield from _put(on.sheet, self.stock, (0.0, 0.0), self.facts)


def _draw(sheet: Sheet, stock: Stock, number: int, facts: LabelFacts) -> Iterator[Caution]:
    left, top = stock.place(number)
    return _put(sheet, stock, (left, stock.page[1] - top - stock.label[1]), facts)


def _put(
    sheet: Sheet, stock: Stock, corner: tuple[float, float], facts: LabelFacts
) -> Iterator[Caution]:
    """Into the label whose lower left `corner` is there, in millimetres."""
    side, above = margins(stock)
    room = max(_below(stock), LEAST_MARK) if facts.mark else 0.0
    more = max(room - _below(stock), 0.0)
    box = Box(
        left=corner[0] + side,
        bottom=corner[1] + above + more,
        width=stock.label[0] - 2 * side,
        height=stock.label[1] - 2 * above - more,
    )
    yield from put_address(sheet, facts, box, _manner(stock.label[1]))
    under = replace(box, bottom=box.bottom - room, height=room)
    yield from put_mark(sheet, facts, under, share=0.5 if stock.shape is Shape.ROUND else 1.0)


def _below(stock: Stock) -> float:
    """What a sequence mark may take of the margin: in the lower right corner below the address, and in the
    middle of a round label.
    """
    return margins(stock)[1] * (1 / 2 if stock.shape is Shape.ROUND else 3 / 4)


@cache
def _manner(high: float) -> Manner:
    """The larger the label, the larger its letters may be."""
    largest = min(max(_MANNER.largest, high * _OF_HEIGHT), _LARGEST)
    return replace(_MANNER, largest=largest)


def margins(stock: Stock) -> tuple[float, float]:
    """Millimetres that stay blank to either side of the text, and above and below it."""
    margin = min(_MARGIN, min(stock.label) * _LEAST_SHARE)
    if stock.shape is not Shape.ROUND:
        return margin, margin
    wide, high = (side - 2 * margin for side in stock.label)
    return margin + wide * _BESIDE_ROUND, margin + high * _ABOVE_ROUND
