"""Reads one written date: in figures, in words, as a spreadsheet's day number, with or without its year."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from app.people.exchange.mapping import Order
from app.people.exchange.month_names import is_weekday, month_named
from app.people.exchange.problems import Doubt, Reason
from app.people.exchange.sheets import Cell
from app.people.exchange.values import text_of

EPOCH_1900 = date(1899, 12, 30)
EPOCH_1904 = date(1904, 1, 1)
FIRST_SERIAL, LAST_SERIAL = 1001, 99_999
"""Days of 1902 and 2173. What is less is a year, or a day and month without the point between them."""
FIRST_WRITTEN_SERIAL = 10_000
"""As text, which may be `2912` for 29 December; before it lie those who are a hundred years old."""
NO_YEAR = frozenset({0, 1604})
"""Years that telephones and address books write when the year is not known."""
NO_DAYS = frozenset({(1899, 12, 30), (1899, 12, 31)})
"""How a spreadsheet shows the number 0 as a day."""
TWO = 2  # figures of a day, a month, a shortened year
ORDERS = tuple(Order)
CENTURY, FIRST_YEAR, LAST_YEAR = 100, 1000, 9999
FIRST_SHORT_YEAR = 10
LEAP_YEAR = 2000
MONTHS, DAYS = 12, 31

TIME = re.compile(
    r"[T\s,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|[+-]\d\d:?\d\d)?$"
)
WEEKDAY = re.compile(r"^([^\W\d_]+)[.,]*\s+(?=.*\d)")
BEFORE = re.compile(
    r"^(?:\*|['’](?=\d)|ה-(?=\d)|nar(?:oz\w*|od\w*)?\.?:?|born:?|født:?|d\.?r\.?:?)\s*",
    re.IGNORECASE,
)
AFTER = re.compile(r"\s*(?:r\.?|roku|г\.?|года?|ж\.?|жылы?|års?)$", re.IGNORECASE)
NUMBERS = re.compile(
    r"(\d{1,4})\s*([./\\–-]|\s)\s*(\d{1,2})(?:\s*([./\\–-]|\s)\s*['’]?(\d{1,4}))?\s*[./]?$"
)
NO_YEAR_ISO = re.compile(r"--(\d{2})-?(\d{2})$")
BARE_NUMBER = re.compile(r"\d{1,8}|\d{5}\.\d+")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
RUN_TOGETHER = {
    Order.DMY: re.compile(r"(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d\d(?:\d\d)?)"),
    Order.MDY: re.compile(r"(?P<month>\d\d)(?P<day>\d\d)(?P<year>\d\d(?:\d\d)?)"),
    Order.YMD: re.compile(r"(?P<year>\d\d(?:\d\d)?)(?P<month>\d\d)(?P<day>\d\d)"),
}
DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
WORDS = re.compile(r"\d+|[^\W\d_]+")
FILLERS = frozenset("st nd rd th of the de den dne d roku r ж г года год жылы жылғы".split())
NOTHING = frozenset(
    {"0/0/00", "0/0/0000", "00/00/0000", "00.00.0000", "0000-00-00", "-", "--", "?", "0.0.0"}
)


class Day(NamedTuple):
    """A calendar day; `year` None when it is not known."""

    year: int | None
    month: int
    day: int

    def __str__(self) -> str:
        if self.year is None:
            return f"--{self.month:02}-{self.day:02}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What days a column may hold: up to `on`, from `earliest`; `from_1904` tells how day numbers count."""

    on: date
    earliest: int = 1900
    from_1904: bool = False


Readings = Mapping[Order, Day]
"""What a written date is in each order in which it is a real day."""


def read_date(raw: Cell, order: Order | None, span: Span) -> str | Doubt | None:
    """`YYYY-MM-DD`, `--MM-DD`, a doubt, or None where the cell says that there is no date."""
    plain = _plain(raw, span) if isinstance(raw, str) else None
    if plain:
        return plain
    written = text_of(raw)
    if not written or written in NOTHING:
        return None
    day = _day(raw, written, order, span)
    return _within(day, written, span) if isinstance(day, Day) else day


