"""What the counter shows: one page at a time, told as facts that its widgets draw."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from app.voice.questions import Question, Reply
from app.voice.scales import Mood

if TYPE_CHECKING:
    from app.loyalty.coupon import Coupon


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Where in the survey one is: which of how many dots, and whether there is a way back.

    `hello` is the first name of somebody who showed her card; `is_named` says whether the owner will
    see whose answer it is.
    """

    at: int
    of: int
    hello: str = ""
    is_named: bool = False

    @property
    def is_first(self) -> bool:
        return self.at == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asleep:
    """The shop is closed; `told` once somebody touched the screen, `opens` where it is known when."""

    told: bool = False
    opens: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attract:
    """Nobody is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One question, how it was answered so far, and reasons to touch once the mood is known."""

    way: Way
    question: Question
    text: str
    options: Sequence[tuple[str, str]] = ()
    """What can be chosen: key and words of each."""
    reply: Reply | None = None
    typed: str = ""
    mood: Mood | None = None
    """Whose reasons are shown; None where none are."""
    reasons: Sequence[str] = ()
    why: Sequence[str] = ()
    """Those of `reasons` that were touched."""
    can_show_card: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A word at the end, and the way to the wish of being called."""

    way: Way
    text: str = ""
    may_call: bool = False
    wants_call: bool = False
    mood: Mood | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Calling:
    """On which number, and that she agrees to it."""

    way: Way
    contact: str = ""
    agreed: bool = False
    can_skip: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowingCard:
    """By card or phone; `unknown` when nobody is called so."""

    unknown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """How others answered: `percent` satisfied of `n`."""

    percent: int
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanking:
    """What an answer is thanked with, and how others answered where the owner shows it."""

    hello: str = ""
    points: int = 0
    balance: int | None = None
    coupon: "Coupon | None" = None
    can_print: bool = False
    results: Results | None = None
    review: str = ""


Page = Asleep | Attract | Asking | Saying | Calling | ShowingCard | Thanking
