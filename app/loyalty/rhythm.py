"""How often and since when each customer comes, drawn from her sales and kept so that lists are one look.

A visit is a day with a sale that stands. Those who were merged count with whom they became.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from app.keeping.database import Book
from app.values import value

if TYPE_CHECKING:
    from app.keeping.check import Finding

LOOKED_BACK = 60
"""Her own gap is the median over so many of her last visits: what she did years ago is no habit now."""
LEAST_VISITS = 3
"""From so many visits on somebody has a rhythm of her own."""

Row = tuple[int, str, str, str | None, int, int | None, int]


@value
class Rhythm:
    """`half_gap` is twice her usual gap in days, None where she has none yet; `spent` minor units."""

    first_day: str
    last_day: str
    visits: int
    half_gap: int | None
    spent: int


def of(book: Book, customers: Sequence[int]) -> dict[int, Rhythm]:
    """The rhythms of those of `customers` who ever bought something."""
    found = book.execute(
        "SELECT * FROM rhythms WHERE customer IN (SELECT value FROM json_each(?))",
        (json.dumps(list(customers)),),
    )
    names = ("first_day", "last_day", "visits", "half_gap", "spent")
    return {row["customer"]: Rhythm(**{name: row[name] for name in names}) for row in found}


def days_of(book: Book, customers: Sequence[int], *, since: date) -> list[tuple[int, str]]:
    """Each visit of `customers` from `since` on: who, and the day."""
    found = book.execute(
        "SELECT DISTINCT ifnull(c.merged_into, c.id), s.day FROM customers c"
        " CROSS JOIN sales s ON s.customer = c.id AND s.day >= :since"
        " WHERE (c.id IN (SELECT value FROM json_each(:wanted))"
        f" OR c.merged_into IN (SELECT value FROM json_each(:wanted))) AND {STANDS}",
        {"wanted": json.dumps(list(customers)), "since": since.isoformat()},
    )
    wanted = set(customers)
    return [(row[0], row[1]) for row in found if row[0] in wanted]


def after_sale(book: Book, customer: int, *, day: date, paid: int) -> None:
    """Brings her rhythm up to date once her new sale of `day` is written; `paid` in minor units.

    Looks at her last visits alone, however many sales she has; where she was seen on that day already,
    at none.
    """
    seen = "UPDATE rhythms SET spent = spent + ? WHERE customer = ? AND last_day = ?"
    if book.execute(seen, (paid, customer, day.isoformat())).rowcount:
        return
    hers = _those_who_are(book, customer)
    known = book.execute("SELECT * FROM rhythms WHERE customer = ?", hers[:1]).fetchone()
    if known is None:
        refresh(book, hers[:1])
        return
    if _sales_of_day(book, hers, day) > 1:  # no new visit
        book.execute("UPDATE rhythms SET spent = spent + ? WHERE customer = ?", (paid, hers[0]))
        return
    visits, spent = known["visits"] + 1, known["spent"] + paid
    first = min(known["first_day"], day.isoformat())
    _write(book, _row(hers[0], first, _last_days(book, hers), (visits, spent)))


def after_refund(book: Book, customer: int, *, paid: int) -> None:
    """Takes what came back of the money for one of her sales off what she spent."""
    hers = _those_who_are(book, customer)
    book.execute("UPDATE rhythms SET spent = spent - ? WHERE customer = ?", (paid, hers[0]))


def refresh(book: Book, customers: Iterable[int]) -> None:
    """Reckons the rhythms of these anew, as after a sale was taken back or people were merged."""
    wanted = json.dumps(sorted(set(customers)))
    whom = "SELECT ifnull(c.merged_into, c.id) FROM json_each(:wanted) w JOIN customers c ON c.id = w.value"
    book.execute(
        "DELETE FROM rhythms WHERE customer IN"
        f" (SELECT value FROM json_each(:wanted) UNION {whom})",
        {"wanted": wanted},
    )
    hers = f"SELECT id FROM customers WHERE id IN ({whom}) OR merged_into IN ({whom})"
    book.execute(f"INSERT INTO rhythms {_reckoned(hers)}", {"wanted": wanted})


def rebuild(book: Book) -> None:
    """Reckons everybody's rhythm from the sales alone, in one pass."""
    book.execute("DELETE FROM rhythms")
    book.execute(f"INSERT INTO rhythms {_reckoned()}")


def findings(book: Book) -> Iterable["Finding"]:
    """Rhythms that do not follow from the sales."""
    from app.keeping.check import Finding

    kept, reckoned = "SELECT * FROM rhythms", f"SELECT * FROM ({_reckoned()})"
    apart = {
        row[0]
        for one, other in ((kept, reckoned), (reckoned, kept))
        for row in book.execute(f"{one} EXCEPT {other}")
    }
    if apart:
        yield Finding(what="out of rhythm", facts={"n": len(apart)})


def _those_who_are(book: Book, customer: int) -> list[int]:
    """Whom `customer` became first, then all who were merged into her."""
    now = book.value("SELECT ifnull(merged_into, id) FROM customers WHERE id = ?", (customer,))
    return [now, *book.column("SELECT id FROM customers WHERE merged_into = ?", (now,))]


