"""The times for which feedback is read."""

from collections.abc import Mapping
from datetime import date, timedelta

from app.voice.reading import Period
from resources.words import mark

DAYS, QUARTER, YEAR, EVER, OWN = "30", "quarter", "year", "ever", "own"
PERIODS: Mapping[str, str] = {
    DAYS: mark("Last 30 days"),
    QUARTER: mark("This quarter"),
    YEAR: mark("This year"),
    EVER: mark("Since the beginning"),
    OWN: mark("From … to …"),
}
_MONTHS = 3


def period(key: str, on: date) -> Period:
    """As of the day `on`; what the owner gives herself is not among them."""
    match key:
        case "quarter":
            first = on.replace(month=(on.month - 1) // _MONTHS * _MONTHS + 1, day=1)
            return Period(since=first, until=on)
        case "year":
            return Period(since=on.replace(month=1, day=1), until=on)
        case "ever":
            return Period()
        case _:
            return Period(since=on - timedelta(days=int(DAYS) - 1), until=on)
