"""What the import page is given to show: words and facts, ready to be laid out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Any, Protocol, TypeVar

from app.changes import Kind
from app.keeping.history import StepId
from app.progress import Report
from app.shop import Shop

Result = TypeVar("Result")


class Step(IntEnum):
    """Where one is; the page says them in this order."""

    CHOOSE = 0
    COLUMNS = 1
    LOOK = 2
    DONE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetChoice:
    """A sheet with something in it."""

    name: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read a column of dates: its order, and what an example is then."""

    order: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLine:
    """One column of the file; `readings` are what must be chosen from, none when all is clear."""

    at: int
    header: str
    samples: tuple[str, ...]
    field: str
    remark: str = ""
    readings: tuple[Reading, ...] = ()
    order: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """All columns; `names_first` tells a list that was not understood whether its first row names
    them, None where that is no question.
    """

    lines: tuple[ColumnLine, ...]
    count: str
    remembered: str = ""
    names_first: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One row as it will be read; `doubts` are values that cannot be, by column.

    `known` tells who she is known from: `book`, `list` for a row above, "" when she is new.
    """

    number: int
    name: str
    left_out: bool = False
    known: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)
    doubts: Mapping[str, str] = field(default_factory=dict)
    remark: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The first rows, and what is said about them."""

    rows: tuple[PreviewRow, ...]
    count: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemLine:
    """One value that was not taken."""

    row: str
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of it; `figures` are numbers with their words."""

    title: str
    figures: tuple[tuple[str, str], ...]
    problems: int
    problems_said: str
    shows_new: bool
    saves: bool
    undoes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Something that takes its time, done in another thread."""

    act: Callable[[Shop, Report], Any]
    done: Callable[[Any], None]
    say: str
    changes: tuple[Kind, ...] = ()
    heard: Callable[[int, int], None] | None = None
    stopped: Callable[[], None] | None = None
    broken: Callable[[], None] | None = None


class ImportView(Protocol):
    """The page as its presenter sees it."""

    def show_step(self, step: Step) -> None:
        """Brings the page of `step`, with the keyboard on its main thing."""

    def show_file(self, name: str) -> None: ...

    def show_choosing(self) -> None:
        """The place to drop a file on."""

    def show_trouble(self, said: str, advice: str) -> None:
        """Why the file could not be read, and what to do."""

    def show_reading(self, said: str, share: float | None) -> None: ...

    def show_sheets(self, sheets: Sequence[SheetChoice]) -> None: ...

    def show_columns(self, columns: Columns) -> None: ...

    def show_objection(self, said: str, at: int | None = None) -> None:
        """Why one cannot go on yet, with the keyboard on the column `at`."""

    def show_preview(self, preview: Preview) -> None: ...

    def show_plan(self, mode: str, act: str, remark: str) -> None:
        """What may happen, the words of the button that does it, and what is to be known before."""

    def show_running(self, title: str, said: str, share: float | None) -> None: ...

    def show_outcome(self, outcome: Outcome) -> None: ...

    def ask_where(self, suggested: str, chosen: Callable[[Path], None]) -> None:
        """A place for a spreadsheet; nothing happens when the question is left."""

    def work(self, work: Work) -> Callable[[], None]:
        """Begins `work`; the answer stops it."""

    def look_up(self, read: Callable[[Shop], Result], show: Callable[[Result], None]) -> None: ...

    def tell(self, said: str) -> None: ...
    def tell_step(self, step: StepId | None, said: str) -> None:
        """The same with *Undo*, which is there for the keys, too."""

    def show_people(self, ids: Sequence[int]) -> None:
        """Goes to Customers, with these people selected among the others."""
