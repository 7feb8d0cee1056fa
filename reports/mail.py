"""What cards and labels say, from the customers they go to."""

from collections.abc import Sequence
from datetime import date

from app.keeping.settings import Settings
from app.people.addresses import address_lines
from app.people.customer import Customer
from app.thanks.letters import fill, name_in_greeting, read_letter
from app.thanks.post import occasion_of
from reports.cards import CardFacts
from reports.labels import LabelFacts
from reports.sheet import Imprint
from resources.words import words_in


def card_facts(
    people: Sequence[Customer], letter: str, settings: Settings, on: date
) -> list[CardFacts]:
    """One card for each, in her own language, else the shop's. Raises `UnknownLetter`."""
    return [
        CardFacts(
            name_for_warnings=one.name,
            text=_text(one, letter, settings, on),
            language=_language(one, settings),
            uid=one.uid,
        )
        for one in people
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


def _text(one: Customer, letter: str, settings: Settings, on: date) -> str:
    chosen = read_letter(letter, _language(one, settings))
    day = occasion_of(one, letter, on, settings.leap_day)
    turning = one.birthday.turning(day.year) if one.birthday and day else None
    return fill(
        chosen,
        {
            "name_in_greeting": name_in_greeting(one, chosen.language),
            "first_name": one.first_name or "",
            "last_name": one.last_name or "",
            "company": one.company or "",
            "city": one.city or "",
            "turning": str(turning or ""),
            "shop": settings.name,
            "owner": settings.owner,
        },
    )


def _language(one: Customer, settings: Settings) -> str:
    return one.language or settings.language


def _abroad(one: Customer, settings: Settings) -> str:
    if not one.country or one.country == settings.country:
        return ""
    return words_in(settings.language).country(one.country).upper()
