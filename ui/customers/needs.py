"""What this screen needs from the desk, so that its presenters know neither window nor toolkit."""

from collections.abc import Callable
from datetime import date
from typing import Protocol, TypeVar

from app.changes import Kind
from app.keeping.history import StepId
from app.progress import Report
from app.shop import Shop
from resources.words import Words

Result = TypeVar("Result")


class DeskSide(Protocol):
    """The side of `ui.desk.Desk` that presenters see."""

    @property
    def shop(self) -> Shop: ...

    @property
    def words(self) -> Words: ...

    def today(self) -> date: ...

    def attempt(self, act: Callable[[], Result]) -> Result | None:
        """Does `act`; when the shop refuses, says why and answers None."""

    def tell_step(self, step: StepId | None) -> None:
        """Says what was done and offers to undo it; nothing for None."""

    def tell_last(self) -> None:
        """The same for the newest step."""

    def work(
        self,
        act: Callable[[Shop, Report], Result],
        done: Callable[[Result], None],
        *,
        say: Callable[[int, int], str],
        changes: tuple[Kind, ...] = (),
        icon: str = "",
    ) -> object:
        """Does `act` on the side, with its own opening of the shop; `done` gets its result here."""

    def look_up(self, read: Callable[[Shop], Result], show: Callable[[Result], None]) -> object:
        """Reads on the side, with nothing said about it, and hands the result over here."""
