"""What stands on a gift card: what it holds, until when, and a line by hand."""

from collections.abc import Sequence

from app.keeping.settings import Settings
from app.loyalty.gift_card import GiftCard
from app.money import Money
from app.people.customer import Customer
from reports.coupon_words import language_for, personal_line
from reports.field import touching
from reports.hand.noise import seed_of
from reports.hand.style import Style
from reports.offers import validity
from reports.papers import PAGES
from reports.promise import Promise
from reports.sentences import money
from reports.sheet import Imprint
from resources.words import words_in

_IMPRINT = Imprint()
_STYLE = Style()
PAPER = touching("gift cards", (180.0, 85.0), 1, 3)
SMALL = touching("gift cards in a purse", (85.0, 54.0), 2, 5)
LETTER = touching("gift cards", (180.0, 85.0), 1, 3, PAGES["Letter"])
SMALL_ON_LETTER = touching("gift cards in a purse", (85.0, 54.0), 2, 5, PAGES["Letter"])


def gift_card_facts(
    cards: Sequence[GiftCard],
    people: Sequence[Customer | None],
    settings: Settings,
    style: Style = _STYLE,
    *,
    said: str = "",
) -> list[Promise]:
    """One for each with what it holds now; `people` say for whom, `said` is the owner's own line."""
    facts = []
    for card, one in zip(cards, people, strict=True):
        words = words_in(language_for(one, settings))
        facts.append(
            Promise(
                shop=settings.name,
                kind=words("Gift card"),
                offer=money(Money(card.balance, card.currency), words),
                validity=validity(None, card.expires, words),
                line=personal_line(one, said, words("choose what you like best."), words),
                code=card.code,
                language=words.language,
                seed=seed_of(card.code, card.at) >> 1,
                style=style,
            )
        )
    return facts
