"""Is the book whole? What `check` looks at, each finding a plain word with its facts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.keeping.database import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something amiss, in a word such as `damaged` or `dangling`, with its facts."""

    what: str
    facts: dict[str, Any] = field(default_factory=dict)


def findings(book: Book) -> list[Finding]:
    """Everything that is not as it should be; nothing in a healthy book."""
    return [found for look in _LOOKS for found in look(book)]


def _damaged(book: Book) -> Iterable[Finding]:
    for line in book.column("PRAGMA integrity_check"):
        if line != "ok":
            yield Finding(what="damaged", facts={"detail": line})


def _dangling(book: Book) -> Iterable[Finding]:
    for row in book.execute("PRAGMA foreign_key_check"):
        yield Finding(what="dangling", facts={"table": row[0], "row": row[1]})


def _unguarded(book: Book) -> Iterable[Finding]:
    """A ledger without its triggers could be changed after the fact."""
    from app.keeping.migrations import LEDGERS

    there = set(book.column("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
    for table in LEDGERS:
        if not {f"{table}_no_update", f"{table}_no_delete"} <= there:
            yield Finding(what="unguarded", facts={"table": table})


def _unsearchable(book: Book) -> Iterable[Finding]:
    """Everybody in the book, and nobody else, has words to be found by, and digits if a phone."""
    apart = {
        number
        for there, indexed in ((_IN_THE_BOOK, _WORDED), (_WITH_A_PHONE, _DIALLED))
        for one, other in ((there, indexed), (indexed, there))
        for number in book.column(f"{one} EXCEPT {other}")
    }
    if apart:
        yield Finding(what="unsearchable", facts={"n": len(apart)})


_IN_THE_BOOK = "SELECT id FROM customers WHERE NOT removed"
_WITH_A_PHONE = (
    "SELECT customer FROM particulars JOIN customers c ON c.id = customer"
    " WHERE kind = 'phone' AND NOT removed"
)
_WORDED = "SELECT rowid FROM customer_words"
_DIALLED = "SELECT rowid FROM customer_phones"


def _unbalanced(book: Book) -> Iterable[Finding]:
    """What a gift card holds is the sum of its entries."""
    cards = book.value(
        "SELECT count(*) FROM gift_cards c WHERE balance <>"
        " (SELECT coalesce(sum(amount), 0) FROM gift_card_entries WHERE card = c.id)"
    )
    if cards:
        yield Finding(what="unbalanced", facts={"n": cards})


def _without_subject(book: Book) -> Iterable[Finding]:
    """Every code stands for something, and every coupon and gift card has its own."""
    codes = sum(map(book.value, _APART))
    if codes:
        yield Finding(what="without_subject", facts={"n": codes})


_APART = (
    *(
        f"SELECT count(*) FROM codes WHERE kind = '{kind}' AND subject NOT IN (SELECT id FROM {table})"
        for kind, table in (
            ("coupon", "coupons"),
            ("gift card", "gift_cards"),
            ("card", "customers UNION ALL SELECT 0"),  # nobody's yet: numbered ahead
        )
    ),
    *(
        f"SELECT count(*) FROM {table} WHERE id NOT IN (SELECT subject FROM codes WHERE kind = '{kind}')"
        for kind, table in (("coupon", "coupons"), ("gift card", "gift_cards"))
    ),
)


_LOOKS: Sequence[Callable[[Book], Iterable[Finding]]] = (
    _damaged,
    _dangling,
    _unguarded,
    _unsearchable,
    _unbalanced,
    _without_subject,
)
