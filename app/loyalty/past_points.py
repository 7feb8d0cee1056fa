"""What somebody had at the end of a day that is past: what is left now, and what was used of it since."""

from datetime import date
from itertools import chain

from app.keeping.database import Book
from app.loyalty.lots import HERS, Lot, is_lost, left_of, lots_of, was_parted


def as_it_was(book: Book, customer: int, on: date) -> tuple[list[Lot], int]:
    """The lots that counted on that day, and what was owed, of somebody who was merged into nobody.

    Where people were parted after a merge, what one of them used of the other's since is not found with her.
    """
    return reckoned(book, customer, on) if was_parted(book) else _taken_back(book, customer, on)


def reckoned(book: Book, customer: int, on: date) -> tuple[list[Lot], int]:
    """The same from all movements until then, one by one."""
    asked = {"who": customer, "on": on.isoformat()}
    rows = book.execute(_FROM_THE_START, asked).fetchall()
    (owed,) = book.execute(_OWED_SINCE_THEN, asked).fetchone()
    owed += sum(-points for points, *_ in rows if points < 0)
    return lots_of(row for row in rows if row[0] > 0), owed


def _taken_back(book: Book, customer: int, on: date) -> tuple[list[Lot], int]:
    asked = {"who": customer, "on": on.isoformat()}
    used, lacking = (book.execute(asks, asked).fetchall() for asks in (_USED_SINCE, _LACKING))
    (owed,) = book.execute(_OWED_WITHOUT_SINCE, asked).fetchone()
    owed += sum(points for points, *_ in lacking)
    return lots_of(chain(left_of(book, customer, on), used, lacking)), owed


_COUNTS = "e.day <= :on AND (e.expires IS NULL OR e.expires >= :on)"
_REVERSED = "EXISTS (SELECT 1 FROM points_entries r WHERE r.reverses = e.id{})"
_REVERSED_THEN = _REVERSED.format(" AND r.day <= :on")

_UNTIL = "ifnull((SELECT sum(points) FROM points_uses u WHERE u.{} = e.id AND u.day <= :on), 0)"
_FROM_THE_START = (
    f"WITH lots AS MATERIALIZED (SELECT points - {_UNTIL.format('lot')} AS points, day, expires"
    f" FROM points_entries e WHERE customer IN {HERS} AND points > 0 AND reverses IS NULL AND {_COUNTS}"
    f" AND NOT ({is_lost('e')})) SELECT sum(points), day, expires FROM lots"
    " WHERE points <> 0 GROUP BY expires, day, points > 0"
)
_OWED_SINCE_THEN = (
    f"SELECT ifnull(sum(-points - {_UNTIL.format('taken')}), 0) FROM points_entries e"
    f" WHERE customer IN {HERS} AND points < 0 AND day <= :on AND NOT {_REVERSED_THEN}"
)

_SINCE = f"u.customer IN {HERS} AND u.day > :on"
_SINCE_OF = f"FROM points_uses u CROSS JOIN points_entries e ON e.id = u.{{}} WHERE {_SINCE}"
_OF_LOTS = f"{_SINCE_OF.format('lot')} AND {_COUNTS} AND NOT ({is_lost('e')})"
_USED_SINCE = f"SELECT sum(u.points), e.day, e.expires {_OF_LOTS} GROUP BY e.expires, e.day"
# A late request used more of a lot than there was before an undo gave it back: that was owed.
_LACKING = (
    f"SELECT -(e.left + sum(u.points)), e.day, e.expires {_OF_LOTS}"
    f" AND u.lot IN (SELECT lot FROM points_uses u WHERE {_SINCE} AND points < 0)"
    " GROUP BY u.lot HAVING e.left + sum(u.points) < 0"
)
# Of a taking that was taken back since, nothing is used any more, and all of it was to be paid then.
_OWED_WITHOUT_SINCE = (
    "WITH since AS MATERIALIZED (SELECT u.taken, sum(u.points) AS points"
    f" {_SINCE_OF.format('taken')} AND e.customer IN {HERS} AND e.day <= :on GROUP BY u.taken),"
    " asked AS (SELECT taken AS entry FROM since UNION"
    f" SELECT id FROM points_entries WHERE customer IN {HERS} AND day <= :on"
    "  AND left <= 0 AND points < 0)"
    f" SELECT ifnull(sum(iif({_REVERSED.format('')}, -e.points, -ifnull(e.left, 0))"
    "  + ifnull((SELECT points FROM since WHERE taken = e.id), 0)), 0)"
    f" FROM asked CROSS JOIN points_entries e ON e.id = asked.entry WHERE NOT {_REVERSED_THEN}"
)
