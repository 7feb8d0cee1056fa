"""Days on which somebody should hear from the shop: whose birthday was, is, or comes."""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.keeping.database import Book
from app.people.birthday import Birthday
from app.people.customer import Customer
from app.people.register import load

DAYS_BACK = 3
DAYS_AHEAD = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class BirthdayNear:
    """A birthday kept `in_days` from today (negative: it was); `turning` None without a year."""

    customer: Customer
    kept: date
    in_days: int
    turning: int | None


def birthdays(
    book: Book,
    on: date,
    *,
    back: int = DAYS_BACK,
    ahead: int = DAYS_AHEAD,
    leap_day: str = "02-28",
) -> list[BirthdayNear]:
    """Birthdays kept from `back` days before `on` to `ahead` days after, in the order of the days.

    The deceased, the archived and the deleted have none. A year's worth of days is the most.
    """
    days = [on + timedelta(days=n) for n in range(-back, min(ahead, 364 - back) + 1)]
    kept = {text: day for day in reversed(days) for text in written_for(day, leap_day)}
    found = [
        near(customer, kept[str(customer.birthday)[-5:]], on)
        for customer in _born_on(book, kept)
        if customer.birthday
    ]
    return sorted(found, key=lambda one: one.in_days)


def on_day(book: Book, day: date, *, on: date, leap_day: str, limit: int) -> list[BirthdayNear]:
    """The first `limit` whose birthday is kept on `day`, in the order of names, as seen from `on`."""
    return [near(one, day, on) for one in _born_on(book, written_for(day, leap_day), limit)]


def count_by_day(book: Book, on: date, *, ahead: int, leap_day: str = "02-28") -> dict[date, int]:
    """How many keep their birthday on `on` and on each of the `ahead` days after it."""
    return {
        day: int(book.value(f"SELECT count(*) {kept_on(written)}", written))
        for day in (on + timedelta(days=n) for n in range(ahead + 1))
        if (written := list(written_for(day, leap_day)))
    }


def written_for(day: date, leap_day: str) -> Iterable[str]:
    """The birthdays, as `MM-DD`, that are kept on `day`."""
    yield day.strftime("%m-%d")
    if not calendar.isleap(day.year) and day.strftime("%m-%d") == leap_day:
        yield "02-29"


def _born_on(book: Book, days: Iterable[str], limit: int = -1) -> list[Customer]:
    wanted = list(days)
    ids = book.column(
        f"SELECT id {kept_on(wanted)} ORDER BY sort_key, id LIMIT ?", [*wanted, limit]
    )
    return list(load(book, ids).values())


def kept_on(days: Sequence[str]) -> str:
    """FROM and WHERE for the living in the book born on any of `days`, whose values are to be bound."""
    return (
        "FROM customers c WHERE birthday IS NOT NULL"
        f" AND substr(birthday, -5) IN ({', '.join('?' * len(days))})"
        " AND removed = 0 AND archived = 0 AND deceased = 0"
    )


def near(customer: Customer, kept: date, on: date) -> BirthdayNear:
    """Her birthday kept on the day `kept`, as seen from `on`."""
    born = customer.birthday or Birthday(month=kept.month, day=kept.day)
    turning = born.turning(kept.year)
    return BirthdayNear(
        customer=customer,
        kept=kept,
        in_days=(kept - on).days,
        turning=turning if turning and turning > 0 else None,
    )
