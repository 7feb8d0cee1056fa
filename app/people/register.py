"""Customers as the book's tables hold them: read whole, written field by field."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app import values
from app.clock import moment
from app.keeping.database import Book
from app.keeping.uids import new_uids
from app.people import search
from app.people.birthday import Birthday
from app.people.customer import FLAGS, LISTS, TEXT_FIELDS, Consent, Customer, CustomerId, Note
from app.people.order import keys_of, language_of

COLUMNS = (*TEXT_FIELDS, "household", "merged_into", *FLAGS)
NAME_FIELDS = frozenset({"first_name", "last_name", "company"})
SORTED_BY = NAME_FIELDS | {"city"}
_CHUNK = 500  # bound values in one statement, far under SQLite's own limit
_FIELD_OF_KIND = {kind: field for field, kind in LISTS.items()}


def load(book: Book, ids: Sequence[int]) -> dict[int, Customer]:
    """The customers with these ids, removed ones too, in the order of `ids`; unknown ids are absent."""
    found: dict[int, Customer] = {}
    for start in range(0, len(ids), _CHUNK):
        found |= _load_chunk(book, ids[start : start + _CHUNK])
    return found


def fields_of(customer: Customer) -> dict[str, Any]:
    """Every field as history writes it: texts, flags, lists, `note:<uid>` and `consent:<purpose>`."""
    fields: dict[str, Any] = {name: getattr(customer, name) for name in COLUMNS}
    fields["birthday"] = str(customer.birthday) if customer.birthday else None
    fields |= {name: list(getattr(customer, name)) for name in LISTS}
    fields |= {f"note:{note.uid}": note_field(note) for note in customer.notes}
    fields |= {f"consent:{said.purpose}": said.granted for said in customer.consents}
    return fields


def note_field(note: Note) -> dict[str, Any]:
    return {
        "at": note.at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "by": note.by,
        "text": note.text,
        "pops_up": note.pops_up,
    }


@values.value
class Said:
    """How a consent came, and what was asked."""

    how: str
    wording: str = ""


def write_fields(book: Book, changed: Iterable[tuple[int, Mapping[str, Any]]], said: Said) -> None:
    """Writes for each customer only her fields, as `fields_of` names them, and her words for search."""
    written = []
    for customer, fields in changed:
        write_unindexed(book, customer, fields, said)
        written.append(customer)
    for start in range(0, len(written), _CHUNK):
        search.index(book, written[start : start + _CHUNK])


def write_unindexed(book: Book, customer: int, fields: Mapping[str, Any], said: Said) -> None:
    """Writes her fields; the caller has `search.index` bring her words up to date."""
    _write_columns(book, customer, {k: v for k, v in fields.items() if k in COLUMNS})
    for name in LISTS.keys() & fields.keys():
        _write_list(book, customer, LISTS[name], fields[name])
    for name, value in fields.items():
        kind, _, key = name.partition(":")
        if kind == "note":
            _write_note(book, customer, key, value)
        elif kind == "consent":
            _write_consents(book, [(customer, key, value)], said)
    if SORTED_BY & fields.keys():
        _write_keys(book, customer)


def insert(book: Book, newcomers: Sequence[Mapping[str, Any]], *, how: str) -> list[int]:
    """Writes new customers, many at a time, within the caller's transaction; answers their ids."""
    first = 1 + (book.value("SELECT max(id) FROM customers") or 0)
    people = list(enumerate(newcomers, first))
    said = set().union(*newcomers)
    columns = [name for name in COLUMNS if name in said]
    unsaid: dict[str, Any] = dict.fromkeys(said.intersection(FLAGS), 0)
    stamp, uids = book.stamp(), new_uids(book.now(), len(people))
    language = language_of(book)
    book.connection.executemany(
        _insert_into(columns),
        [
            (
                number,
                uid,
                stamp,
                *keys_of(fields, language),
                *map({**unsaid, **fields}.get, columns),
            )
            for uid, (number, fields) in zip(uids, people, strict=True)
        ],
    )
    book.connection.executemany(_INSERT_PARTICULAR, _particulars(people))
    if any(":" in name for name in said):
        _write_records(book, people, how=how)
    search.index_new(book, people)
    return [number for number, _ in people]


def holder(book: Book, field: str, value: str | None, *, but: int | None = None) -> int | None:
    """Who has this `card_number` or `external_id`, apart from `but`; None where nobody has."""
    found = book.value(
        f"SELECT id FROM customers WHERE {field} = ? AND NOT removed AND id IS NOT ?", (value, but)
    )
    return None if found is None else int(found)


def merged_into(book: Book, customer: int) -> list[int]:
    """Those who became her."""
    return book.column("SELECT id FROM customers WHERE merged_into = ?", (customer,))


def _write_consents(book: Book, told: Iterable[tuple[int, str, bool | None]], said: Said) -> None:
    """Adds records of consent: (customer, purpose, granted or None for "take back what was said")."""
    records, stamp = list(told), book.stamp()
    uids = new_uids(book.now(), len(records))
    book.connection.executemany(
        "INSERT INTO consents (uid, customer, purpose, granted, wording, at, how, by)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (uid, customer, purpose, granted, said.wording, stamp, said.how, book.by)
            for uid, (customer, purpose, granted) in zip(uids, records, strict=True)
        ],
    )


def _insert_into(columns: Sequence[str]) -> str:
    names = ("id", "uid", "created_at", "sort_key", "city_key", *columns)
    return f"INSERT INTO customers ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"


