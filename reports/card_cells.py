"""A customer's card as one label among others: its front, as large as the label lets it be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import ShopError
from app.people.customer import Customer
from app.shop import Shop
from reports.cautions import Caution
from reports.codes import NOT_DRAWN
from reports.grid import Shape
from reports.papers import CUSTOMER_CARD
from reports.stock import Stock

if TYPE_CHECKING:
    from reports.dress import Dress
    from reports.field import Field
    from reports.loyalty_cards import LoyaltyCardFacts

_LEAST = 0.6  # of a card's size: smaller, its number could not be read any more


class LabelTooSmall(ShopError):
    """The card of `name` needs a label of at least `wide` and `high` millimetres."""


@dataclass(frozen=True, slots=True)
class CardCell:
    """A `reports.cells.Cell`; one whose number is not drawn yet is only looked at."""

    facts: "LoyaltyCardFacts"
    name: str
    dress: "Dress"

    @property
    def language(self) -> str:
        return self.facts.language

    def draw(self, on: "Field") -> Iterable[Caution]:
        """Raises `LabelTooSmall` and `TextTooLong`."""
        from reports.loyalty_cards import draw_front

        scale = _scale(on.size)
        if scale < _LEAST:
            raise LabelTooSmall(
                name=self.name, wide=CUSTOMER_CARD[0] * _LEAST, high=CUSTOMER_CARD[1] * _LEAST
            )
        with on.magnified(scale) as card:
            draw_front(self.dress, card, self.facts)
        return ()


def card_cells(shop: Shop, people: Sequence[Customer]) -> list[CardCell]:
    """One for each; nobody is given a number."""
    from reports.dress import dress_of
    from reports.loyalty_cards import loyalty_card_facts

    numbers = [one.card_number or NOT_DRAWN for one in people]
    facts = loyalty_card_facts(numbers, people, shop.settings.read())
    dress = dress_of(shop)
    return [CardCell(fact, one.name, dress) for fact, one in zip(facts, people, strict=True)]


def holds_a_card(sheet: Stock) -> bool:
    """Whether a card can stand on the labels of that sheet."""
    return sheet.shape is not Shape.ROUND and _scale(sheet.label) >= _LEAST


def _scale(size: tuple[float, float]) -> float:
    return min(there / own for there, own in zip(size, CUSTOMER_CARD, strict=True))
