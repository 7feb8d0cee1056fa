"""The points ledger: lots that were earned, what took from them, and what is left of each.

A balance is the sum of its movements. What takes points takes from the lot that expires soonest, then from
the oldest; lots that never expire come last. What is `left` of a lot stands in its row, of a debt
below nothing.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.changes import Kind
from app.errors import ShopError
from app.keeping.database import Book
from app.keeping.history import Change, History, StepId
from app.keeping.uids import new_uid
from app.loyalty.lots import WHO, Lot, Lots, Taking, less, of_sale, open_of
from app.loyalty.moment import Moment
from app.loyalty.past_points import as_it_was
from app.loyalty.programme import Expiry
from app.values import value

KIND = "points"


class NotEnoughPoints(ShopError):
    """`wanted` points of `available` cannot be spent."""


class NoReason(ShopError):
    """Points are put right with a sign and a reason."""


@value
class Balance:
    """What a customer has on a day. Where there is a debt, there are no points."""

    points: int
    lifetime: int
    debt: int
    lots: tuple[Lot, ...]


@value
class Movement:
    """What is written in the ledger: `points` with their sign, and why."""

    customer: int
    kind: str
    points: int
    reason: str = ""
    lifetime: int = 0
    expires: date | None = None
    idle_days: int | None = None
    """A lot lapses when its owner stayed away for longer."""
    sale: int | None = None
    refund: int | None = None
    reverses: int | None = None


class Points:
    """Writes within the caller's transaction and step; the verbs of its own make theirs."""

    def __init__(self, book: Book, history: History) -> None:
        self._book, self._history, self._lots = book, history, Lots(book)

    # ---- what is asked

    def available(self, customer: int, on: date) -> int:
        """Points at the end of that day, which may be past."""
        return max(0, self.net(customer, on))

    def net(self, customer: int, on: date) -> int:
        """Points at the end of that day; below zero where they are owed."""
        now = self._lots.standing(customer, on)
        if not now.is_past:
            return now.points - now.owed
        found = self.balance(customer, on)
        return found.points - found.debt

    def stood(self, step: StepId, customer: int, moment: Moment) -> tuple[int, bool]:
        """The same, and whether anything is owed; what was lost by staying away is written down first."""
        now = self._lots.standing(customer, moment.day)
        if now.lost:
            self.lapse(step, customer, moment)
        return (
            self.net(customer, moment.day) if now.is_past else now.points - now.owed
        ), now.owed > 0

    def of_several(self, customers: Sequence[int], on: date) -> dict[int, int]:
        """The same of those of `customers` who have any, for the rows of a table."""
        found = self._book.execute(
            "SELECT w.value, sum(left) AS n"
            " FROM json_each(:wanted) w JOIN customers c ON c.id = w.value OR c.merged_into = w.value"
            f" JOIN points_entries o ON o.customer = c.id WHERE {open_of(_WANTED)}"
            " GROUP BY w.value HAVING n > 0",
            {"wanted": json.dumps(list(customers)), "on": on.isoformat()},
        )
        return dict(found.fetchall())

    def of_all(self, on: date) -> dict[int, int]:
        """The same of everybody, for putting them in order."""
        found = self._book.execute(
            "SELECT who, sum(n) AS n FROM (SELECT ifnull(c.merged_into, c.id) AS who,"
            " sum(left) AS n"
            f" FROM points_entries o JOIN customers c ON c.id = o.customer WHERE {open_of()}"
            " GROUP BY o.customer) GROUP BY who HAVING sum(n) > 0",
            {"on": on.isoformat()},
        )
        return dict(found.fetchall())

    def balance(self, customer: int, on: date) -> Balance:
        """The state at the end of `on`."""
        is_past = self._is_past(customer, on)
        lots, debt = (
            as_it_was(self._book, customer, on) if is_past else self._lots.open(customer, on)
        )
        found = sum(lot.points for lot in lots) - debt
        return Balance(
            points=max(found, 0),
            lifetime=self.lifetime(customer, on),
            debt=max(-found, 0),
            lots=less(lots, debt),
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
        """By the sales of that day, less what came back of them since."""
        return int(
            self._book.value(
                "SELECT ifnull(sum(lifetime), 0) FROM sales s CROSS JOIN points_entries e"
                f" WHERE s.customer IN {WHO} AND s.day = ? AND e.id IN {of_sale('s.id')}",
                (customer, customer, day.isoformat()),
            )
        )

    # ---- what other verbs write

    def give(self, step: StepId, movement: Movement, moment: Moment, *, owes: bool = True) -> int:
        """A new lot, which pays first what is owed, unless that is known to be nothing. Answers the entry."""
        entry = self._write(step, movement, moment)
        if owes:
            self._lots.pay_debts(entry, movement.customer)
        return entry

    def take(
        self, step: StepId, movement: Movement, moment: Moment, *, first: Sequence[int] = ()
    ) -> int:
        """Takes points away, from the lots `first` before others; what is missing becomes a debt."""
        entry = self._write(step, movement, moment)
        self._lots.take(
            Taking(
                entry=entry,
                customer=movement.customer,
                points=-movement.points,
                day=moment.day,
                first=first,
            )
        )
        return entry

    def spend(self, step: StepId, movement: Movement, moment: Moment) -> int:
        """Takes points that are there. Raises `NotEnoughPoints`, and changes nothing then."""
        self.lapse(step, movement.customer, moment)
        self.must_be_there(movement.customer, -movement.points, moment.day)
        return self.take(step, movement, moment)

    def must_be_there(self, customer: int, points: int, on: date) -> None:
        """What is spent on a day that is past was there then, and nobody has spent it since.

        Raises `NotEnoughPoints`.
        """
        now = self._lots.standing(customer, on)
        there = max(0, now.points - now.owed)
        if now.is_past:
            there = min(there, self.balance(customer, on).points)
        if points > there:
            raise NotEnoughPoints(wanted=points, available=there)

    def lapse(self, step: StepId, customer: int, moment: Moment) -> None:
        """Writes down that points are gone because nothing was bought for too long."""
        lost = self._lots.lost(customer, moment.day)
        if lost:
            gone = Movement(customer=customer, kind="lapsed", points=-sum(lost.values()))
            self.take(step, gone, moment, first=list(lost))

    # ---- verbs

    def adjust(
        self, customer: int, points: int, reason: str, moment: Moment, expiry: Expiry
    ) -> StepId:
        """Puts a balance right by hand. Raises `NoReason`, and `NotEnoughPoints` below zero."""
        if not points or not reason.strip():
            raise NoReason
        with self._book.atomic(Kind.LOYALTY):
            step = self._history.begin(
                "adjust points", by=moment.by, points=points, reason=reason, n=1
            )
            movement = Movement(
                customer=customer,
                kind="adjust",
                points=points,
                reason=reason.strip(),
                expires=expiry.of(moment.day) if points > 0 else None,
                idle_days=expiry.inactivity_days if points > 0 else None,
            )
            if points > 0:
                self.lapse(step, customer, moment)
                self.give(step, movement, moment)
            else:
                self.spend(step, movement, moment)
        return step

    def stands(self, entry: int) -> bool:
        """Whether it was not taken back."""
        return len(self._chain(entry)) % 2 == 1

    def restore(self, changes: Sequence[Change], moment: Moment) -> list[Change]:
        """See `app.keeping.undo.Restore`: each entry is met by one against it, or that one by another.

        Raises `NotEnoughPoints` where what was spent cannot be spent again.
        """
        done = []
        for change in changes:
            chain = self._chain(change.subject)
            stands = len(chain) % 2 == 1
            if stands != change.after.get("stands"):
                done.append(Change(kind=KIND, subject=change.subject, before={}, after={}))
                continue
            self._reverse(chain, moment)
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
        entry = self._insert(movement, moment, step)
        self._history.tell_of_entry(step, KIND, entry)
        return entry

    def _insert(self, movement: Movement, moment: Moment, step: StepId | None = None) -> int:
        is_lot = movement.points > 0 and movement.reverses is None
        entry = self._book.execute(
            "INSERT INTO points_entries (uid, customer, at, day, by, kind, points, lifetime, expires,"
            " idle_days, sale, refund, reason, reverses, step, left)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                movement.idle_days,
                movement.sale,
                movement.refund,
                movement.reason,
                movement.reverses,
                step,
                movement.points if is_lot else None,
            ),
        )
        return int(entry.lastrowid or 0)

    def _must_still_be_there(self, customer: int, points: int, on: date) -> None:
        """What is spent once more after it was taken back: it may have gone for something else."""
        now = self._lots.standing(customer, on)
        there = max(0, now.points - now.owed)
        if points > there:
            raise NotEnoughPoints(wanted=points, available=there)

    def _is_past(self, customer: int, on: date) -> bool:
        """Whether the day is over, or something was written of a later one."""
        later = f"SELECT 1 FROM points_entries WHERE customer IN {WHO} AND day > ?"
        return self._lots.is_over(on) or bool(
            self._book.value(f"SELECT EXISTS ({later})", (customer, customer, on.isoformat()))
        )

    # ---- taking back

    def _chain(self, entry: int) -> list[int]:
        """The entry, and each after it that takes back the one before."""
        chain = [entry]
        while (later := self._reversal(chain[-1])) is not None:
            chain.append(later)
        return chain

    def _reversal(self, entry: int) -> int | None:
        found = self._book.value("SELECT id FROM points_entries WHERE reverses = ?", (entry,))
        return None if found is None else int(found)

    def _reverse(self, chain: Sequence[int], moment: Moment) -> None:
        """An entry against the last of the chain, never of an earlier day than that."""
        row = self._book.execute(
            "SELECT e.*, ifnull(c.merged_into, c.id) AS who,"
            " o.points < 0 AND o.kind IN ('spend', 'reward', 'adjust') AS was_spent"
            " FROM points_entries e JOIN customers c ON c.id = e.customer"
            " JOIN points_entries o ON o.id = ? WHERE e.id = ?",
            (chain[0], chain[-1]),
        ).fetchone()
        day = max(moment.day, date.fromisoformat(row["day"]))
        against = Movement(
            customer=row["customer"],
            kind="undo",
            points=-row["points"],
            lifetime=-row["lifetime"],
            sale=row["sale"],
            refund=row["refund"],
            reverses=row["id"],
        )
        entry = self._insert(against, replace(moment, day=day))
        if against.points > 0:
            self._lots.give_back(row["id"], row["who"], day)
            return
        if len(chain) > 1 and row["was_spent"]:
            self._must_still_be_there(row["who"], row["points"], day)
        # A lot gives its own first, also when it has expired; what was spent of it comes from others, or
        # is owed. What took from lots before takes from the same.
        first = [chain[0], *self._lots.used_by(chain[0])]
        self._lots.take(
            Taking(entry=entry, customer=row["who"], points=row["points"], day=day, first=first)
        )


_WANTED = (
    "customer IN (SELECT a.id FROM json_each(:wanted) w JOIN customers a"
    " ON a.id = w.value OR a.merged_into = w.value)"
)
