"""Sales of before, as they are looked for when something of them comes back."""

import sqlite3
from datetime import date, datetime

from app.clock import moment
from app.keeping.database import Book
from app.loyalty.lots import WHO, of_sale
from app.loyalty.rhythm import REFUND_STANDS, STANDS
from app.values import value

MOST = 20
"""So many are shown at once; others are found by their receipt, those of today by their amount too."""


@value
class PastSale:
    """One that stands: `due` minor units of `currency` were paid by whatever means, `back` of them came back.

    `earned` is what it earned and what is left of that; `items` are the names on its bill.
    """

    id: int
    at: datetime
    day: date
    customer: int | None
    currency: str
    due: int
    back: int
    earned: int
    items: tuple[str, ...]
    receipt: str


def of_customer(book: Book, customer: int, limit: int = MOST) -> list[PastSale]:
    """Her last ones, newest first."""
    return _found(book, f"customer IN {WHO}", (customer, customer), limit)


def of_day(book: Book, day: date, limit: int = MOST) -> list[PastSale]:
    """The last ones of a day, of anybody."""
    return _found(book, "day = ?", (day.isoformat(),), limit)


def of_receipt(book: Book, receipt: str, limit: int = MOST) -> list[PastSale]:
    """Those of that number, newest first: some tills begin anew each day."""
    return _found(book, "receipt = ?", (receipt.strip(),), limit)


def of_amount(book: Book, day: date, due: int, limit: int = MOST) -> list[PastSale]:
    """Those of a day that came to `due` minor units, of anybody."""
    return _found(book, "day = ? AND total - coupon_off = ?", (day.isoformat(), due), limit)


def one_sale(book: Book, sale: int) -> PastSale | None:
    """None where it does not stand."""
    found = _found(book, "id = ?", (sale,), 1)
    return found[0] if found else None


def _found(book: Book, which: str, values: tuple[object, ...], limit: int) -> list[PastSale]:
    rows = book.execute(_SALES.format(which=which), (*values, limit)).fetchall()
    found = [_past(book, row) for row in rows]
    return sorted(found, key=lambda one: (one.day, one.at), reverse=True)


def _past(book: Book, row: sqlite3.Row) -> PastSale:
    items = book.column(
        "SELECT name FROM sale_lines WHERE sale = ? ORDER BY position", (row["id"],)
    )
    return PastSale(
        id=row["id"],
        at=moment(row["at"]),
        day=date.fromisoformat(row["day"]),
        customer=row["customer"],
        currency=row["currency"],
        due=row["total"] - row["coupon_off"],
        back=row["back"],
        earned=row["earned"],
        items=tuple(dict.fromkeys(items)),
        receipt=row["receipt"] or "",
    )


_SALES = (
    "WITH found AS (SELECT s.* FROM sales s WHERE {which}"
    f" AND {STANDS} ORDER BY day DESC, id DESC LIMIT ?)"
    " SELECT f.*, (SELECT ifnull(sum(r.total), 0) FROM refunds r WHERE r.sale = f.id"
    f" AND {REFUND_STANDS}) AS back,"
    " (SELECT ifnull(sum(lifetime), 0) FROM points_entries"
    f" WHERE id IN {of_sale('f.id')}) AS earned"
    " FROM found f"
)
