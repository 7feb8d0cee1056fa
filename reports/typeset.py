"""Plain type as filled outlines with its text beneath: for the little that a card says in print."""

from collections.abc import Iterator
from typing import Any

from reports.hand.outlines import contours
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
        code += list(outlines(line, start, base, block.size))
        lines.append([_piece(offset, run, start, base, block.size) for offset, run in line.runs])
    return b"\n".join([*code, unseen(pages, lines, block.size)])


def _piece(
    offset: float, run: Run, start: float, base: float, size: float
) -> tuple[str, float, float, float]:
    """What a run says, as its glyphs stand, with where its ink begins and ends."""
    text = "".join(glyph.text for glyph in run.glyphs) if run.level % 2 else run.text
    left = start + offset * size
    return text, left, left + run.width * size, base


def outlines(line: Line, start: float, base: float, size: float) -> Iterator[bytes]:
    """The operators that fill the letters of `line`, which nobody reads."""
    for offset, run in line.runs:
        pen = start + offset * size
        for glyph in run.glyphs:
            corner = (pen + glyph.dx * size, base + glyph.dy * size)
            found = contours(run.typeface.font, glyph.number, run.typeface.face.upem)
            code = [step for one in found if len(one) for step in _steps(one * size + corner)]
            if code:
                yield b"\n".join([*code, b"f"])
            pen += glyph.advance * size


def _steps(contour: Any) -> Iterator[bytes]:
    yield b"%s %s m" % tuple(map(number, contour[0, 0]))
    for curve in contour[:, 1:]:
        yield b"%s %s %s %s %s %s c" % tuple(map(number, curve.ravel()))
    yield b"h"
