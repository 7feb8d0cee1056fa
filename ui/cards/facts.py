"""What the owner has a letter say: an event and its day, an offer, a coupon; remembered by letter."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from app.loyalty.letter_offers import LetterOffer
from app.shop import Shop
from app.thanks.given import COUPON, DAYS, OF_ONE, day_meant, facts_asked, is_over
from app.thanks.letters import letter_kind
from reports.offers import whole_offer
from resources.words import Words, mark
from ui.cards.shown import FactField, FactsShown

Facts = Mapping[str, str]
"""What is said, by field."""
NONE: Facts = {}
REMEMBERED = "letter facts"
TYPED = "typed"
"""The choice of a code that the owner types herself, the same on every card."""
LABELS: Mapping[str, str] = {
    "event": mark("What is on"),
    "event_date": mark("On which day"),
    "event_time": mark("At what time"),
    "event_place": mark("Where"),
    "offer": mark("What is offered"),
    "first_date": mark("From which day"),
    "public_date": mark("For everybody from"),
    "said": mark("What was said to you"),
    "changed": mark("What you changed"),
    "reward": mark("What the points are good for"),
    "balance": mark("How many points"),
    "friend": mark("Who came along"),
    "friends": mark("Who came along, all of them"),
    "gift": mark("What is given"),
    "coupon_value": mark("What it is good for"),
    "coupon": mark("Code of the coupon"),
    "coupon_until": mark("Good until"),
}


class LetterFacts:
    """By letter and field, as they were typed."""

    def __init__(self, shop: Shop, words: Words) -> None:
        self._shop, self._words = shop, words
        self._typed: dict[str, dict[str, str]] = {}
        self._coupons: set[str] = set()
        self._without: set[str] = set()
        self._chosen: dict[str, str] = {}
        self._recall()

    def of(self, letter: str) -> Mapping[str, str]:
        """What goes into the letter: a coupon only where it is to have one."""
        typed = self._typed.get(letter, {})
        is_typed = self._has_coupon(letter) and self.offer(letter) is None
        return {name: text for name, text in typed.items() if is_typed or name not in COUPON}

    def offer(self, letter: str) -> LetterOffer | None:
        """The offer of which everybody gets a coupon of her own; None for none, or a code that is typed."""
        ties = self._shop.letter_offers.all()
        return ties.get(self._choice(letter, ties)) if self._has_coupon(letter) else None

    def give(self, letter: str, name: str, text: str) -> None:
        self._typed.setdefault(letter, {})[name] = text

    def give_all(self, letter: str, facts: Facts) -> None:
        """What somebody who sent people here wants said; nothing leaves everything as it is."""
        if facts:
            self._typed[letter] = {**self._typed.get(letter, {}), **facts}

    def bring_coupon(self, letter: str, *, on: bool, offer: str = "") -> None:
        (self._coupons.add if on else self._coupons.discard)(letter)
        (self._without.discard if on else self._without.add)(letter)
        if offer:
            self._chosen[letter] = offer

    def keep(self) -> None:
        """For the next time."""
        kept = {"typed": self._typed, "coupons": sorted(self._coupons), "offers": self._chosen}
        self._shop.settings.remember(REMEMBERED, json.dumps(kept))

    def shown(
        self, letter: str, own: Mapping[str, str], name: str, texts: Sequence[str]
    ) -> FactsShown:
        """The fields for `letter`: those of the owner's own `texts`, too, and what is `own` to `name`."""
        on, country = self._shop.today(), self._shop.settings.read().country
        asked = facts_asked(letter, [self._shop.settings.read().language], texts)
        has_coupon, ties = self._has_coupon(letter), self._shop.letter_offers.all()
        is_typed = has_coupon and self.offer(letter) is None
        fields = []
        for key in (*asked, *(COUPON if is_typed else ())):
            text = (own if key in OF_ONE else self._typed.get(letter, {})).get(key, "")
            below, warns = self._below(key, text, letter, on, country)
            if key in OF_ONE and not warns:
                below = self._words("Only on the card for {name}.", name=self._words.isolated(name))
            field = FactField(
                key=key, label=self._words(LABELS[key]), text=text, below=below, warns=warns
            )
            fields.append(field)
        return FactsShown(
            fields=tuple(fields),
            coupon=has_coupon,
            offers=self._offers(ties) if has_coupon and ties else (),
            offer=self._choice(letter, ties),
        )

    def _has_coupon(self, letter: str) -> bool:
        """What is tied to a letter comes with it until that is switched off."""
        is_tied = letter in self._shop.letter_offers.all()
        return letter in self._coupons or (is_tied and letter not in self._without)

    def _choice(self, letter: str, ties: Mapping[str, LetterOffer]) -> str:
        """The letter whose offer it is: as chosen, else its own, else any."""
        usual = letter if letter in ties else next(iter(ties), TYPED)
        chosen = self._chosen.get(letter, usual)
        return chosen if chosen in ties else TYPED if chosen == TYPED else usual

    def _offers(self, ties: Mapping[str, LetterOffer]) -> tuple[tuple[str, str], ...]:
        words, currency = self._words, self._shop.settings.read().currency
        found = [(key, whole_offer(one.terms, words, currency)) for key, one in ties.items()]
        return (*found, (TYPED, words("A code of your own")))

    def _below(self, key: str, text: str, letter: str, on: date, country: str) -> tuple[str, bool]:
        """What is to be said of what was typed, and whether it is a warning."""
        if not text.strip():
            needed = key in letter_kind(letter).needs
            return (
                (self._words("The letter makes no sense without it."), True)
                if needed
                else ("", False)
            )
        if key not in DAYS:
            return "", False
        day = day_meant(text, on, country)
        if day is None:
            return self._words("No day of the calendar: written as it stands."), False
        return (self._words("This day is over."), True) if day < on else ("", False)

    def _recall(self) -> None:
        """What an event that is over had to say is not said again."""
        with suppress(ValueError, TypeError, AttributeError):
            kept: dict[str, Any] = json.loads(self._shop.settings.recall(REMEMBERED))
            on, country = self._shop.today(), self._shop.settings.read().country
            for letter, typed in kept["typed"].items():
                said = {str(name): str(text) for name, text in typed.items() if name in LABELS}
                if not is_over(said, on, country):
                    self._typed[letter] = said
            self._coupons = set(map(str, kept["coupons"])) & self._typed.keys()
            self._chosen = {str(one): str(key) for one, key in kept.get("offers", {}).items()}
