"""Mailing labels: each address in its place on the sheet, as large as fits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from app.errors import ShopError
from app.progress import Report, unheard
from reports.cautions import Caution, NothingToWrite, cautions_of
from reports.grid import Shape
from reports.shaping import starts_right_to_left
from reports.sheet import MM, Imprint, Sheet, main_language
from reports.stock import Stock
from reports.text import Block, Manner, Paragraph, broken, in_one_line_each, paragraph
from resources.words import RIGHT_TO_LEFT

_MARGIN = 3.0  # millimetres that a printer may feed a sheet amiss without writing on the next label
_LEAST_SHARE = 1 / 8  # of the shorter side: what a small label can spare of it
# The rectangle in an ellipse that is 0.8 times as wide and 0.6 times as high, as 0.8² + 0.6² = 1.
_BESIDE_ROUND, _ABOVE_ROUND = 0.1, 0.2
_MANNER = Manner(
    fonts=("Rubik-Regular", "Caveat-Regular"),
    largest=11.0,
    smallest=7.0,
    tiny=3.0,
    leading=1.22,
    saves_lines=True,
)
_IMPRINT = Imprint()
_A_REPORT = 100  # labels between two reports of progress


class LabelTooLong(ShopError):
    """The address of `name` does not fit the label at any size that could be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelFacts:
    """One label: its lines from the top, in the customer's language."""

    name_for_warnings: str
    lines: tuple[str, ...]
    language: str


def draw_labels(
    labels: Sequence[LabelFacts],
    stock: Stock,
    start: int,
    to: BinaryIO,
    report: Report = unheard,
    *,
    imprint: Imprint = _IMPRINT,
) -> tuple[Caution, ...]:
    """Write sheets of labels as a PDF, left to right and down from label `start` of the first sheet.

    Blank lines are left out. Raises `NoSuchLabel` and `LabelTooLong`.
    """
    stock.check_start(start)
    cautions: list[Caution] = []
    sheet = Sheet(to, imprint, main_language(facts.language for facts in labels))
    for at, facts in enumerate(labels):
        number = (start - 1 + at) % stock.labels
        if not at or not number:
            if at:
                sheet.end_page()
            sheet.begin_page(stock.page[0] * MM, stock.page[1] * MM)
        cautions += _draw(sheet, stock, number + 1, facts)
        if at % _A_REPORT == 0:
            report(at, len(labels))
    report(len(labels), len(labels))
    sheet.save()
    return tuple(cautions)


def _draw(sheet: Sheet, stock: Stock, number: int, facts: LabelFacts) -> Iterator[Caution]:
    lines = [line for line in facts.lines if line and not line.isspace()]
    if not lines:
        yield NothingToWrite(name=facts.name_for_warnings)
        return
    is_right = _runs_right_to_left(lines, facts.language)
    paragraphs = [paragraph(line, _MANNER.fonts, right_to_left=is_right) for line in lines]
    side, above = margins(stock)
    width = (stock.label[0] - 2 * side) * MM
    height = (stock.label[1] - 2 * above) * MM
    block = _fitted(paragraphs, (width, height), facts.name_for_warnings)
    left, top = stock.place(number)
    free = height - block.height * block.size
    sheet.write(
        block,
        corner=((left + side) * MM, (stock.page[1] - top - above) * MM - free / 2),
        width=width,
        language=facts.language,
    )
    yield from cautions_of(block, paragraphs, _MANNER, facts.name_for_warnings)


def margins(stock: Stock) -> tuple[float, float]:
    """Millimetres that stay blank to either side of the text, and above and below it."""
    margin = min(_MARGIN, min(stock.label) * _LEAST_SHARE)
    if stock.shape is not Shape.ROUND:
        return margin, margin
    wide, high = (side - 2 * margin for side in stock.label)
    return margin + wide * _BESIDE_ROUND, margin + high * _ABOVE_ROUND


def _fitted(paragraphs: Sequence[Paragraph], box: tuple[float, float], name: str) -> Block:
    block = in_one_line_each(paragraphs, box, _MANNER) or broken(paragraphs, box, _MANNER)
    if block is None:
        raise LabelTooLong(name=name)
    return block


def _runs_right_to_left(lines: Iterable[str], language: str) -> bool:
    """An address stands at the side where most of its lines begin; the language settles a tie."""
    starts = [starts_right_to_left(line) for line in lines]
    right, left = starts.count(True), starts.count(False)
    return right > left or (right == left and language in RIGHT_TO_LEFT)
