"""Address labels: on which sheet, from which label, for whom, and who has no address."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Protocol

from app.shop import Shop
from app.thanks.post import Why, recipients
from reports.papers import PAGES
from reports.stock import Stock, stock, stocks
from resources.words import Words
from ui.cards.order import LabelOrder
from ui.cards.output import Output
from ui.cards.shown import Chosen, Outlet
from ui.cards.wording import names

_LETTER_COUNTRIES = frozenset({"US", "CA"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelTotal:
    """What will come out, who is left out, and why nothing would."""

    size: str
    labels: str
    start: str
    left_out: str
    why_not: str


class LabelsView(Outlet, Protocol):
    """What the presenter sees of the dialog."""

    def show_stocks(self, stocks: Chosen) -> None: ...
    def show_sheet(self, sheet: Stock, start: int, count: int) -> None: ...
    def show_total(self, total: LabelTotal) -> None: ...


class LabelsPresenter:
    """For the people with these ids, in this order."""

    def __init__(self, shop: Shop, ids: Sequence[int], words: Words, view: LabelsView) -> None:
        self._words, self._view = words, view
        sorted_out = recipients(shop.customers.several(ids), needs_address=True)
        self._people = sorted_out.chosen
        self._lost = [out.customer.name for out in sorted_out.left_out if out.why is Why.NO_ADDRESS]
        self._stock = _usual(shop.settings.read().country)
        self._start = 1
        self._output = Output(words, view, lambda _came_out: self._show())

    def begin(self) -> None:
        words = self._words
        choices = [
            (
                one.name,
                words.plural("{name}, {n} label", "{name}, {n} labels", one.labels, name=one.name),
            )
            for one in stocks()
        ]
        self._view.show_stocks(Chosen(choices=choices, key=self._stock.name))
        self._show()

    def choose_stock(self, name: str) -> None:
        self._stock, self._start = stock(name), 1
        self._show()

    def choose_start(self, label: int) -> None:
        """The first label that is still on the sheet; one that is not there changes nothing."""
        if 1 <= label <= self._stock.labels:
            self._start = label
            self._show()

    def print_out(self) -> None:
        if self._may_come_out():
            self._output.print_out(self._order(), self._stock.page)

    def save(self) -> None:
        if self._may_come_out():
            self._output.save(self._order())

    def _may_come_out(self) -> bool:
        return bool(self._people) and not self._output.busy

    def _order(self) -> LabelOrder:
        return LabelOrder(
            ids=tuple(one.id for one in self._people),
            stock=self._stock.name,
            start=self._start,
            title=self._words("Address labels"),
        )

    def _show(self) -> None:
        self._view.show_sheet(self._stock, self._start, len(self._people))
        self._view.show_total(self._total())

    def _total(self) -> LabelTotal:
        words, count = self._words, len(self._people)
        wide, high = (f"{side:g}" for side in self._stock.label)
        pages = ceil((self._start - 1 + count) / self._stock.labels) if count else 0
        on = words.plural("{n} sheet", "{n} sheets", pages)
        why_not = "" if count else words("Nobody here has an address")
        return LabelTotal(
            size=words.isolated(words("{wide} × {high} mm", wide=wide, high=high)),
            labels=words.plural(
                "{n} label on {sheets}", "{n} labels on {sheets}", count, sheets=on
            ),
            start=words("Begins with label {n}", n=words.number(self._start)),
            left_out=self._left_out(),
            why_not=words("The last order is still coming out") if self._output.busy else why_not,
        )

    def _left_out(self) -> str:
        if not self._lost:
            return ""
        said = names(self._lost, self._words)
        return self._words("Without an address, so without a label: {names}", names=said)


def _usual(country: str) -> Stock:
    """The first sheet of the size of paper that is used there."""
    page = PAGES["Letter" if country in _LETTER_COUNTRIES else "A4"]
    return next((one for one in stocks() if one.page == page), stocks()[0])
