"""A desk and views made by hand, so that presenters are tested without a toolkit."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from app.keeping.history import StepId
from resources.words import words_in
from tests.shop import ScenarioShop
from ui.customers.filters import Filter
from ui.customers.portrait import Portrait


class PretendDesk:
    """Notes which steps were told, as verbs."""

    def __init__(self, shop: ScenarioShop, language: str = "en") -> None:
        self.shop, self.words = shop, words_in(language)
        self.told: list[str] = []
        self.said = ""

    def today(self) -> date:
        return self.shop.today()

    def work(self, act: Callable[..., Any], done: Callable[[Any], None], **how: Any) -> None:
        """At once, but by another opening of the shop, as the real desk does."""
        own = self.shop.beside()
        result = act(own, lambda _done, _total: None)
        own.close()
        self.said = how["say"](0, 0)
        done(result)

    def look_up(self, read: Callable[..., Any], show: Callable[[Any], None]) -> None:
        own = self.shop.beside()
        result = read(own)
        own.close()
        show(result)

    def attempt(self, act: Callable[[], Any]) -> Any:
        return act()

    def tell_step(self, step: StepId | None) -> None:
        if step is not None:
            self.told.append(self.shop.history.step(step).verb)

    def tell_last(self) -> None:
        self.tell_step(self.shop.history.standing(undone=False, limit=1)[0].id)


class PretendList:
    """Holds what the list shows."""

    def __init__(self) -> None:
        self.count = self.nobody = self.several = ""
        self.filters: dict[str, int] = {}
        self.chosen = ""
        self.ids: list[int] = []
        self.selected: list[int] = []
        self.person: int | None = None
        self.sorting = ("", False)
        self.is_empty = False
        self.shown_again = 0

    def show_count(self, words: str) -> None:
        self.count = words

    def show_filters(self, filters: Sequence[Filter], chosen: str) -> None:
        self.filters = {one.key: one.count for one in filters}
        self.chosen = chosen

    def show_people(self, ids: Sequence[int], selected: Sequence[int]) -> None:
        self.ids, self.selected = list(ids), list(selected)

    def show_selected(self, customer: int) -> None:
        self.selected = [customer]

    def show_again(self) -> None:
        self.shown_again += 1

    def show_sorting(self, key: str, *, descending: bool) -> None:
        self.sorting = (key, descending)

    def show_nobody(self, sentence: str) -> None:
        self.nobody = sentence

    def show_empty_book(self) -> None:
        self.is_empty = True

    def show_several(self, words: str) -> None:
        self.several = words

    def show_person(self, customer: int | None) -> None:
        self.person = customer


class PretendPane:
    """Holds whom the pane shows."""

    def __init__(self) -> None:
        self.person: Portrait | None = None

    def show_person(self, person: Portrait) -> None:
        self.person = person

    def show_nobody(self) -> None:
        self.person = None


class PretendForm:
    """Holds what the form for somebody new says."""

    def __init__(self) -> None:
        self.doubles: list[str] = []
        self.errors: dict[str, str] = {}

    def show_doubles(self, doubles: list[tuple[int, str]]) -> None:
        self.doubles = [name for _, name in doubles]

    def show_error(self, key: str, words: str) -> None:
        self.errors[key] = words
