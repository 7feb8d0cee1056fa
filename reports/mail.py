"""What cards and labels say, from the customers they go to."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.keeping.settings import Settings
from app.people.addresses import address_lines
from app.people.customer import Customer
from app.thanks.composing import Composed
from app.thanks.written import Made, Written
from reports.hand.style import Style
from reports.sheet import Imprint
from resources.words import words_in

if TYPE_CHECKING:
    from reports.cards import CardFacts
    from reports.owned import Owned

_STYLE = Style()


def card_facts(
    letters: Sequence[Composed], style: Style = _STYLE, *, seed: int = 0
) -> "list[CardFacts]":
    """One card for each letter; another `seed` writes every card anew."""
    return [card_fact(one, style, seed) for one in letters]


def card_fact(letter: Composed, style: Style = _STYLE, *seeds: int) -> "CardFacts":
    """The card in the person's own language, else the shop's.

    The writing follows from the person, the letter and its day, so that next year's card differs, and
    from `seeds`.
    """
    from reports.cards import CardFacts
    from reports.hand.noise import seed_of

    day = letter.occasion or letter.on
    return CardFacts(
        name_for_warnings=letter.name,
        text=letter.text,
        language=letter.language,
        seed=seed_of(letter.uid, letter.letter, day, *seeds) >> 1,
        style=replace(style, beneath=letter.beneath) if style.signature else style,
    )


def made_of(card: "CardFacts", paper: str) -> Made:
    """What the book keeps of how a card is made."""
    style = card.style
    return Made(
        hand=style.hand.key if style.hand else "",
        ink=style.ink.name,
        amount=f"{style.amount:g}",
        paper=paper,
        seed=card.seed,
        signature=style.signature.name if style.signature else "",
        beneath=style.beneath,
    )


def card_again(one: Written, name: str, own: "Owned", code: str = "") -> "CardFacts":
    """The card of `one`, to whom it went by that `name`, as it was made; what nobody chose is the usual.
    `code` is that of the coupon it brings along.

    Raises `UnknownHand` where the book does not have it any more.
    """
    from reports.cards import CardFacts

    made = one.made
    style = own.style(
        made.hand or None,
        made.ink or _STYLE.ink.name,
        float(made.amount or _STYLE.amount),
        signed=made.signature,
    )
    return CardFacts(
        name_for_warnings=name,
        text=one.text,
        language=one.language,
        seed=made.seed,
        style=replace(style, beneath=made.beneath),
        code=code,
    )


def marked(
    cards: "Sequence[CardFacts]", whose: Sequence[int], order: Sequence[int]
) -> "list[CardFacts]":
    """The cards with their sequence marks: where each person stands in the list, from 1."""
    place = {who: str(at) for at, who in enumerate(order, 1)}
    return [replace(card, mark=place[who]) for card, who in zip(cards, whose, strict=True)]


def label_lines(one: Customer, settings: Settings, *, name: str = "") -> tuple[str, ...]:
    """Her address as it is written in the shop's country, under `name` where that is not her own alone."""
    country = ""
    if one.country and is_abroad(one, settings):
        country = words_in(settings.language).country(one.country).upper()
    return address_lines(one, country, home=settings.country, name=name)


def sender_lines(settings: Settings, *, abroad: bool) -> tuple[str, ...]:
    """The shop's own name and address; abroad with its country, in English, that it may find back."""
    lines = [settings.name, *settings.address.split(",")]
    if abroad and settings.country:
        lines.append(words_in("en").country(settings.country).upper())
    return tuple(text for line in lines if (text := line.strip()))


def imprint(title: str, settings: Settings) -> Imprint:
    """What the PDF says of itself; `title` is already in the shop's words."""
    return Imprint(title=title, author=settings.name)


def language_of(one: Customer, settings: Settings) -> str:
    """Her own, else the shop's."""
    return one.language or settings.language


def is_abroad(one: Customer, settings: Settings) -> bool:
    """Whether her post leaves the shop's country, so far as the book knows hers."""
    return bool(one.country) and one.country != settings.country
