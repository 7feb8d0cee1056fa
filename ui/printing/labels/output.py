"""Sends labels and envelopes to the printer, into a file or the queue, and tells how it went."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol, TypeVar

from app.changes import Kind
from app.keeping.history import StepId
from app.progress import Report
from app.shop import Shop
from reports.besides import Besides
from reports.files import pdf_called
from resources.words import Words
from ui.cards.shown import Outlet, Paperwork, Work
from ui.cards.wording import names
from ui.printing.labels.posting import Came, Order, look_at, printed, put_aside, saved, use_up

Result = TypeVar("Result")


class DeskSide(Protocol):
    """What is needed of the desk."""

    @property
    def shop(self) -> Shop: ...

    def attempt(self, act: Callable[[], Result]) -> Result | None: ...

    def tell_step(self, step: StepId | None, said: str = "") -> None: ...


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

    def as_before(self, besides: Sequence[Besides]) -> tuple[Besides, ...]:
        """With what was given out for the last order, so that it comes out again with the same codes."""
        before = list(self._came_last.besides)
        return tuple(_as_before(one, before) for one in besides)

    def forget(self) -> None:
        """Somebody else is meant now: nothing of what was given out comes out again."""
        self._came_last = Came(n=0)

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
            self._file = None
            self._begin(
                order,
                lambda shop, report: printed(shop, order, printer, report),
                lambda came: self._printed(order, came),
                self._words("Stopped. What is still in the printer is not written down."),
            )

    def save(self, order: Order) -> None:
        path = self._outlet.ask_file(pdf_called(order.title))
        if path is not None:
            self._file = None
            self._begin(
                order,
                lambda shop, report: saved(shop, order, path, report),
                partial(self._saved, order, path.name),
                self._words("Stopped; nothing was saved."),
            )

    def queue(self, order: Order) -> None:
        """It waits with all else that is to be printed."""
        self._begin(
            order,
            lambda shop, _report: put_aside(shop, order),
            lambda came: self._outlet.tell_step(came.step),
            self._words("Stopped; nothing was changed."),
        )

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
        self._busy = True
        self._settled()
        self._outlet.work(
            Work(
                act=act,
                done=done,
                say=self._say,
                ended=self._end,
                stopped=stopped,
                changes=_changed(order),
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
        if n := came.issued:
            said = self._words.plural(
                "{said}. {n} coupon issued", "{said}. {n} coupons issued", n, said=said
            )
        if came.to_look_at:
            whose = names(came.to_look_at, self._words)
            said = self._words("{said}. Have a look at: {names}", said=said, names=whose)
        self._outlet.tell_step(came.step, said)

    def _say(self, done: int, total: int) -> str:
        if not total:
            return self._words("Getting ready to print")
        return self._words("Writing {done} of {total}", done=done, total=total)


def _as_before(one: Besides, before: list[Besides]) -> Besides:
    """Each of those `before` comes again but once, or two labels would have one code."""
    for place, other in enumerate(before):
        if other.afresh() == one:
            return before.pop(place)
    return one


def _changed(order: Order) -> tuple[Kind, ...]:
    """The drawer, and what is given out."""
    given = [
        Kind.CUSTOMERS if one.cards else Kind.COUPONS for one in order.besides if one.uses_codes
    ]
    return (Kind.PRINTING, *dict.fromkeys(given)) if order.mailing.stock else ()
