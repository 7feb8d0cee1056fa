"""Sales and refunds as the book holds them, and how they are taken back."""

import sqlite3
from collections.abc import Sequence
from itertools import chain
from typing import Any

from app.keeping.database import Book
from app.keeping.history import Change, History, StepId
from app.keeping.uids import new_uid
from app.loyalty import rhythm
from app.loyalty.bills import Order, RefundedSince, RefundTooLarge, UnknownSale
from app.loyalty.earning import Line, Terms, written
from app.loyalty.moment import Moment

SALE, REFUND = "sale", "refund"


class Sales:
    """What was sold and what came back; what it earned is in the points."""

    def __init__(self, book: Book, history: History) -> None:
        self._book, self._history = book, history
        self._unsettled: set[int] = set()

    def get(self, sale: int) -> sqlite3.Row:
        """Its row. Raises `UnknownSale`, also for one that was taken back by undo."""
        row = self._book.execute("SELECT * FROM sales WHERE id = ?", (sale,)).fetchone()
        if row is None or self._is_voided(SALE, sale):
            raise UnknownSale(id=sale)
        found: sqlite3.Row = row
        return found

    def lines(self, sale: int) -> list[Line]:
        rows = self._book.execute(
            "SELECT name, category, thousandths, price, discount FROM sale_lines WHERE sale = ?"
            " ORDER BY position",
            (sale,),
        )
        return [Line(**dict(row)) for row in rows]

    def refunded(self, sale: int) -> int:
        """Minor units that came back of it so far."""
        return int(
            self._book.value(
                f"SELECT ifnull(sum(total), 0) FROM refunds r WHERE sale = ? AND {rhythm.REFUND_STANDS}",
                (sale,),
            )
        )

    def pieces_back(self, sale: int) -> dict[int, int]:
        """Thousandths that came back so far of each line, by its position."""
        rows = self._book.execute(
            "SELECT l.position, sum(l.thousandths) FROM refund_lines l"
            f" JOIN refunds r ON r.id = l.refund WHERE sale = ? AND {rhythm.REFUND_STANDS}"
            " GROUP BY l.position",
            (sale,),
        )
        return dict(rows.fetchall())

    def add(
        self,
        step: StepId,
        order: Order,
        customer: int | None,
        amounts: dict[str, object],
        deal: Terms,
        moment: Moment,
    ) -> int:
        """Writes a sale down within the caller's step; `amounts` are the columns of what it was paid with."""
        facts: dict[str, Any] = {
            "uid": new_uid(self._book.now()),
            "customer": customer,
            "at": moment.at,
            "day": moment.day.isoformat(),
            "by": moment.by,
            "source": order.source,
            "receipt": order.receipt or None,
            "total": order.total,
            "terms": deal.text(),
            "lines": written(order.lines),
            "step": step,
            **amounts,
        }
        sale = self._insert("sales", facts)
        self._history.tell_of_entry(step, SALE, sale)
        return sale

    def add_refund(
        self, step: StepId, sale: int, total: int, pieces: dict[int, int], moment: Moment
    ) -> int:
        refund = self._insert(
            "refunds",
            {
                "uid": new_uid(self._book.now()),
                "sale": sale,
                "at": moment.at,
                "day": moment.day.isoformat(),
                "by": moment.by,
                "total": total,
            },
        )
        self._book.connection.executemany(
            "INSERT INTO refund_lines VALUES (?, ?, ?)",
            [(refund, position, count) for position, count in pieces.items()],
        )
        came = Change(kind=REFUND, subject=refund, before={"stands": False}, after={"stands": True})
        self._history.tell(step, [came])
        return refund

    def restore(self, changes: Sequence[Change], moment: Moment) -> list[Change]:
        """See `app.keeping.undo.Restore`, for sales and refunds alike.

        What a refund took was reckoned from what stood before it, so the last one goes first. Raises
        `RefundedSince`, and `RefundTooLarge` or `UnknownSale` where a refund cannot be had again.
        """
        done = [self._restore(change, moment) for change in changes]
        self._unsettled.update(
            chain.from_iterable(self._customer_of(one) for one in done if one.after)
        )
        return done

    def settle(self) -> None:
        """Reckons the rhythms of those whose sales were taken back or given again since last time."""
        if self._unsettled:
            rhythm.refresh(self._book, self._unsettled)
        self._unsettled = set()

    def _restore(self, change: Change, moment: Moment) -> Change:
        stands = not self._is_voided(change.kind, change.subject)
        if stands != bool(change.after.get("stands")):
            return Change(kind=change.kind, subject=change.subject, before={}, after={})
        if change.kind == REFUND:
            self._must_fit(change.subject, stands=stands)
        elif self._stands_after(change.subject, 0):
            raise RefundedSince(id=change.subject)
        self._book.execute(
            "INSERT INTO till_voids (kind, subject, voided, at, by) VALUES (?, ?, ?, ?, ?)",
            (change.kind, change.subject, stands, moment.at, moment.by),
        )
        return Change(
            kind=change.kind,
            subject=change.subject,
            before={"stands": stands},
            after={"stands": not stands},
        )

    def _must_fit(self, refund: int, *, stands: bool) -> None:
        row = self._book.execute(
            "SELECT sale, total FROM refunds WHERE id = ?", (refund,)
        ).fetchone()
        sale = self.get(row["sale"])
        if self._stands_after(sale["id"], refund) or (
            not stands and self._has_turned(sale["id"], refund)
        ):
            raise RefundedSince(id=sale["id"])
        left = sale["total"] - sale["coupon_off"] - self.refunded(sale["id"])
        if not stands and row["total"] > left:
            raise RefundTooLarge(wanted=row["total"], available=left)

    def _stands_after(self, sale: int, refund: int) -> bool:
        """Whether a later refund of the sale stands."""
        later = f"SELECT 1 FROM refunds r WHERE sale = ? AND id > ? AND {rhythm.REFUND_STANDS}"
        return bool(self._book.value(f"SELECT EXISTS ({later})", (sale, refund)))

    def _has_turned(self, sale: int, refund: int) -> bool:
        """Whether an earlier refund stood when this one was taken back and does not now, or came again."""
        voids = "SELECT {} FROM till_voids WHERE kind = 'refund' AND subject = {}"
        since = f"{voids.format('count(*)', 'r.id')} AND id > ({voids.format('max(id)', '?')})"
        turned = f"SELECT 1 FROM refunds r WHERE sale = ? AND id < ? AND ({since}) % 2"
        return bool(self._book.value(f"SELECT EXISTS ({turned})", (sale, refund, refund)))

    def _customer_of(self, change: Change) -> list[int]:
        """Whose sale or refund it is; nobody's when she was not known."""
        sale = "?" if change.kind == SALE else "(SELECT sale FROM refunds WHERE id = ?)"
        return self._book.column(
            f"SELECT customer FROM sales WHERE id = {sale} AND customer IS NOT NULL",
            (change.subject,),
        )

    def _is_voided(self, kind: str, subject: int) -> bool:
        return bool(
            self._book.value(
                "SELECT voided FROM till_voids WHERE kind = ? AND subject = ?"
                " ORDER BY id DESC LIMIT 1",
                (kind, subject),
            )
        )

    def _insert(self, table: str, facts: dict[str, Any]) -> int:
        names, marks = ", ".join(facts), ", ".join("?" * len(facts))
        added = self._book.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(facts.values())
        )
        return int(added.lastrowid or 0)
