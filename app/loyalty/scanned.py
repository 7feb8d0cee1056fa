"""What a card or code stands for that was scanned or typed at the counter."""

from datetime import date
from typing import Literal

from app.keeping.database import Book
from app.loyalty import codes
from app.loyalty.codes import MistypedCode, UnknownCode
from app.values import value

Meaning = Literal["customer", "coupon", "gift card", "blank card", "dead card"]


@value
class Scanned:
    """`what` it is, and its number in the book; `code` as it is kept.

    A dead card has the customer whose it was as its `subject`, and the `day` on which it was replaced.
    """

    what: Meaning
    subject: int
    code: str = ""
    day: date | None = None


def read_scan(book: Book, text: str) -> Scanned | None:
    """The card, coupon or gift card; None where nothing in the shop is called so."""
    written, folded = text.strip(), codes.fold(text)
    owner = book.value(_LIVING, (written, folded)) or book.value(_MERGED, (written, folded))
    if owner is not None:
        return Scanned(what="customer", subject=owner)
    died = book.execute(_DEAD, (written, folded)).fetchone()
    if died is not None:
        day = date.fromisoformat(died["at"][:10])
        return Scanned(what="dead card", subject=died["who"], code=died["number"], day=day)
    try:
        code = codes.find(book, text)
    except (UnknownCode, MistypedCode):
        return None
    meaning: Meaning = "blank card" if code.kind == "card" else code.kind
    return Scanned(what=meaning, subject=code.subject, code=code.code)


def slip_in(book: Book, text: str) -> MistypedCode | None:
    """Why `text`, which stands for nothing, is all but a code; None where it is something else."""
    if not any(map(str.isdecimal, text)):
        return None  # a name of ten letters
    try:
        codes.find(book, text)
    except MistypedCode as slip:
        return slip
    except UnknownCode:
        return None
    return None


# Of two that are read alike, the one that is written so.
_LIVING = (
    "SELECT id FROM customers WHERE card_number IN (?1, ?2) AND NOT removed"
    " ORDER BY card_number = ?1 DESC"
)
_MERGED = (
    "SELECT merged_into FROM customers WHERE merged_into IS NOT NULL AND card_number IN (?1, ?2)"
    " ORDER BY card_number = ?1 DESC"
)
_DEAD = (
    "SELECT d.number, d.at, ifnull(c.merged_into, c.id) AS who FROM dead_cards d"
    " JOIN customers c ON c.id = d.customer WHERE d.number IN (?1, ?2) ORDER BY d.number = ?1 DESC"
)
