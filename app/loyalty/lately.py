"""Who was at the till a moment ago."""

from app.keeping.database import Book

LOOKED_BACK = 100
"""Among so many sales."""


def served(book: Book, limit: int = 5) -> list[int]:
    """The last `limit` customers who bought something, newest first, each once."""
    return book.column(
        "WITH last AS (SELECT s.id AS sale, ifnull(c.merged_into, c.id) AS who FROM"
        " (SELECT id, customer FROM sales ORDER BY id DESC LIMIT ?) s"
        " JOIN customers c ON c.id = s.customer)"
        " SELECT who FROM last JOIN customers c ON c.id = who WHERE NOT c.removed"
        " GROUP BY who ORDER BY max(sale) DESC LIMIT ?",
        (LOOKED_BACK, limit),
    )
