"""The order of names and towns in the book: laid as each is written, and anew for another alphabet."""

from collections.abc import Mapping
from typing import Any

from app.keeping.database import Book
from app.people.alphabet import sort_key

AT_ONCE = 2_000
"""The names of so many are laid anew before one could notice; of more, on the side."""
_EDITION = 1
"""Raised when `app.people.alphabet` learns to sort otherwise; older books are then laid anew."""

Keys = tuple[str, str | None]
"""Where a customer's name and her town stand; None without a town."""


def keys_of(fields: Mapping[str, Any], language: str) -> Keys:
    """The keys of a customer with these fields in a shop of this language."""
    last, first, company = (fields.get(name) for name in ("last_name", "first_name", "company"))
    return _name_key(last, first, company, language), _town_key(fields.get("city"), language)


def language_of(book: Book) -> str:
    """The language in whose alphabet the keys of this book are laid; "" before the first time."""
    return _laid(book)[0]


def keep_up(book: Book, language: str) -> None:
    """Lays the keys of a book where that was never done, or done in another alphabet than its own.

    A shop that has not said its language keeps the alphabet it began with, which is that of `language`.
    """
    said = book.value("SELECT value FROM settings WHERE name = 'language'")
    wanted = said or language_of(book) or language
    if _laid(book) != (wanted, _EDITION):
        _lay(book, wanted)


def _lay(book: Book, language: str) -> None:
    """Brings every key in line with the alphabet of `language`; only those that differ are written."""
    with book.atomic():
        make = book.connection.create_function
        make("name_key", 3, lambda last, first, company: _name_key(last, first, company, language))
        make("town_key", 1, lambda city: _town_key(city, language))
        book.execute(
            "UPDATE customers SET sort_key = name_key(last_name, first_name, company),"
            " city_key = town_key(city)"
            " WHERE sort_key IS NOT name_key(last_name, first_name, company)"
            " OR city_key IS NOT town_key(city)"
        )
        book.execute("DELETE FROM alphabet")
        book.execute("INSERT INTO alphabet VALUES (1, ?, ?)", (language, _EDITION))


def _laid(book: Book) -> tuple[str, int]:
    """The alphabet in which the keys stand, and its edition."""
    row = book.execute("SELECT language, edition FROM alphabet").fetchone()
    return tuple(row) if row else ("", 0)


def _name_key(last: str | None, first: str | None, company: str | None, language: str) -> str:
    return sort_key(last or "", first or "", company or "", language)


def _town_key(city: str | None, language: str) -> str | None:
    return sort_key(city, "", "", language) if city else None
