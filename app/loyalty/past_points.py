"""What somebody had at the end of a day that is past: what is left now, and what was used of it since."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from app.keeping.database import Book
from app.loyalty.lots import HERS, LOTS, WHO, Lot, is_lost, lots_of, was_parted

Found = tuple[int, str, str | None]
"""Points, the day on which they were earned, and the last on which they count."""


def as_it_was(book: Book, customer: int, on: date) -> tuple[list[Lot], int]:
    """The lots that counted on that day, and what was owed, of somebody who was merged into nobody.

    Where people were parted after a merge, what one of them used of the other's since is not found with her.
    """
    return reckoned(book, customer, on) if was_parted(book) else _taken_back(book, customer, on)


def reckoned(book: Book, customer: int, on: date) -> tuple[list[Lot], int]:
    """The same from all movements until then, one by one."""
    asked = {"who": customer, "on": on.isoformat()}
    (owed,) = book.execute(_OWED_SINCE_THEN, asked).fetchone()
    return _put_together(book.execute(_FROM_THE_START, asked), owed)


def _taken_back(book: Book, customer: int, on: date) -> tuple[list[Lot], int]:
    asked = {"who": customer, "on": on.isoformat()}
    used = book.execute(_USED_SINCE, asked).fetchall()
    (owed,) = book.execute(_OWED_WITHOUT_SINCE, asked).fetchone()
    return _put_together([*used, *_untouched(book, customer, asked)], owed)


def _untouched(book: Book, customer: int, asked: dict[str, Any]) -> Iterator[Found]:
    """The lots that nothing was used of since, read off the index in its order."""
    for one in book.column(f"SELECT * FROM {WHO}", (customer, customer)):
        yield from book.execute(_UNTOUCHED, {**asked, "one": one})


def _put_together(found: Iterable[Found], debt: int) -> tuple[list[Lot], int]:
    """What a lot lacks, because a late request used it before an undo, is owed."""
    lots, owed = Counter[tuple[str, str | None]](), int(debt)
    for points, day, expires in found:
        if points > 0:
            lots[day, expires] += points
        else:
            owed -= points
    rows = ((points, day, expires) for (day, expires), points in lots.items())
    return lots_of(sorted(rows, key=lambda lot: (lot[2] is None, lot[2], lot[1]))), owed


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
_USED_SINCE = (
    "WITH lots AS MATERIALIZED (SELECT e.left + sum(u.points) AS points, e.day, e.expires"
    f" {_SINCE_OF.format('lot')} AND {_COUNTS}"
    f" AND NOT ({is_lost('e')}) GROUP BY u.lot)"
    " SELECT sum(points), day, expires FROM lots WHERE points <> 0 GROUP BY expires, day, points > 0"
)
_USED = f"SELECT lot FROM points_uses u WHERE {_SINCE}"
_THESE = f"{LOTS} AND day <= :on AND id NOT IN ({_USED})"
_UNTOUCHED = (
    f"SELECT sum(left), day, expires {_THESE} AND expires >= :on GROUP BY expires, day UNION ALL"
    f" SELECT sum(left), day, expires {_THESE} AND expires IS NULL GROUP BY day"
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
