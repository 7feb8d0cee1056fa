"""Coupons as they will be, their codes drawn, for sheets that are made before anything is given out."""

from collections.abc import Sequence
from dataclasses import replace

from app.keeping.database import Book
from app.loyalty.codes import free_codes, own_code
from app.loyalty.coupon import Coupon
from app.loyalty.coupon_terms import Terms
from app.loyalty.coupons import NO_PURPOSE, Purpose
from app.loyalty.moment import Moment

_FOR_ANYONE = (None,)


def unissued(
    book: Book,
    terms: Terms,
    moment: Moment,
    purpose: Purpose = NO_PURPOSE,
    *,
    whose: Sequence[int | None] = _FOR_ANYONE,
    code: str = "",
) -> list[Coupon]:
    """One for each of these customers, None being anyone; `code` is the owner's own for a single one.

    Raises `CodeTaken`, `NotACode`. `Coupons.issue_drawn` gives them out.
    """
    one = Coupon(
        id=0,
        code="",
        at=moment.at,
        by=moment.by,
        customer=None,
        reason=purpose.reason,
        words=purpose.words,
        terms=terms,
    )
    drawn = [own_code(book, code)] if code else free_codes(book, len(whose))
    return [replace(one, code=each, customer=who) for each, who in zip(drawn, whose, strict=True)]
