"""What can be read off the points ledger: a customer's statement, and what the shop owes in points."""

from datetime import date
from itertools import accumulate

from app.keeping.database import Book
from app.loyalty.lots import HERS, SEEN, is_lost, open_of
from app.values import value


@value
class StatementLine:
    """One movement: `points` with their sign, and the sum of all until then."""

    day: date
    kind: str
    points: int
    reason: str
    sale: int | None
    expires: date | None
    sum: int


@value
class Owed:
    """Points that go in a month (its first day; None for those that stay), and how many people have them."""

    month: date | None
    points: int
    people: int


def statement(book: Book, customer: int, since: date, until: date) -> list[StatementLine]:
    """A customer's movements from `since` to `until`, oldest first; `customer` is who she is now.

    Points that expired are a line of their own, on the first day without them, so that the last sum is
    what she has at the end of `until`.
    """
    asked = {"who": customer, "on": until.isoformat()}
    rows = book.execute(f"{_MOVED} UNION ALL {_GONE} ORDER BY 1, 2", asked).fetchall()
    sums = accumulate(row["points"] for row in rows)
    return [
        StatementLine(
            day=date.fromisoformat(row["day"]),
            kind=row["kind"],
            points=row["points"],
            reason=row["reason"],
            sale=row["sale"],
            expires=row["expires"] and date.fromisoformat(row["expires"]),
            sum=so_far,
        )
        for row, so_far in zip(rows, sums, strict=True)
        if since.isoformat() <= row["day"]
    ]


def liability(book: Book, on: date) -> list[Owed]:
    """All points that people can still spend on `on`, by the month in which they go; the soonest first."""
    rows = book.execute(
        "SELECT substr(expires, 1, 7) AS month, sum(left) AS points,"
        " count(DISTINCT ifnull(c.merged_into, c.id)) AS people"
        " FROM points_entries o JOIN customers c ON c.id = o.customer"
        f" WHERE left > 0 AND (NOT c.removed OR c.merged_into IS NOT NULL) AND {open_of()}"
        " GROUP BY month ORDER BY month IS NULL, month",
        {"on": on.isoformat()},
    )
    return [
        Owed(
            month=row["month"] and date.fromisoformat(f"{row['month']}-01"),
            points=row["points"],
            people=row["people"],
        )
        for row in rows
    ]


_MOVED = (
    "SELECT day, id, kind, points, reason, sale, expires FROM points_entries"
    f" WHERE customer IN {HERS} AND day <= :on"
)
_LOTS = f"FROM points_entries e WHERE customer IN {HERS} AND points > 0 AND reverses IS NULL"
_LEFT = "e.points - ifnull((SELECT sum(points) FROM points_uses WHERE lot = e.id AND day <= {}), 0)"
_EXPIRED = (
    f"SELECT date(expires, '+1 day') AS day, {_LEFT.format('e.expires')} AS points {_LOTS}"
    " AND expires < :on"
)
# What comes back of a sale is taken from what it earned, though that has expired: it is not gone twice.
_GONE_BEFORE = (
    f"SELECT u.day, -u.points FROM points_uses u JOIN points_entries e ON e.id = u.lot"
    f" WHERE u.customer IN {HERS} AND u.day > e.expires AND u.day <= :on"
)
_LAPSED = (
    f"SELECT date(max(day, {SEEN}), '+' || (idle_days + 1) || ' days'), {_LEFT.format(':on')} {_LOTS}"
    f" AND day <= :on AND (expires IS NULL OR expires >= :on) AND {is_lost('e')}"
)
# What expired is gone when its day begins, before all entries; what was gone twice comes back after them.
_GONE = (
    "SELECT day, iif(sum(points) > 0, 0, 1e18), 'lapsed', -sum(points), '', NULL, NULL"
    f" FROM ({_EXPIRED} UNION ALL {_GONE_BEFORE} UNION ALL {_LAPSED}) GROUP BY day"
    " HAVING sum(points) <> 0"
)
