"""Days on which somebody should hear from the shop: whose birthday was, is, or comes."""

import calendar
from collections.abc import Iterable
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
    book: Book, on: date, *, back: int = DAYS_BACK, ahead: int = DAYS_AHEAD, leap_day: str = "02-28"
) -> list[BirthdayNear]:
    """Birthdays kept from `back` days before `on` to `ahead` days after, in the order of the days.

    The deceased, the archived and the deleted have none. A year's worth of days is the most.
    """
    days = [on + timedelta(days=n) for n in range(-back, min(ahead, 364 - back) + 1)]
    kept = {text: day for day in reversed(days) for text in _written(day, leap_day)}
    near = [
        _near(customer, kept[str(customer.birthday)[-5:]], on)
        for customer in _born_on(book, kept)
        if customer.birthday
    ]
    return sorted(near, key=lambda one: one.in_days)


def _written(day: date, leap_day: str) -> Iterable[str]:
    """The birthdays, as `MM-DD`, that are kept on `day`."""
    yield day.strftime("%m-%d")
    if not calendar.isleap(day.year) and day.strftime("%m-%d") == leap_day:
        yield "02-29"


def _born_on(book: Book, days: Iterable[str]) -> list[Customer]:
    wanted = list(days)
    ids = book.column(
        "SELECT id FROM customers WHERE birthday IS NOT NULL"
        f" AND substr(birthday, -5) IN ({', '.join('?' * len(wanted))})"
        " AND NOT removed AND NOT archived AND NOT deceased ORDER BY sort_key, id",
        wanted,
    )
    return list(load(book, ids).values())


def _near(customer: Customer, kept: date, on: date) -> BirthdayNear:
    born = customer.birthday or Birthday(month=kept.month, day=kept.day)
    turning = born.turning(kept.year)
    return BirthdayNear(
        customer=customer,
        kept=kept,
        in_days=(kept - on).days,
        turning=turning if turning and turning > 0 else None,
    )
