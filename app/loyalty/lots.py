"""What is left of every lot of points and of every debt."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from app.keeping.database import Book
from app.values import value

IS_OPEN = "left <> 0"
"""SQL: whether there is anything to an entry; as the index has it that holds nothing else."""
WHO = "(SELECT ? UNION ALL SELECT id FROM customers WHERE merged_into = ?)"
"""A customer with those who became her."""
HERS = WHO.replace("?", ":who")
_THEIRS = (
    "(SELECT c.id FROM customers a JOIN customers c ON c.id = ifnull(a.merged_into, a.id)"
    " OR c.merged_into = ifnull(a.merged_into, a.id) WHERE a.id = i.customer)"
)
# Points lapse where their owner stayed away for longer than they allow: buying counts, and so does all that
# is done with points.
_SEEN = (
    "(SELECT max(day) FROM (SELECT max(day) AS day FROM points_entries"
    " WHERE customer IN {owner} AND day <= :on AND kind NOT IN ('lapsed', 'undo') UNION ALL"
    " SELECT max(day) FROM sales WHERE customer IN {owner} AND day <= :on))"
)
_IS_LONG_AGO = "date({day}, '+' || {lot}.idle_days || ' days') < :on"


SEEN = _SEEN.format(owner=HERS)
"""SQL: when a customer who is `:who` was here last, on `:on` or before."""


def is_lost(lot: str) -> str:
    """SQL: whether it lapsed, of a customer who is `:who`."""
    seen = _IS_LONG_AGO.format(day=SEEN, lot=lot)
    return f"{lot}.idle_days IS NOT NULL AND {_IS_LONG_AGO.format(day=f'{lot}.day', lot=lot)} AND {seen}"


# A customer at a time, and those who were seen lately need no second look.
_STAYED_AWAY = (
    "SELECT customer, idle_days, min(day) AS day FROM points_entries"
    " WHERE left > 0 AND idle_days IS NOT NULL AND {among} GROUP BY customer, idle_days"
)
_LOST = (
    f"SELECT l.id FROM ({_STAYED_AWAY}) i CROSS JOIN points_entries l"
    " ON l.customer = i.customer AND l.idle_days = i.idle_days AND l.left > 0"
    f" WHERE {_IS_LONG_AGO.format(day='i.day', lot='i')} AND NOT EXISTS (SELECT 1 FROM rhythms r"
    "  WHERE r.customer = i.customer AND r.last_day <= :on"
    "  AND date(r.last_day, '+' || i.idle_days || ' days') >= :on)"
    f" AND {_IS_LONG_AGO.format(day=_SEEN.format(owner=_THEIRS), lot='i')}"
    f" AND {_IS_LONG_AGO.format(day='l.day', lot='l')}"
)

# Asked once, and then no lot is looked up among those that lapsed: a fifth less for all of a large shop.
_NONE_MAY_LAPSE = (
    "NOT EXISTS (SELECT 1 FROM points_entries WHERE left > 0 AND idle_days IS NOT NULL)"
)


def open_of(among: str = "true") -> str:
    """SQL: what is open on `:on`, of `points_entries o`; of those whose `customer` is `among` some.

    The sum of what is `left` is what they have, for of a debt it is below nothing.
    """
    return (
        f"{among} AND o.{IS_OPEN} AND (o.day <= :on"
        " AND (o.expires IS NULL OR o.expires >= :on)"
        f" AND ({_NONE_MAY_LAPSE} OR o.id NOT IN ({_LOST.format(among=among)})) OR o.left < 0)"
    )


def of_sale(sale: str) -> str:
    """SQL: the entries of a sale. What it earned is hers who bought, of that day: no index need tell."""
    return (
        "(SELECT lot.id FROM sales bill JOIN points_entries lot ON lot.customer = bill.customer"
        f" AND lot.day = bill.day AND lot.sale = bill.id WHERE bill.id = {sale} AND lot.kind = 'earn'"
        f" UNION ALL SELECT id FROM points_entries WHERE sale = {sale} AND kind <> 'earn')"
    )


LAPSED = (
    f"SELECT o.id FROM points_entries o WHERE o.customer IN {HERS} AND o.left > 0"
    f" AND {is_lost('o')}"
)
# Of one account after the other, for then all is read off the index in its order.
LOTS = (
    f"FROM points_entries WHERE customer = :one AND {IS_OPEN} AND left > 0 AND id NOT IN ({LAPSED})"
)
_OPEN = (
    f"SELECT sum(left), day, expires {LOTS} AND expires >= :on AND day <= :on"
    " GROUP BY expires, day UNION ALL"
    f" SELECT sum(left), day, expires {LOTS} AND expires IS NULL AND day <= :on GROUP BY day"
)
_OF_ACCOUNT = f"FROM points_entries WHERE customer = {{}} AND {IS_OPEN} AND expires"
_OWED = f"SELECT ifnull(-sum(left), 0) {_OF_ACCOUNT.format('?')} IS NULL AND left < 0"
_HERE = _OF_ACCOUNT.format("account")
_STANDING = f"""
SELECT max(is_past), sum(kept) + sum(expiring), -sum(owed), max(may_lapse) FROM (
    SELECT (SELECT EXISTS (SELECT 1 FROM points_entries WHERE customer = account AND day > :on)) AS is_past,
        (SELECT ifnull(sum(left), 0) {_HERE} IS NULL AND left > 0 AND day <= :on) AS kept,
        (SELECT ifnull(sum(left), 0) {_HERE} >= :on AND day <= :on) AS expiring,
        (SELECT ifnull(sum(left), 0) {_HERE} IS NULL AND left < 0) AS owed,
        (SELECT EXISTS (SELECT 1 FROM points_entries
            WHERE customer = account AND left > 0 AND idle_days IS NOT NULL)) AS may_lapse
    FROM (SELECT :who AS account UNION ALL SELECT id FROM customers WHERE merged_into = :who)
)"""


class Lot(NamedTuple):
    """Points of one day that are left, and the last day on which they count."""

    points: int
    earned: date
    expires: date | None


Found = tuple[int, str, str | None]
"""Points as the book has them, with the day on which they were earned, and the last on which they count."""


class Standing(NamedTuple):
    """All `points` in lots on a day and what is `owed`; `lost` lapsed and was not written down yet.

    Where the day `is_past`, something was written of a later day, and this is what is left of it now.
    """

    points: int
    owed: int
    lost: int
    is_past: bool


@value
class Taking:
    """So many `points` that `entry` takes of `customer` on `day`; from the lots `first` before others."""

    entry: int
    customer: int
    points: int
    day: date
    first: Sequence[int] = ()


class Lots:
    """Keeps what is left of lots and debts in step with `points_uses`, within the caller's transaction.

    Requests come late, so a lot may be younger than what takes from it, or a debt than the lot that pays
    it: a use is of the later of both days, and until then neither knew of the other.
    """

    def __init__(self, book: Book) -> None:
        self._book = book

    def open(self, customer: int, on: date) -> tuple[list[Lot], int]:
        """The lots that count on a day with what is left of them now, and what is owed."""
        owed = sum(self._book.value(_OWED, (one,)) for one in _accounts(self._book, customer))
        return lots_of(left_of(self._book, customer, on)), owed

    def standing(self, customer: int, on: date) -> Standing:
        """The sum of the lots that count on a day, and what is owed, as far as it is now."""
        asked = {"who": customer, "on": on.isoformat()}
        is_past, there, owed, may_lapse = self._book.execute(_STANDING, asked).fetchone()
        lost = sum(self.lost(customer, on).values()) if may_lapse else 0
        return Standing(
            points=there - lost, owed=owed, lost=lost, is_past=bool(is_past) or self.is_over(on)
        )

    def is_over(self, on: date) -> bool:
        """Whether the day is past for certain, in whatever zone, and what came later may be unknown here:
        somebody else used points while the two were merged, and they were parted again.
        """
        is_past = on < (self._book.now() - timedelta(days=1)).date()
        return is_past and was_parted(self._book)

    def lost(self, customer: int, on: date) -> dict[int, int]:
        """The lots that lapsed and are still open, with what is left of them."""
        asked = {"who": customer, "on": on.isoformat()}
        still = "(expires IS NULL OR expires >= :on)"
        return dict(
            self._book.execute(
                f"SELECT id, left FROM points_entries WHERE id IN ({LAPSED}) AND {still}", asked
            ).fetchall()
        )

    def used_by(self, entry: int) -> list[int]:
        """The lots that an entry took from."""
        return self._book.column("SELECT DISTINCT lot FROM points_uses WHERE taken = ?", (entry,))

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
            "UPDATE points_entries SET left = ? WHERE id = ?", (-missing, taking.entry)
        )

    def give_back(self, entry: int, customer: int, day: date) -> None:
        """All that `entry` took goes back to the lots it came from, which pay what is owed; nothing of
        it is owed any more.
        """
        self._book.execute("UPDATE points_entries SET left = 0 WHERE id = ? AND left < 0", (entry,))
        uses = self._book.execute(
            "SELECT lot, sum(points), max(day) FROM points_uses WHERE taken = ? GROUP BY lot"
            " HAVING sum(points) > 0",
            (entry,),
        ).fetchall()
        for lot, points, used in uses:
            self._use(entry, lot, -points, max(used, day.isoformat()))
            self.pay_debts(lot, customer, day.isoformat())

    def _to_take_from(self, taking: Taking) -> list[tuple[int, int, str]]:
        on, who = taking.day.isoformat(), taking.customer
        rows = self._book.execute(
            "SELECT id, left, day, expires FROM points_entries"
            f" WHERE customer IN {WHO} AND {IS_OPEN} AND left > 0"
            " AND (expires IS NULL OR expires >= ? OR id IN (SELECT value FROM json_each(?)))"
            " ORDER BY expires IS NULL, expires, day, id",
            (who, who, on, str(list(taking.first))),
        ).fetchall()
        lots = [(row[0], row[1], row[2]) for row in rows]
        return sorted(lots, key=lambda lot: (lot[0] not in taking.first, max(lot[2], on)))

    def pay_debts(self, lot: int, customer: int, day: str = "") -> None:
        """A lot pays what was owed while it was good, the oldest debt first; not before `day`."""
        debts = self._book.execute(
            "SELECT d.id, -d.left AS owed, l.left, max(d.day, l.day, ?) AS day"
            f" FROM points_entries d, points_entries l WHERE d.customer IN {WHO} AND d.{IS_OPEN}"
            " AND d.expires IS NULL AND d.left < 0 AND l.id = ?"
            " AND (l.expires IS NULL OR l.expires >= d.day) ORDER BY d.id",
            (day, customer, customer, lot),
        ).fetchall()
        left = debts[0]["left"] if debts else 0
        for debt in debts:
            part = min(left, debt["owed"])
            if not part:
                return
            self._use(debt["id"], lot, part, debt["day"])
            self._book.execute(_TAKE, (-part, debt["id"]))
            left -= part

    def _use(self, taken: int, lot: int, points: int, day: str) -> None:
        self._book.execute(_USE, (taken, points, day, lot))
        self._book.execute(_TAKE, (points, lot))


def less(lots: Sequence[Lot], owed: int) -> tuple[Lot, ...]:
    """What stays of lots, the first of them paying what is owed."""
    if not owed:
        return tuple(lots)
    left = []
    for lot in lots:
        part = min(lot.points, owed)
        owed -= part
        if lot.points > part:
            left.append(lot._replace(points=lot.points - part))
    return tuple(left)


_TAKE = "UPDATE points_entries SET left = left - ? WHERE id = ?"
_USE = (
    "INSERT INTO points_uses (taken, lot, points, day, customer)"
    " SELECT ?, id, ?, ?, customer FROM points_entries WHERE id = ?"
)
_PARTED = "SELECT EXISTS (SELECT 1 FROM history_steps WHERE reverses > 0 AND verb = 'merge')"


def was_parted(book: Book) -> bool:
    """Whether people who had been merged were parted again: one may have used points of the other."""
    return bool(book.value(_PARTED))


def left_of(book: Book, customer: int, on: date) -> Iterator[Found]:
    """What is left now of the lots that count on that day."""
    for one in _accounts(book, customer):
        yield from book.execute(_OPEN, {"who": customer, "one": one, "on": on.isoformat()})


def lots_of(found: Iterable[Found]) -> list[Lot]:
    """Those of a day that go on the same day are one; in the order in which they go."""
    together = Counter[tuple[str, str | None]]()
    for points, earned, expires in found:
        together[earned, expires] += points
    there = (lot for lot in together.items() if lot[1])
    return [
        Lot(points, date.fromisoformat(earned), date.fromisoformat(expires) if expires else None)
        for (earned, expires), points in sorted(there, key=_goes)
    ]


def _goes(lot: tuple[tuple[str, str | None], int]) -> tuple[bool, str, str]:
    (earned, expires), _ = lot
    return expires is None, expires or "", earned


def _accounts(book: Book, customer: int) -> list[int]:
    """Her own, and those of the people who became her."""
    return book.column(f"SELECT * FROM {WHO}", (customer, customer))
