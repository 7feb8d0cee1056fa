"""Days on which somebody should hear from the shop: whose birthday was, is, or comes."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from app.keeping.database import Book
from app.people.birthday import Birthday, is_leap
from app.people.customer import Customer
from app.people.register import load
from app.values import value

DAYS_BACK = 3
DAYS_AHEAD = 30


@value
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

    The deceased, the archived and the deleted have none. A year is the most, and each comes once.
    """
    days = [on + timedelta(days=n) for n in range(-back, min(ahead, 365 - back) + 1)]
    kept = {text: day for day in reversed(days) for text in written_for(day, leap_day)}
    found = [
        near(customer, kept[str(customer.birthday)[-5:]], on)
        for customer in _born_on(book, kept)
        if customer.birthday
    ]
    return sorted(found, key=lambda one: one.in_days)


def first_by_day(
    book: Book, on: date, *, ahead: int, limit: int, leap_day: str = "02-28"
) -> dict[date, list[BirthdayNear]]:
    """The first `limit`, in the order of names, of `on` and of each of the `ahead` days after it."""
    days = [on + timedelta(days=n) for n in range(ahead + 1)]
    ids = {day: _ids_born_on(book, written_for(day, leap_day), limit) for day in days}
    people = load(book, [one for born in ids.values() for one in born])
    return {day: [near(people[one], day, on) for one in ids[day]] for day in days}


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
    if not is_leap(day.year) and day.strftime("%m-%d") == leap_day:
        yield "02-29"


def _born_on(book: Book, days: Iterable[str]) -> list[Customer]:
    return list(load(book, _ids_born_on(book, days)).values())


def _ids_born_on(book: Book, days: Iterable[str], limit: int = -1) -> list[int]:
    wanted = list(days)
    return book.column(
        f"SELECT id {kept_on(wanted)} ORDER BY sort_key, id LIMIT ?", [*wanted, limit]
    )


def kept_on(days: Sequence[str]) -> str:
    """FROM and WHERE for the living in the book born on any of `days`, whose values are to be bound."""
    # Asked for the first few in the order of names, SQLite would rather walk through everybody by name.
    return (
        "FROM customers c INDEXED BY customers_by_birthday WHERE birthday IS NOT NULL"
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
