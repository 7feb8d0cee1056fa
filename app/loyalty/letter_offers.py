"""Offers that come with a letter by themselves: on a birthday, a name day, when somebody stays away."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from app.keeping.history import StepId
from app.keeping.settings import SettingsBook
from app.loyalty.coupon_terms import Terms
from app.values import value


@value
class LetterOffer:
    """Everybody who gets `letter` gets a coupon of these `terms`, good for `days` from then on.

    None is for ever. `words` are the owner's own for the offer.
    """

    letter: str
    terms: Terms
    days: int | None = None
    words: str = ""


class LetterOffers:
    """One for each letter at most; each change is a step of history that can be undone."""

    def __init__(self, settings: SettingsBook) -> None:
        self._settings = settings

    def all(self) -> Mapping[str, LetterOffer]:
        """By letter."""
        kept = self._settings.read().letter_offers
        found = [_read(one) for one in json.loads(kept)] if kept else []
        return {one.letter: one for one in found}

    def tie(self, offer: LetterOffer) -> StepId | None:
        """From now on `offer` comes with its letter; in the place of another one, as the step tells."""
        verb = "replace offer" if offer.letter in self.all() else "tie offer"
        return self._keep(verb, self._with(offer))

    def enter(self, step: StepId, offer: LetterOffer) -> None:
        """The same within the caller's transaction and step."""
        self._settings.enter(step, letter_offers=_listed(self._with(offer)))

    def untie(self, letter: str) -> StepId | None:
        """Nothing comes with `letter` any more; None where nothing did."""
        left = {name: one for name, one in self.all().items() if name != letter}
        return self._keep("untie offer", left)

    def _with(self, offer: LetterOffer) -> Mapping[str, LetterOffer]:
        return {**self.all(), offer.letter: offer}

    def _keep(self, verb: str, offers: Mapping[str, LetterOffer]) -> StepId | None:
        return self._settings.decide(verb, letter_offers=_listed(offers))


def offer_text(offer: LetterOffer) -> str:
    """One offer as a setting keeps it, also where it comes with no letter."""
    return json.dumps(_written(offer))


def read_offer(text: str) -> LetterOffer:
    """The offer that `offer_text` wrote."""
    return _read(json.loads(text))


def _listed(offers: Mapping[str, LetterOffer]) -> str:
    return json.dumps([_written(one) for one in offers.values()]) if offers else ""


def _written(offer: LetterOffer) -> dict[str, Any]:
    terms = asdict(offer.terms) | {"weekdays": sorted(offer.terms.weekdays)}
    usual = asdict(Terms(kind="percent", value=1))
    said = {name: value for name, value in terms.items() if value != usual[name] or name == "value"}
    told = {"letter": offer.letter, "days": offer.days, "words": offer.words}
    return told | {"terms": {**said, "kind": offer.terms.kind, "uses": offer.terms.uses}}


def _read(kept: Mapping[str, Any]) -> LetterOffer:
    terms = dict(kept["terms"])
    terms["weekdays"] = frozenset(terms.get("weekdays", ()))
    return LetterOffer(
        letter=kept["letter"], terms=Terms(**terms), days=kept["days"], words=kept["words"]
    )
