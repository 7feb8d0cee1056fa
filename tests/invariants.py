"""What holds in every book after every test."""

from datetime import date

from app.keeping.check import findings
from app.keeping.database import Book
from app.loyalty import rhythm
from app.loyalty.lots import Lots, less
from app.loyalty.past_points import as_it_was, reckoned
from app.voice import tallies


def check_the_book(book: Book) -> None:
    """The program's own `check` finds nothing, what is kept is what can be worked out, and every change has its
    step.
    """
    assert not book.connection.in_transaction, "a verb left its transaction open"
    assert findings(book) == []
    assert list(rhythm.findings(book)) == []
    assert list(tallies.findings(book)) == []
    _check_the_points(book)
    assert book.column("SELECT step FROM changes EXCEPT SELECT id FROM history_steps") == []


def _check_the_points(book: Book) -> None:
    """What is kept of everybody's points is what her movements say when they are reckoned again."""
    lots = Lots(book)
    last = book.value("SELECT max(day) FROM points_entries")
    for who in book.column("SELECT DISTINCT customer FROM points_entries"):
        day = date.fromisoformat(last)
        kept, owed = lots.open(who, day)
        said, owing = reckoned(book, who, day)
        assert (less(kept, owed), owed) == (less(said, owing), owing)
        for on in book.column(_SOME_DAYS, (who,)):
            then = date.fromisoformat(on)
            assert as_it_was(book, who, then) == reckoned(book, who, then)


_SOME_DAYS = (
    "SELECT DISTINCT day FROM points_entries WHERE customer ="
    " (SELECT id FROM customers WHERE id = ? AND merged_into IS NULL) ORDER BY day LIMIT 12"
)