def readings(text: str, on: date) -> Readings:
    """The days that `text` can be; empty when it is none. A year of two figures never lies ahead."""
    return _readings(text, on)


def _plain(raw: str, span: Span) -> str | None:
    """`5.3.1980` and `1980-03-05`, quickly; None for all else and for what needs a second look."""
    found = DOTTED.fullmatch(raw)
    if found:
        day, month, year = found.groups()
    elif found := ISO.fullmatch(raw):
        year, month, day = found.groups()
    else:
        return None
    if not span.earliest <= int(year) < span.on.year:
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _day(raw: Cell, written: str, order: Order | None, span: Span) -> Day | Doubt:
    if isinstance(raw, date):
        return Day(None if raw.year in NO_YEAR else raw.year, raw.month, raw.day)
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        return Doubt(value=written, reason=Reason.BAD_DATE)
    number = _number(written if isinstance(raw, str) else raw)
    if number is not None:
        together = _run_together(written, order, span)
        if together or written.startswith("0"):  # no day number is written so
            return together or Doubt(value=written, reason=Reason.BAD_DATE)
        least = FIRST_WRITTEN_SERIAL if isinstance(raw, str) else FIRST_SERIAL
        return _numbered(number, written, span, least)
    found = readings(written, span.on)
    if order is not None and order in found:
        return found[order]
    if found and order is None:
        days = set(found.values())
        return days.pop() if len(days) == 1 else Doubt(value=written, reason=Reason.BOTH_WAYS)
    if found:
        return Doubt(value=written, reason=Reason.CONTRARY_DATE, facts={"order": order})
    shape = NUMBERS.match(_bare(written))
    return Doubt(value=written, reason=Reason.IMPOSSIBLE_DATE if shape else Reason.BAD_DATE)


def _run_together(written: str, order: Order | None, span: Span) -> Day | None:
    """`120365` or `12031965` in a column that puts the day first."""
    found = RUN_TOGETHER[order].fullmatch(written) if order else None
    if not found or (len(found["year"]) > TWO and int(found["year"]) < span.earliest):
        return None
    return _real(found["year"], int(found["month"]), int(found["day"]), span.on)


def _number(raw: float | str) -> float | None:
    """A bare number: a day number, a year, a date without signs. `5.3` is none, it is the fifth of March."""
    if not isinstance(raw, str):
        return float(raw)
    return float(raw) if BARE_NUMBER.fullmatch(raw) else None


def _numbered(number: float, written: str, span: Span, least: int) -> Day | Doubt:
    whole = int(number)
    is_year = FIRST_YEAR < whole <= span.on.year + CENTURY or FIRST_SHORT_YEAR <= whole < CENTURY
    if is_year and number == whole:
        return Doubt(value=written, reason=Reason.YEAR_ALONE)
    if least <= whole <= LAST_SERIAL:
        day = (EPOCH_1904 if span.from_1904 else EPOCH_1900) + timedelta(days=whole)
        return Day(day.year, day.month, day.day)
    compact = COMPACT.match(str(whole))
    if compact and number == whole:
        day_there = _real(compact[1], int(compact[2]), int(compact[3]), span.on)
        return day_there or Doubt(value=written, reason=Reason.IMPOSSIBLE_DATE)
    return Doubt(value=written, reason=Reason.BAD_DATE)


def _within(day: Day, written: str, span: Span) -> str | Doubt | None:
    if day.year is None:
        return str(day)
    if (day.year, day.month, day.day) in NO_DAYS:
        return None
    if day.year < span.earliest:
        return Doubt(value=written, reason=Reason.DATE_TOO_EARLY, facts={"earliest": span.earliest})
    if date(day.year, day.month, day.day) > span.on:
        return Doubt(value=written, reason=Reason.DATE_TO_COME, facts={"on": span.on})
    return str(day)


