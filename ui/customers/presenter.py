"""What the list of customers does: filters, sorts, counts, and acts on several people at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from app.changes import Kind
from app.keeping.history import StepId
from app.people import directory
from app.people.customers import Customers
from resources.words import mark_plural
from ui.customers.fields import CONSENTS
from ui.customers.filters import (
    ALL,
    ARCHIVED,
    BIRTHDAYS,
    LAPSED,
    LETTERS,
    NEW,
    OFFERED,
    SLIPPING,
    Filter,
    nobody,
    reasons,
)
from ui.customers.listing import OWN, Asked, Listed, read_list
from ui.customers.needs import DeskSide
from ui.customers.rows import Row, rows
from ui.customers.saying import About

_PEOPLE = mark_plural("{n} person", "{n} people")
_BUSY = mark_plural("Changing {n} person", "Changing {n} people")
_SELECTED = mark_plural("{n} selected", "{n} selected")
_BY_NAME = ("name", False)
_ORDERS = {
    BIRTHDAYS: ("birthday", False),
    NEW: ("member_since", True),
    **dict.fromkeys(OFFERED, (OWN, False)),
}
_SHOWN = frozenset({Kind.CUSTOMERS, Kind.SETTINGS, Kind.LOYALTY, Kind.VOICE})
"""What the list and the numbers above it depend on."""
AT_ONCE = 100
"""How many can be changed before anybody notices that it takes time."""
LARGE = 10_000
"""A book with more people is read on the side, while the table goes on showing what it shows."""


class ListView(Protocol):
    """What the list shows."""

    def show_count(self, words: str) -> None: ...

    def show_filters(self, filters: Sequence[Filter], chosen: str) -> None: ...

    def show_people(self, ids: Sequence[int], selected: Sequence[int]) -> None:
        """These people, of whom `selected` are selected."""

    def show_selected(self, customer: int) -> None:
        """Her alone, in sight."""

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
    """The people of one filter in one order; the newest reading of the book wins."""

    def __init__(self, desk: DeskSide, view: ListView) -> None:
        self._desk, self._view = desk, view
        self._asked, self._readings = Asked(), 0
        self._listed: Listed | None = None
        self._shown = True
        """Whether the table shows who is selected."""
        self._person: int | None = None
        self._about = About.of(desk.shop, desk.words)
        self.selected: list[int] = []

    def refresh(self, kinds: frozenset[Kind] = frozenset(Kind)) -> None:
        """Everything anew after a change of these kinds."""
        self._about = About.of(self._desk.shop, self._desk.words)
        if not kinds & _SHOWN:
            self._view.show_again()
            return
        if self._desk.shop.customers.is_anybody_there():
            self._look()
            return
        self._readings += 1
        self._listed, self._person, self.selected = None, None, []
        self._view.show_empty_book()

    def choose(self, key: str) -> None:
        """Another filter; birthdays come by their day, newcomers with the last one first."""
        own = _ORDERS.get(self._asked.filter, _BY_NAME)
        order = self.sorting()
        order = _ORDERS.get(key, _BY_NAME) if order == own else order
        self._asked = Asked(key, *order)
        if self._listed is not None:
            self._view.show_filters(self._listed.filters, key)
        self._look(anew=False)

    def sort(self, key: str, *, descending: bool) -> None:
        self._asked = replace(self._asked, order=key, descending=descending)
        self._view.show_sorting(key, descending=descending)
        self._look(anew=False)

    def sorting(self) -> tuple[str, bool]:
        return self._asked.order, self._asked.descending

    def fetch(self, ids: Sequence[int]) -> Mapping[int, Row]:
        """The rows that are about to be drawn, under a list with why each of them is on it."""
        shop, about, key = self._desk.shop, self._about, self._asked.filter
        found = rows(shop, about, ids, reasons(shop, about, key, ids))
        if key not in {SLIPPING, LAPSED}:
            return found
        # Everybody there is, so that a chip beside each name would tell nothing.
        return {one: replace(row, state=None) for one, row in found.items()}

    def letter(self) -> str:
        """The letter that is written to the people under this filter; "" where any may be."""
        return LETTERS.get(self._asked.filter, "")

    def select(self, ids: Sequence[int]) -> None:
        """These rows were selected: one is shown beside the list, several can be acted on."""
        self.selected = list(ids)
        self._say_selected()
        if len(ids) <= 1 and self._person != next(iter(ids), None):
            self._person = next(iter(ids), None)
            self._view.show_person(self._person)

    def bring(self, customer: int) -> None:
        """Shows `customer`, and makes sure that the list does, whatever filter held before."""
        self._person, self.selected = customer, [customer]
        self._say_selected()
        self._view.show_person(customer)
        if self._listed is not None and customer in self._listed.ids:
            self._view.show_selected(customer)
        else:
            there = self._desk.shop.customers.several([customer])
            self.choose(ARCHIVED if there and there[0].archived else ALL)

    def gather(self, ids: Sequence[int]) -> None:
        """Everybody's list, with these people selected in it."""
        if ids:
            self._person, self.selected, self._shown = ids[0], list(ids), False
            self._view.show_person(self._person)
            self._say_selected()
        self.choose(ALL)

    def tag(self, tag: str) -> None:
        if tag.strip():
            self._do(lambda customers, ids: customers.tag(ids, tag.strip()))

    def untag(self, tag: str) -> None:
        self._do(lambda customers, ids: customers.untag(ids, tag))

    def set_language(self, language: str) -> None:
        self._do(lambda customers, ids: customers.set_language(ids, language or None))

    def record_consent(self, purpose: str, *, granted: bool) -> None:
        wording = self._desk.words(CONSENTS[purpose][1])
        self._do(
            lambda customers, ids: customers.record_consent(
                ids, purpose, granted=granted, wording=wording
            )
        )

    def live_together(self) -> None:
        self._do(lambda customers, ids: customers.live_together(ids))

    def archive(self, *, archived: bool = True) -> None:
        self._do(lambda customers, ids: customers.archive(ids, archived=archived))

    def delete(self) -> None:
        self._do(lambda customers, ids: customers.delete(ids))

    def in_archive(self) -> bool:
        return self._asked.filter == ARCHIVED

    def tags(self) -> list[str]:
        """Every tag in use, the most used first."""
        return list(directory.tags(self._desk.shop.book))

    def tags_of_selected(self) -> list[str]:
        """The tags that at least one of the selected has."""
        return directory.tags_of(self._desk.shop.book, self.selected)

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

    def _look(self, *, anew: bool = True) -> None:
        """Reads the list as it is asked for; a large book on the side. Only `anew` all are counted."""
        self._readings += 1
        reading, about, asked = self._readings, self._about, self._asked
        known = None if anew or self._listed is None else self._listed.filters
        if self._is_large():
            self._desk.look_up(
                lambda shop: read_list(shop, about, asked, known),
                lambda there: self._take(reading, there),
            )
        else:
            self._take(reading, read_list(self._desk.shop, about, asked, known))

    def _is_large(self) -> bool:
        known = self._listed.total if self._listed else self._desk.shop.customers.count()
        return known > LARGE

    def _take(self, reading: int, listed: Listed) -> None:
        if reading != self._readings:
            return
        before, self._listed, self._asked = self._listed, listed, listed.asked
        self._view.show_count(self._said(_PEOPLE, listed.total))
        self._view.show_filters(listed.filters, self._asked.filter)
        self._view.show_sorting(self._asked.order, descending=self._asked.descending)
        if not listed.ids:
            self._view.show_nobody(nobody(self._asked.filter, self._about))
        was = before.ids if before else ()
        if was == listed.ids and self._shown:
            self._view.show_again()
        else:
            self._keep_somebody(was)

    def _keep_somebody(self, before: Sequence[int]) -> None:
        """Whoever stood beside the list goes on standing there; if gone, the next one does. Who is
        no longer to be seen is no longer selected.
        """
        ids = self._listed.ids if self._listed else ()
        there, person = set(ids), self._person
        kept = [one for one in self.selected if one in there]
        if person not in there:
            place = before.index(person) if person in before else 0
            self._person = kept[0] if kept else ids[min(place, len(ids) - 1)] if ids else None
        self.selected = kept if len(kept) > 1 else [self._person] if self._person else []
        self._view.show_people(ids, self.selected)
        self._shown = True
        self._say_selected()
        if self._person != person:
            self._view.show_person(self._person)

    def _say_selected(self) -> None:
        n = len(self.selected)
        self._view.show_several(self._said(_SELECTED, n) if n > 1 else "")

    def _said(self, forms: tuple[str, str], n: int) -> str:
        return self._desk.words.plural(*forms, n)
