"""What the presenter of the Cards screen sees of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from ui.cards.shown import Chosen, Empty, FactsShown, Outlet, Page, Remark, Total

if TYPE_CHECKING:
    from ui.cards.marks import TextMark
    from ui.cards.tools import ToolsShown


class CardsView(Outlet, Protocol):
    """What the presenter sees of the screen."""

    def show_choices(self, lists: Chosen, letters: Chosen) -> None: ...
    def show_tools(self, tools: "ToolsShown") -> None: ...
    def show_people(self, count: int) -> None:
        """Another list; its rows are asked for with `row` when they are drawn."""

    def show_ticks(self) -> None:
        """The rows say something else now."""

    def show_page(self, at: int, page: Page) -> None: ...
    def show_editor(self, page: Page | None, marks: "Sequence[TextMark]") -> None:
        """The card's text to be changed by hand; None closes the editor."""

    def show_facts(self, facts: FactsShown) -> None:
        """What the letter has to say and the book does not know."""

    def begin_facts(self) -> None:
        """The keyboard goes to the first of them that is missing."""

    def show_total(self, total: Total) -> None: ...
    def show_remarks(self, remarks: Sequence[Remark], more: str) -> None:
        """`more` tells how many there are beyond those that are shown."""

    def show_empty(self, empty: Empty | None) -> None: ...
    def ask_came_out(self, cards: Sequence[tuple[int, str]]) -> None:
        """Whether all of these came out of the printer; nobody for no question."""

    def open_labels(self, ids: Sequence[int]) -> None: ...
    def go(self, place: str) -> None: ...
    def explain(self, refused: Exception) -> None: ...
