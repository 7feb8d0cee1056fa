"""Plain type as filled outlines with its text beneath: for the little that a card says in print."""

from collections.abc import Iterator
from typing import Any

from fontTools.pens.basePen import BasePen

from reports.hand.pdf import Pages, number, unseen
from reports.shaping import Run
from reports.text import Block, Line


def typeset(pages: Pages, block: Block, corner: tuple[float, float], width: float) -> bytes:
    """The operators that draw a block `width` points wide, down from its left upper `corner`."""
    left, top = corner
    code, lines = [], []
    for line in block.lines:
        start = left + width - line.width * block.size if line.right_to_left else left
        base = top - line.down * block.size
        code += list(_outlines(line, start, base, block.size))
        lines.append([_piece(offset, run, start, base, block.size) for offset, run in line.runs])
    return b"\n".join([*code, unseen(pages, lines, block.size)])


def _piece(
    offset: float, run: Run, start: float, base: float, size: float
) -> tuple[str, float, float, float]:
    """What a run says, as its glyphs stand, with where its ink begins and ends."""
    text = "".join(glyph.text for glyph in run.glyphs) if run.level % 2 else run.text
    left = start + offset * size
    return text, left, left + run.width * size, base


def _outlines(line: Line, start: float, base: float, size: float) -> Iterator[bytes]:
    for offset, run in line.runs:
        pen_at = start + offset * size
        scale = size / run.typeface.face.upem
        for glyph in run.glyphs:
            pen = _Pen(scale, pen_at + glyph.dx * size, base + glyph.dy * size)
            run.typeface.font.draw_glyph_with_pen(glyph.number, pen)
            if pen.code:
                yield b"\n".join([*pen.code, b"f"])
            pen_at += glyph.advance * size


class _Pen(BasePen):  # type: ignore[misc]
    """Takes down what a font draws as path operators, moved and scaled."""

    def __init__(self, scale: float, left: float, base: float) -> None:
        super().__init__(None)
        self.code: list[bytes] = []
        self._scale, self._left, self._base = scale, left, base

    def _moveTo(self, point: Any) -> None:  # noqa: N802 - fontTools' name
        self.code.append(self._at(point) + b" m")

    def _lineTo(self, point: Any) -> None:  # noqa: N802
        self.code.append(self._at(point) + b" l")

    def _curveToOne(self, first: Any, second: Any, point: Any) -> None:  # noqa: N802
        self.code.append(b" ".join(map(self._at, (first, second, point))) + b" c")

    def _closePath(self) -> None:  # noqa: N802
        self.code.append(b"h")

    def _at(self, point: Any) -> bytes:
        x, y = self._left + point[0] * self._scale, self._base + point[1] * self._scale
        return number(x) + b" " + number(y)
