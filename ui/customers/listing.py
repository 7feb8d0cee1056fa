"""What the list shows: who stands under one filter, in one order, read from the book in one go."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.people import directory
from app.people.directory import Shown
from app.shop import Shop
from ui.customers.filters import ALL, Filter, filters, people_under, shown_by
from ui.customers.saying import About

POINTS, OWN = "points", "own"
"""Orders besides those of the directory: by points, and the own one of a list."""


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


def read_list(
    shop: Shop, about: About, asked: Asked, known: Sequence[Filter] | None = None
) -> Listed:
    """Reads the filters with their counts, unless they are `known`, and the people."""
    there = filters(shop, about, asked.filter) if known is None else known
    if asked.filter not in {one.key for one in there}:
        asked = replace(asked, filter=ALL)
    return Listed(asked, there, _people(shop, about, asked))


def _people(shop: Shop, about: About, asked: Asked) -> Sequence[int]:
    listed = people_under(shop, about, asked.filter)
    if asked.order == OWN and listed is not None:
        return listed
    shown, order = shown_by(asked.filter, about), asked.order
    if order == POINTS:
        ids = _by_points(shop, about, shown, descending=asked.descending)
    else:
        named = "name" if order == OWN else order
        ids = directory.ids(shop.book, shown, order=named, descending=asked.descending)
    if listed is None:
        return ids
    there = set(listed)
    return [one for one in ids if one in there]


def _by_points(shop: Shop, about: About, shown: Shown, *, descending: bool) -> list[int]:
    """Who has as many stands by name; who has none comes last."""
    points = shop.till.points.of_all(about.on)
    named = directory.ids(shop.book, shown)
    have = [one for one in named if one in points]
    have.sort(key=lambda one: -points[one] if descending else points[one])
    return have + [one for one in named if one not in points]
