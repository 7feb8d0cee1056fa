"""What can be read off the points ledger: a customer's statement, and what the shop owes in points."""

from datetime import date

from app.keeping.database import Book
from app.loyalty.lots import WHO, open_of
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
    """A customer's movements from `since` to `until`, oldest first; `customer` is who she is now."""
    rows = book.execute(
        "SELECT day, kind, points, reason, sale, expires,"
        " sum(points) OVER (ORDER BY day, id) AS so_far FROM points_entries"
        f" WHERE customer IN {WHO} ORDER BY day, id",
        (customer, customer),
    )
    return [
        StatementLine(
            day=date.fromisoformat(row["day"]),
            kind=row["kind"],
            points=row["points"],
            reason=row["reason"],
            sale=row["sale"],
            expires=row["expires"] and date.fromisoformat(row["expires"]),
            sum=row["so_far"],
        )
        for row in rows
        if since.isoformat() <= row["day"] <= until.isoformat()
    ]


def liability(book: Book, on: date) -> list[Owed]:
    """All points that people can still spend on `on`, by the month in which they go; the soonest first."""
    rows = book.execute(
        "SELECT substr(expires, 1, 7) AS month, sum(left) AS points,"
        f" count(DISTINCT customer) AS people FROM points_entries o WHERE left > 0 AND {open_of()}"
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
