"""Looks the cards over before they are printed: which are written small, lack letters, or do not fit."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from app.shop import Shop
from app.thanks.doubts import Doubted
from ui.cards.making import stationery
from ui.cards.order import cards_of
from ui.cards.recipients import Recipient
from ui.cards.sources import Source

if TYPE_CHECKING:
    from reports.cards import CardFacts
    from reports.cautions import Caution
    from reports.stationery import Stationery

MOST = 300
"""So many are looked over, in a few seconds on the side; the others are when they are printed."""
_AT_ONCE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was found, by the number of the recipient."""

    cautions: Mapping[int, tuple["Caution", ...]] = field(default_factory=dict)
    doubts: Mapping[int, tuple[Doubted, ...]] = field(default_factory=dict)
    too_long: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Whose cards are to be looked over."""

    source: Source
    people: tuple[Recipient, ...]


LookUp = Callable[[Callable[[Shop], Findings], Callable[[Findings], None]], None]
"""Reads on the side, then shows what was read."""


class LookingOver:
    """One look at a time; what was found for a look that is no longer wanted is dropped."""

    def __init__(self, look_up: LookUp, found: Callable[[Findings], None]) -> None:
        self._look_up, self._found = look_up, found
        self._wanted: Look | None = None
        self._under_way: Look | None = None

    def begin(self, look: Look) -> None:
        self._wanted = look
        if self._under_way is None and look.people:
            self._under_way = look
            self._look_up(partial(look_over, look=look), self._take)

    def _take(self, findings: Findings) -> None:
        done, self._under_way = self._under_way, None
        if done == self._wanted:
            self._found(findings)
        elif self._wanted is not None:
            self.begin(self._wanted)


def look_over(shop: Shop, look: Look) -> Findings:
    """Writes the first `MOST` cards of the look without keeping them."""
    on = stationery(look.source.making, shop.settings.read())
    cards, doubts = _cards(shop, look)
    cautions: dict[int, list[Caution]] = defaultdict(list)
    too_long: set[int] = set()
    for start in range(0, len(cards), _AT_ONCE):
        found, refused = _written(cards[start : start + _AT_ONCE], on)
        too_long |= refused
        for one in found:
            cautions[int(one.name)].append(one)
    return Findings(
        cautions={id_: tuple(some) for id_, some in cautions.items()},
        doubts=doubts,
        too_long=frozenset(too_long),
    )


def _cards(shop: Shop, look: Look) -> tuple[list["CardFacts"], Mapping[int, tuple[Doubted, ...]]]:
    """The cards and the doubts about their letters; a card goes by its number for as long as we look."""
    people, source = look.people[:MOST], look.source
    if source.is_waiting:
        sheets = {one.id: source.sheet(shop, one) for one in people}
        named = [_numbered(sheet.facts, id_) for id_, sheet in sheets.items() if sheet]
        return named, {}
    ids = [one.id for one in people]
    pairs = cards_of(shop, source.letters(ids), shop.customers.several(ids))
    facts = [_numbered(card, letter.customer) for letter, card in pairs]
    return facts, {letter.customer: letter.doubts for letter, _ in pairs if letter.doubts}


def _numbered(card: "CardFacts", number: int) -> "CardFacts":
    return replace(card, name_for_warnings=str(number))


def _written(
    cards: Sequence["CardFacts"], on: "Stationery"
) -> tuple[Iterable["Caution"], set[int]]:
    """What is to be said of the cards, and who cannot be written to on this paper."""
    from reports.cards import CardTooLong, draw_cards

    try:
        return draw_cards(cards, on, BytesIO()).cautions, set()
    except CardTooLong as refused:
        name = str(refused.facts["name"])
    rest = [card for card in cards if card.name_for_warnings != name]
    cautions, too_long = _written(rest, on) if rest else ((), set())
    return cautions, too_long | {int(name)}
