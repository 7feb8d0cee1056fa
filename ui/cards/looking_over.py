"""Looks the cards over before they are printed: which are written small, lack letters, or do not fit."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from app.shop import Shop
from ui.cards.order import CardOrder

if TYPE_CHECKING:
    from reports.cards import CardFacts
    from reports.cautions import Caution
    from reports.papers import Paper

MOST = 300
"""So many are looked over at once, in about a second; the others are when they are printed."""
_AT_ONCE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was found, by customer."""

    cautions: Mapping[int, tuple["Caution", ...]] = field(default_factory=dict)
    too_long: frozenset[int] = frozenset()


LookUp = Callable[[Callable[[Shop], Findings], Callable[[Findings], None]], None]
"""Reads on the side, then shows what was read."""


class LookingOver:
    """One look at a time; what was found for an order that is no longer wanted is dropped."""

    def __init__(self, look_up: LookUp, found: Callable[[Findings], None]) -> None:
        self._look_up, self._found = look_up, found
        self._wanted: CardOrder | None = None
        self._under_way: CardOrder | None = None

    def begin(self, order: CardOrder) -> None:
        self._wanted = order
        if self._under_way is None and order.ids:
            self._under_way = order
            self._look_up(partial(look_over, order=order), self._take)

    def _take(self, findings: Findings) -> None:
        done, self._under_way = self._under_way, None
        if done == self._wanted:
            self._found(findings)
        elif self._wanted is not None:
            self.begin(self._wanted)


def look_over(shop: Shop, order: CardOrder) -> Findings:
    """Writes the first `MOST` cards of the order without keeping them."""
    from reports.mail import card_facts
    from reports.papers import paper

    people = shop.customers.several(order.ids[:MOST])
    facts = card_facts(shop.letters.compose(people, order.letter, order.on))
    # Two people may share a name: for the time of looking each goes by her number.
    named = [
        replace(fact, name_for_warnings=str(one.id))
        for one, fact in zip(people, facts, strict=True)
    ]
    cautions: dict[int, list[Caution]] = defaultdict(list)
    too_long: set[int] = set()
    for start in range(0, len(named), _AT_ONCE):
        found, refused = _written(named[start : start + _AT_ONCE], paper(order.paper))
        too_long |= refused
        for one in found:
            cautions[int(one.name)].append(one)
    return Findings(
        cautions={id_: tuple(some) for id_, some in cautions.items()},
        too_long=frozenset(too_long),
    )


def _written(cards: Sequence["CardFacts"], on: "Paper") -> tuple[Iterable["Caution"], set[int]]:
    """What is to be said of the cards, and who cannot be written to on this paper."""
    from reports.cards import CardTooLong, draw_cards

    try:
        return draw_cards(cards, on, BytesIO()), set()
    except CardTooLong as refused:
        name = str(refused.facts["name"])
    rest = [card for card in cards if card.name_for_warnings != name]
    cautions, too_long = _written(rest, on) if rest else ((), set())
    return cautions, too_long | {int(name)}
