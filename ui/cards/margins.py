"""How far the writing keeps from the edges of its card, and how far it may be dragged, in millimetres."""

import math
from dataclasses import dataclass

STEP = 0.5
NEAREST = 3.0
"""No writing nearer to an edge: most printers cannot reach there."""
LEAST_WIDE, LEAST_HIGH = 30.0, 20.0
"""The smallest box that holds a few words."""

Grip = tuple[int, int]
"""What of the box is held: -1 its left or upper edge, 1 its right or lower one; (0, 0) is the whole box."""
WHOLE: Grip = (0, 0)
Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Margins:
    """From each edge of the card; as on paper, the same in every language."""

    left: float
    top: float
    right: float
    bottom: float

    def dragged(self, grip: Grip, across: float, down: float, card: Size) -> "Margins":
        """With `grip` dragged so far on a card of this size, as far as it may go."""
        if grip == WHOLE:
            left, right = _moved(self.left, self.right, across, card[0])
            top, bottom = _moved(self.top, self.bottom, down, card[1])
            return Margins(left, top, right, bottom)
        left, right = _pulled((self.left, self.right), grip[0], across, (card[0], LEAST_WIDE))
        top, bottom = _pulled((self.top, self.bottom), grip[1], down, (card[1], LEAST_HIGH))
        return Margins(left, top, right, bottom)


def _pulled(
    margins: tuple[float, float], side: int, by: float, room: tuple[float, float]
) -> tuple[float, float]:
    """Both margins of one axis, one of them pulled; `room` is the card's length and the box's least."""
    near, far = margins
    whole, least = room
    if side < 0:
        return _held(near + by, whole - far - least), far
    if side > 0:
        return near, _held(far - by, whole - near - least)
    return near, far


def _moved(near: float, far: float, by: float, whole: float) -> tuple[float, float]:
    if not by:
        return near, far
    long = whole - near - far
    moved = _held(near + by, whole - long - NEAREST)
    return moved, round(whole - long - moved, 3)


def _held(margin: float, most: float) -> float:
    """The margin on its step, between the nearest and `most`."""
    last = math.floor(most / STEP + 1e-6) * STEP
    return max(NEAREST, min(round(margin / STEP) * STEP, last))
