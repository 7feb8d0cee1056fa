"""The five faces, drawn: each has another mouth, so that none is told by its colour alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reports.field import INK, WHITE, Colour, Field, Spot
from reports.sheet import MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Tint:
    """A face's ground and what is drawn on it."""

    ground: Colour
    drawing: Colour


PLAIN = Tint(ground=WHITE, drawing=INK)
"""For paper that is filled in with a pen."""
COLOURED: Mapping[int, Tint] = {
    1: Tint(ground=(0.914, 0.725, 0.706), drawing=(0.431, 0.106, 0.173)),
    2: Tint(ground=(0.945, 0.804, 0.69), drawing=(0.455, 0.224, 0.059)),
    3: Tint(ground=(0.949, 0.875, 0.651), drawing=(0.373, 0.29, 0.0)),
    4: Tint(ground=(0.812, 0.886, 0.722), drawing=(0.208, 0.322, 0.059)),
    5: Tint(ground=(0.686, 0.851, 0.745), drawing=(0.071, 0.286, 0.184)),
}
"""As on the counter's screen."""

# In eightieths of the radius, up from the middle.
_UNIT, _LINE, _EDGE = 80.0, 6.5, 2.6
_EYE, _EYES = (8.0, 10.0), (30.0, 14.0)
_MOUTHS: Mapping[int, tuple[float, float]] = {
    1: (-32, -3),
    2: (-29, -13),
    3: (-26, -26),
    4: (-22, -43),
}
"""How high its corners are, and how high the middle of it is drawn."""
_HALF = 32.0


def draw_face(one: Field, middle: Spot, radius: float, score: int, tint: Tint) -> None:
    """The face of `score`, 1 to 5, `radius` in millimetres."""
    with one.drawing(middle) as canvas:
        canvas.saveState()
        canvas.scale(radius * MM / _UNIT, radius * MM / _UNIT)
        canvas.setFillColorRGB(*tint.ground)
        canvas.setStrokeColorRGB(*tint.drawing)
        canvas.setLineWidth(_EDGE)
        is_edged = tint.ground == WHITE
        canvas.circle(0, 0, _UNIT - _EDGE / 2, stroke=int(is_edged), fill=1)
        canvas.setFillColorRGB(*tint.drawing)
        canvas.setLineWidth(_LINE)
        canvas.setLineCap(1)
        _laughing(canvas) if score not in _MOUTHS else _looking(canvas, score)
        canvas.restoreState()


def _looking(canvas: Any, score: int) -> None:
    wide, high = _EYE
    for side in (-1, 1):
        x = side * _EYES[0]
        canvas.ellipse(x - wide, _EYES[1] - high, x + wide, _EYES[1] + high, stroke=0, fill=1)
        if score == 1:
            canvas.line(side * 22, 40, side * 45, 32)
    corner, bend = _MOUTHS[score]
    _curve(canvas, (-_HALF, corner), (bend - corner) / 0.75, 2 * _HALF)


def _laughing(canvas: Any) -> None:
    for side in (-1, 1):
        _curve(canvas, (side * _EYES[0] - 13, 11), 15, 26)
    mouth = canvas.beginPath()
    mouth.moveTo(-38, -8)
    mouth.curveTo(-16, -13, 16, -13, 38, -8)
    mouth.curveTo(34, -64, -34, -64, -38, -8)
    mouth.close()
    canvas.setLineJoin(1)
    canvas.drawPath(mouth, stroke=1, fill=1)


def _curve(canvas: Any, start: Spot, rise: float, wide: float) -> None:
    x, y = start
    curve = canvas.beginPath()
    curve.moveTo(x, y)
    curve.curveTo(x + wide / 3.5, y + rise, x + wide - wide / 3.5, y + rise, x + wide, y)
    canvas.drawPath(curve, stroke=1, fill=0)