def _sales_of_day(book: Book, hers: Sequence[int], day: date) -> int:
    """No more than two of each of hers are counted."""
    two = f"SELECT 1 FROM sales s WHERE customer = ? AND day = ? AND {STANDS} LIMIT 2"
    counted = f"SELECT count(*) FROM ({two})"
    return sum(book.value(counted, (one, day.isoformat())) for one in hers)


def _last_days(book: Book, hers: Sequence[int]) -> list[str]:
    """Her last visits, newest first. Read off the index from its end, one of `hers` at a time."""
    days = {day for one in hers for day in book.column(_DAYS_BACK, (one, one))}
    return sorted(days, reverse=True)[:LOOKED_BACK]


def _row(customer: int, first: str, days: Sequence[str], counted: tuple[int, int]) -> Row:
    visits, spent = counted
    third = days[LEAST_VISITS - 1] if visits >= LEAST_VISITS else None
    return customer, first, days[0], third, visits, _twice_the_median(_gaps(days)), spent


def _gaps(days: Sequence[str]) -> list[int]:
    """Days between one visit and the next."""
    on = [date.fromisoformat(day) for day in days]
    return [(later - earlier).days for later, earlier in pairwise(on)]


def _twice_the_median(gaps: Sequence[int]) -> int | None:
    """None for those who have been here fewer than three times."""
    if len(gaps) < LEAST_VISITS - 1:
        return None
    by_size, middle = sorted(gaps), len(gaps) // 2
    return by_size[middle] + by_size[(len(gaps) - 1) // 2]


def _write(book: Book, row: Row) -> None:
    book.execute("INSERT OR REPLACE INTO rhythms VALUES (?, ?, ?, ?, ?, ?, ?)", row)


# The last word on a sale or a refund counts: it may have been taken back and given again.
_LAST_WORD = (
    "(SELECT voided FROM till_voids WHERE kind = '{}' AND subject = {}.id ORDER BY id DESC LIMIT 1)"
)
STANDS = f"NOT ifnull({_LAST_WORD.format('sale', 's')}, 0)"
"""Whether the sale `s` of a query was not taken back."""
REFUND_STANDS = f"NOT ifnull({_LAST_WORD.format('refund', 'r')}, 0)"
"""The same of the refund `r`."""
REFUNDED = f"ifnull((SELECT sum(total) FROM refunds r WHERE r.sale = s.id AND {REFUND_STANDS}), 0)"
"""What came back of the sale `s`, in minor units."""
# The money for what is kept: what comes back of a bill is paid back as the bill was paid.
_DUE = "(s.total - s.coupon_off)"
SPENT = f"({_DUE} - {REFUNDED}) * s.paid / max({_DUE}, 1)"

_BEFORE = (
    f"SELECT day FROM sales s WHERE customer = ? AND {{}} AND {STANDS} ORDER BY day DESC LIMIT 1"
)
# From one day to the one before, however many sales a day has.
_DAYS_BACK = (
    f"WITH RECURSIVE back (day) AS (SELECT ({_BEFORE.format('true')}) UNION ALL"
    f" SELECT ({_BEFORE.format('day < back.day')}) FROM back WHERE day IS NOT NULL"
    f" LIMIT {LOOKED_BACK}) SELECT day FROM back WHERE day IS NOT NULL"
)


def _reckoned(hers: str = "") -> str:
    """The rows of `rhythms` as they follow from the sales, of everybody or of those in `hers`.

    The two halves are put together by grouping: SQLite would join them without an index.
    """
    among = f"s.customer IN ({hers})" if hers else "s.customer IS NOT NULL"
    return f"""
        WITH visits AS MATERIALIZED (
            SELECT ifnull(c.merged_into, c.id) AS who, s.day, sum({SPENT}) AS spent
            FROM sales s JOIN customers c ON c.id = s.customer
            WHERE {among} AND {STANDS} GROUP BY 1, 2
        ), numbered AS (
            SELECT who, day, spent, row_number() OVER newest AS place,
                julianday(day) - julianday(lead(day) OVER newest) AS gap
            FROM visits WINDOW newest AS (PARTITION BY who ORDER BY day DESC)
        ), gaps AS (
            SELECT who, gap, row_number() OVER (PARTITION BY who ORDER BY gap) AS place,
                count(*) OVER (PARTITION BY who) AS n
            FROM numbered WHERE place < {LOOKED_BACK} AND gap IS NOT NULL
        ), parts AS (
            SELECT who, min(day) AS first_day, max(day) AS last_day,
                max(CASE WHEN place = {LEAST_VISITS} THEN day END) AS third_last_day,
                count(*) AS visits, NULL AS half_gap, sum(spent) AS spent
            FROM numbered GROUP BY who
            UNION ALL
            SELECT who, NULL, NULL, NULL, NULL, CAST(2 * avg(gap) AS INTEGER), NULL FROM gaps
            WHERE place IN ((n + 1) / 2, (n + 2) / 2) AND n >= {LEAST_VISITS - 1} GROUP BY who
        )
        SELECT who AS customer, max(first_day) AS first_day, max(last_day) AS last_day,
            max(third_last_day) AS third_last_day, max(visits) AS visits,
            max(half_gap) AS half_gap, max(spent) AS spent
        FROM parts GROUP BY who"""
