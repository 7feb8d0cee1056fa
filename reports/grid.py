"""Labels in columns and rows: where each lies, and whether they can lie like that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import floor, hypot

from reports.papers import Place, Size


class Shape(StrEnum):
    """What is cut out of the sheet; a round one fills the width and height of its label as an ellipse."""

    RECTANGLE = "rectangle"
    ROUND = "round"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Labels in columns and rows: left and upper edge of the first, and the way from one to the next."""

    columns: int
    rows: int
    first: tuple[float, float]
    pitch: tuple[float, float]

    @property
    def labels(self) -> int:
        return self.columns * self.rows

    def place(self, number: int) -> tuple[float, float]:
        """Left and upper edge; 1 is the first, then to the right, then down."""
        row, column = divmod(number - 1, self.columns)
        return (self.first[0] + column * self.pitch[0], self.first[1] + row * self.pitch[1])


def sticks_out(grid: Grid, label: Size, page: Size, slack: float) -> bool:
    """Whether its last label ends more than `slack` millimetres beyond the page."""
    last = grid.place(grid.labels)
    return any(last[axis] + label[axis] > page[axis] + slack for axis in (0, 1))


def overlap(grids: Sequence[Grid], label: Size, shape: Shape) -> bool:
    """Whether two labels of this size lie over one another, in a grid or of two."""
    return any(_is_tight(grid, label) for grid in grids) or any(
        _meet(place, near, label, shape)
        for at, grid in enumerate(grids)
        for place in map(grid.place, range(1, grid.labels + 1))
        for before in grids[:at]
        for near in _around(before, place)
    )


def _is_tight(grid: Grid, label: Size) -> bool:
    counts = (grid.columns, grid.rows)
    return any(counts[axis] > 1 and grid.pitch[axis] < label[axis] for axis in (0, 1))


def _meet(one: Place, other: Place, label: Size, shape: Shape) -> bool:
    across, down = (abs(one[axis] - other[axis]) / label[axis] for axis in (0, 1))
    return hypot(across, down) < 1 if shape is Shape.ROUND else max(across, down) < 1


def _around(grid: Grid, place: Place) -> Iterator[Place]:
    """Where those few labels of the grid stand that are nearest to `place`."""
    columns = _beside(grid.columns, (place[0] - grid.first[0]) / grid.pitch[0])
    rows = _beside(grid.rows, (place[1] - grid.first[1]) / grid.pitch[1])
    for column in columns:
        for row in rows:
            yield grid.place(row * grid.columns + column + 1)


def _beside(count: int, at: float) -> set[int]:
    return {min(max(floor(at) + more, 0), count - 1) for more in (0, 1)}
