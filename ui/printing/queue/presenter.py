"""The print queue: what waits, paper by paper, and what becomes of what came out and what did not."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from app.changes import Kind
from app.errors import ShopError
from app.keeping.history import StepId
from app.progress import Report
from app.shop import Shop
from reports.files import pdf_called
from reports.papers import Edge
from reports.sentences import sentence
from reports.sentences import step as step_said
from resources.words import Words
from ui.cards.order import Printer
from ui.cards.shown import Paperwork, Work
from ui.printing.queue import jobs
from ui.printing.queue.jobs import Item, Name, Printed, Round
from ui.printing.queue.shown import AGAIN, OUT, PAUSE, RESUME, Shown, feeds, said_pieces, shown

_LATELY = 5
STEPS = {PAUSE: "pause job", RESUME: "resume job", OUT: "unqueue", AGAIN: "repeat job"}
"""What is written down of an act; it is said with the title that is shown."""


class QueueView(Protocol):
    """What the presenter sees of its view."""

    def show_queue(self, queue: Shown) -> None: ...

    def ask_how_it_went(self, said: str, names: Sequence[Name]) -> None:
        """Asks which of these came out; nobody takes the question away."""

    def ask_printer(
        self, page: tuple[float, float], title: str, work: Paperwork | None = None
    ) -> Printer | None: ...
    def ask_file(self, suggested: str) -> Path | None: ...
    def write_cards(self) -> None:
        """Goes to where cards are written."""

    def work(self, work: Work) -> None: ...
    def tell(self, said: str) -> None: ...
    def tell_step(self, step: StepId | None, said: str = "") -> None: ...
    def explain(self, refused: Exception) -> None: ...
    def tell_last(self) -> None: ...


class QueuePresenter:
    """One stack of paper is printed at a time, as one paper lies in the tray at a time."""

    def __init__(self, shop: Shop, words: Words, view: QueueView) -> None:
        self._shop, self._words, self._view = shop, words, view
        self._items: list[Item] = []
        self._lately: list[Item] = []
        self._asked: list[Printed] = []
        self._wanted: Sequence[Item] = ()
        """What was to be printed last."""
        self.busy = False

    def refresh(self) -> None:
        """Reads what waits now."""
        self._items = jobs.waiting(self._shop, self._words)
        printed = self._shop.printing.queue.lately(_LATELY)
        self._lately = [jobs.item(self._shop, one, self._words) for one in printed]
        self._show()

    def print_stack(self, key: str) -> None:
        """All that waits for one paper."""
        self._print(feeds([one for one in self._items if one.stack == key]))

    def do(self, act: str, key: str) -> None:
        """One of the acts of a line."""
        one = next((one for one in (*self._items, *self._lately) if one.key == key), None)
        if one is None:
            return
        try:
            step = self._done(act, one)
        except ShopError as refused:
            self._view.explain(refused)
            return
        self.refresh()
        said = step_said(STEPS[act], {"name": one.title}, self._words) if one.job else ""
        self._view.tell_step(step, said if step else "")

    def _done(self, act: str, one: Item) -> StepId | None:
        if act == OUT:
            return jobs.take_out(self._shop, one)
        queue = self._shop.printing.queue
        verbs = {PAUSE: queue.pause, RESUME: queue.resume, AGAIN: queue.again}
        return verbs[act]([one.job.id] if one.job else [])

    def all_came(self) -> None:
        """Of what was asked about last."""
        self._asked = self._asked[1:]
        self._ask()

    def put_back(self, ids: Sequence[int]) -> None:
        """These did not come out and wait again."""
        self._put_back(ids)
        self._view.tell_last()

    def print_again(self, ids: Sequence[int]) -> None:
        """These did not come out and are printed at once."""
        one = self._put_back(ids)
        if one is not None:
            self._print([one])

    def _put_back(self, ids: Sequence[int]) -> Item | None:
        came, self._asked = self._asked[0], self._asked[1:]
        one = jobs.put_back(self._shop, came, ids, self._words)
        self.refresh()
        self._ask()
        return one

    def _print(self, items: Sequence[Item]) -> None:
        if self.busy or not items:
            return
        first, self._wanted = items[0], items
        try:
            page = jobs.page_of(self._shop, first)
        except ShopError as refused:
            self._view.explain(refused)
            return
        edge = Edge(first.edge) if first.edge else None
        asked = Paperwork(
            draw=lambda shop, to: jobs.look_at(shop, items, to),
            edge=edge,
            paper=first.paper if first.kind == "labels" else "",
            once=True,
        )
        printer = self._view.ask_printer(page, first.title, asked)
        if printer is None:
            return
        self.busy = True
        self._show()
        self._view.work(
            Work(
                act=partial(_act, items, printer),
                done=self._came,
                say=self._say,
                ended=self._end,
                stopped=self._words("Stopped. What has not come out still waits."),
                changes=(Kind.PRINTS, Kind.PRINTING),
            )
        )

    def save(self) -> None:
        """What was to be printed, where there is no printer: into a file, and it goes on waiting. Cards are
        saved where they are written.
        """
        items, words = self._wanted, self._words
        if not items or items[0].job is None:
            self._view.write_cards()
            return
        path = self._view.ask_file(pdf_called(items[0].title))
        if path is None:
            return
        said = words("Saved as {name}", name=words.isolated(path.name))
        self.busy = True
        self._show()
        self._view.work(
            Work(
                act=lambda shop, _report: _save(shop, items, path),
                done=lambda _: self._view.tell(said),
                say=lambda _done, _total: words("Writing the file"),
                ended=self._end,
                stopped=words("Stopped; nothing was saved."),
            )
        )

    def _came(self, went: Round) -> None:
        self._asked += [one for one in went.printed if one.names]
        if went.refused is not None:
            if went.failed is not None and went.failed.job is not None:
                why = sentence(went.refused, self._words)
                self._shop.printing.queue.failed([went.failed.job.id], why)
            self._view.explain(went.refused)
        self._ask()

    def _end(self) -> None:
        self.busy = False
        self.refresh()

    def _ask(self) -> None:
        if not self._asked:
            self._view.ask_how_it_went("", ())
            return
        one = self._asked[0]
        pieces = said_pieces(replace(one.item, pieces=len(one.names)), self._words)
        said = self._words("{title}: {pieces} printed", title=one.item.title, pieces=pieces)
        self._view.ask_how_it_went(said, one.names)

    def _show(self) -> None:
        self._view.show_queue(shown(self._items, self._lately, self._words, busy=self.busy))

    def _say(self, done: int, total: int) -> str:
        if not total:
            return self._words("Getting ready to print")
        return self._words("Printing {done} of {total}", done=done, total=total)


def _act(items: Sequence[Item], printer: Printer, shop: Shop, report: Report) -> Round:
    return jobs.print_round(shop, items, printer, report)


def _save(shop: Shop, items: Sequence[Item], path: Path) -> None:
    from reports.files import whole_file

    with whole_file(path) as file:
        jobs.look_at(shop, items, file)
