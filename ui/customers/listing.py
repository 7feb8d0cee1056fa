"""What the list shows: who stands under one filter, in one order, read from the book in one go."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.people import directory
from app.people.directory import Shown
from app.shop import Shop
from ui.customers.filters import ALL, Filter, filters, shown_by
from ui.customers.saying import About

POINTS = "points"


@dataclass(frozen=True, slots=True)
class Asked:
    """One filter and one order."""

    filter: str = ALL
    order: str = "name"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """The answer to `asked`, whose filter is everybody's where the one that was asked for is gone."""

    asked: Asked
    filters: Sequence[Filter]
    ids: Sequence[int]

    @property
    def total(self) -> int:
        """How many people stand under the filter of everybody."""
        return self.filters[0].count


def read_list(shop: Shop, about: About, asked: Asked) -> Listed:
    """Reads the filters with their counts, and the people."""
    there = filters(shop, about)
    if asked.filter not in {one.key for one in there}:
        asked = replace(asked, filter=ALL)
    shown = shown_by(asked.filter, about)
    if asked.order == POINTS:
        return Listed(asked, there, _by_points(shop, about, shown, descending=asked.descending))
    ids = directory.ids(shop.book, shown, order=asked.order, descending=asked.descending)
    return Listed(asked, there, ids)


def _by_points(shop: Shop, about: About, shown: Shown, *, descending: bool) -> list[int]:
    """Who has as many stands by name; who has none comes last."""
    points = shop.till.points.of_all(about.on)
    named = directory.ids(shop.book, shown)
    have = [one for one in named if one in points]
    have.sort(key=lambda one: -points[one] if descending else points[one])
    return have + [one for one in named if one not in points]
