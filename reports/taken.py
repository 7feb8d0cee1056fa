"""Which labels of which sheets a print takes, and how single pages of it are made again."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice

from reports.cells import slots
from reports.stock import Stock


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a print takes. `pages` are the labels taken on each page, `used` those of each sheet that was
    offered: the same, with nothing where a sheet had nothing left.

    `which` are the numbers, from 0, of the pieces that are drawn, and `gone` what is not free for them of
    the pages on which they lie.
    """

    pages: tuple[frozenset[int], ...]
    used: tuple[frozenset[int], ...]
    which: tuple[int, ...]
    gone: tuple[frozenset[int], ...]


def taken(
    stock: Stock, sheets: Sequence[Collection[int]], count: int, again: Collection[int] = ()
) -> Taken:
    """Where `count` labels lie on what is left of `sheets` and on whole ones after them.

    Of pages to be made `again`, counted from 1, only these are drawn, with every label where it was.
    """
    places = list(islice(slots(stock, sheets), count))
    by_page: dict[int, set[int]] = {}
    for page, label in places:
        by_page.setdefault(page, set()).add(label)
    pages = tuple(frozenset(labels) for labels in by_page.values())
    drawn = [page for page in by_page if not again or page + 1 in again]
    every = frozenset(range(1, stock.labels + 1))
    return Taken(
        pages=pages,
        used=_by_sheet(every, sheets, pages),
        which=tuple(at for at, (page, _) in enumerate(places) if page in set(drawn)),
        gone=tuple(every - pages[page] for page in drawn),
    )


def _by_sheet(
    every: frozenset[int], sheets: Sequence[Collection[int]], pages: Sequence[frozenset[int]]
) -> tuple[frozenset[int], ...]:
    left = iter(pages)
    offered = [
        next(left, frozenset()) if every.difference(gone) else frozenset() for gone in sheets
    ]
    return (*offered, *left)
