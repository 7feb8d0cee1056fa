"""Where the cards on the screen come from: a letter to everybody on a list, or those put aside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from app.progress import Report
from app.shop import Shop
from app.thanks.doubts import Doubted
from app.thanks.fields import faults, literal
from ui.cards.making import Making
from ui.cards.order import CardOrder, Draft, Order, WaitingOrder, cards_of
from ui.cards.recipients import NEVER, Recipient, Wanted, gather, waiting
from ui.cards.wording import WAITING

if TYPE_CHECKING:
    from app.loyalty.letter_offers import LetterOffer
    from reports.cards import CardFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One card as it lies on the desk, the letter's own words, and what speaks against it."""

    facts: "CardFacts"
    letter: str
    doubts: tuple[Doubted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is asked for just now; it is told by value, so that work on the side sees no change."""

    list_name: str
    letter: str
    on: date
    title: str
    making: Making
    drafts: Mapping[int, Draft]
    facts: Mapping[str, str]
    offer: "LetterOffer | None" = None

    @property
    def is_waiting(self) -> bool:
        return self.list_name == WAITING

    def people(self, shop: Shop, report: Report) -> list[Recipient]:
        """Everybody on the list, in its order. Raises `UnknownList`."""
        if self.is_waiting:
            return waiting(shop)
        return gather(
            shop, Wanted(list_name=self.list_name, letter=self.letter, on=self.on), report
        )

    def order(self, ids: Sequence[int]) -> Order:
        """The cards of these, as they are to be printed."""
        if self.is_waiting:
            return WaitingOrder(ids=tuple(ids), title=self.title, making=self.making)
        return self.letters(ids)

    def letters(self, ids: Sequence[int]) -> CardOrder:
        wanted = set(ids)
        return CardOrder(
            ids=tuple(ids),
            letter=self.letter,
            on=self.on,
            title=self.title,
            making=self.making,
            drafts={id_: draft for id_, draft in self.drafts.items() if id_ in wanted},
            facts=self.facts,
            offer=self.offer,
        )

    def sheet(self, shop: Shop, one: Recipient) -> Sheet | None:
        """What her card says; none for whom no card may be written."""
        if one.held in NEVER:
            return None
        if self.is_waiting:
            return self.put_aside(shop, [one]).get(one.id)
        people = shop.customers.several([one.id])
        if not people:
            return None
        ((letter, facts),) = cards_of(shop, self.letters([one.id]), people)
        return Sheet(facts=facts, letter=replace(letter, edited=None).text, doubts=letter.doubts)

    def as_it_stands(self) -> "Source":
        """With unsound words shown letter by letter, for the desk; printed they would be refused."""
        drafts = {
            one: replace(draft, text=literal(draft.text))
            if draft.text and any(faults(draft.text))
            else draft
            for one, draft in self.drafts.items()
        }
        return replace(self, drafts=drafts)

    def put_aside(self, shop: Shop, people: Sequence[Recipient]) -> dict[int, Sheet]:
        """What the cards of these say that were put aside, by number."""
        from reports.letter_coupons import code_within
        from reports.mail import card_again
        from reports.owned import owned

        own, cards = owned(shop), shop.waiting.several([one.id for one in people])
        return {
            one.id: Sheet(
                facts=card_again(card, one.name, own, code_within(shop, card)), letter=card.text
            )
            for one in people
            if one.held not in NEVER and (card := cards.get(one.id))
        }
