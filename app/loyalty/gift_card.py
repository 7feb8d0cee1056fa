"""A gift card, the entries that moved its balance, and how both stand in the book."""

import sqlite3
from datetime import date
from typing import Any

from app.keeping.database import Book
from app.keeping.uids import new_uid
from app.loyalty.moment import Moment
from app.values import value


@value
class GiftCard:
    """`balance` is what is left, in minor units of `currency`; it is good through the day it `expires`."""

    id: int
    code: str
    at: str
    by: str
    currency: str
    customer: int | None
    expires: date | None
    balance: int
    is_void: bool


@value
class Entry:
    """`kind` is sale, reload, payment, refund, sale refund, expiry, void or undo."""

    id: int
    card: int
    at: str
    day: date
    by: str
    kind: str
    amount: int
    sale: int | None
    reason: str
    reverses: int | None


@value
class Movement:
    """What an entry is to say; `needs_good` asks that the card is neither void nor past its day."""

    kind: str
    amount: int
    sale: int | None = None
    reason: str = ""
    reverses: int | None = None
    needs_good: bool = True


def write_card(book: Book, fields: dict[str, Any], expires: date | None) -> int:
    """Writes down a card with nothing on it, and answers its number."""
    row = {
        "uid": new_uid(book.now()),
        "expires": expires and expires.isoformat(),
        "balance": 0,
        **fields,
    }
    sql = (
        f"INSERT INTO gift_cards ({', '.join(row)})"
        f" VALUES ({', '.join(f':{name}' for name in row)}) RETURNING id"
    )
    return int(book.execute(sql, row).fetchone()[0])


def read_card(book: Book, number: int) -> GiftCard:
    return _card(book.execute("SELECT * FROM gift_cards WHERE id = ?", (number,)).fetchone())


def cards_past_their_day(book: Book, day: date) -> list[GiftCard]:
    """Those that still hold something and were good until before `day`."""
    rows = book.execute(
        "SELECT * FROM gift_cards WHERE NOT voided AND balance > 0 AND expires < ? ORDER BY id",
        (day.isoformat(),),
    )
    return [_card(row) for row in rows]


def cards_out(book: Book, limit: int) -> list[GiftCard]:
    """Those that are not void, what holds something first, then the newest."""
    rows = book.execute(
        "SELECT * FROM gift_cards WHERE NOT voided ORDER BY balance > 0 DESC, id DESC LIMIT ?",
        (limit,),
    )
    return [_card(row) for row in rows]


def move(book: Book, card: int, movement: Movement, moment: Moment) -> int | None:
    """Books `movement` if, at this very moment, the balance covers it; one statement asks and takes.

    Answers the number of the entry; None, and nothing is written, where it is refused.
    """
    asked = {
        "card": card,
        "amount": movement.amount,
        "needs_good": movement.needs_good,
        "day": moment.day.isoformat(),
    }
    if book.execute(_MOVE, asked).fetchone() is None:
        return None
    stamped = {"uid": new_uid(book.now()), "at": moment.at, "by": moment.by}
    said = {name: getattr(movement, name) for name in ("kind", "sale", "reason", "reverses")}
    return int(book.execute(_ENTRY, asked | stamped | said).fetchone()[0])


def set_void(book: Book, card: int, *, void: bool) -> None:
    book.execute("UPDATE gift_cards SET voided = ? WHERE id = ?", (void, card))


def entries_of(book: Book, card: int) -> list[Entry]:
    """Oldest first; their sum is the balance."""
    rows = book.execute("SELECT * FROM gift_card_entries WHERE card = ? ORDER BY id", (card,))
    return [_entry(row) for row in rows]


def first_and_last_word(book: Book, entry: int) -> tuple[Entry, Entry]:
    """`entry` itself, and the one that says whether it holds: what reverses it, what reverses that."""
    rows = book.execute(_WORDS, (entry,)).fetchall()
    return _entry(rows[0]), _entry(rows[-1])


def _card(row: sqlite3.Row) -> GiftCard:
    facts = ("id", "code", "at", "by", "currency", "customer", "balance")
    return GiftCard(
        **{name: row[name] for name in facts},
        expires=row["expires"] and date.fromisoformat(row["expires"]),
        is_void=bool(row["voided"]),
    )


def _entry(row: sqlite3.Row) -> Entry:
    facts = ("id", "card", "at", "by", "kind", "amount", "sale", "reason", "reverses")
    return Entry(**{name: row[name] for name in facts}, day=date.fromisoformat(row["day"]))


_MOVE = (
    "UPDATE gift_cards SET balance = balance + :amount"
    " WHERE id = :card AND balance + :amount >= 0"
    " AND NOT (:needs_good AND (voided OR ifnull(expires < :day, 0))) RETURNING balance"
)
_ENTRY = (
    "INSERT INTO gift_card_entries"
    " (uid, card, at, day, by, kind, amount, sale, reason, reverses) VALUES"
    " (:uid, :card, :at, :day, :by, :kind, :amount, :sale, :reason, :reverses) RETURNING id"
)
_WORDS = (
    "WITH RECURSIVE words (id) AS (SELECT ? UNION ALL"
    " SELECT e.id FROM gift_card_entries e JOIN words ON e.reverses = words.id)"
    " SELECT * FROM gift_card_entries WHERE id IN words ORDER BY id"
)
