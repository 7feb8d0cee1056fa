"""The fine interlaced lines of bonds and banknotes: waves that run around a border, and rosettes."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from math import cos, pi, sin
from typing import Any

Point = tuple[float, float]
Curve = Callable[[float], Point]
_STRANDS, _STEPS = 5, 10
"""Waves beside one another, and how many points make up each turn of one."""


def border(canvas: Any, room: Point, band: float, line: float) -> None:
    """Waves in a `band` around the inside of the room, closed in themselves, and lines along its edges."""
    canvas.setLineWidth(line)
    _edges(canvas, room, band, line)
    canvas.addLiteral(_waves(room, band))


def rosette(canvas: Any, radius: float, petals: int, line: float) -> None:
    """Petals around the middle, ring within ring, as a lathe turns them."""
    canvas.setLineWidth(line)
    canvas.addLiteral(_petals(radius, petals))
    for share in (1.0, 0.17):
        canvas.circle(0, 0, radius * share, stroke=1, fill=0)


@lru_cache(maxsize=16)
def _waves(room: Point, band: float) -> str:
    """The operators that draw them: formatting thousands of numbers takes longer than all the rest."""
    half = band / 2
    around = _Round((room[0] - 2 * half, room[1] - 2 * half), band * 0.9)
    turns = 2 * round(around.length / (band * 2.1) / 2)
    shifts = [2 * pi * strand / _STRANDS for strand in range(_STRANDS)]
    waves = (_wave(around, half, turns, way * shift) for shift in shifts for way in (1, -1))
    return "\n".join(_stroke(wave, turns * _STEPS) for wave in waves)


@lru_cache(maxsize=16)
def _petals(radius: float, petals: int) -> str:
    rings = ((0.80, 0.20, petals), (0.56, 0.17, petals), (0.33, 0.14, petals * 2 // 3))
    shifts = [2 * pi * strand / _STRANDS for strand in range(_STRANDS)]
    return "\n".join(
        _stroke(_flower(radius, ring, shift), ring[2] * _STEPS)
        for ring in rings
        for shift in shifts
    )


def _flower(radius: float, ring: tuple[float, float, int], shift: float) -> Curve:
    middle, swing, count = ring

    def at(t: float) -> Point:
        angle = 2 * pi * t
        far = radius * (middle + swing * sin(count * angle + shift))
        return far * cos(angle), far * sin(angle)

    return at


def _wave(around: "_Round", half: float, turns: int, shift: float) -> Curve:
    """A wave along the middle of the band that swells and ebbs, `turns` times from end to end."""

    def at(t: float) -> Point:
        (x, y), (across_x, across_y) = around.at(t)
        swell = 0.62 + 0.3 * cos(4 * pi * t * turns / 2)
        far = half * swell * sin(2 * pi * turns * t + shift)
        return half + x + across_x * far, half + y + across_y * far

    return at


def _edges(canvas: Any, room: Point, band: float, line: float) -> None:
    wide, high = room
    for inset, breadth in ((0.0, 3.0), (0.1, 1.0), (0.9, 1.0), (1.0, 2.0)):
        canvas.setLineWidth(line * breadth)
        far = inset * band
        radius = max(band * (1.4 - inset), 0.1)
        canvas.roundRect(far, far, wide - 2 * far, high - 2 * far, radius, stroke=1, fill=0)
    canvas.setLineWidth(line)


class _Round:
    """A rectangle with round corners that is walked along; `at` answers a point and the way outwards."""

    def __init__(self, room: Point, radius: float) -> None:
        self._room, self._radius = room, radius
        straight = (room[0] - 2 * radius, room[1] - 2 * radius)
        bend = pi * radius / 2
        self._legs = [straight[0], bend, straight[1], bend] * 2
        self.length = sum(self._legs)

    def at(self, t: float) -> tuple[Point, Point]:
        left = (t % 1.0) * self.length
        leg = 0
        while leg < len(self._legs) - 1 and left > self._legs[leg]:
            left -= self._legs[leg]
            leg += 1
        side, is_bend = divmod(leg, 2)
        return self._bend(side, left) if is_bend else self._straight(side, left)

    def _straight(self, side: int, far: float) -> tuple[Point, Point]:
        wide, high, r = *self._room, self._radius
        corners: tuple[Point, ...] = ((r, 0), (wide, r), (wide - r, high), (0, high - r))
        ways: tuple[Point, ...] = ((1, 0), (0, 1), (-1, 0), (0, -1))
        (x, y), (way_x, way_y) = corners[side], ways[side]
        return (x + way_x * far, y + way_y * far), (way_y, -way_x)

    def _bend(self, side: int, far: float) -> tuple[Point, Point]:
        wide, high, r = *self._room, self._radius
        middles: tuple[Point, ...] = ((wide - r, r), (wide - r, high - r), (r, high - r), (r, r))
        angle = -pi / 2 + side * pi / 2 + far / r
        across = (cos(angle), sin(angle))
        x, y = middles[side]
        return (x + r * across[0], y + r * across[1]), across


def _stroke(curve: Curve, steps: int) -> str:
    """The operators that draw the closed `curve`, smoothly through so many of its points."""
    points = [curve(n / steps) for n in range(steps)]
    code = ["{:.2f} {:.2f} m".format(*points[0])]
    for one, two, end in _through(points):
        code.append("{:.2f} {:.2f} {:.2f} {:.2f} {:.2f} {:.2f} c".format(*one, *two, *end))
    return "\n".join([*code, "s"])


def _through(points: list[Point]) -> Iterator[tuple[Point, Point, Point]]:
    """Cubics from each point to the next (Catmull and Rom)."""
    count = len(points)
    for n in range(count):
        before, start, end, after = (points[(n + k) % count] for k in (-1, 0, 1, 2))
        one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        two = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        yield one, two, end
