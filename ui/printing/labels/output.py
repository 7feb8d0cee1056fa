"""Sends labels and envelopes to the printer, into a file or the queue, and tells how it went."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol, TypeVar

from app.changes import Kind
from app.keeping.history import StepId
from app.progress import Report
from app.shop import Shop
from reports.besides import Besides
from reports.mixed_sheet import Entry, give_out
from resources.words import Words
from ui.cards.shown import Outlet, Paperwork, Work
from ui.cards.wording import names
from ui.printing.labels.posting import Came, Order, look_at, printed, saved, use_up
from ui.printing.labels.queued import as_kept

Result = TypeVar("Result")


class DeskSide(Protocol):
    """What is needed of the desk."""

    @property
    def shop(self) -> Shop: ...

    def attempt(self, act: Callable[[], Result]) -> Result | None: ...

    def tell_step(self, step: StepId | None, said: str = "") -> None: ...

    def tell_last(self) -> None: ...


class Output:
    """One order at a time; `settled` is called whenever that changes, `came` when one is on paper."""

    def __init__(
        self,
        words: Words,
        outlet: Outlet,
        settled: Callable[[], None],
        came: Callable[[Order], None],
    ) -> None:
        self._words, self._outlet = words, outlet
        self._settled, self._came = settled, came
        self._busy = False
        self._file: tuple[Order, int] | None = None
        """The order that was saved last, as long as it is asked whether it was printed, and its pieces."""
        self._came_last = Came(n=0)

    @property
    def given(self) -> tuple[Besides, ...]:
        """What stood besides the addresses of the last order, with all that was given out for it."""
        return self._came_last.besides

    @property
    def why_not(self) -> str:
        """Why nothing can come out just now."""
        return self._words("The last order is still coming out") if self._busy else ""

    @property
    def after(self) -> str:
        """What is asked of the file that was saved last."""
        if self._file is None:
            return ""
        return self._words("The labels in the file count as used once you have printed it.")

    def print_out(self, order: Order, page: tuple[float, float]) -> None:
        """On pages of so many millimetres."""
        asked = Paperwork(
            draw=lambda shop, to: look_at(shop, order, to), paper=order.mailing.stock, once=True
        )
        printer = self._outlet.ask_printer(page, order.title, asked)
        if printer is not None:
            self._begin(
                order,
                lambda shop, report: printed(shop, order, printer, report),
                lambda came: self._printed(order, came),
                self._words("Stopped. What is still in the printer is not written down."),
            )

    def save(self, order: Order) -> None:
        path = self._outlet.ask_file(f"{order.title}.pdf")
        if path is not None:
            self._begin(
                order,
                lambda shop, report: saved(shop, order, path, report),
                partial(self._saved, order, path.name),
                self._words("Stopped; nothing was saved."),
            )

    def queue(self, desk: DeskSide, order: Order, paper: str, found: Sequence[Entry]) -> None:
        """It waits with all else that is to be printed."""
        if desk.attempt(lambda: _queued(desk.shop, order, paper, found)) is not None:
            desk.tell_last()

    def use_up(self, desk: DeskSide) -> None:
        """The file that was saved last was printed."""
        if self._file is None:
            return
        (order, pieces), self._file = self._file, None
        desk.tell_step(desk.attempt(lambda: use_up(desk.shop, order, pieces)))
        self._came(order)

    def _begin(
        self,
        order: Order,
        act: Callable[[Shop, Report], Came],
        done: Callable[[Came], None],
        stopped: str,
    ) -> None:
        self._busy, self._file = True, None
        self._settled()
        self._outlet.work(
            Work(
                act=act,
                done=done,
                say=self._say,
                ended=self._end,
                stopped=stopped,
                changes=(Kind.PRINTING,) if order.mailing.stock else (),
            )
        )

    def _end(self) -> None:
        self._busy = False
        self._settled()

    def _printed(self, order: Order, came: Came) -> None:
        self._came_last = came
        self._came(order)
        self._tell(came, self._done(order, came.n))

    def _saved(self, order: Order, file: str, came: Came) -> None:
        self._came_last = came
        if order.mailing.stock and not order.is_again:
            self._file = (order, came.n)
        self._settled()
        self._tell(came, self._in_file(order, came.n, self._words.isolated(file)))

    def _done(self, order: Order, n: int) -> str:
        if order.mailing.stock:
            return self._words.plural("{n} label printed", "{n} labels printed", n)
        return self._words.plural("{n} envelope printed", "{n} envelopes printed", n)

    def _in_file(self, order: Order, n: int, file: str) -> str:
        if order.mailing.stock:
            return self._words.plural(
                "{n} label saved as {file}", "{n} labels saved as {file}", n, file=file
            )
        return self._words.plural(
            "{n} envelope saved as {file}", "{n} envelopes saved as {file}", n, file=file
        )

    def _tell(self, came: Came, said: str) -> None:
        if came.to_look_at:
            whose = names(came.to_look_at, self._words)
            said = self._words("{said}. Have a look at: {names}", said=said, names=whose)
        self._outlet.tell_step(came.step, said)

    def _say(self, done: int, total: int) -> str:
        if not total:
            return self._words("Getting ready to print")
        return self._words("Writing {done} of {total}", done=done, total=total)


def _queued(shop: Shop, order: Order, paper: str, found: Sequence[Entry]) -> int:
    """Coupons are given out now, so that they are the same however often it is printed."""
    kind = "labels" if order.mailing.stock else "envelopes"
    if order.besides:
        order = replace(order, besides=give_out(shop, order.mailing, found, order.besides))
    return shop.printing.queue.add(kind, order.title, paper, len(found), as_kept(order))
