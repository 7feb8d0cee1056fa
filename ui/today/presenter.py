"""Today: reads this morning, has its page shown, and leads on to what is to be done about it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.shop import Shop
from resources.words import Words
from ui.today.page import Page, page_of
from ui.today.paper import Written, write_card
from ui.today.reading import Morning, everybody_due, read_morning

if TYPE_CHECKING:
    from ui.today.answering import Answering, AnswerPart
    from ui.today.slipping import Slipping, SlippingPart

Result = TypeVar("Result")

MISSED, BIRTHDAY = "miss_you", "birthday"
"""The letters that Today sends people to the card studio with."""


class TodayView(Protocol):
    """The page of this morning."""

    def show_page(self, page: Page) -> None: ...

    def show_empty_book(self) -> None: ...

    def show_paper(self, written: Written) -> None: ...

    def show_slipping(self, part: "SlippingPart") -> None: ...

    def show_answering(self, part: "AnswerPart") -> None: ...


class Desk(Protocol):
    """What Today asks of the desk."""

    shop: Shop
    words: Words

    def show_customer(self, customer: int) -> None: ...

    def show_list(self, name: str) -> None: ...

    def write_cards(self, ids: Sequence[int], letter: str = "") -> None: ...

    def open_case(self, case: int) -> None: ...

    def show_cases(self) -> None: ...

    def look_up(self, read: Callable[[Shop], Result], show: Callable[[Result], None]) -> object:
        """Reads in another thread and hands the result over in this one."""


class Today:
    """Reads the morning and says it; the newest reading wins."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._asked = 0
        self.morning: Morning | None = None
        self.slipping: Slipping | None = None

    def show(self, view: TodayView) -> None:
        self._view = view
        self._asked += 1
        self._take(self._asked, read_morning(self._desk.shop))

    def refresh(self) -> None:
        self._asked += 1
        asked = self._asked
        self._desk.look_up(read_morning, lambda morning: self._take(asked, morning))

    def write_next(self) -> None:
        """Writes the next card, once the page itself is to be seen."""
        if self.morning is None or not self.morning.due:
            return
        customer = self.morning.due[0].customer.id
        self._desk.look_up(lambda shop: write_card(shop, customer), self._take_paper)

    def look_for_slipping(self) -> None:
        """Who has been away too long, once the page itself is to be seen."""
        from ui.today.slipping import read_slipping

        self._desk.look_up(read_slipping, self._take_slipping)

    def look_for_cases(self) -> None:
        """Who waits for an answer, once the page itself is to be seen."""
        from ui.today.answering import read_answering

        self._desk.look_up(read_answering, self._take_answering)

    def open_case(self, case: int) -> None:
        self._desk.open_case(case)

    def show_cases(self) -> None:
        """All of them."""
        self._desk.show_cases()

    def write_to(self, customer: int) -> None:
        self._desk.write_cards([customer], MISSED)

    def write_to_slipping(self) -> None:
        """To everybody who is slipping, those who are not shown too."""
        if self.slipping is not None:
            self._desk.write_cards(self.slipping.everybody, MISSED)

    def print_card(self, customer: int) -> None:
        self._desk.write_cards([customer], BIRTHDAY)

    def print_all(self) -> None:
        """Every card that is still to be printed."""
        self._desk.look_up(everybody_due, lambda due: self._desk.write_cards(due, BIRTHDAY))

    def show_newcomers(self) -> None:
        """Everybody who came within the thirty days."""
        self._desk.show_list("new")

    def open(self, customer: int) -> None:
        self._desk.show_customer(customer)

    def _take(self, asked: int, morning: Morning) -> None:
        if asked != self._asked:
            return
        self.morning = morning
        if morning.anybody:
            self._view.show_page(page_of(morning, self._desk.words))
        else:
            self._view.show_empty_book()

    def _take_slipping(self, slipping: "Slipping") -> None:
        from ui.today.slipping import slipping_part

        self.slipping = slipping
        self._view.show_slipping(slipping_part(slipping, self._desk.words))

    def _take_answering(self, read: "Answering") -> None:
        from ui.today.answering import answer_part

        self._view.show_answering(answer_part(read, self._desk.words))

    def _take_paper(self, written: Written) -> None:
        due = self.morning.due if self.morning else ()
        if due and due[0].customer.id == written.customer:
            self._view.show_paper(written)
