"""A signature as it was written: strokes of points, each with its place, its moment and its pressure."""

from dataclasses import dataclass

WIDE, HIGH = 120.0, 40.0
"""The field it is written in, millimetres."""
BASELINE = 27.0
"""How far the line to write on lies from the upper edge of the field."""
UNKNOWN = 0.5
"""The pressure of what does not feel any, such as a mouse."""

Point = tuple[float, float, float, float]
"""Millimetres from the left and upper edge of the field, seconds since the first point, pressure (0 to 1)."""
Stroke = tuple[Point, ...]
"""From where the pen came down to where it was lifted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """In the order of writing."""

    strokes: tuple[Stroke, ...]

    @property
    def ends_at(self) -> float:
        """Seconds from the first point to the last."""
        return self.strokes[-1][-1][2] if self.strokes else 0.0

    def told(self) -> list[list[tuple[float, float, float, float | None]]]:
        """The strokes for whoever makes ink of them: without pressure where none was felt."""
        felt = any(pressure != UNKNOWN for stroke in self.strokes for *_, pressure in stroke)
        return [
            [(x, y, second, pressure if felt else None) for x, y, second, pressure in stroke]
            for stroke in self.strokes
        ]
