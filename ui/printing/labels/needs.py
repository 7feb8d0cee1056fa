"""What labels and envelopes need from the desk, so that their presenter knows neither window nor toolkit."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from app.keeping.history import StepId
from app.shop import Shop
from resources.words import Words

Result = TypeVar("Result")


class DeskSide(Protocol):
    """The side of `ui.desk.Desk` that the presenter sees."""

    @property
    def shop(self) -> Shop: ...

    @property
    def words(self) -> Words: ...

    def attempt(self, act: Callable[[], Result]) -> Result | None: ...

    def tell_step(self, step: StepId | None, said: str = "") -> None: ...

    def look_up(self, read: Callable[[Shop], Result], show: Callable[[Result], None]) -> object: ...

    def show_customer(self, customer: int) -> None: ...
