"""What every screen works with: the shop, its words, the window, undo, and work on the side."""

import logging
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from PySide6.QtWidgets import QWidget

from app.changes import Kind
from app.errors import ShopError
from app.keeping.database import refusal_of
from app.keeping.history import StepId
from app.progress import Report
from app.shop import Shop
from reports.sentences import sentence
from resources.words import Words
from ui.deeds import Deeds
from ui.shared.jobs import Job
from ui.shell.window import Window

if TYPE_CHECKING:
    from app.loyalty.scanned import Scanned

log = logging.getLogger(__name__)
Result = TypeVar("Result")


class ShowsCustomers(Protocol):
    """The Customers screen, as others send somebody there."""

    def show_customer(self, customer: int) -> None: ...

    def turn_to(self, customer: int) -> None: ...

    def choose_list(self, name: str) -> None: ...

    def add_customer(self) -> None: ...


class Serves(Protocol):
    """The Loyalty screen, as others send somebody there."""

    def serve(self, customer: int | None, coupon: str = "", gift_card: str = "") -> None: ...

    def begin_sale(self) -> None: ...

    def begin_amount(self, customer: int, typed: str) -> None: ...

    def do_besides(self, customer: int, key: str) -> None: ...

    def show_fresh_card(self, number: str) -> None: ...

    def show_dead_card(self, card: "Scanned") -> None: ...


class WritesCards(Protocol):
    """The Cards screen, as others send somebody there."""

    def choose_people(
        self, ids: Sequence[int], letter: str = "", facts: Mapping[str, str] | None = None
    ) -> None: ...


class GivesCoupons(Protocol):
    """The Coupons screen, as others send somebody there."""

    def choose_people(self, ids: Sequence[int]) -> None: ...


class PrintsLabels(Protocol):
    """The Printing screen, as others send somebody there."""

    def print_labels(self, ids: Sequence[int], design: int | None = None) -> None: ...

    def print_on(self, stock: str) -> None: ...

    def read_template(self, path: Path) -> None: ...


class HearsPeople(Protocol):
    """The Feedback screen, as others send somebody there."""

    def open_case(self, case: int) -> None: ...

    def show_cases(self) -> None: ...


class TakesFiles(Protocol):
    """The import wizard, as others send a file there."""

    def choose_file(self, path: Path) -> None: ...


