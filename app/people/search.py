"""Finding somebody at once: by any words about her, typed in any order, each from its beginning.

Two indexes: `customer_words` has the folded words, `customer_phones` every three digits in a row.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from app.keeping.database import Book
from app.people.folding import words_of, words_once

SHOWN = 50
_SHORTEST_RUN = 3  # digits of a phone that find it
_TRUNK_ABROAD = "(0)"
"""As in `+44 (0)20 7946 0958`: dialled at home only."""
_APOSTROPHE = re.compile(r"['’]")
_NO_DIGIT = re.compile(r"\D")
_NAMES = ("title_before", "first_name", "last_name", "title_after", "company")
_NUMBERS = ("card_number", "external_id")
_AT_ONCE = 500
_INSERT = {
    "customer_words": "INSERT INTO customer_words (rowid, name, other) VALUES (?, ?, ?)",
    "customer_phones": "INSERT INTO customer_phones (rowid, digits) VALUES (?, ?)",
}
_IN_WORDS = "SELECT rowid FROM customer_words WHERE customer_words MATCH ?"
_IN_PHONES = "SELECT rowid FROM customer_phones WHERE customer_phones MATCH ?"

People = Sequence[tuple[int, Mapping[str, Any]]]
Entry = tuple[Any, ...]
"""A row of an index: the customer's id, then each of its columns."""


def find(book: Book, text: str, limit: int = SHOWN) -> list[int]:
    """Ids of at most `limit` customers who have every word of `text`, best first; archived ones last.

    Best is: the words are whole words of her name, then beginnings of her name's words, then
    anywhere (phone from any digit on, e-mail, card number, tags, notes, city).
    """
    typed = words_of(text.replace(_TRUNK_ABROAD, ""))
    found: dict[int, None] = {}
    for sql, values in _queries(typed):
        found |= dict.fromkeys(book.column(f"{sql} LIMIT {limit}", values))
        if len(found) >= limit:
            break
    if not found and (number := _without_trunk(typed)):
        found = dict.fromkeys(book.column(f"{_IN_PHONES} LIMIT {limit}", [_dialled(number)]))
    return _archived_last(book, list(found)[:limit])


def index(book: Book, ids: Sequence[int]) -> None:
    """Brings the words of these customers up to date; removed ones lose theirs."""
    for table, old, new in _out_of_step(book, ids):
        book.connection.executemany(f"DELETE FROM {table} WHERE rowid = ?", [(i,) for i in old])
        book.connection.executemany(_INSERT[table], new)


def index_new(book: Book, people: People) -> None:
    """Adds words of customers who have none yet; fields as `register.fields_of` names them."""
    for table, entries in _entries(people).items():
        book.connection.executemany(_INSERT[table], entries)


def out_of_step(book: Book) -> int:
    """How many customers would not be found by what stands in the book now; none in a healthy one."""
    ids = book.column(
        "SELECT id FROM customers UNION SELECT rowid FROM customer_words"
        " UNION SELECT rowid FROM customer_phones"
    )
    chunks = [ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE)]
    apart: set[int] = set()
    for _table, old, new in chain.from_iterable(_out_of_step(book, chunk) for chunk in chunks):
        apart.update(old, (entry[0] for entry in new))
    return len(apart)


def _out_of_step(book: Book, ids: Sequence[int]) -> Iterator[tuple[str, list[int], list[Entry]]]:
    """For each index the rows that are wrong, and the entries that are missing."""
    from app.people.register import fields_of, load

    people = [(one.id, fields_of(one)) for one in load(book, ids).values() if not one.removed]
    wanted = json.dumps(list(ids))
    for table, entries in _entries(people).items():
        rows = book.execute(
            f"SELECT rowid, * FROM {table} WHERE rowid IN (SELECT value FROM json_each(?))",
            (wanted,),
        )
        there = {row[0]: _as_found(row) for row in rows}
        right = {entry[0]: _as_found(entry) for entry in entries}
        yield (
            table,
            [number for number, found in there.items() if right.get(number) != found],
            [entry for entry in entries if there.get(entry[0]) != right[entry[0]]],
        )


def _as_found(entry: Sequence[Any]) -> list[list[str]]:
    """The words of each column; they are found in whatever order an earlier version wrote them."""
    return [sorted(words.split()) for words in entry[1:]]


