"""What holds in every book after every test."""

from app.keeping.check import findings
from app.keeping.database import Book
from app.loyalty import rhythm


def check_the_book(book: Book) -> None:
    """The program's own `check` is content, and each step of history changed something or is setup."""
    assert not book.connection.in_transaction, "a verb left its transaction open"
    assert findings(book) == []
    assert list(rhythm.findings(book)) == []
    assert (
        book.value(
            "SELECT count(*) FROM history h LEFT JOIN history_steps s ON s.id = h.step WHERE s.id IS NULL"
        )
        == 0
    )
