"""Is the book whole? What `check` looks at, each finding a plain word with its facts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.keeping.database import Book
from app.keeping.ledgers import LEDGERS


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


def _points_apart(book: Book) -> Iterable[Finding]:
    """What is left of every lot and debt follows from what was written, entry by entry."""
    apart = sum(map(book.value, _POINTS_APART))
    if apart:
        yield Finding(what="points_apart", facts={"n": apart})


def _oversold(book: Book) -> Iterable[Finding]:
    """No more comes back of a sale than it was, and nothing of one that was taken back."""
    sales = book.value(
        "SELECT count(*) FROM sales s WHERE (SELECT ifnull(sum(total), 0) FROM refunds r"
        f" WHERE r.sale = s.id AND NOT {_VOIDED.format('refund', 'r')})"
        f" > (total - coupon_off) * NOT {_VOIDED.format('sale', 's')}"
    )
    if sales:
        yield Finding(what="oversold", facts={"n": sales})


_VOIDED = (
    "ifnull((SELECT voided FROM till_voids WHERE kind = '{}' AND subject = {}.id"
    " ORDER BY id DESC LIMIT 1), 0)"
)
_USED = "ifnull((SELECT sum(points) FROM points_uses WHERE {} = e.id), 0)"
_IS_LOT = "e.points > 0 AND e.reverses IS NULL"
_REVERSED = "EXISTS (SELECT 1 FROM points_entries r WHERE r.reverses = e.id)"
_ENTRIES = "SELECT count(*) FROM points_entries e WHERE"
_POINTS_APART = (
    # A lot is what was earned less what was taken of it.
    f"{_ENTRIES} {_IS_LOT} AND e.left IS NOT e.points - {_USED.format('lot')}",
    # A debt is what was to be taken and found no lot; taken back, nothing of it is owed or used.
    (
        f"{_ENTRIES} e.points < 0 AND {_USED.format('taken')} - ifnull(e.left, 0)"
        f" <> iif({_REVERSED}, 0, -e.points)"
    ),
    # What gives back is neither.
    f"{_ENTRIES} e.points > 0 AND e.reverses IS NOT NULL AND e.left IS NOT NULL",
    # A debt stays until it is paid.
    f"{_ENTRIES} e.points < 0 AND e.left < 0 AND e.expires IS NOT NULL",
    # What takes back is the very opposite, of the same person, and not of an earlier day.
    (
        "SELECT count(*) FROM points_entries r JOIN points_entries e ON e.id = r.reverses WHERE"
        " r.points <> -e.points OR r.lifetime <> -e.lifetime OR r.customer <> e.customer OR r.day < e.day"
    ),
    # Nothing is used before it was there, or by what takes nothing.
    (
        "SELECT count(*) FROM points_uses u JOIN points_entries e ON e.id = u.lot"
        " JOIN points_entries t ON t.id = u.taken WHERE u.day < e.day OR u.day < t.day OR t.points > 0"
        " OR u.customer IS NOT e.customer"
        f" OR NOT ({_IS_LOT})"
    ),
    # The sum of all movements is what is left of all lots, expired ones too, less what is owed.
    (
        "SELECT (SELECT ifnull(sum(points), 0) FROM points_entries)"
        " <> (SELECT ifnull(sum(left), 0) FROM points_entries)"
    ),
)


_LOOKS: Sequence[Callable[[Book], Iterable[Finding]]] = (
    _damaged,
    _dangling,
    _unguarded,
    _unsearchable,
    _unbalanced,
    _without_subject,
    _points_apart,
    _oversold,
)
