"""What points paid of a sale after it was written down, and what is left to be paid in money."""

import sqlite3
from collections.abc import Sequence
from fractions import Fraction
from math import floor
from typing import NamedTuple

from app.keeping.database import Book
from app.loyalty.lots import of_sale
from app.loyalty.points import Points


class Later(NamedTuple):
    """`off` minor units were paid with points when `kept` of the bill had not come back."""

    off: int
    kept: int


def paid_later(book: Book, points: Points, sale: int) -> list[Later]:
    """What points were spent on the sale, or given for a reward that came off it, and not taken back."""
    rows = book.execute(_SPENT_LATER, {"sale": sale}).fetchall()
    return [Later(row["off"], row["kept"]) for row in rows if points.stands(row["id"])]


def due_of(sale: sqlite3.Row) -> int:
    """What was to be paid of a bill by any means but a coupon."""
    return int(sale["total"] - sale["coupon_off"])


def in_money(sale: sqlite3.Row, kept: int, later: Sequence[Later]) -> int:
    """What of the part that is `kept` was paid in money: each means has its share of every part."""
    due = due_of(sale)
    paid = Fraction(sale["paid"] * kept, due) if due else Fraction(0)
    return max(0, floor(paid - sum(Fraction(off * min(kept, of), of) for off, of in later)))


# What the sale itself took is told by its columns; the step of a later verb tells what it took off.
_SPENT_LATER = (
    "SELECT e.id, s.facts ->> 'off' AS off, s.facts ->> 'kept' AS kept FROM points_entries e"
    f" JOIN history_steps s ON s.id = e.step WHERE e.id IN {of_sale(':sale')}"
    " AND e.reverses IS NULL AND off > 0"
)
