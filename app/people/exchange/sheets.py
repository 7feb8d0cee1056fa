"""A sheet as it came: numbered rows of raw cells, whatever kind of file held them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from app.people.exchange.problems import Problem

Cell = str | float | int | bool | date | time | timedelta | None
NumberedRow = tuple[int, Sequence[Cell]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """What is known of a workbook before it is opened: its true suffixes, from when its days count, and
    by sheet and column how many figures its numbers show at least.
    """

    suffixes: tuple[str, ...]
    from_1904: bool = False
    zeros: Mapping[str, Mapping[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which sheet of a workbook: the one called `name`, else the first with a header that is known or
    one of `headers`, else the first with anything in it; the last at once where `headers` is None.
    """

    name: str | None = None
    headers: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet. `rows()` starts anew each time and leaves out rows in which every cell is empty.

    Rows are numbered as a spreadsheet program numbers them; cells stand at their column's index.
    An empty cell is "" or None. `height` is the number of the last row, 0 when unknown.
    """

    name: str
    rows: Callable[[], Iterator[NumberedRow]]
    names: tuple[str, ...] = ()
    height: int = 0
    from_1904: bool = False
    broken: tuple[Problem, ...] = field(default=())
