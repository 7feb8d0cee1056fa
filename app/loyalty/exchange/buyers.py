"""Whose sale it is: finds customers by the number of another program, card, phone or e-mail."""

import json
from collections.abc import Iterable, Sequence
from typing import Protocol

from app.keeping.database import Book
from app.loyalty.exchange.opening import WHO
from app.people.exchange.problems import Reason
from app.people.phones import read_phone

# A card or number of somebody who was merged is found, too; her own goes before it.
_NUMBERED = (
    "SELECT {name} AS said, ifnull(merged_into, id) AS who, removed FROM customers"
    " WHERE {name} IN (SELECT value FROM json_each(?)) AND (NOT removed OR merged_into IS NOT NULL)"
)
_REACHED = (
    "SELECT DISTINCT {said} AS said, customer AS who, 0 AS removed FROM particulars p"
    " JOIN customers c ON c.id = p.customer WHERE kind = '{kind}' AND NOT removed"
    " AND {said} IN (SELECT value FROM json_each(?))"
)
_ASKED = {
    "external_id": _NUMBERED.format(name="external_id"),
    "card_number": _NUMBERED.format(name="card_number"),
    "phone": _REACHED.format(kind="phone", said="value"),
    "email": _REACHED.format(kind="email", said="lower(value)"),
}
SEVERAL = 0
"""Stands for whoever of several it may be."""


class Named(Protocol):
    """A row that may say who, in several columns: each text with the place of its column."""

    @property
    def buyers(self) -> tuple[tuple[int, str], ...]: ...


class Buyers:
    """Looks up every text of a file at once; a text is asked for in the order of `WHO`."""

    def __init__(
        self,
        book: Book,
        country: str | None,
        kinds: Sequence[Sequence[str]],
        rows: Iterable[Named],
    ) -> None:
        self._country, self._kinds = country, kinds
        texts = {text for row in rows for _, text in row.buyers}
        self._said = {kind: {text: self._as(kind, text) for text in texts} for kind in WHO}
        self._known = {kind: _owners(book, kind, self._said[kind].values()) for kind in WHO}

    def of(self, row: Named) -> tuple[int | None, Reason | None]:
        """Her id, or None and why not; nothing is wrong with a row that names nobody."""
        several = False
        for place, text in row.buyers:
            for kind in self._kinds[place]:
                who = self._known[kind].get(self._said[kind][text] or "")
                if who:
                    return who, None
                several |= who == SEVERAL
        if not row.buyers:
            return None, None
        return None, Reason.SEVERAL_BUYERS if several else Reason.UNKNOWN_BUYER

    def _as(self, kind: str, text: str) -> str | None:
        """As the book writes such a number."""
        if kind == "phone":
            return read_phone(text, self._country) if any(map(str.isdigit, text)) else None
        if kind == "email":
            return text.lower() if "@" in text else None
        return text


def _owners(book: Book, kind: str, said: Iterable[str | None]) -> dict[str, int]:
    wanted = json.dumps([text for text in dict.fromkeys(said) if text])
    owners: dict[str, int] = {}
    past: dict[str, int] = {}
    for row in book.execute(_ASKED[kind], (wanted,)):
        known = past if row["removed"] else owners
        known[row["said"]] = (
            row["who"] if known.get(row["said"], row["who"]) == row["who"] else SEVERAL
        )
    return past | owners
