"""What if: another programme, run over the sales of the past before it is switched on."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from app.clock import moment
from app.keeping.database import Book
from app.loyalty.earning import Bill, Line, terms
from app.loyalty.programme import Programme
from app.progress import Report, unheard

_AT_ONCE = 5_000
_MOST_SHOWN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """What a customer earned in that time, and what she would have."""

    customer: int
    earned: int
    would: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The outcome: points `earned` and those that there `would` have been, of which `left` still count.

    `cost` is what the latter pay in money, in minor units; `winners` and `losers` are those whose points
    change most, `more` and `fewer` how many there are of each.
    """

    sales: int
    customers: int
    earned: int
    would: int
    left: int
    cost: int
    more: int
    fewer: int
    winners: tuple[Gain, ...]
    losers: tuple[Gain, ...]


class Rehearsal:
    """Reads sales in the order in which they were made, a few thousand at a time; writes nothing."""

    def __init__(self, book: Book, programme: Programme, currency: str, zone: str) -> None:
        self._book, self._currency = book, currency
        self._programme, self._zone = programme, ZoneInfo(zone)
        self._would: dict[int, int] = {}
        self._left = 0
        self._today: dict[tuple[int, date], int] = {}

    def run(self, since: date, until: date, report: Report = unheard) -> "WhatIf":
        """As if the programme had held from `since` to `until`, which is the day it is asked.

        Bonuses for signing up and birthdays are left out. What `report` raises stops it.
        """
        span = since.isoformat(), until.isoformat()
        count = int(self._book.value(f"SELECT count(*) FROM {_SALES}", span))
        done = 0
        for row in self._sales(span):
            if done % _AT_ONCE == 0:
                report(done, count)
            done += 1
            self._earn(row, until)
        report(done, count)
        return self._outcome(span, done)

    def _sales(self, span: tuple[str, str]) -> Iterator[sqlite3.Row]:
        yield from self._book.execute(f"SELECT {_FACTS} FROM {_SALES} ORDER BY s.day, s.id", span)

    def _earn(self, row: sqlite3.Row, until: date) -> None:
        day, who = date.fromisoformat(row["day"]), row["who"]
        due = row["total"] - row["coupon_off"]
        kept = due - row["refunded"]
        earn = self._programme.earn
        base = row["paid"] + (row["points_off"] if earn.on_points_paid else 0)
        base += row["card_paid"] if earn.on_gift_card else 0
        bill = Bill(total=due, base=base, lines=self._lines(row["id"]))
        hour = f"{moment(row['at']).astimezone(self._zone):%H:%M}"
        points = terms(self._programme, bill, on=day, hour=hour, most=self._most(who, day))
        earned = points.earned(kept)
        self._today[who, day] = self._today.get((who, day), 0) + earned
        self._would[who] = self._would.get(who, 0) + earned
        expires = self._programme.expiry.of(day)
        if expires is None or expires >= until:
            self._left += earned

    def _most(self, who: int, day: date) -> int | None:
        limit = self._programme.earn.daily_limit
        return None if limit is None else max(0, limit - self._today.get((who, day), 0))

    def _lines(self, sale: int) -> tuple[Line, ...]:
        """Only where the programme looks at what was bought."""
        if not self._programme.extras and not self._programme.earn.exclude:
            return ()
        rows = self._book.execute(
            "SELECT name, category, thousandths, price, discount FROM sale_lines WHERE sale = ?",
            (sale,),
        )
        return tuple(Line(**dict(row)) for row in rows)

    def _outcome(self, span: tuple[str, str], sales: int) -> WhatIf:
        earned = self._earned(span)
        people = earned.keys() | self._would.keys()
        gains = [
            Gain(customer=one, earned=earned.get(one, 0), would=self._would.get(one, 0))
            for one in people
        ]
        gains.sort(key=lambda gain: (gain.earned - gain.would, gain.customer))
        more = [gain for gain in gains if gain.would > gain.earned]
        fewer = [gain for gain in reversed(gains) if gain.would < gain.earned]
        would = sum(self._would.values())
        return WhatIf(
            sales=sales,
            customers=len(people),
            earned=sum(earned.values()),
            would=would,
            left=self._left,
            cost=self._programme.worth(would, self._currency),
            more=len(more),
            fewer=len(fewer),
            winners=tuple(more[:_MOST_SHOWN]),
            losers=tuple(fewer[:_MOST_SHOWN]),
        )

    def _earned(self, span: tuple[str, str]) -> dict[int, int]:
        rows = self._book.execute(
            "SELECT ifnull(c.merged_into, c.id), sum(e.lifetime) FROM points_entries e"
            " JOIN customers c ON c.id = e.customer WHERE e.day BETWEEN ? AND ?"
            " AND e.sale IS NOT NULL GROUP BY 1",
            span,
        )
        return {row[0]: row[1] for row in rows}


_FACTS = (
    "s.id, s.at, s.day, s.total, s.coupon_off, s.points_off, s.card_paid, s.paid,"
    " ifnull(c.merged_into, c.id) AS who, ifnull((SELECT sum(total) FROM refunds r"
    " WHERE r.sale = s.id AND NOT ifnull((SELECT voided FROM till_voids WHERE kind = 'refund'"
    " AND subject = r.id ORDER BY id DESC LIMIT 1), 0)), 0) AS refunded"
)
_SALES = (
    "sales s JOIN customers c ON c.id = s.customer WHERE s.day BETWEEN ? AND ? AND NOT ifnull("
    "(SELECT voided FROM till_voids WHERE kind = 'sale' AND subject = s.id"
    " ORDER BY id DESC LIMIT 1), 0)"
)
