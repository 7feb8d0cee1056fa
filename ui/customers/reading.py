"""Understands what was typed into a field as an import understands a cell, or says in words why not."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.people.customer import LISTS
from app.people.exchange.cells import Parts, Place, reader_for
from app.people.exchange.date_orders import order_of_country
from app.people.exchange.dates import readings
from app.people.exchange.mapping import Order
from app.people.exchange.problems import Doubt
from app.people.exchange.values import tidy
from app.people.postcodes import postal_code
from reports.sentences import reason
from resources.words import mark
from ui.customers.saying import About

_BETWEEN = re.compile(r"[,;\n]+")
_UNREADABLE = mark("“{value}”: {why}")
_DAYS = frozenset({"birthday", "member_since"})
_ONE_BY_ONE = frozenset({"phones", "emails"})
# How an import calls such a column; anything else is read as plain words, as a region is.
_ROLES: Mapping[str, str] = {
    "phones": "phone",
    "emails": "email",
    "country": "country",
    "card_number": "card_number",
    "external_id": "external_id",
    "postal_code": "postal_code",
} | {day: day for day in _DAYS}
_WORDS = "region"


class Misread(Exception):
    """What was typed cannot be understood; `said` tells why, in the reader's language."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


@dataclass(frozen=True, slots=True)
class Understood:
    """The value for the book, and words that stood beside it, such as whose phone it is."""

    value: Any
    remark: str = ""


def read(
    key: str, text: str, about: About, *, country: str = "", known: Sequence[str] = ()
) -> Understood:
    """What stands in the field `key`; `country` is the person's own, else the shop's holds, and the
    pieces of `known` are left as they are. Raises `Misread`.
    """
    home = country or about.country or None
    place = Place(country=home, language=about.words.language, on=about.on)
    order = _order(tidy(text), about) if key in _DAYS else None
    reader = reader_for(_ROLES.get(key, _WORDS), place, order=order, from_1904=False)
    if key in _ONE_BY_ONE:
        return _joined([_checked(reader(piece), known, about) for piece in _pieces(key, text)])
    found = _checked(reader(text), known, about)
    return Understood(_finished(key, found.value, about, home))


def _checked(found: Any, known: Sequence[str], about: About) -> Understood:
    if not isinstance(found, Parts):
        return Understood(found)
    for doubt in found.doubts:
        if doubt.value not in known:
            raise _misread(doubt, about)
    kept = tuple(doubt.value for doubt in found.doubts)
    good = next((value for value in found.values.values() if isinstance(value, tuple)), ())
    return Understood((*good, *kept), str(found.values.get("remark", "")))


def _pieces(key: str, text: str) -> list[str]:
    """What stands between commas, which always part phones; in an e-mail's name they may not."""
    pieces = _BETWEEN.split(text)
    return pieces if key == "phones" or all("@" in piece for piece in pieces) else [text]


def _joined(found: Sequence[Understood]) -> Understood:
    values = dict.fromkeys(value for one in found for value in one.value or ())
    return Understood(tuple(values), ", ".join(one.remark for one in found if one.remark))


def _order(text: str, about: About) -> Order | None:
    """As people in the shop's country write days, where that gives one."""
    usual = order_of_country(about.country or None) or Order.DMY
    return usual if usual in readings(text, about.on) else None


def _finished(key: str, found: Any, about: About, country: str | None) -> Any:
    if key in LISTS and not isinstance(found, tuple):
        pieces = _BETWEEN.split(found or "")
        return tuple(piece.strip() for piece in pieces if piece.strip())
    if key == "member_since" and found and found.startswith("--"):
        raise Misread(about.words("Please add the year."))
    if key == "postal_code" and found:
        return postal_code(found, country)
    return found or ""


def _misread(doubt: Doubt, about: About) -> Misread:
    why = reason(doubt.reason, doubt.facts, about.words)
    value = about.words.isolated(doubt.value)
    return Misread(about.words(_UNREADABLE, value=value, why=why))
