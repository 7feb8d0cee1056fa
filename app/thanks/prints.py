"""What was printed for whom and for which occasion, and what is still to be printed."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from app.changes import Kind
from app.clock import moment
from app.keeping.database import Book
from app.keeping.uids import new_uid
from app.people.customer import CustomerId
from app.people.register import load
from app.thanks.occasions import BirthdayNear, birthdays, kept_on, near, written_for
from app.thanks.post import why_not
from app.values import value

PRINT_AHEAD = 14


@value
class Printed:
    """One card that came out; `occasion` is the day it was for."""

    customer: CustomerId
    name: str
    at: datetime
    letter: str
    occasion: date | None
    id: int = 0


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


def birthdays_printed(book: Book, ones: Sequence[BirthdayNear]) -> set[int]:
    """Who of `ones` already has the card for this very birthday."""
    return printed_already(book, "birthday", {one.customer.id: one.kept for one in ones})


def printed_already(book: Book, letter: str, occasions: Mapping[int, date]) -> set[int]:
    """Who already has the `letter` for her very day; `occasions` are the days by customer."""
    days = sorted({day.isoformat() for day in occasions.values()})
    rows = book.execute(
        "SELECT customer, occasion FROM cards_out WHERE letter = ?"
        f" AND occasion IN ({', '.join('?' * len(days))})",
        [letter, *days],
    )
    done = {tuple(row) for row in rows}
    return {one for one, day in occasions.items() if (one, day.isoformat()) in done}


def to_print(
    book: Book, on: date, *, ahead: int = PRINT_AHEAD, leap_day: str = "02-28"
) -> list[BirthdayNear]:
    """Birthdays within `ahead` days whose card is still to be printed and may be."""
    ones = birthdays(book, on, back=0, ahead=ahead, leap_day=leap_day)
    done = birthdays_printed(book, ones)
    return [one for one in ones if one.customer.id not in done and why_not(one.customer) is None]


def first_to_print(
    book: Book, on: date, *, limit: int, ahead: int = PRINT_AHEAD, leap_day: str = "02-28"
) -> list[BirthdayNear]:
    """The first `limit` of `to_print`, without reading the others."""
    found: list[BirthdayNear] = []
    for day in (on + timedelta(days=away) for away in range(ahead + 1)):
        where, values = _waiting(day, leap_day)
        ids = book.column(
            f"SELECT id {where} ORDER BY sort_key, id LIMIT ?", [*values, limit - len(found)]
        )
        found += [near(one, day, on) for one in load(book, ids).values()]
        if len(found) == limit:
            break
    return found


def count_to_print(
    book: Book, on: date, *, ahead: int = PRINT_AHEAD, leap_day: str = "02-28"
) -> dict[date, int]:
    """How many cards are to be printed for each day from `on` to `ahead` days after it."""
    days = [on + timedelta(days=away) for away in range(ahead + 1)]
    return {day: _count(book, day, leap_day) for day in days}


def printed_by_day(book: Book, on: date, *, ahead: int) -> dict[date, int]:
    """How many birthday cards are printed for each day that has any."""
    rows = book.execute(
        "SELECT occasion, count(DISTINCT customer) FROM cards_out WHERE letter = 'birthday'"
        " AND occasion BETWEEN ? AND ? GROUP BY occasion",
        (on.isoformat(), (on + timedelta(days=ahead)).isoformat()),
    )
    return {date.fromisoformat(day): count for day, count in rows}


def _count(book: Book, day: date, leap_day: str) -> int:
    where, values = _waiting(day, leap_day)
    return int(book.value(f"SELECT count(*) {where}", values))


def _waiting(day: date, leap_day: str) -> tuple[str, list[str]]:
    """What `why_not` and `birthdays_printed` say of one customer, asked of a whole day at once."""
    written = list(written_for(day, leap_day))
    where = (
        f"{kept_on(written)} AND do_not_post = 0"
        " AND ifnull((SELECT granted FROM consents WHERE customer = c.id AND purpose = 'post'"
        " ORDER BY id DESC LIMIT 1), 1)"
        " AND id NOT IN (SELECT customer FROM cards_out WHERE letter = 'birthday'"
        " AND occasion = ?)"
    )
    return where, [*written, day.isoformat()]


_SELECT = "SELECT p.*, c.removed FROM cards_out p JOIN customers c ON c.id = p.customer WHERE NOT c.removed"


def _printed(book: Book, rows: Sequence[sqlite3.Row]) -> list[Printed]:
    people = load(book, [row["customer"] for row in rows])
    return [
        Printed(
            customer=row["customer"],
            name=people[row["customer"]].name,
            at=moment(row["at"]),
            letter=row["letter"],
            occasion=date.fromisoformat(row["occasion"]) if row["occasion"] else None,
            id=row["id"],
        )
        for row in rows
    ]
