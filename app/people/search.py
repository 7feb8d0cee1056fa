"""Finding somebody at once: by any words about her, typed in any order, each from its beginning."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.keeping.database import Book
from app.people.folding import words_of

SHOWN = 50
_SHORTEST_RUN = 3  # digits of a phone that find it
_NO_DIGIT = re.compile(r"\D")
_NAMES = ("title_before", "first_name", "last_name", "title_after", "company")
_OTHERS = ("city", "card_number", "external_id")


def find(book: Book, text: str, limit: int = SHOWN) -> list[int]:
    """Ids of at most `limit` customers who have every word of `text`, best first; archived ones last.

    Best is: the words are whole words of her name, then beginnings of her name's words, then
    anywhere (phone from any digit on, e-mail, card number, tags, notes, city).
    """
    typed = words_of(text)
    if not typed:
        return []
    found: dict[int, None] = {}
    for query in _queries(typed):
        if len(found) >= limit:
            break
        found |= dict.fromkeys(_ids(book, query, limit))
    return _archived_last(book, list(found)[:limit])


def match_anywhere(text: str) -> str:
    """The plain FTS5 query for `text`: each word a prefix, in any column. "" for no words."""
    return " ".join(f'"{word}"*' for word in words_of(text))


def index(book: Book, ids: Sequence[int]) -> None:
    """Brings the words of these customers up to date; removed ones lose theirs."""
    from app.people.register import fields_of, load

    book.connection.executemany("DELETE FROM customer_words WHERE rowid = ?", [(i,) for i in ids])
    people = load(book, ids).values()
    index_new(book, [(one.id, fields_of(one)) for one in people if not one.removed])


def index_new(book: Book, people: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
    """Adds words of customers who have none yet; fields as `register.fields_of` names them."""
    book.connection.executemany(
        "INSERT INTO customer_words (rowid, name, other) VALUES (?, ?, ?)",
        [(number, _name_words(fields), _other_words(fields)) for number, fields in people],
    )


def _queries(typed: Sequence[str]) -> Iterable[str]:
    whole = " ".join(f'"{word}"' for word in typed)
    begun = " ".join(f'"{word}"*' for word in typed)
    yield f"name : ({whole})"
    yield f"name : ({begun})"
    yield " AND ".join(_begun_or_dialled(word) for word in typed)


def _begun_or_dialled(word: str) -> str:
    """A number is also found without the zeros dialled before it: 0903… is +421 903…, 00420… +420…"""
    bare = word.lstrip("0")
    if word.isdigit() and word != bare and len(bare) >= _SHORTEST_RUN:
        return f'("{word}"* OR "{bare}"*)'
    return f'"{word}"*'


def _ids(book: Book, query: str, limit: int) -> list[int]:
    return book.column(
        "SELECT rowid FROM customer_words WHERE customer_words MATCH ? LIMIT ?", (query, limit)
    )


def _archived_last(book: Book, ids: Sequence[int]) -> list[int]:
    archived = set(
        book.column(
            f"SELECT id FROM customers WHERE archived AND id IN ({', '.join('?' * len(ids))})", ids
        )
    )
    return [i for i in ids if i not in archived] + [i for i in ids if i in archived]


def _name_words(fields: Mapping[str, Any]) -> str:
    """The name's words; those with an apostrophe once closed up and once in their parts."""
    text = " ".join(filter(None, map(fields.get, _NAMES)))
    words = words_of(text)
    if "'" in text or "’" in text:
        words += words_of(text.replace("'", " ").replace("’", " "))
    return " ".join(words)


def _other_words(fields: Mapping[str, Any]) -> str:
    texts = [*filter(None, map(fields.get, _OTHERS))]
    texts += fields.get("emails", ())
    texts += fields.get("tags", ())
    texts += [
        value["text"] for name, value in fields.items() if ":" in name and name[0] == "n" and value
    ]
    words = words_of(" ".join(texts))
    for phone in fields.get("phones", ()):
        words += _runs(phone)
    return " ".join(words)


def _runs(phone: str) -> list[str]:
    """Every ending of the phone's digits, so that a prefix of one is any run of digits in it."""
    digits = _NO_DIGIT.sub("", phone)
    return [digits[i:] for i in range(max(1, len(digits) - _SHORTEST_RUN + 1))]
