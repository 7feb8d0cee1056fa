"""Twigs and wreaths as a pen draws them: stems that bend, leaves that grow smaller, a few berries."""

from dataclasses import dataclass
from math import atan2, cos, degrees, pi, sin
from typing import Any

from reports.field import Colour

Point = tuple[float, float]
Bend = tuple[Point, Point, Point, Point]
"""A cubic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """The pen, what fills every other leaf, and how broad the pen is in points."""

    line: Colour
    leaf: Colour
    breadth: float


def branch(canvas: Any, room: Point, inks: Inks) -> None:
    """A twig from the foot of the room to its top that sways, with another that leaves it halfway."""
    wide, high = room
    leaf = wide * 0.42
    stem: Bend = (
        (wide * 0.50, 0),
        (wide * 0.30, high * 0.34),
        (wide * 0.68, high * 0.62),
        (wide * 0.46, high - leaf * 0.45),
    )
    pairs = max(4, round(high / (leaf * 0.72)))
    twig(canvas, stem, (leaf, pairs), inks)


def wreath(canvas: Any, half: Point, inks: Inks) -> None:
    """Two twigs that meet beneath, `half` as wide and as high as the ellipse they follow."""
    for side in (-1, 1):
        canvas.saveState()
        canvas.scale(side, 1)
        start, end = -0.47 * pi, 0.36 * pi
        parts = 2
        for n in range(parts):
            since, until = (start + (end - start) * k / parts for k in (n, n + 1))
            leaf = half[1] * (0.27 - 0.05 * n)
            twig(canvas, _arc(half, since, until), (leaf, 4), inks, ends=n == parts - 1)
        canvas.restoreState()


def twig(
    canvas: Any, bend: Bend, leaves: tuple[float, int], inks: Inks, *, ends: bool = True
) -> None:
    """A stem with so many pairs of leaves of that length; with `ends` a leaf at its tip."""
    canvas.setStrokeColorRGB(*inks.line)
    canvas.setLineWidth(inks.breadth)
    canvas.bezier(*bend[0], *bend[1], *bend[2], *bend[3])
    long, pairs = leaves
    for n in range(pairs):
        for side in (-1, 1):
            t = (n + 0.55 + 0.22 * side) / pairs
            size = long * (1.0 - 0.42 * t) * (0.82 if n == 0 else 1.0)
            _leaf(canvas, _place(bend, t, side * 46), size, inks, filled=(n + (side > 0)) % 2 == 0)
        if n % 2:
            _berry(canvas, _place(bend, (n + 1.05) / pairs, 70), long * 0.5, inks)
    if ends:
        _leaf(canvas, _place(bend, 1.0, 0), long * 0.62, inks, filled=True)


def _leaf(
    canvas: Any, place: tuple[Point, float], long: float, inks: Inks, *, filled: bool
) -> None:
    """A pointed oval with its vein."""
    (x, y), turn = place
    broad = long * 0.30
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(turn)
    canvas.setFillColorRGB(*inks.leaf)
    path = canvas.beginPath()
    path.moveTo(0, 0)
    path.curveTo(long * 0.22, broad, long * 0.66, broad * 0.95, long, 0)
    path.curveTo(long * 0.70, -broad * 0.72, long * 0.25, -broad * 0.9, 0, 0)
    path.close()
    canvas.drawPath(path, stroke=1, fill=int(filled))
    canvas.setLineWidth(inks.breadth * 0.6)
    canvas.bezier(
        0, 0, long * 0.3, broad * 0.1, long * 0.55, broad * 0.12, long * 0.78, broad * 0.02
    )
    canvas.restoreState()


def _berry(canvas: Any, place: tuple[Point, float], far: float, inks: Inks) -> None:
    """A round one on a stalk."""
    (x, y), turn = place
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(turn)
    canvas.setLineWidth(inks.breadth * 0.8)
    canvas.bezier(0, 0, far * 0.3, far * 0.04, far * 0.6, far * 0.1, far * 0.82, far * 0.06)
    canvas.setFillColorRGB(*inks.line)
    canvas.circle(far, far * 0.06, far * 0.16, stroke=0, fill=1)
    canvas.restoreState()


def _place(bend: Bend, t: float, turn: float) -> tuple[Point, float]:
    """A point on the stem, and the way on from it, turned by so many degrees."""
    t, back = min(t, 1.0), 1 - min(t, 1.0)
    shares = (back**3, 3 * t * back**2, 3 * t**2 * back, t**3)
    x, y = (sum(s * point[axis] for s, point in zip(shares, bend, strict=True)) for axis in (0, 1))
    slopes = (-(back**2), back**2 - 2 * t * back, 2 * t * back - t**2, t**2)
    along, up = (
        sum(s * point[axis] for s, point in zip(slopes, bend, strict=True)) for axis in (0, 1)
    )
    return (x, y), degrees(atan2(up, along)) + turn


def _arc(half: Point, since: float, until: float) -> Bend:
    """A piece of an ellipse as a cubic."""
    reach = 4 / 3 * (1 - cos((until - since) / 2)) / sin((until - since) / 2)
    start, end = ((half[0] * cos(a), half[1] * sin(a)) for a in (since, until))
    one = (start[0] - reach * half[0] * sin(since), start[1] + reach * half[1] * cos(since))
    two = (end[0] + reach * half[0] * sin(until), end[1] - reach * half[1] * cos(until))
    return start, one, two, end
