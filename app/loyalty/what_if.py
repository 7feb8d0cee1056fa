"""What if: another programme, run over the sales of the past beside the one that holds, before it does."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from app.clock import moment
from app.keeping.database import Book
from app.loyalty.earning import Bill, Line, terms
from app.loyalty.programme import Programme
from app.loyalty.rhythm import REFUNDED, STANDS
from app.progress import Report, unheard
from app.values import value

_AT_ONCE = 2_000
_DAY, _MONTH = timedelta(days=1), timedelta(days=30)
_MOST_SHOWN = 50


@value
class Gain:
    """What a customer would have earned by today's programme, and by the other."""

    customer: int
    earned: int
    would: int


@value
class Outcome:
    """What one programme gives: `points`, of which `left` still count if none were spent.

    `cost` is what all of them pay where they pay most, as money or for an amount off, in minor units.
    """

    points: int
    left: int
    cost: int


@value
class WhatIf:
    """The outcome of both; `winners` and `losers` are those whose points change most, `more` and `fewer`
    how many there are of each. `paid` is what was paid in money, in minor units.
    """

    sales: int
    customers: int
    paid: int
    today: Outcome
    other: Outcome
    more: int
    fewer: int
    winners: tuple[Gain, ...]
    losers: tuple[Gain, ...]


@dataclass(frozen=True, slots=True)
class _Sale:
    """One sale as it is tried: the day, the hour, what was bought, and what of it was kept."""

    row: sqlite3.Row
    day: date
    hour: str
    lines: tuple[Line, ...]


