"""What this screen needs from the desk, so that its presenters know neither window nor toolkit."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol, TypeVar

from app.keeping.history import StepId
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

    def tell_step(self, step: StepId | None, said: str = "") -> None:
        """Says what was done, in its own words or `said`, and offers to undo it."""

    def tell_last(self) -> None:
        """The same for the newest step."""

    def look_up(self, read: Callable[[Shop], Result], show: Callable[[Result], None]) -> object:
        """Reads on the side, with nothing said about it, and hands the result over here."""

    def show_customer(self, customer: int) -> None: ...

    def write_cards(
        self, ids: Sequence[int], letter: str = "", facts: Mapping[str, str] | None = None
    ) -> None: ...