def _bare(text: str) -> str:
    """Without a time of day, without `nar.` before it or `r.` behind it."""
    text = TIME.sub("", text)
    named = WEEKDAY.match(text)
    if named and is_weekday(named[1]):
        text = text[named.end() :]
    return AFTER.sub("", BEFORE.sub("", text)).strip(" ,;")


@lru_cache(maxsize=65536)
def _readings(text: str, on: date) -> Readings:
    numbers = NUMBERS.match(text)
    if numbers:
        return _in_figures(numbers, on)
    bare = _bare(text)
    numbers = NUMBERS.match(bare)
    if numbers:
        return _in_figures(numbers, on)
    without_year = NO_YEAR_ISO.match(bare)
    if without_year:
        return _same(_real(None, int(without_year[1]), int(without_year[2]), on))
    return _same(_in_words(bare, on))


def _in_figures(found: re.Match[str], on: date) -> Readings:
    first, sign, second, other_sign, third = found.groups()
    if third is None:
        return _two_figures(first, sign, second, on)
    if len(first) > TWO or int(first) > DAYS:
        return _same(_real(first, int(second), int(third), on))
    dmy = _real(third, int(second), int(first), on)
    if sign == "." or other_sign != sign:  # `5/3-1980` is Danish
        return _same(dmy)
    mdy = _real(third, int(first), int(second), on)
    ymd = _real(first, int(second), int(third), on) if len(third) <= TWO else None
    return _those(dmy, mdy, ymd)


def _two_figures(first: str, sign: str, second: str, on: date) -> Readings:
    """`5.3.`, `5/3`, and `03-05` only as day and month in either order."""
    dmy = _real(None, int(second), int(first), on)
    if sign == ".":
        return _same(dmy)
    mdy = _real(None, int(first), int(second), on)
    return _those(dmy, mdy, mdy)


def _in_words(text: str, on: date) -> Day | None:
    """`5. března 1980`, `March 5th, 1980`, `5 במרץ`."""
    month: int | None = None
    numbers: list[str] = []
    for word in WORDS.findall(text):
        if word.isdecimal():
            numbers.append(word)
        elif word.lower() not in FILLERS:
            named = month_named(word)
            if named is None and is_weekday(word):
                continue
            if named is None or month is not None:
                return None
            month = named
    if month is None or not 1 <= len(numbers) <= TWO:
        return None
    if len(numbers) == 1:
        return _real(None, month, int(numbers[0]), on)
    day, year = numbers if len(numbers[0]) <= TWO else reversed(numbers)
    return _real(year, month, int(day), on)


def _same(day: Day | None) -> Readings:
    return {} if day is None else dict.fromkeys(ORDERS, day)


def _those(dmy: Day | None, mdy: Day | None, ymd: Day | None) -> Readings:
    days = {Order.DMY: dmy, Order.MDY: mdy, Order.YMD: ymd}
    return {order: day for order, day in days.items() if day is not None}


def _real(year: str | None, month: int, day: int, on: date) -> Day | None:
    """The day, if there is one; two figures of a year mean the last such day that has come."""
    if not (1 <= month <= MONTHS and 1 <= day <= monthrange(LEAP_YEAR, month)[1]):
        return None
    if year is None:
        return Day(None, month, day)
    if len(year) == TWO:
        century = on.year // CENTURY * CENTURY
        there = (century + int(year), month, day)
        if there > (on.year, on.month, on.day):
            there = (there[0] - CENTURY, month, day)
        return Day(*there) if _is_in_calendar(there[0], month, day) else None
    return _known_year(int(year), month, day)


def _known_year(year: int, month: int, day: int) -> Day | None:
    if year in NO_YEAR:
        return Day(None, month, day)
    return Day(year, month, day) if _is_in_calendar(year, month, day) else None


def _is_in_calendar(year: int, month: int, day: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR and day <= monthrange(year, month)[1]
