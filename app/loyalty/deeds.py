"""What was done at the till for one customer, step by step, as her history tells it."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import datetime

from app.clock import moment
from app.keeping.database import Book
from app.keeping.history import StepId
from app.loyalty.lots import WHO
from app.values import value


@value
class Deed:
    """A verb that stands: `step` takes it back. `total` is minor units of its sale or refund,
    `points` what the balance gained or lost by it, `name` that of a reward or the reason given.
    """

    step: StepId
    at: datetime
    by: str
    verb: str
    points: int
    total: int | None = None
    name: str = ""


def deeds(book: Book, customer: int, limit: int = 100) -> list[Deed]:
    """The last `limit` of them that stand, newest first."""
    rows = book.execute(_DONE, {"who": customer, "limit": limit}).fetchall()
    return list(_standing(book, rows))


def _standing(book: Book, rows: list[sqlite3.Row]) -> Iterator[Deed]:
    for row in rows:
        last = _last_word(book, row["id"])
        if last is not None:
            yield _deed(row, last)


def _deed(row: sqlite3.Row, step: StepId) -> Deed:
    facts = json.loads(row["facts"])
    return Deed(
        step=step,
        at=moment(row["at"]),
        by=row["by"],
        verb=row["verb"],
        points=row["points"],
        total=facts.get("total"),
        name=facts.get("reward") or facts.get("reason") or "",
    )


def _last_word(book: Book, step: int) -> StepId | None:
    """The step that stands for it now: itself, or the one that did it again; None when it is undone."""
    is_undone = False
    while (
        later := book.value("SELECT id FROM history_steps WHERE reverses = ?", (step,))
    ) is not None:
        step, is_undone = later, not is_undone
    return None if is_undone else StepId(step)


_HERS = WHO.replace("?", ":who")
_DONE = f"""
WITH sold AS (SELECT id, step FROM sales WHERE customer IN {_HERS} ORDER BY id DESC LIMIT :limit),
moved AS (SELECT step FROM points_entries WHERE customer IN {_HERS} AND reverses IS NULL
    ORDER BY id DESC LIMIT 3 * :limit),
steps AS (SELECT step FROM sold WHERE step IS NOT NULL UNION SELECT step FROM moved
    UNION SELECT h.step FROM sold CROSS JOIN history h ON h.kind = 'sale' AND h.subject = sold.id
        WHERE h.kind <> 'points'
    UNION SELECT h.step FROM sold CROSS JOIN refunds r ON r.sale = sold.id
        CROSS JOIN history h ON h.kind = 'refund' AND h.subject = r.id WHERE h.kind <> 'points'),
told AS MATERIALIZED (SELECT step, sum(points) AS points FROM points_entries
    WHERE customer IN {_HERS} AND step IN (SELECT step FROM steps) GROUP BY step)
SELECT s.*, ifnull(told.points, 0) AS points
FROM steps CROSS JOIN history_steps s ON s.id = steps.step LEFT JOIN told ON told.step = s.id
WHERE s.reverses IS NULL
ORDER BY s.at DESC, s.id DESC LIMIT :limit
"""
