"""Letter outlines as few smooth curves: what a font draws, merged into cubics once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reports.hand.merging import Merged, Stretch, is_corner, merged

Points = NDArray[np.float64]

MOVE, LINE, CURVE = 0, 1, 2
_TAKES = {MOVE: 1, LINE: 1, CURVE: 3}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outline:
    """Closed contours: `verbs` say what the points are for; lengths in ems, y upwards.

    `heavy` are the same points of a heavier weight, None where the font has none that matches.
    """

    verbs: tuple[int, ...]
    points: Points
    heavy: Points | None = None

    @property
    def starts(self) -> list[int]:
        """Where in `points` each contour begins."""
        return [at for verb, at in self.steps() if verb == MOVE]

    def steps(self) -> Iterator[tuple[int, int]]:
        """Each verb with the index of its first point."""
        at = 0
        for verb in self.verbs:
            yield verb, at
            at += _TAKES[verb]

    def contours(self) -> list["Outline"]:
        """Each contour alone."""
        edges = [*self.starts, len(self.points)]
        breaks = [at for at, verb in enumerate(self.verbs) if verb == MOVE] + [len(self.verbs)]
        return [
            Outline(
                verbs=self.verbs[breaks[n] : breaks[n + 1]],
                points=self.points[edges[n] : edges[n + 1]],
                heavy=None if self.heavy is None else self.heavy[edges[n] : edges[n + 1]],
            )
            for n in range(len(edges) - 1)
        ]

    def moved(self, dx: float, dy: float) -> "Outline":
        by = np.array([dx, dy])
        heavy = None if self.heavy is None else self.heavy + by
        return Outline(verbs=self.verbs, points=self.points + by, heavy=heavy)


def joined(parts: Sequence[Outline]) -> Outline:
    """Several outlines as one; heavy only where all are."""
    heavies = [part.heavy for part in parts if part.heavy is not None]
    return Outline(
        verbs=tuple(verb for part in parts for verb in part.verbs),
        points=np.concatenate([part.points for part in parts] or [np.empty((0, 2))]),
        heavy=np.concatenate(heavies) if heavies and len(heavies) == len(parts) else None,
    )


def drawn(fonts: Sequence[Any], em: float, glyphs: Sequence[int]) -> list[Outline]:
    """The outlines of several glyphs, merged at once; `fonts` is one, or one and its heavier sister."""
    sketches = [_Sketch(fonts, em, glyph) for glyph in glyphs]
    results = iter(merged([one for sketch in sketches for one in sketch.stretches]))
    return [sketch.finished(results) for sketch in sketches]


def of_polygon(corners: Points) -> Outline:
    """A closed polygon of many corners as few curves; its size is near one."""
    return of_cubics([_straight(corners, np.roll(corners, -1, axis=0))])


def of_cubics(contours: Sequence[Points]) -> Outline:
    """Closed contours of cubics, (n, 4, 2) each, as few curves."""
    sketch = _Sketch((), 1.0, 0)
    for contour in contours:
        sketch.cut(contour, contour)
    return sketch.finished(iter(merged(sketch.stretches)))


def _straight(start: Points, end: Points) -> Points:
    """Straight cubics from each start to its end, without those that go nowhere."""
    moves = np.abs(end - start).max(axis=1) > 1e-9
    start, end = start[moves], end[moves]
    step = (end - start) / 3
    return np.stack((start, start + step, end - step, end), axis=1)


class _Sketch:
    """A glyph as the font draws it, cut at its corners into smooth stretches."""

    def __init__(self, fonts: Sequence[Any], em: float, glyph: int) -> None:
        light, *others = [contours(font, glyph, em) for font in fonts] or [[]]
        heavy = others[0] if others else light
        self.has_heavy = bool(others) and [len(c) for c in light] == [len(c) for c in heavy]
        self.stretches: list[Stretch] = []
        self._counts: list[int] = []
        self._starts: list[tuple[Points, Points]] = []
        for one, other in zip(light, heavy if self.has_heavy else light, strict=True):
            if len(one):
                self.cut(one, other)

    def cut(self, light: Points, heavy: Points) -> None:
        corners = is_corner(light)
        first = int(np.argmax(corners)) if corners.any() else 0
        light, heavy = np.roll(light, -first, axis=0), np.roll(heavy, -first, axis=0)
        corners = np.roll(corners, -first)
        edges = [0, *(n for n in range(1, len(light)) if corners[n]), len(light)]
        self._counts.append(len(edges) - 1)
        self._starts.append((light[0, :1], heavy[0, :1]))
        for start, end in pairwise(edges):
            self.stretches.append(Stretch(light[start:end], heavy[start:end]))

    def finished(self, results: Iterator[list[Merged]]) -> Outline:
        verbs: list[int] = []
        points, others = [np.empty((0, 2))], [np.empty((0, 2))]
        for count, (start, heavy_start) in zip(self._counts, self._starts, strict=True):
            verbs.append(MOVE)
            points.append(start)
            others.append(heavy_start)
            for piece, other in chain.from_iterable(islice(results, count)):
                verbs.append(LINE if len(piece) == 1 else CURVE)
                points.append(piece)
                others.append(other)
        heavy = np.concatenate(others) if self.has_heavy else None
        return Outline(verbs=tuple(verbs), points=np.concatenate(points), heavy=heavy)


class _Pen:
    """Collects a glyph's contours as cubics, four points each."""

    def __init__(self) -> None:
        self.contours: list[list[tuple[tuple[float, float], ...]]] = []
        self._at = self._start = (0.0, 0.0)

    def moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802 - the names that HarfBuzz calls
        self.contours.append([])
        self._at = self._start = to

    def lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        if to != self._at:
            self._add(_between(self._at, to, 1 / 3), _between(self._at, to, 2 / 3), to)

    def qCurveTo(self, control: tuple[float, float], to: tuple[float, float]) -> None:  # noqa: N802
        self._add(_between(self._at, control, 2 / 3), _between(to, control, 2 / 3), to)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add(*points)

    def closePath(self) -> None:  # noqa: N802
        self.lineTo(self._start)

    def _add(self, *points: tuple[float, float]) -> None:
        self.contours[-1].append((self._at, *points))
        self._at = points[-1]


def _between(
    one: tuple[float, float], other: tuple[float, float], part: float
) -> tuple[float, float]:
    return (one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part)


def contours(font: Any, glyph: int, em: float) -> list[Points]:
    """Each contour as cubics, (n, 4, 2), in ems."""
    pen = _Pen()
    font.draw_glyph_with_pen(glyph, pen)
    return [np.array(one, dtype=np.float64).reshape(-1, 4, 2) / em for one in pen.contours]
