"""When something in a row happened: its day and hour by the shop's clock, however the file writes them."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from app.loyalty.exchange.opening import Opened
from app.people.exchange.dates import Span, read_date
from app.people.exchange.problems import Doubt, Reason
from app.people.exchange.sheets import Cell
from app.people.exchange.values import text_of

NOON = "12:00:00"
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([AaPp])?")
_ZONE = re.compile(r":\d{2}(?:\.\d+)?\s*(?:Z|UTC|GMT|([+-](?:0\d|1[0-4]):?[0-5]\d))$", re.ASCII)
_GREENWICH = re.compile(r"[(\[](?:UTC|GMT)[)\]]")
_HALF_DAY, _HOURS, _MINUTES = 12, 24, 60
_SECONDS = 24 * 60 * 60
_A_DAY = 10_000  # any since 1927; smaller numbers are no days of sales


class Moments:
    """Reads the columns `date` and `time`."""

    def __init__(self, opened: Opened, zone: ZoneInfo) -> None:
        self._date, self._time, self._zone = opened.column("date"), opened.column("time"), zone
        above = opened.columns.header(self._date) if self._date is not None else ""
        self._is_greenwich = bool(_GREENWICH.search(above))
        span = Span(on=opened.place.on, from_1904=opened.sheet.from_1904)
        order = opened.columns.orders.get(self._date or 0)
        self._read_date = partial(read_date, order=order, span=span)
        self._days: dict[Cell, str | Doubt | None] = {}

    def read(self, cells: Sequence[Cell]) -> tuple[str, str] | Doubt:
        """The day and the clock (noon where it is not known), or why it is none."""
        said, clock = cell(cells, self._date), cell(cells, self._time)
        day = self._day(said)
        if not isinstance(day, str):
            return day or Doubt(value=text_of(said), reason=Reason.BAD_DATE)
        found = _clock(clock) or _clock(said)
        if found is None:
            return day, NOON
        return self._by_the_shop(day, found, said if clock is None else clock)

    def _day(self, raw: Cell) -> str | Doubt | None:
        # Of a text the time is left out, so that each day is read once.
        key = _CLOCK.split(raw, maxsplit=1)[0].rstrip(" T,") if isinstance(raw, str) else raw
        if key not in self._days:
            self._days[key] = self._read_date(key)
        day = self._days[key]
        if isinstance(day, str) and day.startswith("--"):
            return Doubt(value=text_of(raw), reason=Reason.BAD_DATE)
        return day

    def _by_the_shop(self, day: str, clock: str, said: Cell) -> tuple[str, str]:
        """By the shop's own clock, where the row or its header tells how far from Greenwich its own is."""
        far = _ZONE.search(said) if isinstance(said, str) else None
        if far is None and not self._is_greenwich:
            return day, clock
        told = f"{day}T{clock}{(far and far[1]) or '+00:00'}"
        local = datetime.fromisoformat(told).astimezone(self._zone)
        return local.date().isoformat(), local.strftime("%H:%M:%S")


def cell(cells: Sequence[Cell], at: int | None) -> Cell:
    """What stands in that column; None where the row or the file does not have it."""
    return cells[at] if at is not None and at < len(cells) else None


def _clock_of_number(raw: float) -> str | None:
    """Spreadsheet programs count days, and write the hour behind the point."""
    is_of_day = 0 < raw < 1 or (raw >= _A_DAY and not raw.is_integer())
    seconds = round(raw % 1 * _SECONDS)
    if not is_of_day or seconds >= _SECONDS:
        return None
    return str(time(seconds // 3600, seconds // 60 % 60, seconds % 60))


def _clock(raw: Cell) -> str | None:
    """`14:05:00` of a time of day, of a day with one, or of a written one."""
    if isinstance(raw, datetime | time):
        there = raw.time() if isinstance(raw, datetime) else raw
        return there.isoformat("seconds")[:8] if there != time() or isinstance(raw, time) else None
    if isinstance(raw, date):
        return None
    if isinstance(raw, float):
        return _clock_of_number(raw)
    found = _CLOCK.search(text_of(raw)) if raw is not None else None
    if not found:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    half = (found[4] or "").lower()
    if half:
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    if hour >= _HOURS or minute >= _MINUTES or second >= _MINUTES:
        return None
    return f"{hour:02}:{minute:02}:{second:02}"