_INSERT_PARTICULAR = "INSERT INTO particulars (customer, kind, position, value) VALUES (?, ?, ?, ?)"

People = Sequence[tuple[int, Mapping[str, Any]]]
"""Customers by id, with fields as `fields_of` names them."""


def _particulars(people: People) -> Iterable[tuple[int, str, int, str]]:
    for number, fields in people:
        for name in LISTS.keys() & fields.keys():
            for position, value in enumerate(fields[name]):
                yield number, LISTS[name], position, value


def _write_records(book: Book, people: People, *, how: str) -> None:
    """The notes and consents of new customers, which few of them have."""
    records = [
        (number, *name.split(":", 1), value)
        for number, fields in people
        for name, value in fields.items()
        if ":" in name
    ]
    for number, kind, key, value in records:
        if kind == "note":
            _write_note(book, number, key, value)
    told = [(number, key, value) for number, kind, key, value in records if kind == "consent"]
    _write_consents(book, told, Said(how=how))


def _write_columns(book: Book, customer: int, columns: Mapping[str, Any]) -> None:
    if columns:
        places = ", ".join(f"{name} = ?" for name in columns)
        book.execute(f"UPDATE customers SET {places} WHERE id = ?", (*columns.values(), customer))


def _write_list(book: Book, customer: int, kind: str, values: Sequence[str]) -> None:
    book.execute("DELETE FROM particulars WHERE customer = ? AND kind = ?", (customer, kind))
    book.connection.executemany(
        _INSERT_PARTICULAR,
        [(customer, kind, position, value) for position, value in enumerate(values)],
    )


def _write_note(book: Book, customer: int, uid: str, note: Mapping[str, Any] | None) -> None:
    book.execute("DELETE FROM notes WHERE uid = ?", (uid,))
    if note is not None:
        book.execute(
            "INSERT INTO notes (uid, customer, at, by, text, pops_up) VALUES (?, ?, ?, ?, ?, ?)",
            (uid, customer, note["at"], note["by"], note["text"], note["pops_up"]),
        )


def _write_keys(book: Book, customer: int) -> None:
    """Where she stands in lists, after her name or her town has changed."""
    row = book.execute(
        "SELECT first_name, last_name, company, city FROM customers WHERE id = ?", (customer,)
    ).fetchone()
    keys = keys_of(dict(row), language_of(book))
    book.execute("UPDATE customers SET sort_key = ?, city_key = ? WHERE id = ?", (*keys, customer))


def _load_chunk(book: Book, ids: Sequence[int]) -> dict[int, Customer]:
    wanted = json.dumps(list(ids))
    lists = _lists(book, wanted)
    notes = _notes(book, wanted)
    consents = _said(book, wanted)
    rows = book.execute(
        "SELECT c.* FROM json_each(?) wanted JOIN customers c ON c.id = wanted.value"
        " ORDER BY wanted.key",
        (wanted,),
    )
    return {
        row["id"]: _customer(
            row,
            **lists.get(row["id"], {}),
            notes=tuple(notes.get(row["id"], ())),
            consents=tuple(consents.get(row["id"], ())),
        )
        for row in rows
    }


def _customer(row: sqlite3.Row, **parts: Any) -> Customer:
    texts: dict[str, Any] = {name: row[name] for name in TEXT_FIELDS}
    flags: dict[str, Any] = {name: bool(row[name]) for name in FLAGS}
    texts["birthday"] = Birthday.read(row["birthday"]) if row["birthday"] else None
    return Customer(
        id=CustomerId(row["id"]),
        uid=row["uid"],
        created_at=moment(row["created_at"]),
        household=row["household"],
        merged_into=row["merged_into"],
        **(texts | flags | parts),
    )


def _lists(book: Book, wanted: str) -> dict[int, dict[str, tuple[str, ...]]]:
    lists: dict[int, dict[str, tuple[str, ...]]] = {}
    for customer, kind, value in book.execute(
        "SELECT customer, kind, value FROM particulars"
        " WHERE customer IN (SELECT value FROM json_each(?)) ORDER BY customer, kind, position",
        (wanted,),
    ):
        fields = lists.setdefault(customer, {})
        name = _FIELD_OF_KIND[kind]
        fields[name] = (*fields.get(name, ()), value)
    return lists


def _notes(book: Book, wanted: str) -> dict[int, list[Note]]:
    notes: dict[int, list[Note]] = {}
    for row in book.execute(
        "SELECT * FROM notes WHERE customer IN (SELECT value FROM json_each(?))"
        " ORDER BY at DESC, uid DESC",
        (wanted,),
    ):
        notes.setdefault(row["customer"], []).append(
            Note(
                uid=row["uid"],
                at=moment(row["at"]),
                by=row["by"],
                text=row["text"],
                pops_up=bool(row["pops_up"]),
            )
        )
    return notes


def _said(book: Book, wanted: str) -> dict[int, list[Consent]]:
    said: dict[int, list[Consent]] = {}
    for row in book.execute(
        "SELECT * FROM consents WHERE customer IN (SELECT value FROM json_each(?)) ORDER BY id",
        (wanted,),
    ):
        said.setdefault(row["customer"], []).append(
            Consent(
                purpose=row["purpose"],
                granted=None if row["granted"] is None else bool(row["granted"]),
                wording=row["wording"],
                at=moment(row["at"]),
                how=row["how"],
                by=row["by"],
            )
        )
    return said
