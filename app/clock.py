"""Time as the shop knows it: moments in UTC, days in the shop's own zone."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]
"""Tells the moment, aware and in UTC; the only source of time below `main.py`."""


def system_clock() -> datetime:
    return datetime.now(UTC)


def stamp(at: datetime) -> str:
    """`at` as the book writes moments: UTC ISO text to the millisecond, so text order is time order."""
    return _written(
        at.astimezone(UTC)
    )  # where clocks go back, two moments of the shop's clock are equal


@lru_cache(maxsize=8)  # what is done at once is written with one moment, many times
def _written(at: datetime) -> str:
    return f"{at.isoformat(timespec='milliseconds')[:-6]}Z"


def moment(text: str) -> datetime:
    """The moment that `stamp` wrote."""
    return datetime.fromisoformat(text)


def shop_date(at: datetime, zone: str) -> date:
    """The day it is in the shop at that moment; `zone` is an IANA name such as `Europe/Prague`."""
    return at.astimezone(ZoneInfo(zone)).date()
