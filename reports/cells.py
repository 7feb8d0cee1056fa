"""Several kinds on one sheet: whatever stands on a label is a cell, and each gets a free place."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO, Protocol

from app.progress import Report, unheard
from reports.cautions import Caution
from reports.papers import Paper
from reports.sheet import MM, Imprint, Sheet, main_language
from reports.stock import Stock

if TYPE_CHECKING:
    from reports.field import Field

Slot = tuple[int, int]
"""Page, counted from 0, and label on it, counted from 1."""
_IMPRINT = Imprint()
_A_REPORT = 100  # cells between two reports of progress


class Cell(Protocol):
    """One label, whatever stands on it; `name` is whom or what a warning is about."""

    @property
    def name(self) -> str: ...
    @property
    def language(self) -> str: ...
    def draw(self, on: "Field") -> Iterable[Caution]: ...


def slots(stock: Stock, sheets: Sequence[Collection[int]] = ()) -> Iterator[Slot]:
    """The free places without end: what is left of `sheets`, in their order, then whole ones.

    Of each sheet it is said which labels are gone. One with nothing left is no page.
    """
    every = range(1, stock.labels + 1)
    page = 0
    for gone in sheets:
        free = [label for label in every if label not in gone]
        yield from ((page, label) for label in free)
        page += bool(free)
    while True:
        yield from ((page, label) for label in every)
        page += 1


def draw_cells(
    cells: Sequence[Cell],
    stock: Stock,
    sheets: Sequence[Collection[int]],
    to: BinaryIO,
    report: Report = unheard,
    *,
    imprint: Imprint = _IMPRINT,
) -> tuple[Caution, ...]:
    """Write them as a PDF, each in the next free place. Raises what a cell refuses to draw."""
    sheet = Sheet(to, imprint, main_language(cell.language for cell in cells))
    cautions: list[Caution] = []
    page_now = -1
    for at, (cell, (page, label)) in enumerate(zip(cells, slots(stock, sheets), strict=False)):
        if page != page_now:
            if at:
                sheet.end_page()
            sheet.begin_page(stock.page[0] * MM, stock.page[1] * MM)
            page_now = page
        cautions += draw_cell(cell, sheet, stock, label)
        if at % _A_REPORT == 0:
            report(at, len(cells))
    report(len(cells), len(cells))
    sheet.save()
    return tuple(cautions)


def draw_cell(cell: Cell, sheet: Sheet, stock: Stock, label: int) -> list[Caution]:
    """On the page that is open."""
    from reports.field import field, front

    place = stock.place(label)
    paper = Paper(name=stock.name, page=stock.page, card=stock.label, places=(place,))
    with field(sheet, paper, front(place), cell.language) as spot:
        return list(cell.draw(spot))


def sheets_for(count: int, stock: Stock, sheets: Sequence[Collection[int]] = ()) -> int:
    """How many sheets are fed for `count` cells."""
    fed = 0
    for gone in sheets:
        free = stock.labels - len({label for label in gone if 1 <= label <= stock.labels})
        if free and count > 0:
            fed, count = fed + 1, count - free
    return fed + -(-max(count, 0) // stock.labels)
