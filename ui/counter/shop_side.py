"""What counter mode asks of the shop, and nothing more of it is within reach of that screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from app.loyalty.moment import Moment
from app.voice.questions import Reply
from app.voice.survey import Survey
from ui.counter.pages import Results
from ui.counter.visit import Known, Visit

if TYPE_CHECKING:
    from app.loyalty.coupon import Coupon


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """How the owner has set the counter."""

    name: str
    words: str
    language: str
    hours: str
    shows_results: bool
    review: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gift:
    """What an answer was thanked with."""

    points: int = 0
    balance: int | None = None
    coupon: "Coupon | None" = None


class ShopSide(Protocol):
    """The shop as the counter sees it. What writes may raise `Busy`, `sqlite3.Error` and `OSError`."""

    def house(self) -> House: ...

    def survey(self) -> Survey | None:
        """What is asked at the counter; None where nothing is."""

    def own_themes(self) -> Sequence[str]:
        """Themes that this shop has named itself."""

    def now(self) -> datetime:
        """By the shop's own clock."""

    def moment(self) -> Moment: ...

    def settle(self) -> None:
        """Puts in order what a power cut left open."""

    def asks(self, customer: int, survey: Survey, moment: Moment) -> None:
        """Writes down that she is asked, whether she answers or not."""

    def begin(self, visit: Visit, reply: Reply, moment: Moment) -> int:
        """Writes the first reply; answers the number of the answer."""

    def reply(self, answer: int, reply: Reply, moment: Moment) -> None: ...

    def say(self, answer: int, visit: Visit, moment: Moment) -> None:
        """Writes reasons, comment and the wish to be called as they stand in `visit`."""

    def agree_to_calls(self, customer: int, wording: str) -> None: ...

    def finish(self, answer: int, moment: Moment) -> None: ...

    def leave(self, answer: int, moment: Moment) -> None: ...

    def drop(self, answer: int, moment: Moment) -> None: ...

    def thank(self, answer: int, survey: Survey, moment: Moment) -> Gift: ...

    def results(self) -> Results | None:
        """How others answered, where there are enough of them to say so."""

    def find(self, text: str) -> Known | None:
        """Whose card or phone that is; None where nobody's, or several people's."""
