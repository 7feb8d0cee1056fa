"""Understands what was typed into a field, or says in words why not."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from app.people.exchange.contacts import read_emails
from app.people.exchange.countries import country_code
from app.people.exchange.date_orders import order_of_country
from app.people.exchange.dates import Span, read_date, readings
from app.people.exchange.mapping import Order
from app.people.exchange.problems import Doubt, Reason
from app.people.exchange.values import tidy
from app.people.phones import read_phones
from app.people.postcodes import postal_code
from reports.sentences import reason
from resources.words import mark
from ui.customers.saying import About

_BETWEEN = re.compile(r"[,;\n]+")
_UNREADABLE = mark("“{value}”: {why}")


class Misread(Exception):
    """What was typed cannot be understood; `said` tells why, in the reader's language."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


def read(key: str, text: str, about: About, *, country: str = "") -> Any:
    """The value of the field `key`; `country` is the person's own, else the shop's holds.

    Raises `Misread`.
    """
    reader = _READERS.get(key)
    written = tidy(text)
    return written if reader is None else reader(written, about, country or about.country)


def _phones(text: str, about: About, country: str) -> tuple[str, ...]:
    """In E.164 where understood; a number that is not understood stays as it was written."""
    found = read_phones(text, country or None)
    for piece in found.refused:
        if not any(map(str.isdigit, piece)):
            raise _misread(piece, Reason.BAD_PHONE, about)
    return found.numbers + found.refused


def _emails(text: str, about: About, _country: str) -> tuple[str, ...]:
    good, bad = read_emails(text)
    for piece in bad:
        raise _misread(piece, Reason.BAD_EMAIL, about)
    return tuple(good)


def _birthday(text: str, about: About, _country: str) -> str:
    return _date(text, about)


def _member_since(text: str, about: About, _country: str) -> str:
    day = _date(text, about)
    if day.startswith("--"):
        raise Misread(about.words("Please add the year."))
    return day


def _date(text: str, about: About) -> str:
    """`YYYY-MM-DD` or `--MM-DD`, read as people in the shop's country write days; "" for none."""
    if not text:
        return ""
    found = readings(text, about.on)
    order = order_of_country(about.country or None) or Order.DMY
    day = found.get(order) or next(iter(found.values()), None)
    answer = read_date(str(day) if day else text, None, Span(on=about.on))
    if isinstance(answer, Doubt):
        why = reason(answer.reason, answer.facts, about.words)
        raise Misread(about.words(_UNREADABLE, value=text, why=why))
    return answer or ""


def _postal_code(text: str, _about: About, country: str) -> str:
    return postal_code(text, country or None)


def _country(text: str, about: About, _shop: str) -> str:
    if not text:
        return ""
    code = country_code(text)
    if code is None:
        raise _misread(text, Reason.UNKNOWN_COUNTRY, about)
    return code


def _several(text: str, _about: About, _country: str) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in _BETWEEN.split(text) if piece.strip())


def _misread(value: str, why: Reason, about: About) -> Misread:
    said = reason(why, {}, about.words)
    return Misread(about.words(_UNREADABLE, value=about.words.isolated(value), why=said))


_READERS: Mapping[str, Callable[[str, About, str], Any]] = {
    "phones": _phones,
    "emails": _emails,
    "birthday": _birthday,
    "member_since": _member_since,
    "postal_code": _postal_code,
    "country": _country,
    "preferences": _several,
    "handles": _several,
}
