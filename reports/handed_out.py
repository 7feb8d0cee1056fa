"""Sheets of A4 with what is handed over the counter: so many on a page, marks to cut by, backs if wanted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO, Generic, Protocol, TypeVar

from app.progress import Report, unheard
from reports.bleed import Ground, draw_bleed
from reports.field import Field, cut_marks, field, front
from reports.hand.writing import keep
from reports.papers import BackPlace, Edge, Paper
from reports.sheet import MM, Imprint, Sheet, main_language


class Facts(Protocol):
    """What stands on one of them, in `language`."""

    @property
    def language(self) -> str: ...


Handed = TypeVar("Handed", bound=Facts)
Draw = Callable[[Field, Handed], None]


@dataclass(frozen=True, slots=True)
class Made(Generic[Handed]):
    """How they lie on the paper and are drawn; `back` for the second side, and how the sheet is turned.

    `ground` is what of their fronts reaches to the edges: it is drawn beyond them, too.
    """

    paper: Paper
    draw: Draw[Handed]
    back: tuple[Draw[Handed], Edge] | None = None
    ground: Ground | None = None


def draw_sheets(
    facts: Sequence[Handed],
    made: Made[Handed],
    to: BinaryIO,
    report: Report = unheard,
    *,
    imprint: Imprint,
) -> None:
    """Write all of them. Raises `TextTooLong`."""
    paper, back = made.paper, made.back
    sheet = Sheet(to, imprint, main_language(one.language for one in facts))
    on_page = len(paper.places)
    for start in range(0, len(facts), on_page):
        some = facts[start : start + on_page]
        sheet.begin_page(paper.page[0] * MM, paper.page[1] * MM)
        fronts = [front(place) for place in paper.places]
        if made.ground is not None:
            spots = [(spot, one.language) for spot, one in zip(fronts, some, strict=False)]
            draw_bleed(sheet, paper, spots, made.ground)
        _side(sheet, paper, some, fronts, made.draw)
        cut_marks(sheet, paper)
        sheet.end_page()
        if back:
            sheet.begin_page(paper.page[0] * MM, paper.page[1] * MM)
            _side(sheet, paper, some, paper.back_places(back[1]), back[0])
            sheet.end_page()
        report(start + len(some), len(facts))
    sheet.save()
    keep()


def draw_alone(facts: Handed, made: Made[Handed]) -> bytes:
    """The front of one as a page of its own size. Raises `TextTooLong`."""
    file, alone = BytesIO(), made.paper.alone()
    sheet = Sheet(file, Imprint(), facts.language)
    sheet.begin_page(alone.page[0] * MM, alone.page[1] * MM)
    _side(sheet, alone, [facts], [front(alone.places[0])], made.draw)
    sheet.end_page()
    sheet.save()
    return file.getvalue()


def _side(
    sheet: Sheet,
    paper: Paper,
    facts: Sequence[Handed],
    places: Sequence[BackPlace],
    draw: Draw[Handed],
) -> None:
    for one, place in zip(facts, places, strict=False):
        with field(sheet, paper, place, one.language) as spot:
            draw(spot, one)
