"""An address on paper: as large as fits its box, at the side where most of its lines begin."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.errors import ShopError
from reports.cautions import Caution, MarkLeftOut, NothingToWrite, cautions_of
from reports.shaping import starts_right_to_left
from reports.sheet import MM, Sheet
from reports.text import Block, Manner, Paragraph, broken, in_one_line_each, paragraph
from resources.words import RIGHT_TO_LEFT

FONTS = ("Rubik-Regular", "Lora-Regular")
_MARK = Manner(fonts=FONTS, largest=5.5, smallest=2.5, tiny=2.0, leading=1.22)
LEAST_MARK = 3.0 * _MARK.leading / MM
"""Millimetres that a mark of 3 points takes, which can still be read."""
_GREY, _BLACK = 0.45, 0.0


class LabelTooLong(ShopError):
    """The address of `name` does not fit the label at any size that could be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelFacts:
    """One label: its lines from the top, in the customer's language; a small grey `mark` in its corner."""

    name_for_warnings: str
    lines: tuple[str, ...]
    language: str
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A room on a page, in millimetres from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


def put_address(
    sheet: Sheet, facts: LabelFacts, box: Box, manner: Manner, *, in_corner: bool = False
) -> Iterator[Caution]:
    """Draws the lines into `box`, half-way down, or into its upper left corner.

    Every line runs as its own letters do. Blank lines are left out. Raises `LabelTooLong`.
    """
    lines = [line for line in facts.lines if line and not line.isspace()]
    if not lines:
        yield NothingToWrite(name=facts.name_for_warnings)
        return
    is_right = _runs_right_to_left(lines, facts.language)
    paragraphs = [_paragraph(line, manner, is_right=is_right) for line in lines]
    block = _fitted(paragraphs, (box.width * MM, box.height * MM), manner, facts.name_for_warnings)
    free = 0.0 if in_corner else box.height * MM - block.height * block.size
    widest = max(line.width for line in block.lines) * block.size
    sheet.write(
        _at_one_side(block, is_right=is_right),
        corner=(box.left * MM, (box.bottom + box.height) * MM - free / 2),
        width=widest if in_corner else box.width * MM,
        language=facts.language,
    )
    yield from cautions_of(block, paragraphs, manner, facts.name_for_warnings)


def put_mark(sheet: Sheet, facts: LabelFacts, box: Box, *, share: float = 1.0) -> Iterator[Caution]:
    """The sequence mark, small and grey, on the foot of `box`; `share` of the room left over is before it."""
    if not facts.mark:
        return
    line = paragraph(facts.mark, FONTS, right_to_left=False)
    block = in_one_line_each([line], (box.width * MM, box.height * MM), _MARK)
    if block is None:
        yield MarkLeftOut(name=facts.name_for_warnings, mark=facts.mark)
        return
    width = block.lines[0].width * block.size
    left = box.left * MM + (box.width * MM - width) * share
    top = box.bottom * MM + block.height * block.size
    sheet.canvas.setFillGray(_GREY)
    sheet.write(block, corner=(left, top), width=width, language=sheet.language)
    sheet.canvas.setFillGray(_BLACK)


def _paragraph(line: str, manner: Manner, *, is_right: bool) -> Paragraph:
    own = starts_right_to_left(line)
    return paragraph(line, manner.fonts, right_to_left=is_right if own is None else own)


def _at_one_side(block: Block, *, is_right: bool) -> Block:
    """All lines at the side of the block, whichever way each of them runs."""
    if all(line.right_to_left == is_right for line in block.lines):
        return block
    return replace(
        block, lines=tuple(replace(line, right_to_left=is_right) for line in block.lines)
    )


def _fitted(
    paragraphs: Sequence[Paragraph], box: tuple[float, float], manner: Manner, name: str
) -> Block:
    block = in_one_line_each(paragraphs, box, manner) or broken(paragraphs, box, manner)
    if block is None:
        raise LabelTooLong(name=name)
    return block


def _runs_right_to_left(lines: Iterable[str], language: str) -> bool:
    """An address stands at the side where most of its lines begin; the language settles a tie."""
    starts = [starts_right_to_left(line) for line in lines]
    right, left = starts.count(True), starts.count(False)
    return right > left or (right == left and language in RIGHT_TO_LEFT)
