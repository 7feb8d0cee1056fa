"""The code of a coupon at the foot of a card: small, in the corner where reading ends, with its letters."""

from collections.abc import Iterator

from app.loyalty.codes import grouped
from reports.codes import QR_QUIET, qr
from reports.hand.pdf import Pages, number
from reports.sheet import MM
from reports.stationery import Stationery
from reports.text import Manner, broken, paragraph
from reports.typeset import typeset
from resources.words import RIGHT_TO_LEFT

MODULE = 0.5
"""Millimetres: six dots of a printer of 300 dots an inch, and enough for a telephone held above it."""
ROOM = 12.5
"""Millimetres that the code takes away from the text above it: the quiet zone lies in the margin."""
_LETTERS = Manner(fonts=("Rubik-Regular",), largest=7.0, smallest=6.0, tiny=5.0, leading=1.2)
_WIDE, _APART = 30.0, 1.0
_WHITE, _BLACK, _INK2 = b"1 g", b"0 g", b"0.396 0.361 0.329 rg"


def code_drawn(
    pages: Pages, on: Stationery, code: str, corner: tuple[float, float], language: str
) -> bytes:
    """The operators that draw `code` on the card whose lower left corner is at `corner`, in points."""
    symbol = qr(code)
    side, quiet = symbol.wide * MODULE, QR_QUIET * MODULE
    margins = on.text_margins()
    mirrored = language in RIGHT_TO_LEFT
    left = margins.left - quiet if mirrored else on.paper.card[0] - margins.right + quiet - side
    bottom = margins.bottom - quiet
    at = corner[0] + left * MM, corner[1] + bottom * MM
    parts = [b"q", *_ground(on, at, side), _BLACK]
    for x, y, wide, high in symbol.boxes:
        low = side - (y + high) * MODULE
        parts.append(_box(at[0] + x * MODULE * MM, at[1] + low * MM, wide * MODULE, high * MODULE))
    parts += [b"f", _INK2, _letters(pages, code, at, side, mirrored=mirrored), b"Q"]
    return b"\n".join(parts)


def _ground(on: Stationery, at: tuple[float, float], side: float) -> Iterator[bytes]:
    """White beneath it, where a picture lies under the text."""
    if on.ground:
        yield b"%s %s f" % (_WHITE, _box(*at, side, side))


def _letters(
    pages: Pages, code: str, at: tuple[float, float], side: float, *, mirrored: bool
) -> bytes:
    """For who cannot scan: beside the code, at half its height."""
    line = paragraph(grouped(code), _LETTERS.fonts, right_to_left=False)
    block = broken([line], (_WIDE * MM, side * MM), _LETTERS)
    if block is None or not block.lines:
        return b""
    wide = block.lines[0].width * block.size
    start = at[0] + (side + _APART) * MM if mirrored else at[0] - _APART * MM - wide
    top = at[1] + (side * MM + block.height * block.size) / 2
    return typeset(pages, block, (start, top), wide)


def _box(left: float, bottom: float, wide: float, high: float) -> bytes:
    """From a corner in points, so many millimetres wide and high."""
    sides = (left, bottom, wide * MM, high * MM)
    return b"%s %s %s %s re" % tuple(map(number, sides))
