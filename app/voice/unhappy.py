"""Who is unhappy: has a case that is not closed, or was so when last asked and nobody has seen to it."""

import json
from collections.abc import Sequence
from datetime import date, timedelta

from app.keeping.database import Book
from app.values import value
from app.voice.cases import NOT_CLOSED

_REMEMBERED = timedelta(days=180)
_SQL = f"""
WITH low AS MATERIALIZED (
    SELECT ifnull(c.merged_into, c.id) AS who, a.day, a.comment, a.id
    FROM answers a JOIN customers c ON c.id = a.customer
    WHERE a.mood = -1 AND a.customer IS NOT NULL AND a.counts AND a.day > :since
        AND NOT EXISTS (SELECT 1 FROM cases WHERE answer = a.id AND NOT removed)
),
found AS (
    SELECT ifnull(w.merged_into, w.id) AS who, c.day, ifnull(a.comment, '') AS comment
    FROM cases c JOIN customers w ON w.id = c.customer LEFT JOIN answers a ON a.id = c.answer
    WHERE {NOT_CLOSED}
    UNION ALL
    SELECT who, day, comment FROM low s WHERE NOT EXISTS (
        SELECT 1 FROM answers l WHERE l.counts AND (l.day, l.id) > (s.day, s.id)
            AND l.customer IN (SELECT s.who UNION ALL SELECT id FROM customers WHERE merged_into = s.who)
    )
)
SELECT f.who, min(f.day) AS day,
    substr(max(CASE WHEN f.comment <> '' THEN f.day || f.comment ELSE '' END), 11) AS comment FROM found f
JOIN customers c ON c.id = f.who WHERE NOT c.removed AND NOT c.archived AND NOT c.deceased
    AND (:among IS NULL OR c.id IN (SELECT value FROM json_each(:among)))
GROUP BY f.who ORDER BY day, c.sort_key, c.id
"""


@value
class Unhappy:
    """Since which day, and what she said last, empty where she said nothing."""

    customer: int
    day: date
    comment: str


def unhappy(book: Book, on: date, among: Sequence[int] | None = None) -> list[Unhappy]:
    """The one who waits longest first; with `among` of those alone."""
    asked = {
        "on": on.isoformat(),
        "since": (on - _REMEMBERED).isoformat(),
        "among": None if among is None else json.dumps(list(among)),
    }
    return [
        Unhappy(customer=row["who"], day=date.fromisoformat(row["day"]), comment=row["comment"])
        for row in book.execute(_SQL, asked)
    ]