class Trial:
    """One programme while sales come in, in the order in which they were made."""

    def __init__(self, programme: Programme, currency: str, until: date) -> None:
        self._programme, self._currency, self._until = programme, currency, until
        self._left: dict[int, int] = defaultdict(int)
        self._last: dict[int, date] = {}
        self._on_day: tuple[date, dict[int, int]] = date.min, {}
        self.points: dict[int, int] = defaultdict(int)

    def take(self, sale: _Sale) -> None:
        """One more sale; what came back of it earns nothing."""
        who, due = sale.row["who"], sale.row["total"] - sale.row["coupon_off"]
        bill = Bill(total=due, base=self._base(sale.row), lines=sale.lines)
        most = self._most(who, sale.day)
        deal = terms(self._programme, bill, on=sale.day, hour=sale.hour, most=most)
        earned = deal.earned(due - sale.row["refunded"])
        self._on_day[1][who] = self._on_day[1].get(who, 0) + earned
        self.points[who] += earned
        self._keep(who, sale.day, earned)

    def outcome(self) -> Outcome:
        points = sum(self.points.values())
        left = sum(self._left[who] for who, day in self._last.items() if not self._is_away(day))
        return Outcome(points=points, left=left, cost=self._pays(points))

    def _pays(self, points: int) -> int:
        amounts = (one for one in self._programme.rewards if one.kind == "amount")
        offers = (points // one.points * one.pack * one.value for one in amounts)
        return max([self._programme.worth(points, self._currency), *offers])

    def _base(self, row: sqlite3.Row) -> int:
        earn = self._programme.earn
        base = row["paid"] + (row["points_off"] if earn.on_points_paid else 0)
        return int(base + (row["card_paid"] if earn.on_gift_card else 0))

    def _most(self, who: int, day: date) -> int | None:
        if day != self._on_day[0]:
            self._on_day = day, {}
        limit = self._programme.earn.daily_limit
        return None if limit is None else max(0, limit - self._on_day[1].get(who, 0))

    def _keep(self, who: int, day: date, earned: int) -> None:
        if who in self._last and self._is_away(self._last[who], day):
            self._left[who] = 0
        self._last[who] = day
        expires = self._programme.expiry.of(day)
        if expires is None or expires >= self._until:
            self._left[who] += earned

    def _is_away(self, last: date, on: date | None = None) -> bool:
        """Whether all is gone because she stayed away."""
        days = self._programme.expiry.inactivity_days
        return days is not None and (on or self._until) > last + timedelta(days=days)


class Rehearsal:
    """Reads sales in the order in which they were made, a few thousand at a time; writes nothing."""

    def __init__(self, book: Book, today: Programme, other: Programme, *, currency: str) -> None:
        self._book, self._currency = book, currency
        self._programmes = today, other

    def run(self, since: date, until: date, zone: str, report: Report = unheard) -> WhatIf:
        """As if each programme had held from `since` to `until`, which is the day it is asked.

        Bonuses for signing up and birthdays are left out. What `report` raises stops it.
        """
        trials = [Trial(one, self._currency, until) for one in self._programmes]
        span, done, paid = (since.isoformat(), until.isoformat()), 0, 0
        count = self._count(since, until, report)
        for rows in self._sales(span):
            report(done, count)
            for sale in self._read(rows, ZoneInfo(zone)):
                for trial in trials:
                    trial.take(sale)
                paid += sale.row["paid"]
            done += len(rows)
        report(done, count)
        return _compared(*trials, sales=done, paid=paid)

    def _count(self, since: date, until: date, report: Report) -> int:
        """Month by month, so that it can be stopped meanwhile."""
        count = 0
        while since <= until:
            report(0, 0)
            span = since.isoformat(), min(since + _MONTH, until).isoformat()
            count += int(self._book.value(f"SELECT count(*) FROM {_SALES}", span))
            since += _MONTH + _DAY
        return count

    def _sales(self, span: tuple[str, str]) -> Iterator[list[sqlite3.Row]]:
        found = self._book.execute(f"SELECT {_FACTS} FROM {_SALES} ORDER BY s.day, s.id", span)
        while rows := found.fetchmany(_AT_ONCE):
            yield rows

    def _read(self, rows: Sequence[sqlite3.Row], zone: ZoneInfo) -> Iterator[_Sale]:
        lines = self._lines([row["id"] for row in rows])
        asks_for_hours = any(map(_asks_for_hours, self._programmes))
        for row in rows:
            hour = f"{moment(row['at']).astimezone(zone):%H:%M}" if asks_for_hours else "12:00"
            day = date.fromisoformat(row["day"])
            yield _Sale(row, day, hour, lines.get(row["id"], ()))

    def _lines(self, sales: Sequence[int]) -> Mapping[int, tuple[Line, ...]]:
        """Only where a programme looks at what was bought."""
        if not any(one.extras or one.earn.exclude for one in self._programmes):
            return {}
        rows = self._book.execute(
            "SELECT sale, name, category, thousandths, price, discount FROM sale_lines"
            " WHERE sale IN (SELECT value FROM json_each(?)) ORDER BY sale, position",
            (json.dumps(sales),),
        )
        found: dict[int, tuple[Line, ...]] = defaultdict(tuple)
        for sale, *facts in rows:
            names = ("name", "category", "thousandths", "price", "discount")
            found[sale] += (Line(**dict(zip(names, facts, strict=True))),)
        return found


def _asks_for_hours(programme: Programme) -> bool:
    windows = [programme.earn.window, *(one.window for one in programme.promotions)]
    return any(one.from_hour or one.to_hour for one in windows)


def _compared(today: Trial, other: Trial, *, sales: int, paid: int) -> WhatIf:
    gains = [
        Gain(customer=who, earned=earned, would=other.points[who])
        for who, earned in today.points.items()
    ]
    gains.sort(key=lambda gain: (gain.earned - gain.would, gain.customer))
    more = [gain for gain in gains if gain.would > gain.earned]
    fewer = [gain for gain in reversed(gains) if gain.would < gain.earned]
    return WhatIf(
        sales=sales,
        customers=len(gains),
        paid=paid,
        today=today.outcome(),
        other=other.outcome(),
        more=len(more),
        fewer=len(fewer),
        winners=tuple(more[:_MOST_SHOWN]),
        losers=tuple(fewer[:_MOST_SHOWN]),
    )


_FACTS = (
    "s.id, s.at, s.day, s.total, s.coupon_off, s.points_off, s.card_paid, s.paid,"
    f" ifnull(c.merged_into, c.id) AS who, {REFUNDED} AS refunded"
)
_SALES = f"sales s JOIN customers c ON c.id = s.customer WHERE s.day BETWEEN ? AND ? AND {STANDS}"
