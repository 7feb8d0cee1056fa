"""What the pages of Feedback show, said already."""

from app.values import value
from ui.shared.states import State


@value
class Figure:
    """One score, large; `lines` stand below it. A grey one rests on few answers."""

    key: str
    name: str
    figure: str
    lines: tuple[str, ...]
    is_grey: bool
    aloud: str


@value
class Point:
    """A month of the chart; without a `level` nobody answered then. All three lie between 0 and 1."""

    short: str
    said: str
    level: float | None = None
    low: float = 0
    high: float = 0
    is_grey: bool = False


@value
class Chart:
    title: str
    points: tuple[Point, ...]
    ticks: tuple[tuple[float, str], ...]
    """How high, from 0 to 1, and what stands there."""


@value
class Bar:
    """A part of what was answered, with its score between 0 and 1; `start` is where nought lies."""

    key: str
    name: str
    figure: str
    n: str
    level: float | None
    start: float
    is_grey: bool
    aloud: str


@value
class Chip:
    """A theme of a comment; a suggested one is not on it yet."""

    key: str
    words: str


@value
class Remark:
    """One comment with all that is known of it; `customer` is 0 where nobody knows who it was."""

    answer: int
    text: str
    when: str
    channel: str
    customer: int
    who: str
    state: State | None
    figures: str
    themes: tuple[Chip, ...]
    suggested: tuple[Chip, ...]
    others: tuple[Chip, ...]


@value
class CaseLine:
    """A case as its row shows it; `due` is said in the tone of how urgent it is."""

    case: int
    uid: str
    who: str
    said: str
    state: State | None
    due: str
    is_urgent: bool
    is_done: bool
    aloud: str


@value
class Hint:
    """Something to do next: what, and what a press leads to."""

    icon: str
    words: str
    act: str
    key: str
