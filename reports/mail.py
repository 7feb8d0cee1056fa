"""What cards and labels say, from the customers they go to."""

from collections.abc import Sequence

from app.keeping.settings import Settings
from app.people.addresses import address_lines
from app.people.customer import Customer
from app.thanks.composing import Composed
from reports.cards import CardFacts
from reports.labels import LabelFacts
from reports.sheet import Imprint
from resources.words import words_in


def card_facts(letters: Sequence[Composed]) -> list[CardFacts]:
    """One card for each letter, in the person's own language, else the shop's."""
    return [
        CardFacts(
            name_for_warnings=one.name,
            text=one.text,
            language=one.language,
            uid=one.uid,
            occasion=f"{one.letter} {one.occasion or one.on}",
        )
        for one in letters
    ]


def label_facts(people: Sequence[Customer], settings: Settings) -> list[LabelFacts]:
    """One label for each; the country, in the sender's language, only where it is abroad."""
    return [
        LabelFacts(
            name_for_warnings=one.name,
            lines=address_lines(one, _abroad(one, settings)),
            language=_language(one, settings),
        )
        for one in people
    ]


def imprint(title: str, settings: Settings) -> Imprint:
    """What the PDF says of itself; `title` is already in the shop's words."""
    return Imprint(title=title, author=settings.name)


def _language(one: Customer, settings: Settings) -> str:
    return one.language or settings.language


def _abroad(one: Customer, settings: Settings) -> str:
    if not one.country or one.country == settings.country:
        return ""
    return words_in(settings.language).country(one.country).upper()
