"""Who comes before whom by one fact about them: everybody who has it, read off an index in its order."""

import json
from collections.abc import Mapping
from itertools import chain

from app.keeping.database import Book

# Many share the fact: its index holds them by name. (the fact, its index, whom it concerns)
_SHARED: Mapping[str, tuple[str, str, str]] = {
    "birthday": (
        "substr(birthday, -5)",
        "customers_by_birthday",
        "birthday IS NOT NULL AND deceased = 0",
    ),
    "city": ("city_key", "customers_by_city", "city_key IS NOT NULL"),
    "language": ("language", "customers_by_language", "language IS NOT NULL"),
    "member_since": ("member_since", "customers_by_member_since", "member_since IS NOT NULL"),
}
_MAIN = "SELECT customer AS id FROM particulars WHERE kind = '{}' AND position = 0 ORDER BY value"
# Hardly anybody shares it. A card with more digits is the greater number.
_OWN: Mapping[str, str] = {
    "card_number": "SELECT id FROM customers WHERE card_number IS NOT NULL AND NOT removed"
    " ORDER BY length(card_number), card_number",
    "phone": _MAIN.format("phone"),
    "last_visit": "SELECT customer AS id FROM rhythms ORDER BY last_day, customer",
    "visits": "SELECT customer AS id FROM rhythms ORDER BY visits, customer",
    "email": _MAIN.format("email"),
}
FACTS = _SHARED.keys() | _OWN.keys()


def ranked(book: Book, fact: str, *, descending: bool, year_from: str) -> list[int]:
    """Ids of all who have `fact`, those who left the book perhaps among them; namesakes of a shared
    fact stand by name either way. Birthdays, only of the living, begin at the day `year_from` (`MM-DD`).
    """
    if fact in _OWN:
        there = _packed(book, _OWN[fact])
        return there[::-1] if descending else there
    groups = _groups(book, fact)
    if fact == "birthday":
        groups = sorted(groups, key=lambda group: group[0] < year_from)
    if descending:
        groups.reverse()
    return list(chain.from_iterable(json.loads(ids) for _, ids in groups))


def _groups(book: Book, fact: str) -> list[tuple[str, str]]:
    """Each value with those who share it, as a list that SQLite has written: far less work than rows."""
    key, index, concerned = _SHARED[fact]
    return book.execute(
        f"SELECT {key}, json_group_array(id) FROM customers INDEXED BY {index}"
        f" WHERE {concerned} GROUP BY {key} ORDER BY {key}"
    ).fetchall()


def _packed(book: Book, sql: str) -> list[int]:
    ids: list[int] = json.loads(book.value(f"SELECT json_group_array(id) FROM ({sql})"))
    return ids
