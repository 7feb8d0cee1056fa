"""How wide the line of a pen is: wider under pressure or, where none is felt, where the hand is slow."""

import math

from ui.cards.strokes import UNKNOWN, Point

THIN, THICK = 0.28, 0.75
"""Millimetres."""
SLOW, FAST = 15.0, 260.0
"""Millimetres a second: at these the line is as wide or as thin as it gets."""
EASE = 0.3
"""How much of the way to its new width the line goes with each point; at once would look like beads."""


class Nib:
    """One stroke, point by point."""

    def __init__(self) -> None:
        self._last: Point | None = None
        self._width = 0.0

    def width_at(self, point: Point) -> float:
        """Millimetres, at the next point of the stroke."""
        last, self._last = self._last, point
        if last is None:
            self._width = _wanted(point[3]) if point[3] != UNKNOWN else (THIN + THICK) / 2
            return self._width
        wanted = _wanted(point[3]) if point[3] != UNKNOWN else self._by_speed(last, point)
        self._width += EASE * (wanted - self._width)
        return self._width

    def _by_speed(self, last: Point, point: Point) -> float:
        seconds = point[2] - last[2]
        if seconds <= 0:
            return self._width
        speed = math.dist(last[:2], point[:2]) / seconds
        slowness = 1 - (min(max(speed, SLOW), FAST) - SLOW) / (FAST - SLOW)
        return _wanted(slowness)


def _wanted(share: float) -> float:
    return THIN + share * (THICK - THIN)
