"""A pen's way to ink: the line that it was drawn along, with its breadth at each place, as an outline."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_CAP = 5  # corners that round an end
_CLOSEST = 1e-6


def ribbon(points: Array, breadths: Array) -> Array:
    """The closed polygon around a line: (n, 2) points and as many breadths; its ends are round.

    It runs clockwise where the line is a point, as TrueType's outer contours do.
    """
    line, half = _apart(points, breadths / 2)
    if len(line) == 1:
        return _round(line[0], half[0])
    way = np.gradient(line, axis=0)
    way /= np.maximum(np.sqrt((way * way).sum(axis=1, keepdims=True)), _CLOSEST)
    left = np.stack((-way[:, 1], way[:, 0]), axis=1) * half[:, None]
    return np.concatenate(
        (
            line + left,
            _cap(line[-1], way[-1], half[-1]),
            (line - left)[::-1],
            _cap(line[0], -way[0], half[0]),
        )
    )


def smooth(corners: Array, steps: int) -> Array:
    """A line through all the corners without kinks: Catmull and Rom's spline, `steps` points a piece."""
    ends = np.concatenate(
        (2 * corners[:1] - corners[1:2], corners, 2 * corners[-1:] - corners[-2:-1])
    )
    t = np.linspace(0.0, 1.0, steps, endpoint=False)[:, None]
    pieces = [
        0.5
        * (
            2 * ends[n + 1]
            + (ends[n + 2] - ends[n]) * t
            + (2 * ends[n] - 5 * ends[n + 1] + 4 * ends[n + 2] - ends[n + 3]) * t * t
            + (3 * ends[n + 1] - ends[n] - 3 * ends[n + 2] + ends[n + 3]) * t * t * t
        )
        for n in range(len(corners) - 1)
    ]
    return np.concatenate((*pieces, corners[-1:]))


def _apart(points: Array, half: Array) -> tuple[Array, Array]:
    """Without points that lie on the one before."""
    steps = np.sqrt((np.diff(points, axis=0) ** 2).sum(axis=1))
    kept = np.concatenate(([True], steps > _CLOSEST))
    return points[kept], half[kept]


def _cap(end: Array, way: Array, half: float) -> Array:
    turns = np.pi / 2 - np.linspace(0.0, np.pi, _CAP + 2)[1:-1]
    side = np.array([-way[1], way[0]])
    return np.asarray(end + half * (np.outer(np.cos(turns), way) + np.outer(np.sin(turns), side)))


def _round(centre: Array, half: float) -> Array:
    turns = -np.linspace(0.0, 2 * np.pi, 2 * _CAP + 2, endpoint=False)
    return np.asarray(centre + half * np.stack((np.cos(turns), np.sin(turns)), axis=1))
