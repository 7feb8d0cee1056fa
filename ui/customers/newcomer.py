"""Adds somebody to the book with as little as a name or a phone, and tells of a possible double."""

from collections.abc import Mapping
from typing import Any, Protocol

from app.errors import ShopError
from app.people import directory, search
from app.people.directory import Entry
from app.people.folding import same_name
from app.people.names import split_name
from reports.sentences import sentence
from ui.customers.fields import remark
from ui.customers.needs import DeskSide
from ui.customers.saying import About

FIELDS = ("first_name", "last_name", "phones", "birthday")
FEWEST_DIGITS = 6
"""Shorter pieces of a number are still being typed and would find half the book."""


class NewcomerView(Protocol):
    """The little form."""

    def show_doubles(self, doubles: list[tuple[int, str]]) -> None: ...

    def show_error(self, key: str, words: str) -> None:
        """Under the field `key`."""


class Newcomer:
    """What was typed goes in as texts by field, and comes out as somebody in the book."""

    def __init__(self, desk: DeskSide, view: NewcomerView) -> None:
        self._desk, self._view = desk, view

    def typed(self, texts: Mapping[str, str]) -> None:
        """Shows who in the book may be the same; that never keeps anybody from being added."""
        self._view.show_doubles([(one.id, self._who(one)) for one in self._doubles(texts)])

    def save(self, texts: Mapping[str, str]) -> int | None:
        """The id of who was added; None when something must be put right first."""
        wanted = self._read(texts)
        if wanted is None:
            return None
        try:
            added = self._desk.shop.enrol(**wanted)
        except ShopError as refused:
            self._view.show_error("first_name", sentence(refused, self._desk.words))
            return None
        self._desk.tell_last()
        return added.id

    def _read(self, texts: Mapping[str, str]) -> dict[str, Any] | None:
        from ui.customers.reading import Misread, read

        about, wanted, well = self._about(), dict[str, Any](), True
        for key, text in texts.items():
            try:
                found = read(key, text, about)
            except Misread as misread:
                self._view.show_error(key, misread.said)
                well = False
            else:
                wanted[key] = found.value
                if found.remark:
                    wanted["note"] = remark(key, found.remark, about)
        return _with_parted_name(wanted) if well else None

    def _doubles(self, texts: Mapping[str, str]) -> list[Entry]:
        shop = self._desk.shop
        name = f"{texts['first_name']} {texts['last_name']}".strip()
        by_name = search.find(shop.book, name) if " " in name else []
        rows = directory.rows(shop.book, by_name).values()
        found = {one.id: one for one in rows if same_name(one.name, name)}
        digits = "".join(filter(str.isdigit, texts["phones"]))
        if len(digits) >= FEWEST_DIGITS:
            found |= directory.rows(shop.book, search.find(shop.book, digits))
        return list(found.values())

    def _who(self, one: Entry) -> str:
        parts = (one.name, self._about().phone(one.phone) if one.phone else "", one.city)
        return ", ".join(part for part in parts if part)

    def _about(self) -> About:
        return About.of(self._desk.shop, self._desk.words)


def _with_parted_name(wanted: dict[str, Any]) -> dict[str, Any]:
    """A whole name typed into the first field is taken apart: `Ing. Jan Novák`."""
    if wanted["last_name"] or " " not in wanted["first_name"]:
        return wanted
    parts = split_name(wanted["first_name"])
    names = ("title_before", "first_name", "last_name", "title_after", "company", "form_of_address")
    return wanted | {name: getattr(parts, name) or None for name in names}
