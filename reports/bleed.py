"""What is drawn beyond the cut, so that a cut half a millimetre off shows no white line."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from reports.field import Field, field
from reports.papers import BackPlace, Paper, Size
from reports.sheet import MM, Sheet

BLEED = 3.0
"""Millimetres, as print shops ask for."""
_TOUCHING = 0.01
_Span = tuple[float, float, float | None]
"""From where to where it reaches, and where the mirror stands, if one does."""
Ground = Callable[[Field], None]
"""Draws what reaches to the edges of a card."""


@dataclass(frozen=True, slots=True)
class Strip:
    """An area beside a card, in millimetres from the card's lower left corner: across and upwards."""

    across: _Span
    upwards: _Span


def strips_around(
    paper: Paper, spots: Sequence[BackPlace]
) -> Iterator[tuple[BackPlace, list[Strip]]]:
    """What lies around the cards at these places, where no other card begins.

    Pages of one card have no room for it, and where a card folds nothing is cut.
    """
    if paper.page == paper.card or paper.folds:
        return
    for spot in spots:
        before, above, after, below = _free(paper, spot, spots)
        free = (after, below, before, above) if spot.turned else (before, above, after, below)
        yield spot, list(_strips(paper.card, free))


def draw_bleed(
    sheet: Sheet, paper: Paper, spots: Sequence[tuple[BackPlace, str]], ground: Ground
) -> None:
    """Around the cards at these places, each with its language.

    The ground goes on as in a mirror that stands on the cut, so that it is the same on both sides of it.
    """
    around = strips_around(paper, [spot for spot, _ in spots])
    for (spot, strips), (_, language) in zip(around, spots, strict=False):
        with field(sheet, paper, spot, language) as one:
            for strip in strips:
                with _mirrored(sheet.canvas, strip):
                    ground(one)


def _strips(card: Size, free: tuple[float, float, float, float]) -> Iterator[Strip]:
    """The eight areas around a card, those without any width left out."""
    before, above, after, below = free
    wide, high = card
    across = ((-before, 0.0, 0.0), (0.0, wide, None), (wide, wide + after, wide))
    upwards = ((-below, 0.0, 0.0), (0.0, high, None), (high, high + above, high))
    for along in across:
        for up in upwards:
            is_card = along[2] is None and up[2] is None
            if not is_card and along[0] < along[1] and up[0] < up[1]:
                yield Strip(along, up)


@contextmanager
def _mirrored(canvas: Any, strip: Strip) -> Iterator[None]:
    (left, right, x), (bottom, top, y) = strip.across, strip.upwards
    canvas.saveState()
    edges = canvas.beginPath()
    edges.rect(left * MM, bottom * MM, (right - left) * MM, (top - bottom) * MM)
    canvas.clipPath(edges, stroke=0, fill=0)
    turn = (1 if x is None else -1, 0, 0, 1 if y is None else -1)
    canvas.transform(*turn, 2 * (x or 0.0) * MM, 2 * (y or 0.0) * MM)
    yield
    canvas.restoreState()


def _free(
    paper: Paper, spot: BackPlace, spots: Sequence[BackPlace]
) -> tuple[float, float, float, float]:
    """How far the bleed may reach at the left, above, at the right and below."""
    place, places = (spot.left, spot.top), [(one.left, one.top) for one in spots]
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
