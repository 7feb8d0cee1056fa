"""Where a box comes to lie that is dragged near an edge, the middle, or another box."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reports.label_design import LEAST, Place

Size = tuple[float, float]
STEP = 0.1
"""Millimetres in which boxes are placed by the mouse where nothing is near."""

MARGIN = 3.0
"""Millimetres that a printer may feed a sheet amiss: boxes are drawn to what is left blank for it."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A line to which a box was drawn: millimetres from the left edge if `upright`, else from above."""

    upright: bool
    at: float


@dataclass(frozen=True, slots=True)
class Snapped:
    place: Place
    guides: tuple[Guide, ...] = ()


def moved_to(place: Place, label: Size, others: Sequence[Place], near: float) -> Snapped:
    """The whole box drawn to what is no farther than `near`, and kept on the label."""
    across = _lines(label[0], [(one.left, one.right) for one in others])
    down = _lines(label[1], [(one.top, one.foot) for one in others])
    left, upright = _drawn(place.left, place.wide, across, near)
    top, level = _drawn(place.top, place.high, down, near)
    put = replace(
        place,
        left=_within(left, 0.0, label[0] - place.wide),
        top=_within(top, 0.0, label[1] - place.high),
    )
    return Snapped(put, tuple(_seen(put, upright, level)))


def resized_to(
    place: Place, edges: str, label: Size, others: Sequence[Place], near: float
) -> Snapped:
    """The box with the edges named in `edges` (l, r, t, f) drawn to what is near; the others stay."""
    across = _lines(label[0], [(one.left, one.right) for one in others])
    down = _lines(label[1], [(one.top, one.foot) for one in others])
    left, right, top, foot = place.left, place.right, place.top, place.foot
    if "l" in edges:
        left = _within(_edge(left, across, near), 0.0, right - LEAST)
    if "r" in edges:
        right = _within(_edge(right, across, near), left + LEAST, label[0])
    if "t" in edges:
        top = _within(_edge(top, down, near), 0.0, foot - LEAST)
    if "f" in edges:
        foot = _within(_edge(foot, down, near), top + LEAST, label[1])
    put = Place(left=left, top=top, wide=round(right - left, 4), high=round(foot - top, 4))
    uprights = [one for one, said in ((left, "l"), (right, "r")) if said in edges and one in across]
    levels = [one for one, said in ((top, "t"), (foot, "f")) if said in edges and one in down]
    guides = [Guide(True, one) for one in uprights] + [Guide(False, one) for one in levels]
    return Snapped(put, tuple(guides))


def stepped(place: Place, way: tuple[float, float], label: Size) -> Place:
    """Moved by keys, not beyond the label."""
    return replace(
        place,
        left=round(_within(place.left + way[0], 0.0, label[0] - place.wide), 2),
        top=round(_within(place.top + way[1], 0.0, label[1] - place.high), 2),
    )


def grown(place: Place, way: tuple[float, float], label: Size) -> Place:
    """Made larger or smaller by keys at its right and lower edge, not beyond the label."""
    return replace(
        place,
        wide=round(_within(place.wide + way[0], LEAST, label[0] - place.left), 2),
        high=round(_within(place.high + way[1], LEAST, label[1] - place.top), 2),
    )


def _lines(length: float, others: Iterable[tuple[float, float]]) -> list[float]:
    """The edges, margins and the middle of the label, then the edges and middles of the other boxes."""
    found = [0.0, length / 2, length, MARGIN, length - MARGIN]
    for start, end in others:
        found += [start, (start + end) / 2, end]
    return found


def _drawn(
    start: float, long: float, lines: Sequence[float], near: float
) -> tuple[float, float | None]:
    """Where it begins once its start, middle or end lies on a line, and that line."""
    tries = [
        (abs(line - start - part), line - part, line)
        for part in (0.0, long / 2, long)
        for line in lines
    ]
    apart, begins, line = min(tries, key=lambda one: one[0])
    return (begins, line) if apart <= near else (_stepwise(start), None)


def _edge(edge: float, lines: Sequence[float], near: float) -> float:
    line = min(lines, key=lambda one: abs(one - edge))
    return line if abs(line - edge) <= near else _stepwise(edge)


def _seen(put: Place, upright: float | None, level: float | None) -> Iterator[Guide]:
    """Those lines on which the box still lies, now that it was kept on the label."""
    if upright is not None and _touches(upright, put.left, put.right):
        yield Guide(True, upright)
    if level is not None and _touches(level, put.top, put.foot):
        yield Guide(False, level)


def _touches(line: float, start: float, end: float) -> bool:
    return any(abs(line - one) < 1e-6 for one in (start, (start + end) / 2, end))  # noqa: PLR2004


def _stepwise(at: float) -> float:
    return round(round(at / STEP) * STEP, 4)


def _within(at: float, least: float, most: float) -> float:
    return max(least, min(at, max(least, most)))
