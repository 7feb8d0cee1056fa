"""Name days: whose name stands in the calendar of her language, and when it is kept."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from app.keeping.database import Book
from app.people.customer import Customer
from app.people.folding import fold, words_of
from app.people.register import load
from app.values import value
from resources import path

NOT_A_NAME = frozenset({"a", "i", "og", "and", "und"})
"""Words that join the names of a couple."""
Day = tuple[int, int]
"""Month and day."""


@value
class NameDayNear:
    """The day of `name`, one of hers, kept `in_days` from today."""

    customer: Customer
    name: str
    kept: date
    in_days: int


@cache
def name_days(language: str) -> Mapping[str, tuple[Day, ...]]:
    """The days of each folded name; nothing in a language whose people keep none."""
    return {name: tuple(days) for name, days in _by_name(language).items()}


def next_name_day(first_name: str, language: str, on: date) -> tuple[date, str] | None:
    """The next day from `on` on which one of her names stands in the calendar, and that name."""
    coming = [
        (kept, name)
        for name in _first_names(first_name)
        for day in name_days(language).get(fold(name), ())
        if (kept := _next(day, on))
    ]
    return min(coming, default=None)


def near_name_days(book: Book, on: date, *, ahead: int, language: str) -> list[NameDayNear]:
    """Name days from `on` to `ahead` days after, in the order of the days; a year is the most.

    Each is looked up in the calendar of her own language, else of the shop's `language`.
    """
    last = on + timedelta(days=min(ahead, 364))
    found = [
        NameDayNear(customer=one, name=coming[1], kept=coming[0], in_days=(coming[0] - on).days)
        for one in _named(book, on, last)
        if (coming := next_name_day(one.first_name or "", one.language or language, on))
        and coming[0] <= last
    ]
    return sorted(found, key=lambda one: one.in_days)


def _named(book: Book, on: date, last: date) -> Iterable[Customer]:
    """The living in the book who have a name that stands in any calendar on these days."""
    days = {
        (day.month, day.day) for n in range((last - on).days + 1) for day in [on + timedelta(n)]
    }
    names = {
        fold(name) for language in _languages() for at, name in _entries(language) if at in days
    }
    if not names:
        return ()
    ids = book.column(
        "SELECT id FROM customers WHERE removed = 0 AND archived = 0 AND deceased = 0"
        " AND first_name IS NOT NULL"
        " AND id IN (SELECT rowid FROM customer_words WHERE customer_words MATCH ?)"
        " ORDER BY sort_key, id",
        (f"name : ({' OR '.join(sorted(names))})",),
    )
    return load(book, ids).values()


def _first_names(written: str) -> tuple[str, ...]:
    """Her call name, which comes first; of a couple both."""
    names = written.replace("&", " & ").split()
    if any(fold(name) in NOT_A_NAME or name == "&" for name in names):
        return tuple(name for name in names if words_of(name) and fold(name) not in NOT_A_NAME)
    return tuple(names[:1])


def _next(day: Day, on: date) -> date | None:
    """The next such day from `on`; a leap day only where there is one."""
    for year in (on.year, on.year + 1):
        try:
            kept = date(year, *day)
        except ValueError:
            continue
        if kept >= on:
            return kept
    return None


@cache
def _by_name(language: str) -> Mapping[str, list[Day]]:
    days: dict[str, list[Day]] = {}
    for at, name in _entries(language):
        days.setdefault(fold(name), []).append(at)
    return days


@cache
def _entries(language: str) -> tuple[tuple[Day, str], ...]:
    file = path("name_days", f"{language}.toml")
    if not file.is_file():
        return ()
    import tomllib

    months = tomllib.loads(file.read_text("utf-8")).values()
    return tuple(_read(months))


def _read(months: Iterable[Mapping[str, str]]) -> Iterator[tuple[Day, str]]:
    for month, days in enumerate(months, start=1):
        for day, names in days.items():
            yield from (((month, int(day)), name) for name in names.split())


@cache
def _languages() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in path("name_days").glob("*.toml")))
