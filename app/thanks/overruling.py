"""What the owner overruled before a card went out, and why: written down once and for all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.changes import Kind
from app.keeping.database import Book
from app.keeping.uids import new_uid


@dataclass(frozen=True, slots=True, kw_only=True)
class Overruling:
    """A doubt called `what` about a letter to `customer`, for the day `occasion`; the reason may be empty."""

    customer: int
    letter: str
    occasion: date | None
    what: str
    reason: str = ""


def overrule(book: Book, one: Overruling) -> None:
    """Keeps it with the hour and whoever did it."""
    with book.atomic(Kind.PRINTS):
        book.execute(
            "INSERT INTO overrulings (uid, customer, at, by, letter, occasion, what, reason)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                new_uid(book.now()),
                one.customer,
                book.stamp(),
                book.by,
                one.letter,
                one.occasion and one.occasion.isoformat(),
                one.what,
                one.reason.strip(),
            ),
        )


def overruled(book: Book, letter: str, customers: Iterable[int]) -> list[Overruling]:
    """What was overruled about this letter to any of `customers`, the oldest first."""
    wanted = set(customers)
    rows = book.execute("SELECT * FROM overrulings WHERE letter = ? ORDER BY id", (letter,))
    return [
        Overruling(
            customer=row["customer"],
            letter=row["letter"],
            occasion=date.fromisoformat(row["occasion"]) if row["occasion"] else None,
            what=row["what"],
            reason=row["reason"],
        )
        for row in rows
        if row["customer"] in wanted
    ]


def usual_reasons(book: Book, limit: int = 5) -> list[str]:
    """The reasons given most often, to be offered again."""
    return book.column(
        "SELECT reason FROM overrulings WHERE reason <> '' GROUP BY reason"
        " ORDER BY count(*) DESC, max(id) DESC LIMIT ?",
        (limit,),
    )
