"""What is left of every lot of points and of every debt, now and at the end of any day that is past."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.keeping.database import Book

WHO = "(SELECT ? UNION ALL SELECT id FROM customers WHERE merged_into = ?)"
"""A customer with those who became her."""

_HERS = "FROM points_open WHERE customer = ? AND is_debt ="
# Of one after the other, for then all is read off the index in its order.
_OPEN = (
    f"SELECT sum(left), expires, day {_HERS} 0 AND left > 0 AND expires >= ? AND day <= ?"
    " GROUP BY expires, day UNION ALL"
    f" SELECT sum(left), expires, day {_HERS} 0 AND left > 0 AND expires IS NULL AND day <= ?"
    " GROUP BY day"
)
_OWED = f"SELECT ifnull(sum(left), 0) {_HERS} 1 AND left > 0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """Points of one day that are left, and the last day on which they count."""

    points: int
    earned: date
    expires: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """So many `points` that `entry` takes of `customer` on `day`; from the lots `first` before others."""

    entry: int
    customer: int
    points: int
    day: date
    first: Sequence[int] = ()


class Lots:
    """Keeps `points_open` and `points_uses` in step, within the caller's transaction.

    Requests come late, so a lot may be younger than what takes from it, or a debt than the lot that pays
    it: a use is of the later of both days, and until then neither knew of the other.
    """

    def __init__(self, book: Book) -> None:
        self._book = book

    def open(self, customer: int, on: date) -> tuple[list[Lot], int]:
        """The lots that count on a day with what is left of them now, and what is owed."""
        day, found, owed = on.isoformat(), Counter[tuple[str | None, str]](), 0
        for one in self._book.column(f"SELECT * FROM {WHO}", (customer, customer)):
            for left, expires, earned in self._book.execute(_OPEN, (one, day, day, one, day)):
                found[expires, earned] += left
            owed += self._book.value(_OWED, (one,))
        lots = ((points, earned, expires) for (expires, earned), points in found.items())
        return _lots_of(sorted(lots, key=lambda lot: (lot[2] is None, lot[2], lot[1]))), owed

    def as_it_was(self, customer: int, on: date) -> tuple[list[Lot], int]:
        """What was open at the end of a day that is past: reckoned from the movements until then."""
        day = on.isoformat()
        used = "ifnull((SELECT sum(points) FROM points_uses u WHERE u.{} = e.id AND u.day <= ?), 0)"
        rows = self._book.execute(
            f"SELECT sum(points), day, expires FROM (SELECT points - {used.format('lot')} AS points,"
            f" day, expires FROM points_entries e WHERE customer IN {WHO} AND points > 0"
            " AND reverses IS NULL AND day <= ? AND (expires IS NULL OR expires >= ?))"
            " WHERE points <> 0 GROUP BY expires, day, points > 0"
            " ORDER BY expires IS NULL, expires, day",
            (day, customer, customer, day, day),
        ).fetchall()
        debt = self._book.value(
            f"SELECT ifnull(sum(-points - {used.format('taken')}), 0) FROM points_entries e"
            f" WHERE customer IN {WHO} AND points < 0 AND day <= ? AND NOT EXISTS"
            " (SELECT 1 FROM points_entries r WHERE r.reverses = e.id AND r.day <= ?)",
            (day, customer, customer, day, day),
        )
        overdrawn = sum(-row[0] for row in rows if row[0] < 0)  # by a late spend, until an undo
        return _lots_of(row for row in rows if row[0] > 0), int(debt) + overdrawn

    def sum(self, customer: int, on: date, *, are_good: bool = True) -> int:
        """Lots that count on a day less what is owed; only what is owed where they are not good."""
        day = on.isoformat()
        return int(
            self._book.value(
                "SELECT ifnull(sum(CASE WHEN is_debt THEN -left ELSE left * ? END), 0)"
                f" FROM points_open WHERE customer IN {WHO} AND left > 0"
                " AND (is_debt OR day <= ? AND (expires IS NULL OR expires >= ?))",
                (are_good, customer, customer, day, day),
            )
        )

    def used_by(self, entry: int) -> list[int]:
        """The lots that an entry took from."""
        return self._book.column("SELECT DISTINCT lot FROM points_uses WHERE taken = ?", (entry,))

    def add(self, entry: int, customer: int) -> None:
        """The entry is a new lot, which pays first what `customer` owes."""
        self._book.execute(
            "INSERT INTO points_open (entry, customer, day, expires, is_debt, left)"
            " SELECT id, customer, day, expires, 0, points FROM points_entries WHERE id = ?",
            (entry,),
        )
        self._pay_debts(entry, customer)

    def take(self, taking: Taking) -> None:
        """What the lots of that day lack is paid by younger ones, as if they had found it owed; the rest
        is owed from now on.
        """
        missing = taking.points
        for lot, left, day in self._to_take_from(taking):
            part = min(left, missing)
            self._use(taking.entry, lot, part, max(day, taking.day.isoformat()))
            missing -= part
            if not missing:
                return
        self._book.execute(
            "INSERT INTO points_open (entry, customer, day, expires, is_debt, left)"
            " SELECT id, customer, day, NULL, 1, ? FROM points_entries WHERE id = ?",
            (missing, taking.entry),
        )

    def give_back(self, entry: int, customer: int, day: date) -> None:
        """All that `entry` took goes back to the lots it came from, which pay what is owed; nothing of
        it is owed any more.
        """
        self._book.execute("UPDATE points_open SET left = 0 WHERE entry = ? AND is_debt", (entry,))
        uses = self._book.execute(
            "SELECT lot, sum(points), max(day) FROM points_uses WHERE taken = ? GROUP BY lot"
            " HAVING sum(points) > 0",
            (entry,),
        ).fetchall()
        for lot, points, used in uses:
            self._use(entry, lot, -points, max(used, day.isoformat()))
            self._pay_debts(lot, customer, day.isoformat())

    def _to_take_from(self, taking: Taking) -> list[tuple[int, int, str]]:
        on, who = taking.day.isoformat(), taking.customer
        rows = self._book.execute(
            "SELECT entry, left, day, expires FROM points_open"
            f" WHERE customer IN {WHO} AND NOT is_debt AND left > 0"
            " AND (expires IS NULL OR expires >= ? OR entry IN (SELECT value FROM json_each(?)))"
            " ORDER BY expires IS NULL, expires, day, entry",
            (who, who, on, str(list(taking.first))),
        ).fetchall()
        lots = [(row[0], row[1], row[2]) for row in rows]
        return sorted(lots, key=lambda lot: (lot[0] not in taking.first, max(lot[2], on)))

    def _pay_debts(self, lot: int, customer: int, day: str = "") -> None:
        """A lot pays what was owed while it was good, the oldest debt first; not before `day`."""
        debts = self._book.execute(
            "SELECT d.entry, d.left AS owed, l.left, max(d.day, l.day, ?) AS day"
            f" FROM points_open d, points_open l WHERE d.customer IN {WHO} AND d.is_debt AND d.left > 0"
            " AND l.entry = ? AND (l.expires IS NULL OR l.expires >= d.day) ORDER BY d.entry",
            (day, customer, customer, lot),
        ).fetchall()
        left = debts[0]["left"] if debts else 0
        for debt in debts:
            part = min(left, debt["owed"])
            if not part:
                return
            self._use(debt["entry"], lot, part, debt["day"])
            self._book.execute(
                "UPDATE points_open SET left = left - ? WHERE entry = ?", (part, debt["entry"])
            )
            left -= part

    def _use(self, taken: int, lot: int, points: int, day: str) -> None:
        self._book.execute(
            "INSERT INTO points_uses (taken, lot, points, day) VALUES (?, ?, ?, ?)",
            (taken, lot, points, day),
        )
        self._book.execute("UPDATE points_open SET left = left - ? WHERE entry = ?", (points, lot))


def less(lots: Sequence[Lot], owed: int) -> tuple[Lot, ...]:
    """What stays of lots, the first of them paying what is owed."""
    left = []
    for lot in lots:
        part = min(lot.points, owed)
        owed -= part
        if lot.points > part:
            left.append(replace(lot, points=lot.points - part))
    return tuple(left)


def _lots_of(rows: Iterable[Any]) -> list[Lot]:
    return [
        Lot(
            points=row[0],
            earned=date.fromisoformat(row[1]),
            expires=date.fromisoformat(row[2]) if row[2] else None,
        )
        for row in rows
    ]
