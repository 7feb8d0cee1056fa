"""A label that is the same for everybody, as often as it is wanted: from which label, and where it goes."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Protocol

from app.progress import Report, unheard
from app.shop import Shop
from reports.cautions import Caution
from reports.cells import draw_cells, sheets_for, slots
from reports.designed_labels import many
from reports.files import pdf_called, scratch_file, whole_file
from reports.label_design import Design
from reports.mail import imprint
from reports.sentences import caution
from reports.stock import Stock
from resources.words import Words
from ui.cards.order import Printer
from ui.cards.shown import Outlet, Paperwork, Work

MOST = 10_000
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """`count` labels of the design called `title`; so many of the first sheet are `gone` or `torn`."""

    design: Design
    stock: Stock
    title: str
    count: int
    gone: frozenset[int] = frozenset()
    torn: frozenset[int] = frozenset()

    @property
    def missing(self) -> frozenset[int]:
        return self.gone | self.torn

    @property
    def written(self) -> frozenset[int]:
        """The labels of the first sheet that will be printed."""
        places = islice(slots(self.stock, [self.missing]), self.count)
        return frozenset(label for page, label in places if not page)


class CopiesView(Outlet, Protocol):
    """What the presenter sees of the dialog."""

    def show_sheet(self, order: Copies) -> None: ...
    def show_total(self, count: int, total: str, *, busy: bool) -> None: ...


class CopiesPresenter:
    """At first so many as fill one sheet."""

    def __init__(self, order: Copies, words: Words, view: CopiesView) -> None:
        self._words, self._view = words, view
        self.order, self._busy = order, False

    def show(self) -> None:
        words, order = self._words, self.order
        sheets = sheets_for(order.count, order.stock, [order.missing])
        total = words.plural("{n} sheet", "{n} sheets", sheets)
        self._view.show_sheet(order)
        self._view.show_total(order.count, total, busy=self._busy)

    def choose_count(self, count: float) -> None:
        self.order = replace(self.order, count=max(1, min(round(count), MOST)))
        self.show()

    def mark(self, gone: frozenset[int], torn: frozenset[int]) -> None:
        """What the owner has pressed on the picture of the sheet; one with nothing left is a whole one."""
        left = len(gone | torn) < self.order.stock.labels
        self.order = replace(self.order, gone=gone if left else _NONE, torn=torn if left else _NONE)
        self.show()

    def print_out(self) -> None:
        order = self.order
        asked = Paperwork(
            draw=lambda shop, to: write(shop, order, to, unheard), paper=order.stock.name, once=True
        )
        printer = self._view.ask_printer(order.stock.page, order.title, asked)
        if printer is not None:
            said = self._words.plural("{n} label printed", "{n} labels printed", order.count)
            stopped = self._words("Stopped. What is still in the printer is not written down.")
            self._begin(partial(printed, order=order, printer=printer), said, stopped)

    def save(self) -> None:
        order, words = self.order, self._words
        path = self._view.ask_file(pdf_called(order.title))
        if path is not None:
            said = words.plural(
                "{n} label saved as {file}",
                "{n} labels saved as {file}",
                order.count,
                file=words.isolated(path.name),
            )
            stopped = words("Stopped; nothing was saved.")
            self._begin(partial(saved, order=order, path=path), said, stopped)

    def _begin(self, act: "_Act", said: str, stopped: str) -> None:
        self._busy = True
        self.show()
        self._view.work(
            Work(
                act=act,
                done=lambda cautions: self._view.tell(self._with(cautions, said)),
                say=self._writing,
                ended=self._end,
                stopped=stopped,
            )
        )

    def _with(self, cautions: Sequence[Caution], said: str) -> str:
        first = next((caution(one, self._words) for one in cautions), "")
        return f"{said}. {first}" if first else said

    def _end(self) -> None:
        self._busy = False
        self.show()

    def _writing(self, done: int, total: int) -> str:
        words = self._words
        return words("Writing {done} of {total}", done=done, total=total) if total else ""


class _Act(Protocol):
    def __call__(self, shop: Shop, report: Report) -> Sequence[Caution]: ...


def printed(shop: Shop, report: Report, *, order: Copies, printer: Printer) -> Sequence[Caution]:
    """Raises what the printer says, and `CannotWrite` where the disk is full."""
    with scratch_file() as file:
        cautions = write(shop, order, file, report)
        file.seek(0)
        printer.put(file, report)
    return cautions


def saved(shop: Shop, report: Report, *, order: Copies, path: Path) -> Sequence[Caution]:
    """Raises `CannotWrite`."""
    with scratch_file() as file:
        cautions = write(shop, order, file, report)
        with whole_file(path) as to:
            file.seek(0)
            shutil.copyfileobj(file, to)
    return cautions


def write(shop: Shop, order: Copies, to: BinaryIO, report: Report) -> Sequence[Caution]:
    """The sheets as a PDF."""
    cells = many(shop, order.design, order.count)
    about = imprint(order.title, shop.settings.read())
    return draw_cells(cells, order.stock, [order.missing], to, report, imprint=about)
