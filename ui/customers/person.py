"""What the pane does: shows one person whole, and writes down what was changed about her."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from app.errors import ShopError
from app.people import directory, search
from app.people.customer import LISTS, Customer
from app.people.customers import Customers, UnknownCustomer
from app.people.photos import keep
from reports.sentences import sentence
from ui.customers.fields import CONSENTS, remark
from ui.customers.needs import DeskSide
from ui.customers.portrait import Portrait, portrait
from ui.customers.saying import About

COMPANIONS = 6
"""How many people are offered while a household is being joined."""


class PersonView(Protocol):
    """What the pane shows."""

    def show_person(self, person: Portrait) -> None: ...

    def show_nobody(self) -> None: ...


class Person:
    """One person at a time, or nobody."""

    def __init__(self, desk: DeskSide, view: PersonView) -> None:
        self._desk, self._view = desk, view
        self.id: int | None = None

    def show(self, customer: int | None) -> None:
        """Somebody else, or nobody."""
        self.id = customer
        self.refresh()

    def refresh(self) -> None:
        """The same person as the book knows her now; one who was deleted is nobody."""
        shop = self._desk.shop
        try:
            one = None if self.id is None else shop.customers.get(self.id)
        except UnknownCustomer:
            one = self.id = None
        if one is None:
            self._view.show_nobody()
        else:
            self._view.show_person(portrait(shop, one, self._about()))

    def edit(self, key: str, text: str) -> str:
        """Writes what was typed into the field `key`; answers what is wrong with it, or ""."""
        return "" if self.id is None else self._change(self.id, self._reading(key, text))

    def keep_typed(self, customer: int, typed: Mapping[str, str]) -> None:
        """What was typed about somebody who is left: saved, or a note where it is unreadable."""
        if not self._customers.several([customer]):
            return
        for key, text in typed.items():
            if text and self._change(customer, self._reading(key, text)):
                self._customers.put_aside(customer, remark(key, text, self._about()))
                self._desk.tell_last()

    def set_flag(self, key: str, *, on: bool) -> None:
        """`do_not_post` or `deceased`."""
        if self.id is not None:
            self._change(self.id, lambda _: {key: on})

    def take_photo(self, file: Path) -> None:
        """Reads the picture on the side, and keeps a small copy of it as her photo."""
        from ui.customers.taking import small_copy

        person, folder = self.id, self._desk.shop.folder
        if person is None:
            return

        def show(photo: str) -> None:
            if self._desk.attempt(lambda: self._customers.change(person, photo=photo)):
                self._desk.tell_last()

        self._desk.look_up(lambda _own: keep(folder, small_copy(file)), show)

    def take_photo_away(self) -> None:
        """The file stays for as long as this can be undone."""
        if self.id is not None:
            self._change(self.id, lambda _: {"photo": None})

    def add_tag(self, tag: str) -> None:
        tag = tag.strip(" ,#")
        if tag and self.id is not None:
            self._desk.tell_step(self._customers.tag([self.id], self._known(tag)))

    def take_tag(self, tag: str) -> None:
        if self.id is not None:
            self._desk.tell_step(self._customers.untag([self.id], tag))

    def tags(self) -> list[str]:
        """Every tag in use, the most used first, for completing what is typed."""
        return list(directory.tags(self._desk.shop.book))

    def write_note(self, text: str, *, pops_up: bool) -> bool:
        """Whether there was something to write."""
        person = self.id
        if person is None or not text.strip():
            return False
        if self._desk.attempt(lambda: self._customers.write_note(person, text, pops_up=pops_up)):
            self._desk.tell_last()
        return True

    def keep_note(self, customer: int, text: str, *, pops_up: bool) -> None:
        """The note that was being written on somebody who is left."""
        if text.strip() and self._customers.several([customer]):
            self._customers.write_note(customer, text, pops_up=pops_up)
            self._desk.tell_last()

    def strike_note(self, uid: str) -> None:
        person = self.id
        if person is not None:
            self._desk.attempt(lambda: self._customers.strike_note(person, uid))
            self._desk.tell_last()

    def record_consent(self, purpose: str, *, granted: bool | None, how: str = "counter") -> None:
        if self.id is not None:
            wording = "" if granted is None else self._desk.words(CONSENTS[purpose][1])
            step = self._customers.record_consent(
                [self.id], purpose, granted=granted, how=how, wording=wording
            )
            self._desk.tell_step(step)

    def companions(self, text: str) -> list[tuple[int, str]]:
        """Whom she may live with, found by what was typed: ids with names."""
        shop = self._desk.shop
        found = directory.rows(shop.book, search.find(shop.book, text, COMPANIONS + 1))
        others = ((number, row) for number, row in found.items() if number != self.id)
        return [(number, _who(row)) for number, row in others][:COMPANIONS]

    def live_with(self, other: int) -> None:
        """Joins her household with the other's: everybody of both then lives together."""
        if self.id is None:
            return
        both = [self._customers.get(one) for one in (self.id, other)]
        ids = {mate.id for one in both for mate in self._customers.household_of(one)}
        together = sorted(ids | {self.id, other})
        self._desk.tell_step(self._desk.attempt(lambda: self._customers.live_together(together)))

    def archive(self, *, archived: bool) -> None:
        if self.id is not None:
            self._desk.tell_step(self._customers.archive([self.id], archived=archived))

    def delete(self) -> None:
        if self.id is not None:
            self._desk.tell_step(self._customers.delete([self.id]))

    def live_alone(self) -> None:
        if self.id is not None:
            self._desk.tell_step(self._customers.live_alone(self.id))

    @property
    def _customers(self) -> Customers:
        return self._desk.shop.customers

    def _about(self) -> About:
        return About.of(self._desk.shop, self._desk.words)

    def _known(self, tag: str) -> str:
        """The tag as others have it already, whatever its capitals."""
        return next((known for known in self.tags() if known.casefold() == tag.casefold()), tag)

    def _reading(self, key: str, text: str) -> Callable[[Customer], Mapping[str, Any]]:
        def wanted(one: Customer) -> Mapping[str, Any]:
            # Reading what people type brings half of the import along: not before it is needed.
            from ui.customers.reading import read

            about, known = self._about(), getattr(one, key) if key in LISTS else ()
            found = read(key, text, about, country=one.country or "", known=known)
            note = remark(key, found.remark, about) if found.remark else ""
            value = found.value
            if key == "card_number" and value:
                value = self._desk.shop.cards.taken_up(value, held=one.card_number)
            return {key: value, "note": note}

        return wanted

    def _change(self, person: int, wanted: Callable[[Customer], Mapping[str, Any]]) -> str:
        from ui.customers.reading import Misread

        customers = self._desk.shop.customers
        try:
            before = customers.get(person)
            after = customers.change(person, **wanted(before))
        except Misread as misread:
            return misread.said
        except ShopError as refused:
            return sentence(refused, self._desk.words)
        if after != before:
            self._desk.tell_last()
        return ""


def _who(row: directory.Entry) -> str:
    return f"{row.name}, {row.city}" if row.city else row.name
