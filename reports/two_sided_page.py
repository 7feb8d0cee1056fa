"""Two sheets by which a printer shows how its stack has to be turned: a sign and an arrow on each."""

from collections.abc import Sequence
from typing import BinaryIO

from reports.field import BOLD, INK, Written, field, front
from reports.papers import Paper, Size
from reports.sheet import MM, Imprint, Sheet
from resources.words import Words

FIGURES, LETTERS = ("1", "2"), ("A", "B")
_SIGN = Written(largest=160.0, tiny=20.0, fonts=BOLD, align="middle")
_THICK = 1.4  # millimetres


def draw_two_sided(page: Size, signs: Sequence[str], words: Words, to: BinaryIO) -> None:
    """A page for each of the signs; the figures go first, the letters on the same sheets after them."""
    sheet = Sheet(to, Imprint(title=words("Two-sided test")), words.language)
    paper = Paper(name="", page=page, card=page)
    wide, high = page
    for sign in signs:
        sheet.begin_page(wide * MM, high * MM)
        with field(sheet, paper, front((0.0, 0.0)), words.language) as one:
            one.text(sign, (wide * 0.2, high * 0.3), (wide * 0.6, high * 0.4), _SIGN)
        _arrow(sheet, page)
        sheet.end_page()
    sheet.save()


def _arrow(sheet: Sheet, page: Size) -> None:
    """Up to the head of the page."""
    canvas, (wide, high) = sheet.canvas, page
    canvas.setStrokeColorRGB(*INK)
    canvas.setLineWidth(_THICK * MM)
    tip, middle, long = high * 0.92, wide / 2, high * 0.14
    canvas.line(middle * MM, tip * MM, middle * MM, (tip - long) * MM)
    for side in (-1, 1):
        away = side * long * 0.3
        canvas.line(middle * MM, tip * MM, (middle + away) * MM, (tip - long * 0.3) * MM)
