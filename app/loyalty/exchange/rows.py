"""Makes a bought thing out of each row of a till's file: when, who, what for how much."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from app.loyalty.exchange.amounts import read_amount, read_quantity
from app.loyalty.exchange.columns import OpenedSales
from app.people.exchange.dates import Span, read_date
from app.people.exchange.lists import EVERY
from app.people.exchange.problems import Doubt, Problem, Reason, cut_to_show
from app.people.exchange.sheets import Cell
from app.people.exchange.values import number_text, text_of
from app.progress import Report

NOON = "12:00:00"
ONE = 1000
"""Thousandths of one piece."""
LONGEST = 200
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([AaPp])?")
_ZONE = re.compile(r":\d{2}(?:\.\d+)?\s*(?:Z|UTC|GMT|([+-](?:0\d|1[0-4]):?[0-5]\d))$", re.ASCII)
_HALF_DAY, _HOURS, _MINUTES = 12, 24, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Bought:
    """One row. `total` in minor units, negative when it came back; `clock` is local, noon if unknown.

    `buyers` are the texts of the columns that say who, each with its place among those columns.
    """

    number: int
    day: str
    clock: str
    total: int
    thousandths: int
    item: str
    category: str
    receipt: str
    buyers: tuple[tuple[int, str], ...]


def read_bought(
    opened: OpenedSales, currency: str, zone: ZoneInfo, report: Report
) -> Iterator[Bought | tuple[Problem, ...]]:
    """The rows below the header, wholly blank ones left out; one that is no sale gives its problems."""
    reading = _Reading(opened, currency, zone)
    for count, (number, cells) in enumerate(opened.sheet.rows()):
        if count % EVERY == 0:
            report(number, opened.sheet.height)
        if number > opened.columns.last_header and any(map(text_of, cells)):
            yield reading.read(number, cells)


class _Reading:
    """Knows where each field stands and how the days of the file are written."""

    def __init__(self, opened: OpenedSales, currency: str, zone: ZoneInfo) -> None:
        self._at = {name: opened.column(name) for name in _PLAIN}
        self._buyers = [at for at, _ in opened.buyers]
        self._currency, self._zone = currency, zone
        span = Span(on=opened.place.on, from_1904=opened.sheet.from_1904)
        order = opened.columns.orders.get(self._at["date"] or 0)
        self._read_date = partial(read_date, order=order, span=span)
        self._days: dict[Cell, str | Doubt | None] = {}

    def read(self, number: int, cells: Sequence[Cell]) -> Bought | tuple[Problem, ...]:
        raw = {name: _cell(cells, at) for name, at in self._at.items()}
        day, total = self._day(raw["date"]), self._total(raw)
        problems = tuple(_doubted(number, raw, day, total))
        if problems or not isinstance(day, str) or total is None:
            return problems
        day, clock = self._by_the_shop(day, _clock(raw["time"]) or _clock(raw["date"]) or NOON, raw)
        said = text_of(raw["quantity"])
        thousandths = (read_quantity(raw["quantity"]) if said else ONE) or ONE
        return Bought(
            number=number,
            day=day,
            clock=clock,
            # Some tills write what came back as pieces below nothing.
            total=-abs(total) if thousandths < 0 else total,
            thousandths=abs(thousandths),
            item=text_of(raw["item"])[:LONGEST],
            category=text_of(raw["category"])[:LONGEST],
            receipt=number_text(raw["receipt"])[:LONGEST],
            buyers=tuple(
                (place, text)
                for place, at in enumerate(self._buyers)
                if (text := number_text(_cell(cells, at))[:LONGEST])
            ),
        )

    def _by_the_shop(self, day: str, clock: str, raw: dict[str, Cell]) -> tuple[str, str]:
        """By the shop's own clock, where the row tells how far from noon in Greenwich its own is."""
        said = raw["time"] if raw["time"] is not None else raw["date"]
        far = _ZONE.search(said) if isinstance(said, str) else None
        if far is None:
            return day, clock
        told = f"{day}T{clock}{far[1] or '+00:00'}"
        local = datetime.fromisoformat(told).astimezone(self._zone)
        return local.date().isoformat(), local.strftime("%H:%M:%S")

    def _total(self, raw: dict[str, Cell]) -> int | None:
        """The price of so many pieces, where the row tells no total."""
        if text_of(raw["total"]) or not text_of(raw["price"]):
            return read_amount(raw["total"], self._currency)
        price = read_amount(raw["price"], self._currency)
        pieces = read_quantity(raw["quantity"]) if text_of(raw["quantity"]) else ONE
        if price is None or pieces is None:
            return None
        return (2 * price * pieces + ONE) // (2 * ONE)

    def _day(self, raw: Cell) -> str | Doubt | None:
        # Of a text the time is left out, so that each day is read once.
        key = _CLOCK.split(raw, maxsplit=1)[0].rstrip(" T,") if isinstance(raw, str) else raw
        if key not in self._days:
            self._days[key] = self._read_date(key)
        day = self._days[key]
        if isinstance(day, str) and day.startswith("--"):
            return Doubt(value=text_of(raw), reason=Reason.BAD_DATE)
        return day


_PLAIN = ("date", "time", "total", "price", "quantity", "item", "category", "receipt")


def _cell(cells: Sequence[Cell], at: int | None) -> Cell:
    return cells[at] if at is not None and at < len(cells) else None


def _doubted(
    number: int, raw: dict[str, Cell], day: str | Doubt | None, total: int | None
) -> Iterator[Problem]:
    """Why a row is no sale: a day or an amount that cannot be read."""
    if not isinstance(day, str):
        found = day or Doubt(value=text_of(raw["date"]), reason=Reason.BAD_DATE)
        yield _problem(number, "date", found)
    if total is None:
        said = text_of(raw["total"]) or text_of(raw["price"])
        yield _problem(number, "total", Doubt(value=said, reason=Reason.BAD_AMOUNT))
    said = text_of(raw["quantity"])
    if said and read_quantity(raw["quantity"]) is None:
        yield _problem(number, "quantity", Doubt(value=said, reason=Reason.BAD_AMOUNT))


def _problem(number: int, field: str, doubt: Doubt) -> Problem:
    return Problem(
        row=number,
        field=field,
        value=cut_to_show(doubt.value),
        reason=doubt.reason,
        facts=doubt.facts,
    )


def _clock(raw: Cell) -> str | None:
    """`14:05:00` of a time of day, of a day with one, or of a written one."""
    if isinstance(raw, datetime | time):
        there = raw.time() if isinstance(raw, datetime) else raw
        return there.isoformat("seconds")[:8] if there != time() or isinstance(raw, time) else None
    if isinstance(raw, date):
        return None
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
