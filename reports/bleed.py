"""What is drawn beyond the cut, so that a cut half a millimetre off shows no white line."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from reports.field import Field
from reports.papers import Paper, Place, Size
from reports.sheet import MM, Sheet

BLEED = 3.0
"""Millimetres, as print shops ask for."""
_TOUCHING = 0.01
_Span = tuple[float, float, float | None]
"""From where to where it reaches, and where the mirror stands, if one does."""
Ground = Callable[[Field], None]
"""Draws what reaches to the edges of a card."""


def draw_bleed(
    sheet: Sheet, paper: Paper, places: Sequence[Place], ground: Ground, language: str
) -> None:
    """Around the cards at these places, where no other card begins; pages of one card have no room for it.

    The ground goes on as in a mirror that stands on the cut, so that it is the same on both sides of it.
    """
    if paper.page == paper.card:
        return
    for left, top in places:
        free = _free(paper, (left, top), places)
        sheet.canvas.saveState()
        sheet.canvas.translate(left * MM, (paper.page[1] - top - paper.card[1]) * MM)
        for strip in _strips(paper.card, free):
            with _mirrored(sheet, strip):
                ground(Field(sheet, paper.card, language))
        sheet.canvas.restoreState()


def _strips(card: Size, free: tuple[float, float, float, float]) -> Iterator[tuple[_Span, _Span]]:
    """The eight areas around a card, those without any width left out."""
    before, above, after, below = free
    wide, high = card
    across = ((-before, 0.0, 0.0), (0.0, wide, None), (wide, wide + after, wide))
    upwards = ((-below, 0.0, 0.0), (0.0, high, None), (high, high + above, high))
    for along in across:
        for up in upwards:
            is_card = along[2] is None and up[2] is None
            if not is_card and along[0] < along[1] and up[0] < up[1]:
                yield along, up


@contextmanager
def _mirrored(sheet: Sheet, strip: tuple[_Span, _Span]) -> Iterator[None]:
    canvas = sheet.canvas
    (left, right, x), (bottom, top, y) = strip
    canvas.saveState()
    edges = canvas.beginPath()
    edges.rect(left * MM, bottom * MM, (right - left) * MM, (top - bottom) * MM)
    canvas.clipPath(edges, stroke=0, fill=0)
    turn = (1 if x is None else -1, 0, 0, 1 if y is None else -1)
    canvas.transform(*turn, 2 * (x or 0.0) * MM, 2 * (y or 0.0) * MM)
    yield
    canvas.restoreState()


def _free(paper: Paper, place: Place, places: Sequence[Place]) -> tuple[float, float, float, float]:
    """How far the bleed may reach at the left, above, at the right and below."""
    sides = []
    for axis in (0, 1):
        start, end = place[axis], place[axis] + paper.card[axis]
        in_line = [one for one in places if abs(one[1 - axis] - place[1 - axis]) < _TOUCHING]
        before = [one[axis] + paper.card[axis] for one in in_line if one[axis] < start]
        after = [one[axis] for one in in_line if one[axis] > start]
        sides.append(
            (
                min(BLEED, (start - max(before)) / 2 if before else start),
                min(BLEED, (min(after) - end) / 2 if after else paper.page[axis] - end),
            )
        )
    (left, right), (top, bottom) = sides
    return left, top, right, bottom
