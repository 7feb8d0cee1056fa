"""What a card or code stands for that was scanned or typed at the counter."""

from dataclasses import dataclass
from typing import Literal

from app.keeping.database import Book
from app.loyalty import codes
from app.loyalty.codes import MistypedCode, UnknownCode

Meaning = Literal["customer", "coupon", "gift card"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """`what` it is, and its number in the book; for a coupon the `code` as it is kept."""

    what: Meaning
    subject: int
    code: str = ""


def read_scan(book: Book, text: str) -> Scanned | None:
    """The customer, coupon or gift card; None where nothing in the shop is called so."""
    customer = book.value(
        "SELECT ifnull(max(ifnull(merged_into, id)), 0) FROM customers"
        " WHERE card_number = ? AND NOT (removed AND merged_into IS NULL)",
        (text.strip(),),
    )
    if customer:
        return Scanned(what="customer", subject=customer)
    try:
        code = codes.find(book, text)
    except (UnknownCode, MistypedCode):
        return None
    if code.kind == "card":
        return Scanned(what="customer", subject=code.subject, code=code.code)
    return Scanned(what=code.kind, subject=code.subject, code=code.code)
