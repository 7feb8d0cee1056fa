"""What stands on a coupon: its deal, its days and a personal line, in the language of whoever gets it."""

from collections.abc import Sequence

from app.keeping.settings import Settings
from app.loyalty.coupon import Coupon
from app.people.customer import Customer
from app.thanks.greeting import greet
from reports.hand.noise import seed_of
from reports.hand.style import Style
from reports.offers import conditions, offer, validity
from reports.promise import Promise
from resources.words import Words, words_in

_STYLE = Style()


def coupon_facts(
    coupons: Sequence[Coupon],
    people: Sequence[Customer | None],
    settings: Settings,
    style: Style = _STYLE,
) -> list[Promise]:
    """One for each, `people` being for whom: None for anyone, who is spoken to in the shop's language."""
    return [
        _facts(coupon, one, settings, style) for coupon, one in zip(coupons, people, strict=True)
    ]


def personal_line(one: Customer | None, said: str, usual: str, words: Words) -> str:
    """Her greeting and what the owner said, else what is `usual`, which begins with a small letter."""
    line = said or usual
    greeting = greet(one, words.language).salutation if one else ""
    if greeting.endswith(",") and not said:
        return f"{greeting} {line}"
    return f"{greeting} {line[:1].upper()}{line[1:]}".strip()


def language_for(one: Customer | None, settings: Settings) -> str:
    return words_in((one and one.language) or settings.language).language


def _facts(coupon: Coupon, one: Customer | None, settings: Settings, style: Style) -> Promise:
    words, terms = words_in(language_for(one, settings)), coupon.terms
    return Promise(
        shop=settings.name,
        offer=offer(terms, words, settings.currency),
        conditions=tuple(conditions(terms, words, settings.currency)),
        validity=validity(terms.valid_from, terms.valid_to, words),
        line=personal_line(one, coupon.words, words("thank you for coming to us."), words),
        code=coupon.code,
        language=words.language,
        seed=seed_of(coupon.code, coupon.at) >> 1,
        style=style,
    )
