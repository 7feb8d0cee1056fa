"""What cards and labels say, from the customers they go to."""

from collections.abc import Sequence
from datetime import date

from app.keeping.settings import Settings
from app.people.addresses import address_lines
from app.people.customer import Customer
from reports.cards import CardFacts
from reports.labels import LabelFacts
from resources.words import words_in


def card_facts(
    people: Sequence[Customer], letter: str, settings: Settings, on: date
) -> list[CardFacts]:
    """One card for each, in her own language, else the shop's."""
    return [_card(one, letter, settings, on) for one in people]


def label_facts(people: Sequence[Customer], settings: Settings) -> list[LabelFacts]:
    """One label for each; the country is written, in the sender's language, only when it is abroad."""
    words = words_in(settings.language)
    return [
        LabelFacts(
            name_for_warnings=one.name,
            lines=address_lines(
                one,
                words.country(one.country).upper()
                if one.country and one.country != settings.country
                else "",
            ),
            language=one.language or settings.language,
        )
        for one in people
    ]
