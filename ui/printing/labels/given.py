"""What has to be given out before an order comes out, counted on the side: coupons and numbers of cards."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from app.shop import Shop
from app.values import value
from reports.besides import Besides, still_to_give
from reports.mixed_sheet import Entry
from resources.words import Words

Result = TypeVar("Result")


@value
class Given:
    """So many `coupons` and numbers of `cards` are given out for it; so many coupons have been `kept`."""

    coupons: int = 0
    cards: int = 0
    kept: int = 0


class Looks(Protocol):
    """What is needed of the desk."""

    def look_up(self, read: Callable[[Shop], Result], show: Callable[[Result], None]) -> object: ...


class Giving:
    """The last count that was asked for; `counted` is told whenever it is another than before."""

    def __init__(self, desk: Looks, counted: Callable[[Given], None]) -> None:
        self._desk, self._counted = desk, counted
        self._asked = 0
        self.now = Given()

    def look(self, coming: Sequence[Entry], besides: Sequence[Besides]) -> None:
        """Counts anew for what is `coming`, where something may have to be given out at all."""
        self._asked += 1
        asked = self._asked
        if any(one.uses_codes for one in besides):
            self._desk.look_up(
                lambda shop: to_give(shop, coming, besides), lambda found: self._take(asked, found)
            )
        else:
            self._take(asked, Given())

    def _take(self, asked: int, found: Given) -> None:
        if asked == self._asked and found != self.now:
            self.now = found
            self._counted(found)


def to_give(shop: Shop, coming: Sequence[Entry], besides: Sequence[Besides]) -> Given:
    """As the book is now."""
    coupons = cards = kept = 0
    for which, one in enumerate(besides):
        spots = [entry.spot for entry in coming if entry.which == which]
        n = still_to_give(shop, one, spots)
        if one.cards:
            cards += n
        elif one.given:
            coupons, kept = coupons + n, kept + len(spots) - n
        else:
            coupons += n
    return Given(coupons=coupons, cards=cards, kept=kept)


def given_said(given: Given, words: Words, *, counts_as_used: bool) -> str:
    """`2 coupons will be issued`, and whether labels count as used."""
    said = []
    if n := given.coupons:
        said.append(words.plural("{n} coupon will be issued", "{n} coupons will be issued", n))
    if n := given.kept:
        said.append(words.plural("{n} coupon keeps its code", "{n} coupons keep their codes", n))
    if n := given.cards:
        said.append(
            words.plural("{n} card will get its number", "{n} cards will get their numbers", n)
        )
    if not counts_as_used:
        said.append(words("no label counts as used"))
    return " · ".join(said)
