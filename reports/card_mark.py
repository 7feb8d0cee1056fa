"""The sequence mark of a card: the small grey number that its envelope and label have, too."""

from reports.hand.pdf import Pages
from reports.sheet import MM
from reports.text import Manner, in_one_line_each, paragraph
from reports.typeset import typeset

_MANNER = Manner(fonts=("Rubik-Regular",), largest=5.5, smallest=3.0, tiny=3.0, leading=1.2)
_EDGE, _ROOM = 4.0, (30.0, 3.0)  # millimetres from the lower right corner, and of the mark
_GREY = b"0.45 g"


def mark_drawn(pages: Pages, mark: str, corner: tuple[float, float], wide: float) -> bytes:
    """The operators that draw it on the card, `wide` millimetres, whose lower left `corner` is in points."""
    line = paragraph(mark, _MANNER.fonts, right_to_left=False)
    block = in_one_line_each([line], (_ROOM[0] * MM, _ROOM[1] * MM), _MANNER) if mark else None
    if block is None:
        return b""
    width = block.lines[0].width * block.size
    left = corner[0] + (wide - _EDGE) * MM - width
    top = corner[1] + _EDGE * MM + block.height * block.size
    return b"\n".join((b"q", _GREY, typeset(pages, block, (left, top), width), b"Q"))