def _entries(people: People) -> dict[str, list[Entry]]:
    """What stands in each index about `people`."""
    has_notes = any(name[:5] == "note:" for name in set().union(*(fields for _, fields in people)))
    return {
        "customer_words": [
            (number, _name_words(fields), _other_words(fields, has_notes=has_notes))
            for number, fields in people
        ],
        "customer_phones": [
            (number, _digits(fields["phones"])) for number, fields in people if fields.get("phones")
        ],
    }


def _queries(typed: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Ever wider queries, each with its bound values."""
    if typed:
        yield _IN_WORDS, [f"name : ({' '.join(map(_whole, typed))})"]
        yield _IN_WORDS, [f"name : ({' '.join(map(_begun, typed))})"]
        if len(typed) > 1 and (number := _one_number(typed)):
            yield _anywhere([number])
        yield _anywhere(typed)


def _one_number(typed: Sequence[str]) -> str:
    """`12 34 56 78` as one run of digits; "" where letters were typed."""
    return "".join(typed) if all(map(str.isdigit, typed)) else ""


def _without_trunk(typed: Sequence[str]) -> str:
    """`8 701 123` as it is dialled at home in Kazakhstan, without the 8 that no kept number has."""
    number = _one_number(typed)
    return number[1:] if number[:1] == "8" and len(number) > _SHORTEST_RUN else ""


def _anywhere(typed: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Every word begins a word anywhere, or is a run of digits in a phone."""
    words = [word for word in typed if not _may_be_dialled(word)]
    runs = [word for word in typed if _may_be_dialled(word)]
    if words:
        sql, values = _IN_WORDS, [" ".join(map(_begun, words))]
    else:
        run = runs.pop()
        sql = f"SELECT rowid FROM ({_IN_PHONES} UNION ALL {_IN_WORDS}) WHERE TRUE"
        values = [_dialled(run), _begun(run)]
    for run in runs:
        sql += f" AND rowid IN ({_IN_PHONES} UNION ALL {_IN_WORDS})"
        values += [_dialled(run), _begun(run)]
    return sql, values


def _whole(word: str) -> str:
    return f'"{word}"'


def _begun(word: str) -> str:
    return f'"{word}"*'


def _may_be_dialled(word: str) -> bool:
    return word.isdigit() and len(word) >= _SHORTEST_RUN


def _dialled(word: str) -> str:
    """A run of digits also without the zeros dialled before it: 0903… is +421 903…, 00420… +420…"""
    bare = word.lstrip("0")
    return f'"{word}" OR "{bare}"' if len(bare) >= _SHORTEST_RUN else f'"{word}"'


def _archived_last(book: Book, ids: Sequence[int]) -> list[int]:
    archived = set(
        book.column(
            f"SELECT id FROM customers WHERE archived AND id IN ({', '.join('?' * len(ids))})", ids
        )
    )
    return [i for i in ids if i not in archived] + [i for i in ids if i in archived]


def _name_words(fields: Mapping[str, Any]) -> str:
    """The name's words; those with an apostrophe once closed up and once in their parts."""
    texts = [text for text in map(fields.get, _NAMES) if text]
    texts += [_APOSTROPHE.sub(" ", text) for text in texts if _APOSTROPHE.search(text)]
    return _joined(texts)


def _other_words(fields: Mapping[str, Any], *, has_notes: bool) -> str:
    """`has_notes` where a note may be among the fields."""
    own = [text for text in map(fields.get, _NUMBERS) if text]
    own += fields.get("emails", ())
    shared = [fields["city"]] if fields.get("city") else []
    shared += fields.get("tags", ())
    if has_notes:
        own += [note["text"] for name, note in fields.items() if name[:5] == "note:" and note]
    return _joined(shared, own)


def _joined(shared: Iterable[str], own: Iterable[str] = ()) -> str:
    """The words of all texts; those that are `shared`, as towns and first names, come again and again."""
    return " ".join(chain(*map(words_of, shared), *map(words_once, own)))


def _digits(phones: Iterable[str]) -> str:
    return " ".join(_NO_DIGIT.sub("", phone) for phone in phones)
