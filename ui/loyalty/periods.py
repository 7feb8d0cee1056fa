"""The times for which a statement is asked at the counter."""

from collections.abc import Mapping
from datetime import date, timedelta

from resources.words import mark

PERIODS: Mapping[str, str] = {
    "year": mark("This year"),
    "month": mark("This month"),
    "last month": mark("Last month"),
    "last year": mark("Last year"),
    "ever": mark("Since the beginning"),
}
_DAY = timedelta(days=1)


def period(key: str, on: date) -> tuple[date | None, date]:
    """Its first and last day, as of the day `on`; None where it has no first one."""
    month, year = on.replace(day=1), on.replace(month=1, day=1)
    match key:
        case "month":
            return month, on
        case "last month":
            return (month - _DAY).replace(day=1), month - _DAY
        case "last year":
            return year.replace(year=year.year - 1), year - _DAY
        case "year":
            return year, on
        case _:
            return None, on
