"""What an offer gives by its name alone: "10 %", "50 Kč", "coffee", or one that was given before."""

import re
from collections.abc import Collection
from dataclasses import replace

from app.amounts import typed, typed_number
from app.keeping.database import Book
from app.loyalty.coupon_rows import read_coupon
from app.loyalty.coupon_terms import Terms

_FIGURES = re.compile(r"[\d.,\s]+")
_HUNDREDTHS = 100  # of a percent


def terms_called(book: Book, name: str, currency: str, signs: Collection[str]) -> Terms:
    """As the last coupon of that name was, without days that are its own; else what the name itself says.

    A number with `%` is so much off, one with the `currency` or one of its `signs` so much money; any other
    name is that of something free. Raises `NotTerms` and `NotMoney`.
    """
    known = book.value(
        "SELECT max(id) FROM coupons WHERE reason = ? COLLATE NOCASE", (name.strip(),)
    )
    if known:
        return replace(read_coupon(book, known).terms, valid_from=None, valid_to=None)
    unit = _FIGURES.sub("", name)
    if unit == "%" and (share := typed_number(name.replace("%", ""), 2)):
        return Terms(kind="percent", value=int(share * _HUNDREDTHS))
    if unit in {currency, *signs} and unit != name.strip():
        return Terms(kind="amount", value=typed(name.replace(unit, ""), currency).minor)
    return Terms(kind="item", value=1, item=name.strip())
