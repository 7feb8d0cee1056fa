"""What was printed for whom and for which occasion, and what is still to be printed."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.changes import Kind
from app.clock import moment
from app.keeping.database import Book
from app.keeping.uids import new_uid
from app.people.customer import CustomerId
from app.people.register import load
from app.thanks.occasions import BirthdayNear, birthdays
from app.thanks.post import why_not

PRINT_AHEAD = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One card that came out; `occasion` is the day it was for."""

    customer: CustomerId
    name: str
    at: datetime
    letter: str
    occasion: date | None


def record(book: Book, letter: str, recipients: Iterable[tuple[int, date | None]]) -> None:
    """Writes down that `letter` was printed for each (customer, day it is for)."""
    with book.atomic(Kind.PRINTS):
        book.connection.executemany(
            "INSERT INTO prints (uid, customer, at, by, letter, occasion) VALUES (?, ?, ?, ?, ?, ?)",
            [
                (
                    new_uid(book.now()),
                    customer,
                    book.stamp(),
                    book.by,
                    letter,
                    day and day.isoformat(),
                )
                for customer, day in recipients
            ],
        )


def printed_lately(book: Book, limit: int = 5) -> list[Printed]:
    rows = book.execute(f"{_SELECT} ORDER BY p.id DESC LIMIT ?", (limit,))
    return _printed(book, rows.fetchall())


def printed_for(book: Book, customer: int) -> list[Printed]:
    rows = book.execute(f"{_SELECT} AND p.customer = ? ORDER BY p.id DESC", (customer,))
    return _printed(book, rows.fetchall())


def birthdays_printed(book: Book, near: Sequence[BirthdayNear]) -> set[int]:
    """Who of `near` already has the card for this very birthday."""
    days = sorted({one.kept.isoformat() for one in near})
    rows = book.execute(
        "SELECT customer, occasion FROM prints WHERE letter = 'birthday'"
        f" AND occasion IN ({', '.join('?' * len(days))})",
        days,
    )
    done = {tuple(row) for row in rows}
    return {one.customer.id for one in near if (one.customer.id, one.kept.isoformat()) in done}


def to_print(
    book: Book, on: date, *, ahead: int = PRINT_AHEAD, leap_day: str = "02-28"
) -> list[BirthdayNear]:
    """Birthdays within `ahead` days whose card is still to be printed and may be."""
    near = birthdays(book, on, back=0, ahead=ahead, leap_day=leap_day)
    done = birthdays_printed(book, near)
    return [one for one in near if one.customer.id not in done and why_not(one.customer) is None]


_SELECT = (
    "SELECT p.*, c.removed FROM prints p JOIN customers c ON c.id = p.customer WHERE NOT c.removed"
)


def _printed(book: Book, rows: Sequence[sqlite3.Row]) -> list[Printed]:
    people = load(book, [row["customer"] for row in rows])
    return [
        Printed(
            customer=row["customer"],
            name=people[row["customer"]].name,
            at=moment(row["at"]),
            letter=row["letter"],
            occasion=date.fromisoformat(row["occasion"]) if row["occasion"] else None,
        )
        for row in rows
    ]
