"""The points ledger: lots that were earned, what took from them, and what is left of each.

A balance is the sum of its movements. What takes points takes from the lot that expires soonest, then from
the oldest; lots that never expire come last. `points_open` keeps what is left of each lot and debt.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from app.changes import Kind
from app.errors import ShopError
from app.keeping.database import Book
from app.keeping.history import Change, History, StepId
from app.keeping.uids import new_uid
from app.loyalty.moment import Moment
from app.loyalty.programme import Expiry

KIND = "points"
WHO = "(SELECT ? UNION ALL SELECT id FROM customers WHERE merged_into = ?)"
"""A customer with those who became her."""


class NotEnoughPoints(ShopError):
    """`wanted` points of `available` cannot be spent."""


class NoReason(ShopError):
    """Points are put right with a sign and a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """Points of one day that are left, and the last day on which they count."""

    points: int
    earned: date
    expires: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What a customer has on a day. Where there is a debt, there are no points."""

    points: int
    lifetime: int
    debt: int
    lots: tuple[Lot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """What is written in the ledger: `points` with their sign, and why."""

    customer: int
    kind: str
    points: int
    reason: str = ""
    lifetime: int = 0
    expires: date | None = None
    sale: int | None = None
    refund: int | None = None
    reverses: int | None = None


class Points:
    """Writes within the caller's transaction and step; the verbs of its own make theirs."""

    def __init__(self, book: Book, history: History) -> None:
        self._book, self._history = book, history

    # ---- what is asked

    def available(self, customer: int, on: date, expiry: Expiry) -> int:
        """Points that can be spent on that day."""
        return max(0, self._sum(customer, on, expiry))

    def balance(self, customer: int, on: date, expiry: Expiry) -> Balance:
        """The state at the end of `on`."""
        is_now = not self._book.value(
            f"SELECT EXISTS (SELECT 1 FROM points_entries WHERE customer IN {WHO} AND day > ?)",
            (customer, customer, on.isoformat()),
        )
        lots, debt = self._open(customer, on) if is_now else self._as_it_was(customer, on)
        if self._has_lapsed(customer, on, expiry):
            lots = []
        found = sum(lot.points for lot in lots) - debt
        return Balance(
            points=max(found, 0),
            lifetime=self.lifetime(customer, on),
            debt=max(-found, 0),
            lots=tuple(lots) if found > 0 else (),
        )

    def lifetime(self, customer: int, until: date, since: date = date.min) -> int:
        """All that was ever earned by buying and as a bonus, without what refunds took."""
        return int(
            self._book.value(
                "SELECT ifnull(sum(lifetime), 0) FROM points_entries"
                f" WHERE customer IN {WHO} AND day BETWEEN ? AND ?",
                (customer, customer, since.isoformat(), until.isoformat()),
            )
        )

    def earned_on(self, customer: int, day: date) -> int:
        return self.lifetime(customer, day, day)

    # ---- what other verbs write

    def give(self, step: StepId, movement: Movement, moment: Moment) -> int:
        """A new lot, which pays what is owed first. Answers the entry."""
        entry = self._write(step, movement, moment)
        left = movement.points - self._pay_debts(movement.customer, entry, movement.points, moment)
        self._open_row(entry, movement, moment, left, is_debt=False)
        return entry

    def take(
        self, step: StepId, movement: Movement, moment: Moment, *, first: Sequence[int] = ()
    ) -> int:
        """Takes points away, from the lots `first` before others; what is missing becomes a debt."""
        entry = self._write(step, movement, moment)
        self._take_from_lots(entry, movement, moment, first)
        return entry

    def spend(self, step: StepId, movement: Movement, moment: Moment, expiry: Expiry) -> int:
        """Takes points that are there. Raises `NotEnoughPoints`, and changes nothing then."""
        self.lapse(step, movement.customer, moment, expiry)
        there = max(0, self._sum(movement.customer, moment.day, expiry))
        if -movement.points > there:
            raise NotEnoughPoints(wanted=-movement.points, available=there)
        return self.take(step, movement, moment)

    def lapse(self, step: StepId, customer: int, moment: Moment, expiry: Expiry) -> None:
        """Writes down that points are gone because nothing was bought for too long."""
        if not self._has_lapsed(customer, moment.day, expiry):
            return
        lots, _ = self._open(customer, moment.day)
        lost = sum(lot.points for lot in lots)
        if lost:
            gone = Movement(customer=customer, kind="lapsed", points=-lost)
            self.take(step, gone, moment)

    # ---- verbs

    def adjust(
        self, customer: int, points: int, reason: str, moment: Moment, expiry: Expiry
    ) -> StepId:
        """Puts a balance right by hand. Raises `NoReason`, and `NotEnoughPoints` below zero."""
        if not points or not reason.strip():
            raise NoReason
        with self._book.atomic(Kind.LOYALTY):
            step = self._history.begin("adjust points", points=points, reason=reason, n=1)
            movement = Movement(
                customer=customer,
                kind="adjust",
                points=points,
                reason=reason.strip(),
                expires=expiry.of(moment.day) if points > 0 else None,
            )
            if points > 0:
                self.lapse(step, customer, moment, expiry)
                self.give(step, movement, moment)
            else:
                self.spend(step, movement, moment, expiry)
        return step

    def restore(self, changes: Sequence[Change], moment: Moment) -> list[Change]:
        """See `app.keeping.undo.Restore`: each entry is met by one against it, or that one by another."""
        done = []
        for change in changes:
            last = self._last_word(change.subject)
            stands = self._stands(change.subject)
            if stands != change.after.get("stands"):
                done.append(Change(kind=KIND, subject=change.subject, before={}, after={}))
                continue
            self._reverse(last, moment)
            done.append(
                Change(
                    kind=KIND,
                    subject=change.subject,
                    before={"stands": stands},
                    after={"stands": not stands},
                )
            )
        return done

    # ---- within

    def _write(self, step: StepId, movement: Movement, moment: Moment) -> int:
        entry = self._insert(movement, moment)
        after = {"stands": True}
        self._history.tell(
            step, [Change(kind=KIND, subject=entry, before={"stands": False}, after=after)]
        )
        return entry

    def _insert(self, movement: Movement, moment: Moment) -> int:
        row = self._book.execute(
            "INSERT INTO points_entries (uid, customer, at, day, by, kind, points, lifetime, expires,"
            " sale, refund, reason, reverses) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " RETURNING id",
            (
                new_uid(self._book.now()),
                movement.customer,
                moment.at,
                moment.day.isoformat(),
                moment.by,
                movement.kind,
                movement.points,
                movement.lifetime,
                movement.expires and movement.expires.isoformat(),
                movement.sale,
                movement.refund,
                movement.reason,
                movement.reverses,
            ),
        ).fetchone()
        return int(row[0])

    def _take_from_lots(
        self, entry: int, movement: Movement, moment: Moment, first: Sequence[int]
    ) -> None:
        missing = -movement.points
        for lot, left in self._lots(movement.customer, moment.day, first):
            part = min(left, missing)
            self._use(entry, lot, part, moment)
            missing -= part
            if not missing:
                return
        self._open_row(entry, movement, moment, missing, is_debt=True)

    def _open_row(
        self, entry: int, movement: Movement, moment: Moment, left: int, *, is_debt: bool
    ) -> None:
        expires = movement.expires and movement.expires.isoformat()
        self._book.execute(
            "INSERT INTO points_open (entry, customer, day, expires, is_debt, left)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (entry, movement.customer, moment.day.isoformat(), expires, is_debt, left),
        )

    def _use(self, taken: int, lot: int, points: int, moment: Moment) -> None:
        self._book.execute(
            "INSERT INTO points_uses (taken, lot, points, day) VALUES (?, ?, ?, ?)",
            (taken, lot, points, moment.day.isoformat()),
        )
        self._book.execute("UPDATE points_open SET left = left - ? WHERE entry = ?", (points, lot))

    def _pay_debts(self, customer: int, lot: int, points: int, moment: Moment) -> int:
        debts = self._book.execute(
            f"SELECT entry, left FROM points_open WHERE customer IN {WHO} AND is_debt AND left > 0"
            " ORDER BY entry",
            (customer, customer),
        ).fetchall()
        paid = 0
        for debt, left in debts:
            part = min(left, points - paid)
            if not part:
                break
            self._book.execute(
                "INSERT INTO points_uses (taken, lot, points, day) VALUES (?, ?, ?, ?)",
                (debt, lot, part, moment.day.isoformat()),
            )
            self._book.execute(
                "UPDATE points_open SET left = left - ? WHERE entry = ?", (part, debt)
            )
            paid += part
        return paid

    def _lots(self, customer: int, on: date, first: Sequence[int] = ()) -> list[tuple[int, int]]:
        """Lots with what is left of each, in the order in which they are taken from."""
        rows = self._book.execute(
            f"SELECT entry, left FROM points_open WHERE customer IN {WHO} AND NOT is_debt AND left > 0"
            " AND day <= ? AND (expires IS NULL OR expires >= ?)"
            " ORDER BY expires IS NULL, expires, day, entry",
            (customer, customer, on.isoformat(), on.isoformat()),
        )
        lots = [(row[0], row[1]) for row in rows]
        return sorted(lots, key=lambda lot: lot[0] not in first) if first else lots

    def _sum(self, customer: int, on: date, expiry: Expiry) -> int:
        day = on.isoformat()
        lots = 0 if self._has_lapsed(customer, on, expiry) else 1
        return int(
            self._book.value(
                "SELECT ifnull(sum(CASE WHEN is_debt THEN -left ELSE left * ? END), 0)"
                f" FROM points_open WHERE customer IN {WHO} AND left > 0"
                " AND (is_debt OR day <= ? AND (expires IS NULL OR expires >= ?))",
                (lots, customer, customer, day, day),
            )
        )

    def _open(self, customer: int, on: date) -> tuple[list[Lot], int]:
        day = on.isoformat()
        rows = self._book.execute(
            "SELECT sum(left), day, expires, is_debt FROM points_open"
            f" WHERE customer IN {WHO} AND left > 0"
            " AND (is_debt OR day <= ? AND (expires IS NULL OR expires >= ?))"
            " GROUP BY is_debt, expires, day ORDER BY expires IS NULL, expires, day",
            (customer, customer, day, day),
        ).fetchall()
        return _lots_of(row for row in rows if not row[3]), sum(row[0] for row in rows if row[3])

    def _as_it_was(self, customer: int, on: date) -> tuple[list[Lot], int]:
        """What was open at the end of a day that is past: reckoned from the movements until then."""
        day = on.isoformat()
        used = "ifnull((SELECT sum(points) FROM points_uses u WHERE u.{} = e.id AND u.day <= ?), 0)"
        rows = self._book.execute(
            f"SELECT sum(points), day, expires FROM (SELECT points - {used.format('lot')} AS points,"
            f" day, expires FROM points_entries e WHERE customer IN {WHO} AND points > 0"
            " AND reverses IS NULL AND day <= ? AND (expires IS NULL OR expires >= ?))"
            " WHERE points > 0 GROUP BY expires, day ORDER BY expires IS NULL, expires, day",
            (day, customer, customer, day, day),
        ).fetchall()
        debt = self._book.value(
            f"SELECT ifnull(sum(-points - {used.format('taken')}), 0) FROM points_entries e"
            f" WHERE customer IN {WHO} AND points < 0 AND day <= ? AND NOT EXISTS"
            " (SELECT 1 FROM points_entries r WHERE r.reverses = e.id AND r.day <= ?)",
            (day, customer, customer, day, day),
        )
        return _lots_of(rows), int(debt)

    def _has_lapsed(self, customer: int, on: date, expiry: Expiry) -> bool:
        if expiry.inactivity_days is None:
            return False
        last = self._book.value(
            f"SELECT max(day) FROM points_entries WHERE customer IN {WHO} AND day <= ?"
            " AND kind <> 'lapsed'",
            (customer, customer, on.isoformat()),
        )
        return bool(last) and on > date.fromisoformat(last) + timedelta(days=expiry.inactivity_days)

    # ---- taking back

    def _last_word(self, entry: int) -> int:
        """The last entry of the chain in which each takes back the one before."""
        while (later := self._reversal(entry)) is not None:
            entry = later
        return entry

    def _stands(self, entry: int) -> bool:
        stands = True
        while (later := self._reversal(entry)) is not None:
            entry, stands = later, not stands
        return stands

    def _reversal(self, entry: int) -> int | None:
        found = self._book.value("SELECT id FROM points_entries WHERE reverses = ?", (entry,))
        return None if found is None else int(found)

    def _reverse(self, entry: int, moment: Moment) -> None:
        row = self._book.execute("SELECT * FROM points_entries WHERE id = ?", (entry,)).fetchone()
        against = Movement(
            customer=row["customer"],
            kind="undo",
            points=-row["points"],
            lifetime=-row["lifetime"],
            sale=row["sale"],
            refund=row["refund"],
            reverses=entry,
        )
        number = self._insert(against, moment)
        if row["points"] > 0:
            # A lot gives its own first; what was spent of it comes from others, or is owed.
            self._take_from_lots(number, against, moment, [entry])
        else:
            self._give_back(entry, moment)

    def _give_back(self, entry: int, moment: Moment) -> None:
        """Everything that `entry` took goes back to the lots it came from; its debt is forgiven."""
        uses = self._book.execute(
            "SELECT lot, sum(points) FROM points_uses WHERE taken = ? GROUP BY lot HAVING sum(points) > 0",
            (entry,),
        ).fetchall()
        for lot, points in uses:
            self._use(entry, lot, -points, moment)
        self._book.execute("UPDATE points_open SET left = 0 WHERE entry = ? AND is_debt", (entry,))


def _lots_of(rows: Any) -> list[Lot]:
    return [
        Lot(
            points=row[0],
            earned=date.fromisoformat(row[1]),
            expires=date.fromisoformat(row[2]) if row[2] else None,
        )
        for row in rows
    ]
