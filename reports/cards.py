"""Cards written in the shop's hand: a greeting, a few lines and a name on good paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import islice
from typing import BinaryIO

from app.errors import ShopError
from app.progress import Report, unheard
from reports.cautions import Caution, NothingToWrite, cautions_of
from reports.papers import Paper
from reports.sheet import MM, Imprint, Sheet, main_language
from reports.text import Block, Manner, Paragraph, broken, paragraph
from resources.words import RIGHT_TO_LEFT

_INK = (0x1F / 255, 0x2A / 255, 0x5C / 255)
_IMPRINT = Imprint()
_MARK_WIDTH = 0.25  # points
_GAP = 0.5  # ems between paragraphs
_ABOVE = 0.38  # of the free height: what looks like the middle lies a little above it
_HAND = Manner(
    fonts=("Caveat-Regular", "AmaticSC-Bold", "Rubik-Regular"),
    largest=23.0,
    smallest=13.0,
    tiny=6.0,
    leading=1.12,
)
_HEBREW_HAND = replace(
    _HAND, fonts=("AmaticSC-Bold", "Caveat-Regular", "Rubik-Regular"), largest=25.0, leading=1.16
)
_KEEPS_SHORT_WORDS = frozenset({"cs", "sk"})


class CardTooLong(ShopError):
    """The text for `name` does not fit the card at any size that could be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFacts:
    """One card: paragraphs with an empty line between them, in the customer's language."""

    name_for_warnings: str
    text: str
    language: str
    uid: str


def draw_cards(
    cards: Sequence[CardFacts],
    paper: Paper,
    to: BinaryIO,
    report: Report = unheard,
    *,
    imprint: Imprint = _IMPRINT,
) -> tuple[Caution, ...]:
    """Write the cards as a PDF in the order given, as many on a page as the paper holds.

    Raises `CardTooLong`.
    """
    cautions: list[Caution] = []
    sheet = Sheet(to, imprint, main_language(facts.language for facts in cards))
    waiting = iter(cards)
    done = 0
    while on_page := list(islice(waiting, len(paper.places))):
        sheet.begin_page(paper.page[0] * MM, paper.page[1] * MM)
        _draw_marks(sheet, paper)
        sheet.canvas.setFillColorRGB(*_INK)
        for place, facts in zip(paper.places, on_page, strict=False):
            cautions += _draw(sheet, paper, place, facts)
            done += 1
            report(done, len(cards))
        sheet.end_page()
    sheet.save()
    return tuple(cautions)


def preview_card(card: CardFacts, paper: Paper) -> bytes:
    """One card as a PDF of the card's own size, with the very letters that will be printed."""
    file = BytesIO()
    alone = replace(paper, page=paper.card, places=((0.0, 0.0),), marks=())
    draw_cards([card], alone, file)
    return file.getvalue()


def _draw(
    sheet: Sheet, paper: Paper, place: tuple[float, float], facts: CardFacts
) -> Iterator[Caution]:
    manner = _manner(facts.language)
    paragraphs = list(_paragraphs(facts, manner))
    if not paragraphs:
        yield NothingToWrite(name=facts.name_for_warnings)
        return
    box = ((paper.card[0] - 2 * paper.side) * MM, (paper.card[1] - paper.top - paper.bottom) * MM)
    block = broken(paragraphs, box, manner)
    if block is None:
        raise CardTooLong(name=facts.name_for_warnings)
    corner = ((place[0] + paper.side) * MM, (paper.page[1] - place[1] - paper.top) * MM)
    _write(sheet, block, corner, box, facts.language)
    yield from cautions_of(block, paragraphs, manner, facts.name_for_warnings)


def _paragraphs(facts: CardFacts, manner: Manner) -> Iterator[Paragraph]:
    """The lines that the text has of its own; an empty one leaves a gap."""
    gap = 0.0
    is_first = True
    for line in facts.text.strip().splitlines():
        if not line.strip():
            gap = _GAP
            continue
        yield paragraph(
            line,
            manner.fonts,
            right_to_left=facts.language in RIGHT_TO_LEFT,
            gap=0.0 if is_first else gap,
        )
        gap, is_first = 0.0, False


def _manner(language: str) -> Manner:
    if language in RIGHT_TO_LEFT:
        return _HEBREW_HAND
    return replace(_HAND, keep_short_words=language in _KEEPS_SHORT_WORDS)


def _write(
    sheet: Sheet, block: Block, place: tuple[float, float], box: tuple[float, float], language: str
) -> None:
    """Put the letters on the card: the one place where they are drawn."""
    free = box[1] - block.height * block.size
    corner = (place[0], place[1] - free * _ABOVE)
    sheet.write(block, corner=corner, width=box[0], language=language)


def _draw_marks(sheet: Sheet, paper: Paper) -> None:
    canvas = sheet.canvas
    canvas.setLineWidth(_MARK_WIDTH)
    for x, y, to_x, to_y in paper.marks:
        height = paper.page[1]
        canvas.line(x * MM, (height - y) * MM, to_x * MM, (height - to_y) * MM)
