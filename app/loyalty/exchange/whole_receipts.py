"""Tells amounts of whole receipts, which some tills write at each of its rows, from those of lines."""

from collections.abc import Sequence
from dataclasses import replace

from app.loyalty.exchange.rows import Bought


def reckoned(rows: Sequence[Bought], *, is_said: bool) -> tuple[Sequence[Bought], int]:
    """The rows of a receipt with what each of them cost, and what all of it came to, in minor units.

    One and the same amount at several rows is that of the receipt where the header says so (`is_said`), or
    where the prices of the rows come to it. Lines that have no price cost nothing that is known then.
    """
    told = {row.total for row in rows if row.is_told}
    prices = [row.priced for row in rows if row.priced is not None]
    come_to_it = len(prices) == len(rows) and {sum(prices)} == told
    if len(rows) > 1 and len(told) == 1 and (is_said or come_to_it):
        return [replace(row, total=row.priced or 0) for row in rows], told.pop()
    return rows, sum(row.total for row in rows)
