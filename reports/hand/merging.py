"""Many short curves into few long ones: the fit that is done once for each letter of a font."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Merged = tuple[Points, Points]
"""The points that follow the current one, light and heavy: one for a line, three for a cubic."""

TOLERANCE = 4.5 / 1000  # ems that a merged curve may stray from the font's own
_CORNER = np.cos(np.radians(60.0))
_MOST_TURN = np.radians(190.0)  # no cubic follows more of a bend
_MOST_MERGED = 16
_STEPS = 4  # samples of a segment
_U = np.linspace(0.0, 1.0, _STEPS + 1)[:-1]
_BERNSTEIN = np.stack(((1 - _U) ** 3, 3 * _U * (1 - _U) ** 2, 3 * _U**2 * (1 - _U), _U**3), axis=1)


class Stretch(NamedTuple):
    """Cubics that follow each other without a corner, (n, 4, 2), in two weights."""

    light: Points
    heavy: Points


def is_corner(cubics: Points) -> NDArray[np.bool_]:
    """Whether a closed contour turns sharply where each of its cubics begins."""
    out, into = _tangents(cubics)
    return np.asarray((np.roll(into, 1, axis=0) * out).sum(axis=1) < _CORNER)


def merged(stretches: Sequence[Stretch]) -> list[list[Merged]]:
    """Each stretch in as few curves as keep within the tolerance, cut at the same places in both weights.

    All stretches are worked on side by side, since a step of NumPy costs the same for one as for hundreds.
    """
    if not stretches:
        return []
    light = _Samples([one.light for one in stretches])
    ends = np.cumsum([len(one.light) for one in stretches]).tolist()
    searches = [
        _Search(start, end, light.turn) for start, end in zip([0, *ends[:-1]], ends, strict=True)
    ]
    while waiting := [one for one in searches if one.is_open]:
        runs = np.array([one.tried for one in waiting])
        fit = _fit(light, runs)
        for n, search in enumerate(waiting):
            search.learn(fit, n)
    heavy = _Samples([one.heavy for one in stretches])
    return _collected(searches, light, heavy)


class _Samples:
    """All stretches in one row: sampled points, end tangents, and how much each segment turns."""

    def __init__(self, stretches: Sequence[Points]) -> None:
        self.cubics = np.concatenate(stretches)
        sampled = np.einsum("sk,nkd->nsd", _BERNSTEIN, self.cubics).reshape(-1, 2)
        self.points = np.concatenate((sampled, self.cubics[-1:, 3]))
        self.out, self.into = _tangents(self.cubics)
        cross = self.out[:, 0] * self.into[:, 1] - self.out[:, 1] * self.into[:, 0]
        turn = np.abs(np.arctan2(cross, (self.out * self.into).sum(axis=1)))
        self.turn: list[float] = np.concatenate(([0.0], np.cumsum(turn))).tolist()

    def along(self, runs: NDArray[np.int64]) -> Points:
        """The points of each run of segments; shorter runs end in copies of their last point."""
        most = int((runs[:, 1] - runs[:, 0]).max()) * _STEPS
        steps = np.arange(most + 1)
        last = (runs[:, 1] - runs[:, 0])[:, None] * _STEPS
        points = self.points[runs[:, :1] * _STEPS + np.minimum(steps, last)]
        ends = self.cubics[runs[:, 1] - 1, 3]
        return np.asarray(np.where((steps >= last)[:, :, None], ends[:, None], points))


class _Fit(NamedTuple):
    control: Points
    where: Points
    error: list[float]


@dataclass
class _Search:
    """Finds, by halving, how many of the next segments one cubic can stand for; then goes on behind it."""

    start: int
    end: int
    turn: list[float]
    found: list[tuple[int, int, Points | None]] = field(default_factory=list)
    _least: int = 1
    _most: int = 1
    _best: Points | None = None

    def __post_init__(self) -> None:
        self._begin()

    @property
    def is_open(self) -> bool:
        return self.start < self.end

    @property
    def tried(self) -> tuple[int, int]:
        return self.start, self.start + (self._least + self._most + 1) // 2

    def learn(self, fit: _Fit, n: int) -> None:
        size = (self._least + self._most + 1) // 2
        if fit.error[n] <= TOLERANCE:
            self._least, self._best = size, fit.where[n]
        else:
            self._most = size - 1
        self._settle()

    def _begin(self) -> None:
        most = min(self.end - self.start, _MOST_MERGED)
        while most > 1 and self.turn[self.start + most] - self.turn[self.start] > _MOST_TURN:
            most -= 1
        self._least, self._most, self._best = 1, most, None
        self._settle()

    def _settle(self) -> None:
        if self._least >= self._most and self.is_open:
            self.found.append((self.start, self.start + self._least, self._best))
            self.start += self._least
            if self.is_open:
                self._begin()


def _collected(searches: Sequence[_Search], light: _Samples, heavy: _Samples) -> list[list[Merged]]:
    long = [found for search in searches for found in search.found if found[2] is not None]
    curves: Iterator[Merged] = iter(())
    if long:
        runs = np.array([found[:2] for found in long])
        width = int((runs[:, 1] - runs[:, 0]).max()) * _STEPS + 1
        where = np.stack([_filled(found[2], width) for found in long])
        pairs = [_handles(one.along(runs), where)[:, 1:] for one in (light, heavy)]
        curves = zip(*pairs, strict=True)
    return [
        [
            next(curves) if best is not None else _alone(light, heavy, at)
            for at, _, best in one.found
        ]
        for one in searches
    ]


def _filled(where: Points | None, width: int) -> Points:
    row = np.ones(width)
    if where is not None:
        row[: min(len(where), width)] = where[:width]
    return row


def _alone(light: _Samples, heavy: _Samples, at: int) -> Merged:
    one, other = light.cubics[at], heavy.cubics[at]
    first = 3 if _is_straight(one) and _is_straight(other) else 1
    return one[first:], other[first:]


def _is_straight(cubic: Points) -> bool:
    along, away = cubic[3] - cubic[0], cubic[1:3] - cubic[0]
    return bool(np.abs(along[0] * away[:, 1] - along[1] * away[:, 0]).max() < 1e-9)


def _fit(samples: _Samples, runs: NDArray[np.int64]) -> _Fit:
    """The cubic through the ends of each run that lies closest to it.

    Least squares after chord length, refined twice (Schneider, Graphics Gems I, 1990), but with free
    tangents: what matters is how far the ink strays, and a break of the direction cannot exceed that.
    """
    points = samples.along(runs)
    steps = np.sqrt((np.diff(points, axis=1) ** 2).sum(axis=2))
    along = np.concatenate((np.zeros((len(runs), 1)), np.cumsum(steps, axis=1)), axis=1)
    where = along / np.maximum(along[:, -1:], 1e-12)
    control = _handles(points, where)
    for _ in range(2):
        where = _closer(points, where, control)
        control = _handles(points, where)
    away = _on(control, where) - points
    error = np.sqrt((away * away).sum(axis=2).max(axis=1))
    return _Fit(control, where, error.tolist())


def _tangents(cubics: Points) -> tuple[Points, Points]:
    """Unit directions in which each cubic begins and ends."""
    one, two, three = (cubics[:, n] - cubics[:, 0] for n in (1, 2, 3))
    back = cubics[:, 3] - cubics[:, 2], cubics[:, 3] - cubics[:, 1], three
    return _first_long(one, two, three), _first_long(*back)


def _first_long(*choices: Points) -> Points:
    best = choices[-1].copy()
    for choice in reversed(choices):
        is_long = (choice * choice).sum(axis=1) > 1e-10
        best[is_long] = choice[is_long]
    length = np.sqrt((best * best).sum(axis=1, keepdims=True))
    return np.asarray(best / np.maximum(length, 1e-12))


def _handles(points: Points, where: Points) -> Points:
    """The control points, (n, 4, 2), that come closest for given parameters; the ends stay."""
    back = 1.0 - where
    one, two = 3 * where * back * back, 3 * where * where * back
    first, last = points[:, 0], points[:, -1]
    rest = points - (back**3)[:, :, None] * first[:, None] - (where**3)[:, :, None] * last[:, None]
    a, b, c = (one * one).sum(axis=1), (one * two).sum(axis=1), (two * two).sum(axis=1)
    p, q = (one[:, :, None] * rest).sum(axis=1), (two[:, :, None] * rest).sum(axis=1)
    bottom = np.maximum(a * c - b * b, 1e-12)[:, None]
    near = (p * c[:, None] - q * b[:, None]) / bottom
    far = (q * a[:, None] - p * b[:, None]) / bottom
    return np.stack((first, near, far, last), axis=1)


def _on(control: Points, where: Points) -> Points:
    back = 1.0 - where
    weights = (back**3, 3 * where * back**2, 3 * where**2 * back, where**3)
    return np.asarray(np.einsum("kns,nkd->nsd", np.stack(weights), control))


def _closer(points: Points, where: Points, control: Points) -> Points:
    """Parameters moved to where the curve is nearest, by a step of Newton's."""
    back = 1.0 - where
    legs = np.diff(control, axis=1) * 3
    weights = np.stack((back * back, 2 * back * where, where * where))
    slope = np.einsum("kns,nkd->nsd", weights, legs)
    bend = np.einsum("kns,nkd->nsd", np.stack((back, where)), np.diff(legs, axis=1) * 2)
    away = _on(control, where) - points
    top = (away * slope).sum(axis=2)
    bottom = (slope * slope).sum(axis=2) + (away * bend).sum(axis=2)
    moved = where - top / np.where(np.abs(bottom) > 1e-12, bottom, 1.0)
    moved[:, 0] = 0.0
    moved[where >= 1.0] = 1.0
    return np.clip(np.maximum.accumulate(moved, axis=1), 0.0, 1.0)
