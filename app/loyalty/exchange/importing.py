"""Taking over a file of past sales: every row counted once, however often the file is read again.

What was sold before there was a programme earns nothing; the visits count.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from hashlib import blake2b
from zoneinfo import ZoneInfo

from app.changes import Kind
from app.clock import stamp
from app.keeping.database import Book
from app.keeping.history import Change, History
from app.keeping.settings import Settings
from app.loyalty import rhythm
from app.loyalty.earning import Line, Terms, written
from app.loyalty.exchange.buyers import Buyers
from app.loyalty.exchange.columns import is_of_the_receipt
from app.loyalty.exchange.opening import Opened
from app.loyalty.exchange.rows import ONE, Bought, read_bought
from app.loyalty.exchange.whole_receipts import reckoned
from app.loyalty.sales import REFUND, SALE
from app.money import Money
from app.people.exchange.problems import Problem, Reason
from app.people.importing import Result
from app.progress import Report
from app.values import value


@value
class Receipt:
    """What was bought at once for `total`: the rows of one receipt, or a row that has none.

    `uid` follows from what the file says, so that the same file makes nothing twice.
    """

    uid: str
    rows: Sequence[Bought]
    customer: int | None
    total: int


def import_sales(
    book: Book, history: History, opened: Opened, settings: Settings, report: Report
) -> Result:
    """Takes over every row in one transaction and one step; a row that fails never stops the file.

    A receipt that the book has of that day is not taken again. What came back, a receipt below nothing,
    is a refund of that customer's last sale before it that is large enough. Raises `Cancelled` from
    `report` and `Busy`; then nothing of it remains.
    """
    with book.atomic(Kind.LOYALTY, between=lambda: report(0, 0)):
        return _TakingOver(book, history, settings).take(opened, report)


class _TakingOver:
    """One run through a file."""

    def __init__(self, book: Book, history: History, settings: Settings) -> None:
        self._book, self._history, self._settings = book, history, settings
        self._zone = ZoneInfo(settings.zone)
        self._is_of_the_receipt = False
        self._touched: set[int] = set()
        self._stood_up: dict[str, list[int]] = {SALE: [], REFUND: []}
        self.result = Result()

    def take(self, opened: Opened, report: Report) -> Result:
        total = opened.column("total")
        self._is_of_the_receipt = total is not None and is_of_the_receipt(
            opened.columns.header(total)
        )
        rows = list(self._read(opened, report))
        buyers = Buyers(
            self._book, opened.place.country, [kinds for _, kinds in opened.people], rows
        )
        receipts = self._without_known(list(self._receipts(rows, buyers)))
        self._sell([one for one in receipts if one.total >= 0])
        for one in receipts:
            if one.total < 0:
                self._refund(one)
        rhythm.refresh(self._book, self._touched)
        self._tell()
        self.result.problems.sort(key=lambda problem: problem.row)
        return self.result

    def _read(self, opened: Opened, report: Report) -> Iterable[Bought]:
        for found in read_bought(opened, self._settings.currency, self._zone, report):
            if isinstance(found, Bought):
                yield found
            else:
                self.result.problems += found
                self.result.skipped += 1

    def _receipts(self, rows: Iterable[Bought], buyers: Buyers) -> Iterable[Receipt]:
        together: dict[tuple[str, str], list[Bought]] = {}
        times = Counter[tuple[object, ...]]()
        for row in rows:
            if row.receipt:
                together.setdefault((row.receipt, row.day), []).append(row)
                continue
            said = (row.day, row.clock, row.buyers, row.total, row.item)
            times[said] += 1
            yield self._receipt([row], _uid(*said, times[said]), buyers)
        for key, several in together.items():
            yield self._receipt(self._each_once(several), _uid(*key), buyers)

    def _receipt(self, rows: Sequence[Bought], uid: str, buyers: Buyers) -> Receipt:
        customer = None
        for row in rows:
            who, why = buyers.of(row)
            customer = customer or who
            if why:
                self._problem(row, "customer", why, row.buyers[0][1])
        rows, total = reckoned(rows, is_said=self._is_of_the_receipt)
        return Receipt(uid=uid, rows=rows, customer=customer, total=total)

    def _each_once(self, rows: Sequence[Bought]) -> list[Bought]:
        """A row that says the same as one before it on its receipt is that row again."""
        once: dict[tuple[object, ...], Bought] = {}
        for row in rows:
            said = (row.clock, row.total, row.thousandths, row.item, row.category, row.buyers)
            if said in once:
                self.result.unchanged += 1
                if row.item:
                    self._problem(row, "item", Reason.ROW_AGAIN, row.item)
            once.setdefault(said, row)
        return list(once.values())

    def _without_known(self, receipts: Sequence[Receipt]) -> list[Receipt]:
        """Those that the book does not have; what was taken back by undo stands again."""
        kept = self._kept_receipts(receipts)
        known = {kind: self._kept(kind, receipts) for kind in (SALE, REFUND)}
        left = []
        for one in sorted(receipts, key=lambda one: one.total < 0):  # a sale before what came back
            kind = SALE if one.total >= 0 else REFUND
            number, stands = known[kind].get(one.uid, (0, False))
            if stands or (one.rows[0].receipt, one.rows[0].day) in kept:
                self.result.unchanged += len(one.rows)
            elif kind == REFUND and number and not self._can_come_back(number):
                self._nothing_to_refund(one)
            elif number:
                self._stand_again(kind, number, one)
            else:
                left.append(one)
        return left

    def _kept_receipts(self, receipts: Sequence[Receipt]) -> set[tuple[str, str]]:
        wanted = json.dumps([one.rows[0].receipt for one in receipts if one.rows[0].receipt])
        rows = self._book.execute(
            "SELECT receipt, day FROM sales s WHERE receipt IN (SELECT value FROM json_each(?))"
            f" AND {rhythm.STANDS}",
            (wanted,),
        )
        return {(row["receipt"], row["day"]) for row in rows}

    def _kept(self, kind: str, receipts: Sequence[Receipt]) -> Mapping[str, tuple[int, bool]]:
        wanted = json.dumps([one.uid for one in receipts])
        rows = self._book.execute(
            "SELECT uid, id, NOT ifnull((SELECT voided FROM till_voids WHERE kind = ? AND subject = s.id"
            f" ORDER BY id DESC LIMIT 1), 0) AS stands FROM {kind}s s"
            " WHERE uid IN (SELECT value FROM json_each(?)) AND uid >= 'file'",
            (kind, wanted),
        )
        return {row["uid"]: (row["id"], bool(row["stands"])) for row in rows}

    def _stand_again(self, kind: str, number: int, one: Receipt) -> None:
        self._book.execute(
            "INSERT INTO till_voids (kind, subject, voided, at, by) VALUES (?, ?, 0, ?, ?)",
            (kind, number, self._book.stamp(), self._book.by),
        )
        self._stood_up[kind].append(number)
        sale = "?" if kind == SALE else "(SELECT sale FROM refunds WHERE id = ?)"
        self._touched.update(
            self._book.column(
                f"SELECT customer FROM sales WHERE id = {sale} AND customer IS NOT NULL", (number,)
            )
        )
        self.result.added += len(one.rows)

    def _sell(self, receipts: Sequence[Receipt]) -> None:
        first = 1 + (self._book.value("SELECT max(id) FROM sales") or 0)
        numbered = list(enumerate(receipts, first))
        self._book.connection.executemany(
            _SALE, (self._sale(number, one) for number, one in numbered)
        )
        self._stood_up[SALE] += [number for number, _ in numbered]
        self._touched.update(one.customer for one in receipts if one.customer)
        self.result.added += sum(len(one.rows) for one in receipts)

    def _sale(self, number: int, one: Receipt) -> tuple[object, ...]:
        row = one.rows[0]
        at, by, currency = self._at(row), self._book.by, self._settings.currency
        receipt, total = row.receipt or None, one.total
        return (
            number,
            one.uid,
            one.customer,
            at,
            row.day,
            by,
            receipt,
            currency,
            total,
            total,
            _NO_DEAL,
            written(_lines(one)),
        )

    def _refund(self, one: Receipt) -> None:
        row, amount = one.rows[0], -one.total
        asked = {
            "who": one.customer,
            "receipt": row.receipt or None,
            "day": row.day,
            "amount": amount,
        }
        sale = self._book.execute(_REFUNDABLE, asked).fetchone()
        if sale is None:
            self._nothing_to_refund(one)
            return
        added = self._book.value(
            "INSERT INTO refunds (uid, sale, at, day, by, total) VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
            (one.uid, sale["id"], self._at(row), row.day, self._book.by, amount),
        )
        self._stood_up[REFUND].append(added)
        if sale["customer"]:
            self._touched.add(sale["customer"])
        self.result.added += len(one.rows)

    def _can_come_back(self, refund: int) -> bool:
        """Whether its sale stands and so much of it is left since the refund was taken back."""
        return bool(self._book.value(_REFUNDABLE_AGAIN, (refund,)))

    def _nothing_to_refund(self, one: Receipt) -> None:
        self.result.skipped += len(one.rows)
        said = str(Money(one.total, self._settings.currency))
        self._problem(one.rows[0], "total", Reason.NOTHING_TO_REFUND, said)

    def _at(self, row: Bought) -> str:
        local = datetime.fromisoformat(f"{row.day}T{row.clock}")
        return stamp(local.replace(tzinfo=self._zone))

    def _tell(self) -> None:
        n = sum(map(len, self._stood_up.values()))
        if not n:
            return
        self.result.step = self._history.begin("import sales", n=n)
        for kind, numbers in self._stood_up.items():
            done = Change(kind=kind, subject=0, before={"stands": False}, after={"stands": True})
            self._history.tell_of_all(self.result.step, done, numbers)

    def _problem(self, row: Bought, field: str, why: Reason, value: str) -> None:
        self.result.problems.append(Problem(row=row.number, field=field, value=value, reason=why))


_NO_DEAL = Terms().text()
_SALE = (
    "INSERT INTO sales (id, uid, customer, at, day, by, source, receipt, currency, total, coupon_off,"
    " points_off, card_paid, paid, points_spent, terms, lines)"
    " VALUES (?, ?, ?, ?, ?, ?, 'file', ?, ?, ?, 0, 0, 0, ?, 0, ?, ?)"
)
_REFUNDABLE = (
    "SELECT s.id, s.customer FROM sales s WHERE (s.customer = :who OR s.receipt = :receipt)"
    f" AND s.day <= :day AND {rhythm.STANDS} AND s.paid - {rhythm.REFUNDED} >= :amount"
    " ORDER BY s.receipt IS :receipt AND :receipt IS NOT NULL DESC, s.day DESC, s.id DESC LIMIT 1"
)
_REFUNDABLE_AGAIN = (
    f"SELECT {rhythm.STANDS} AND s.total - s.coupon_off - {rhythm.REFUNDED} >= back.total"
    " FROM refunds back JOIN sales s ON s.id = back.sale WHERE back.id = ?"
)


def _uid(*said: object) -> str:
    """The same for the same words; told from a made one by its beginning."""
    return f"file-{blake2b(repr(said).encode(), digest_size=16).hexdigest()}"


def _lines(one: Receipt) -> Iterable[Line]:
    for row in one.rows:
        if row.item:
            # Rounded up, and what that is too much comes off, so that the line costs what it did.
            price = -(-row.total * ONE // row.thousandths)
            gross = (2 * price * row.thousandths + ONE) // (2 * ONE)
            yield Line(
                name=row.item,
                category=row.category,
                thousandths=row.thousandths,
                price=price,
                discount=gross - row.total,
            )
