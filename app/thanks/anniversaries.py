"""Anniversaries: the days on which somebody has been a customer for so and so many years."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.keeping.database import Book
from app.people.birthday import is_leap
from app.people.customer import Customer
from app.people.register import load
from app.thanks.occasions import written_for
from app.values import value

_LEAP_DAY = "02-29"


@value
class AnniversaryNear:
    """She will have come for `years` years on the day `kept`, `in_days` from today."""

    customer: Customer
    kept: date
    in_days: int
    years: int


def anniversaries(
    book: Book, on: date, *, ahead: int, leap_day: str = "02-28"
) -> list[AnniversaryNear]:
    """Anniversaries from `on` to `ahead` days after, in the order of the days; a year is the most."""
    days = [on + timedelta(days=n) for n in range(min(ahead, 364) + 1)]
    kept = {text: day for day in reversed(days) for text in written_for(day, leap_day)}
    found = list(_found(book, kept, on))
    return sorted(found, key=lambda one: one.in_days)


def next_anniversary(since: str, on: date, leap_day: str = "02-28") -> tuple[date, int] | None:
    """The next anniversary of the day `since` from `on`, and which it is."""
    began = date.fromisoformat(since)
    for year in (on.year, on.year + 1):
        kept = _kept_in(year, since[-5:], leap_day)
        if kept >= on and year > began.year:
            return kept, year - began.year
    return None


def _found(book: Book, kept: dict[str, date], on: date) -> Iterator[AnniversaryNear]:
    ids = book.column(
        "SELECT id FROM customers WHERE member_since IS NOT NULL AND removed = 0"
        f" AND substr(member_since, -5) IN ({', '.join('?' * len(kept))})"
        " AND archived = 0 AND deceased = 0 ORDER BY sort_key, id",
        list(kept),
    )
    for one in load(book, ids).values():
        since = one.member_since or ""
        day = kept[since[-5:]]
        years = day.year - int(since[:4])
        if years > 0:
            yield AnniversaryNear(customer=one, kept=day, in_days=(day - on).days, years=years)


def _kept_in(year: int, day: str, leap_day: str) -> date:
    is_missing = day == _LEAP_DAY and not is_leap(year)
    return date.fromisoformat(f"{year:04}-{leap_day if is_missing else day}")
