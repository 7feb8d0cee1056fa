"""What the list of customers does: filters, sorts, counts, and acts on several people at once."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from app.changes import Kind
from app.keeping.history import StepId
from app.people import directory
from app.people.customers import Customers
from resources.words import mark_plural
from ui.customers.filters import ALL, ARCHIVED, Filter, filters, nobody, shown_by
from ui.customers.needs import DeskSide
from ui.customers.rows import Row, rows
from ui.customers.saying import About

_PEOPLE = mark_plural("{n} person", "{n} people")
_BUSY = mark_plural("Changing {n} person", "Changing {n} people")
AT_ONCE = 100
"""How many can be changed before anybody notices that it takes time."""
_SELECTED = mark_plural("{n} selected", "{n} selected")


class ListView(Protocol):
    """What the list shows."""

    def show_count(self, words: str) -> None: ...

    def show_filters(self, filters: Sequence[Filter], chosen: str) -> None: ...

    def show_people(self, ids: Sequence[int]) -> None: ...

    def show_again(self) -> None:
        """The same people; what is said about them may have changed."""

    def show_sorting(self, key: str, *, descending: bool) -> None: ...

    def show_nobody(self, sentence: str) -> None:
        """Nobody in this filter."""

    def show_empty_book(self) -> None: ...

    def show_several(self, words: str) -> None:
        """So many are selected; "" for one or none."""

    def show_person(self, customer: int | None) -> None: ...


class CustomerList:
    """The people of one filter in one order."""

    def __init__(self, desk: DeskSide, view: ListView) -> None:
        self._desk, self._view = desk, view
        self._filter, self._order, self._descending = ALL, "name", False
        self._ids: list[int] | None = None
        self._person: int | None = None
        self._about = About.of(desk.shop, desk.words)
        self.selected: list[int] = []

    def refresh(self, kinds: frozenset[Kind] = frozenset(Kind)) -> None:
        """Everything anew after a change of these kinds."""
        self._about = About.of(self._desk.shop, self._desk.words)
        if not kinds & {Kind.CUSTOMERS, Kind.SETTINGS}:
            return
        if self._desk.shop.customers.count() == 0:
            self._ids = None
            self._view.show_empty_book()
            return
        self._show_filters()
        self._show_people()

    def choose(self, key: str) -> None:
        """Another filter."""
        self._filter = key
        self._show_filters()
        self._show_people()

    def sort(self, key: str, *, descending: bool) -> None:
        self._order, self._descending = key, descending
        self._show_people()

    def sorting(self) -> tuple[str, bool]:
        return self._order, self._descending

    def fetch(self, ids: Sequence[int]) -> Mapping[int, Row]:
        """The rows that are about to be drawn."""
        return rows(self._desk.shop, self._about, ids)

    def select(self, ids: Sequence[int]) -> None:
        """These rows were selected: one is shown beside the list, several can be acted on."""
        self.selected = list(ids)
        several = len(ids) > 1
        self._view.show_several(self._said(_SELECTED, len(ids)) if several else "")
        if not several and self._person != next(iter(ids), None):
            self._person = next(iter(ids), None)
            self._view.show_person(self._person)

    def bring(self, customer: int) -> None:
        """Makes sure that the list shows `customer`, whatever filter held before."""
        if self._ids is None or customer not in self._ids:
            there = self._desk.shop.customers.several([customer])
            self.choose(ARCHIVED if there and there[0].archived else ALL)

    def tag(self, tag: str) -> None:
        if tag.strip():
            self._do(lambda customers, ids: customers.tag(ids, tag.strip()))

    def untag(self, tag: str) -> None:
        self._do(lambda customers, ids: customers.untag(ids, tag))

    def set_language(self, language: str) -> None:
        self._do(lambda customers, ids: customers.set_language(ids, language or None))

    def record_consent(self, purpose: str, *, granted: bool) -> None:
        self._do(lambda customers, ids: customers.record_consent(ids, purpose, granted=granted))

    def archive(self, *, archived: bool = True) -> None:
        self._do(lambda customers, ids: customers.archive(ids, archived=archived))

    def delete(self) -> None:
        self._do(lambda customers, ids: customers.delete(ids))

    def in_archive(self) -> bool:
        return self._filter == ARCHIVED

    def tags(self) -> list[str]:
        """Every tag in use, the most used first."""
        return list(directory.tags(self._desk.shop.book))

    def tags_of_selected(self) -> list[str]:
        """The tags that at least one of the selected has."""
        people = self._desk.shop.customers.several(self.selected)
        return sorted({tag for one in people for tag in one.tags})

    def _do(self, deed: Callable[[Customers, Sequence[int]], StepId | None]) -> None:
        """One deed on everybody selected: one step, one Undo. Very many are a job on the side."""
        selected, desk = tuple(self.selected), self._desk
        if len(selected) <= AT_ONCE:
            desk.tell_step(desk.attempt(lambda: deed(desk.shop.customers, selected)))
            return
        said = self._said(_BUSY, len(selected))
        desk.work(
            lambda shop, _: deed(shop.customers, selected),
            desk.tell_step,
            say=lambda _done, _total: said,
            changes=(Kind.CUSTOMERS,),
            icon="account-group-outline",
        )

    def _show_filters(self) -> None:
        there = filters(self._desk.shop, self._about)
        if self._filter not in {one.key for one in there}:
            self._filter = ALL
        self._view.show_count(self._said(_PEOPLE, there[0].count))
        self._view.show_filters(there, self._filter)

    def _show_people(self) -> None:
        shown = shown_by(self._filter, self._about)
        book = self._desk.shop.book
        ids = directory.ids(book, shown, order=self._order, descending=self._descending)
        self._view.show_sorting(self._order, descending=self._descending)
        before, self._ids = self._ids, ids
        if not ids:
            self._view.show_nobody(nobody(self._filter, self._about))
        if before == ids:
            self._view.show_again()
        else:
            self._view.show_people(ids)
            self._keep_somebody(before or [])

    def _keep_somebody(self, before: Sequence[int]) -> None:
        """Whoever stood beside the list goes on standing there; if gone, the next one does."""
        ids = self._ids or []
        there = set(ids)
        self.selected = [one for one in self.selected if one in there]
        if len(self.selected) <= 1:
            self._view.show_several("")
        if self._person not in there:
            place = before.index(self._person) if self._person in before else 0
            self._person = ids[min(place, len(ids) - 1)] if ids else None
            self._view.show_person(self._person)

    def _said(self, forms: tuple[str, str], n: int) -> str:
        return self._desk.words.plural(*forms, n)
