"""What came along with a letter, as a coupon, and goes back with its card."""

import json
from collections.abc import Collection

from app.keeping.database import Book
from app.keeping.history import Change, History, StepId

LET_WAIT = "let wait"


def gone_along(
    book: Book, history: History, step: StepId, customers: Collection[int]
) -> list[Change]:
    """What `step` tells of the coupons of these, but for those that stand on another card of theirs."""
    from app.loyalty.coupons import ALONG

    told = {one.subject: one for one in history.changes_of(step) if one.kind == ALONG}
    rows = book.execute(
        "SELECT id, customer FROM coupons WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(told)),),
    ).fetchall()
    hers = [(told[row["id"]], row["customer"]) for row in rows if row["customer"] in customers]
    return [one for one, who in hers if not _is_on_another(book, history, one, who, step)]


def _is_on_another(
    book: Book, history: History, along: Change, customer: int, step: StepId
) -> bool:
    """Whether another step told of it, too, whose card of hers came out or was put aside."""
    others = [one for one, _ in history.of(along.kind, along.subject) if one.id != step]
    return any(
        one.verb == LET_WAIT or prints_of(book, history, one.id, [customer]) for one in others
    )


def prints_of(book: Book, history: History, step: StepId, customers: Collection[int]) -> list[int]:
    """The cards of these that `step` tells of and that stand printed."""
    prints = [one.subject for one in history.changes_of(step) if one.kind == "print"]
    rows = book.execute(
        "SELECT id, customer FROM cards_out WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(prints),),
    )
    return [row["id"] for row in rows if row["customer"] in customers]
