"""Sends an order to the printer, into a file or aside, one at a time, and tells how it went."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from app.changes import Kind
from app.keeping.history import StepId
from app.progress import Report
from app.shop import Shop
from resources.words import Words
from ui.cards.order import (
    Came,
    CardOrder,
    Order,
    WaitingOrder,
    edge_of,
    look_at,
    printed,
    put_aside,
    saved,
)
from ui.cards.shown import Outlet, Paperwork, Work
from ui.cards.wording import names


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What was printed, on what pages, and the step that wrote it down."""

    order: CardOrder | WaitingOrder
    page: tuple[float, float]
    step: StepId


class Output:
    """`settled` is called whenever it begins or ends to be busy, and with what came out."""

    def __init__(
        self, words: Words, outlet: Outlet, settled: Callable[[Came | None], None]
    ) -> None:
        self._words, self._outlet, self._settled = words, outlet, settled
        self.busy = False
        self.last: Printed | None = None
        """What was printed last, as long as it is asked how it came out."""

    def forget(self) -> None:
        """Nothing is left to ask about the last cards."""
        self.last = None

    def take_back(self, shop: Shop, ids: Sequence[int]) -> Printed | None:
        """Of the last cards these did not come out; answers them, ready to be ordered again."""
        last, self.last = self.last, None
        if last is None:
            return None
        book = shop.waiting if isinstance(last.order, WaitingOrder) else shop.letters
        book.withdraw(last.step, ids)
        return replace(last, order=replace(last.order, ids=tuple(ids)))

    def print_out(self, order: Order, page: tuple[float, float]) -> None:
        """On pages of `page` millimetres."""
        asked = Paperwork(
            draw=lambda shop, to: look_at(shop, order, to),
            edge=edge_of(order),
        )
        printer = self._outlet.ask_printer(page, order.title, asked)
        if printer is None:
            return
        self._begin(
            lambda shop, report: printed(shop, order, printer, report),
            said=lambda came: self._printed(order, page, came),
            say=self._printing,
            stopped=self._words("Stopped. What is still in the printer is not written down."),
        )

    def save(self, order: Order) -> None:
        path = self._outlet.ask_file(f"{order.title}.pdf")
        if path is None:
            return
        self._begin(
            lambda shop, report: saved(shop, order, path, report),
            said=partial(self._saved, path.name),
            say=self._writing,
            stopped=self._words("Stopped; nothing was saved."),
        )

    def put_aside(self, order: CardOrder) -> None:
        """Lets the cards wait."""
        self._begin(
            lambda shop, report: put_aside(shop, order, report),
            said=lambda came: self._words.plural(
                "{n} card put aside", "{n} cards put aside", came.n
            ),
            say=self._writing,
            stopped=self._words("Stopped; nothing was put aside."),
        )

    def _begin(
        self,
        act: Callable[[Shop, Report], Came],
        *,
        said: Callable[[Came], str],
        say: Callable[[int, int], str],
        stopped: str,
    ) -> None:
        self.busy = True
        self._settled(None)
        self._outlet.work(
            Work(
                act=act,
                done=lambda came: self._tell(came, said(came)),
                say=say,
                ended=self._end,
                stopped=stopped,
                changes=(Kind.PRINTS,),
            )
        )

    def _tell(self, came: Came, said: str) -> None:
        self._settled(came)
        if came.to_look_at:
            whose = names(came.to_look_at, self._words)
            said = self._words("{said}. Have a look at: {names}", said=said, names=whose)
        self._outlet.tell_step(came.step, said)

    def _end(self) -> None:
        self.busy = False
        self._settled(None)

    def _printed(self, order: Order, page: tuple[float, float], came: Came) -> str:
        if came.step is not None:
            self.last = Printed(order=order, page=page, step=came.step)
        return self._words.plural("{n} card printed", "{n} cards printed", came.n)

    def _saved(self, file: str, came: Came) -> str:
        """A card saved counts as printed, since its paper comes out of another program."""
        file = self._words.isolated(file)
        if came.step is None:
            return self._words.plural(
                "{n} card saved as {file}", "{n} cards saved as {file}", came.n, file=file
            )
        return self._words.plural(
            "{n} card saved and marked as printed: {file}",
            "{n} cards saved and marked as printed: {file}",
            came.n,
            file=file,
        )

    def _printing(self, done: int, total: int) -> str:
        if not total:
            return self._words("Getting ready to print")
        return self._words("Printing {done} of {total}", done=done, total=total)

    def _writing(self, done: int, total: int) -> str:
        if not total:
            return self._words("Writing the file")
        return self._words("Writing {done} of {total}", done=done, total=total)
