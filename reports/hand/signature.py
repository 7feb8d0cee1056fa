"""The owner's signature: from her own strokes, a drawing, or a scan, set under the last line of a card."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reports.hand.noise import Noise
from reports.hand.outlines import Outline, joined, of_polygon
from reports.hand.strokes import Array, ribbon, smooth
from reports.hand.tokens import UNIT

Stroke = Sequence[tuple[float, float, float, float | None]]
"""A stroke: x and y (downwards, as on a screen), the second, and the pressure if the pen tells it."""

_MM = 72 / 25.4
_STREAM = 77
_HEIGHT, _HEIGHT_SPREAD = 3.2, 0.02  # x-heights
_WIDEST = 6.0  # heights: a longer one is written smaller
_TURN, _TURN_SPREAD, _MOST_TURN = 2.4, 0.7, 4.0  # degrees
_INDENT, _PLACE_SPREAD = 10.0, 1.0  # mm
_WARP = 0.012  # of its height: a quarter of what a letter does
PEN, _THIN, _THICK = 0.042, 0.55, 1.35  # of its height: a stroke, and what speed makes of it
_STEPS = 6
_FEWEST = 2
_BELOW = 0.38  # of its height, under the line that it stands on
_TAILS, CAPITALS, AIR = (
    0.7,
    1.7,
    0.12,
)  # x-heights: how far lines reach down and up to it; between them


class NoInk(Exception):
    """There is nothing to be seen in what should be a signature."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Picture:
    """A scan as ink: how dark each point is, row by row from the top, 255 where the pen was."""

    width: int
    height: int
    ink: bytes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Signature:
    """An outline one high with its lower left corner in the origin, or a picture; `width` in heights.

    `name` is what it is kept by, where it is kept.
    """

    width: float
    name: str = ""
    outline: Outline | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Placed:
    """A signature on a card: its outline in units of 0.05 pt, or the matrix of its picture in points."""

    outline: NDArray[np.int64] | None
    verbs: tuple[int, ...]
    matrix: tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Where a signature stands, in points: between two sides, and between `top` and `bottom`.

    It stands on `base`, where there is room.
    """

    left: float
    right: float
    base: float
    top: float
    bottom: float


def depth(signature: Signature, x_height: float, leading: float) -> float:
    """How far its ink reaches below the base of the line above it; all in ems."""
    high = _height(signature, x_height) * (1 + _HEIGHT_SPREAD)
    tall = high * (1 + signature.width * float(np.sin(np.radians(_MOST_TURN))))
    return max(leading + high * _BELOW, (_TAILS + AIR) * x_height + tall) + AIR * x_height


def _height(signature: Signature, x_height: float) -> float:
    return _HEIGHT * x_height * min(1.0, _WIDEST / signature.width)


def from_strokes(strokes: Sequence[Stroke]) -> Signature:
    """What was drawn with mouse, finger or pen; pressure makes it thick, else slowness. Raises `NoInk`."""
    lines = [np.array([(x, -y) for x, y, *_ in stroke]) for stroke in strokes if stroke]
    if not lines:
        raise NoInk
    low, high = _edges(lines)
    size = float(high[1] - low[1]) or float(high[0] - low[0])
    if size <= 0 or not np.isfinite(size):
        raise NoInk
    outlines = [
        _inked((line - low) / size, stroke)
        for line, stroke in zip(lines, filter(len, strokes), strict=True)
    ]
    return from_outline(joined(outlines))


def from_outline(outline: Outline) -> Signature:
    """Any outline brought to a height of one. Raises `NoInk`."""
    if len(outline.points) < _FEWEST or not np.isfinite(outline.points).all():
        raise NoInk
    low, high = outline.points.min(axis=0), outline.points.max(axis=0)
    if (high - low).min() <= 0:
        raise NoInk
    points = (outline.points - low) / (high[1] - low[1])
    return Signature(
        width=float(points[:, 0].max()), outline=Outline(verbs=outline.verbs, points=points)
    )


def _edges(lines: Sequence[Array]) -> tuple[Array, Array]:
    points = np.concatenate(lines)
    return points.min(axis=0), points.max(axis=0)


def _inked(line: Array, stroke: Stroke) -> Outline:
    if len(line) < _FEWEST:
        line = np.concatenate((line, line + 1e-3))
        return of_polygon(ribbon(line, np.full(2, PEN * _THICK)))
    smoothed = smooth(line, _STEPS)
    along = np.linspace(0.0, 1.0, len(line))
    breadths = np.interp(np.linspace(0.0, 1.0, len(smoothed)), along, _breadths(line, stroke))
    return of_polygon(ribbon(smoothed, breadths))


def _breadths(line: Array, stroke: Stroke) -> Array:
    pressures = [pressure for *_, pressure in stroke if pressure is not None]
    if len(pressures) == len(line):
        force = np.clip(np.array(pressures), 0.0, 1.0)
    else:
        seconds = np.maximum(np.diff([second for _, _, second, _ in stroke]), 1e-3)
        speed = np.sqrt((np.diff(line, axis=0) ** 2).sum(axis=1)) / seconds
        speed = np.concatenate((speed[:1], speed))
        force = 1.0 / (1.0 + speed / max(float(np.median(speed)), 1e-6))
    force = np.convolve(np.pad(force, 1, mode="edge"), np.full(3, 1 / 3), mode="valid")
    return np.asarray(PEN * (_THIN + (_THICK - _THIN) * force))


def placed(
    signature: Signature, noise: Noise, gap: Gap, x_height: float, *, mirrored: bool
) -> Placed:
    """The signature in its gap, at the left or, mirrored, at the right; the x-height is in points.

    A little different on every card: place, size, turn, and the shape of an outline.
    """
    chance = noise.normals(_STREAM, np.zeros(1, dtype=np.uint64), 12)[0]
    turn = np.radians(np.clip(_TURN + _TURN_SPREAD * chance[1], 1.0, _MOST_TURN))
    across = np.clip(_INDENT + _PLACE_SPREAD * chance[2], 5.0, 15.0) * _MM
    cos, sin = float(np.cos(turn)), float(np.sin(turn))
    wide, tall = signature.width * cos + sin, cos + signature.width * sin
    height = min(
        _height(signature, x_height) * (1.0 + _HEIGHT_SPREAD * chance[0]),
        (gap.top - gap.bottom) / tall,
        (gap.right - gap.left - across) / wide,
    )
    low = gap.base - height * _BELOW + np.clip(chance[3], -2, 2) * _PLACE_SPREAD / 2 * _MM
    low = min(max(low, gap.bottom), gap.top - height * tall)
    x = gap.right - across - wide * height if mirrored else gap.left + across
    return _turned(signature, height, (cos, -sin if mirrored else sin), (x, low), chance[4:])


def _turned(
    signature: Signature,
    height: float,
    turn: tuple[float, float],
    corner: tuple[float, float],
    chance: Array,
) -> Placed:
    """So high, turned by the angle of that cosine and sine, the lower left of what it covers in `corner`."""
    a, b = height * turn[0], height * turn[1]
    x, y = corner[0] + max(b, 0.0), corner[1] + max(-b, 0.0) * signature.width
    if signature.outline is None:
        wide = signature.width
        return Placed(outline=None, verbs=(), matrix=(a * wide, b * wide, -b, a, x, y))
    points = _warped(signature.outline.points, chance)
    on_card = np.stack((points @ (a, -b) + x, points @ (b, a) + y), axis=1)
    return Placed(
        outline=np.rint(on_card / UNIT).astype(np.int64),
        verbs=signature.outline.verbs,
        matrix=(a, b, -b, a, x, y),
    )


def _warped(points: Array, chance: Array) -> Array:
    x, y = points[:, 0], points[:, 1]
    waves = (np.sin(2.1 * x), np.cos(2.1 * x), np.sin(3.4 * y + x), np.cos(3.4 * y - x))
    dx = sum(wave * c for wave, c in zip(waves, chance[:4], strict=True))
    dy = sum(wave * c for wave, c in zip(waves, chance[4:8], strict=True))
    return np.asarray(points + np.stack((dx, dy), axis=1) * (_WARP / 2))
