"""What the Cards screen is given to show: words and facts, ready to be laid out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from app.changes import Kind
from app.keeping.history import StepId
from app.progress import Report
from app.shop import Shop
from ui.cards.order import Printer

if TYPE_CHECKING:
    from reports.cards import CardFacts
    from reports.papers import Edge, Paper
    from reports.stationery import Stationery

Choices = Sequence[tuple[str, str]]
"""Pairs of key and words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What there is to choose from, and which of it is chosen."""

    choices: Choices
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One person in the list; `fixed` when no click can tick her, `aloud` for a screen reader."""

    name: str
    uid: str
    reason: str
    ticked: bool
    fixed: bool
    mark: str
    aloud: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """A card that went out before: which and when, at length and in short, and what it said."""

    head: str
    short: str
    text: str
    right_to_left: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The card on the desk; without `facts` the sheet stays blank and `aside` says why."""

    name: str
    aside: str
    pager: str
    paper: "Paper"
    facts: "CardFacts | None"
    on: "Stationery | None"
    is_first: bool
    is_last: bool
    letter: str = ""
    """The letter's own words, where the owner may have put others."""
    own: str = ""
    """What the owner wrote in their place, as she wrote it."""
    edited: bool = False
    right_to_left: bool = False
    fixed: bool = False
    """Put aside as it is: its words are not changed any more."""
    before: tuple[Before, ...] = ()
    """What was written to her before, the newest first."""
    last_line: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactField:
    """Something that the letter has to say; `below` helps, or where it `warns` tells what is wrong."""

    key: str
    label: str
    text: str
    below: str
    warns: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsShown:
    """What is asked for beside the letter, and whether a coupon comes along; None for no question of one.

    It is the `offer` among `offers`, pairs of key and words; there are none where its code is typed.
    """

    fields: tuple[FactField, ...] = ()
    coupon: bool | None = None
    offers: tuple[tuple[str, str], ...] = ()
    offer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What will come out; `why_not` says why nothing would."""

    people: str
    tick: str
    sheets: str
    scale: str
    act: str
    why_not: str
    can_wait: bool = True
    """Whether what is ticked may be put aside: what waits already may not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What the owner should see before she prints; `about` is the person to show.

    A `doubt` is overruled for `people`, and the reason is kept; what is no doubt is only seen.
    """

    key: str
    words: str
    detail: str
    icon: str
    about: int
    doubt: str = ""
    people: tuple[int, ...] = ()
    presses: bool = False
    """Whether it takes a reason to send the card all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do from an empty page."""

    key: str
    icon: str
    title: str
    words: str
    act: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    """Nobody on the list: where one stands, a line of use, and what to do next."""

    sentence: str
    use: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Something long, done in another thread; `stopped` is told when it was cancelled."""

    act: Callable[[Shop, Report], Any]
    done: Callable[[Any], None]
    say: Callable[[int, int], str]
    ended: Callable[[], None]
    stopped: str
    changes: tuple[Kind, ...] = ()
    icon: str = "printer-outline"
    quiet: bool = False
    """Over in a moment: nothing is said of it."""


Draw = Callable[[Shop, BinaryIO], object]
"""Draws a document as it will be printed and gives nothing out; it runs in another thread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paperwork:
    """What else is known of a document before it is printed: how to `draw` it for a look, where it has
    backs over which `edge` its sheets are turned, and the name of a `paper` that is not blank, as of labels.
    What comes out `once` is not copied: codes would be there twice, and used sheets be reckoned wrong.
    """

    draw: Draw | None = None
    edge: "Edge | None" = None
    paper: str = ""
    once: bool = False


class Outlet(Protocol):
    """Where printing and saving go from; both the screen and the dialog of labels are one."""

    def ask_file(self, suggested: str) -> Path | None:
        """Where to save; None when the owner thought better of it."""

    def ask_printer(
        self, page: tuple[float, float], title: str, work: Paperwork | None = None
    ) -> Printer | None:
        """The printer, ready for pages of that many millimetres; None as above."""

    def work(self, work: Work) -> None: ...

    def tell(self, said: str) -> None: ...

    def tell_step(self, step: StepId | None, said: str = "") -> None:
        """What was done, with *Undo*; in the words `said`, else in the step's own."""