class Desk:
    """Made once the window is there; screens get it through their factory."""

    def __init__(self, shop: Shop, words: Words, window: Window) -> None:
        self.shop = shop
        self.words = words
        self.window = window
        self.open_demo: Callable[[], None] | None = None
        """Shows the invented shop beside this one; None where there is no way there."""
        self.enter_counter: Callable[[], None] | None = None
        """Gives the whole screen to customers; None where that cannot be."""
        self._left = False
        self._unneeded: set[Job] = set()
        self.deeds = Deeds(self)
        window.undo = self.undo_last
        window.bind("Ctrl+Shift+Z", words("Redo"), self.redo_last)

    def today(self) -> date:
        return self.shop.today()

    def show_customer(self, customer: int) -> None:
        """Goes to Customers with this one open."""
        cast("ShowsCustomers", self.window.go("customers")).show_customer(customer)

    def turn_to(self, customer: int) -> None:
        """Goes to Customers with her open and the keyboard on her, so that an amount may be typed at once."""
        cast("ShowsCustomers", self.window.go("customers")).turn_to(customer)

    def show_list(self, name: str) -> None:
        """Goes to Customers with those alone who are on this list."""
        cast("ShowsCustomers", self.window.go("customers")).choose_list(name)

    def add_customer(self) -> None:
        """Goes to Customers, ready to write down somebody new."""
        cast("ShowsCustomers", self.window.go("customers")).add_customer()

    def serve(self, customer: int | None, coupon: str = "", gift_card: str = "") -> None:
        """Goes to Loyalty with this one at the counter, or with somebody unknown, perhaps with a coupon
        or gift card in her hand.
        """
        cast("Serves", self.window.go("loyalty")).serve(customer, coupon, gift_card)

    def begin_amount(self, customer: int, typed: str) -> None:
        """Goes to Loyalty with this one at the counter and an amount that begins with `typed`."""
        cast("Serves", self.window.go("loyalty")).begin_amount(customer, typed)

    def do_besides(self, customer: int, key: str) -> None:
        """Goes to Loyalty with her there, and to what else is done: one of `ui.loyalty.side_acts.ACTS`."""
        cast("Serves", self.window.go("loyalty")).do_besides(customer, key)

    def record_sale(self) -> None:
        """Goes to the counter, with whoever is at hand where one is; else who it is may be said later."""
        at_hand = getattr(self.window.stack.currentWidget(), "person_at_hand", None)
        if at_hand is None:
            cast("Serves", self.window.go("loyalty")).begin_sale()
        else:
            self.serve(at_hand)

    def tell_dead_card(self, card: "Scanned") -> None:
        """Goes to Loyalty, which says when a lost card was replaced and whose it was."""
        cast("Serves", self.window.go("loyalty")).show_dead_card(card)

    def take_fresh_card(self, number: str) -> None:
        """Goes to Loyalty, ready to add whoever holds a card that nobody has yet."""
        cast("Serves", self.window.go("loyalty")).show_fresh_card(number)

    def write_cards(
        self, ids: Sequence[int], letter: str = "", facts: Mapping[str, str] | None = None
    ) -> None:
        """Goes to Cards with these people chosen, and perhaps the letter that they are to get, with what
        it has to say.
        """
        cast("WritesCards", self.window.go("cards")).choose_people(ids, letter, facts)

    def open_case(self, case: int) -> None:
        """Goes to Feedback with this case open."""
        cast("HearsPeople", self.window.go("feedback")).open_case(case)

    def show_cases(self) -> None:
        """Goes to Feedback with all who wait for an answer."""
        cast("HearsPeople", self.window.go("feedback")).show_cases()

    def give_coupons(self, ids: Sequence[int]) -> None:
        """Goes to Coupons, ready to make one for each of these."""
        cast("GivesCoupons", self.window.go("coupons")).choose_people(ids)

    def print_labels(self, ids: Sequence[int], design: int | None = None) -> None:
        """Goes to the labels and envelopes with these people chosen, perhaps in one of her own designs."""
        cast("PrintsLabels", self.window.go("printing")).print_labels(ids, design)

    def print_on(self, stock: str) -> None:
        """Goes to the labels and envelopes with this sheet chosen."""
        cast("PrintsLabels", self.window.go("printing")).print_on(stock)

    def read_template(self, path: Path) -> None:
        """Goes to the sheets of labels with what this file of gLabels holds."""
        cast("PrintsLabels", self.window.go("printing")).read_template(path)

    def take_in(self, path: Path) -> None:
        """Goes to the import of customers with this file chosen."""
        cast("TakesFiles", self.window.go("import")).choose_file(path)

    def leave(self) -> None:
        """The window is gone: what still comes out of other threads is shown to nobody."""
        self._left = True

    def take_over(self, before: "Desk") -> None:
        """Goes on where the desk of the window before left off: what can be undone, and its notice."""
        self.deeds = before.deeds
        self.deeds.move_to(self)

    def attempt(self, act: Callable[[], Result]) -> Result | None:
        """Does `act`; when the shop or the disk refuses, says why in a notice and answers None."""
        try:
            return act()
        except (ShopError, sqlite3.Error) as refused:
            self.explain(refused)
            return None

    def explain(self, refused: Exception) -> None:
        """A refusal as a notice; anything that is no refusal is a bug and goes on to its dialog."""
        told = (
            refusal_of(refused, self.shop.folder) if isinstance(refused, sqlite3.Error) else refused
        )
        if not isinstance(told, ShopError):
            raise refused
        self.window.tell(sentence(told, self.words), icon="alert-circle-outline")

    def tell_step(self, step: StepId | None, said: str = "") -> None:
        """A notice that says what was done, with *Undo*; nothing when nothing changed.

        `said` stands in for the step's own words.
        """
        if step is not None:
            self.deeds.tell(step, said)
        elif said:
            self.window.tell(said)

    def tell_last(self) -> None:
        """The same for the newest step, for verbs that answer with the customer herself."""
        standing = self.shop.history.standing(undone=False, limit=1)
        self.tell_step(standing[0].id if standing else None)

    def undo(self, step: StepId) -> None:
        """Takes `step` back and says so."""
        self.deeds.undo(step)

    def undo_last(self) -> None:
        """What was done last in this window."""
        self.deeds.undo_last()

    def redo_last(self) -> None:
        self.deeds.redo_last()

    def on_change(self, screen: QWidget, refresh: Callable[[frozenset[Kind]], None]) -> None:
        """Calls `refresh` after every change in the shop, as long as `screen` lives."""
        stop = self.shop.book.changes.subscribe(refresh)
        screen.destroyed.connect(stop)

    def work(
        self,
        act: Callable[[Shop, Report], Result],
        done: Callable[[Result], None],
        *,
        say: Callable[[int, int], str],
        changes: tuple[Kind, ...] = (),
        icon: str = "printer-outline",
    ) -> Job:
        """Runs `act` in another thread with its own opening of the shop, shown in the job strip.

        `done` gets its result here; a refusal is told as a notice; `changes` are published.
        """

        def finish(result: Result) -> None:
            self.shop.book.changes.publish(changes)
            done(result)

        job = self._job(act, finish)
        self.window.job_strip.watch(job, say=say, icon=icon)
        return job.start()

    def look_up(self, read: Callable[[Shop], Result], show: Callable[[Result], None]) -> Job:
        """Reads in another thread, with nothing said about it, what would keep this one waiting."""
        return self.look_long(lambda shop, _report: read(shop), show)

    def look_long(
        self, read: Callable[[Shop, Report], Result], show: Callable[[Result], None]
    ) -> Job:
        """The same of what can be stopped: `read` learns by its report that nobody waits any more."""
        job = self._job(read, show)
        self.leave_unfinished(job)
        return job.start()

    def leave_unfinished(self, job: Job) -> None:
        """It writes nothing: when the program ends it is stopped rather than waited for."""
        self._unneeded.add(job)
        job.ended.connect(partial(self._unneeded.discard, job))

    def stop_unfinished(self) -> None:
        for job in tuple(self._unneeded):  # one that has stopped is no more among them
            job.cancel()

    def _job(self, act: Callable[[Shop, Report], Result], done: Callable[[Result], None]) -> Job:
        def run(report: Report) -> Result:
            own = self.shop.beside()
            try:
                return act(own, report)
            finally:
                own.close()

        job = Job(run)
        job.done.connect(lambda result: None if self._left else done(result))
        job.failed.connect(lambda why: None if self._left else self.explain(why))
        return job
