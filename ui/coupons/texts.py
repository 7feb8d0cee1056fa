"""An offer that stands as texts in the fields of a form, to be changed."""

from decimal import Decimal

from app.keeping.settings import Settings
from app.loyalty.coupon_terms import Terms
from app.loyalty.letter_offers import LetterOffer
from app.money import Money
from reports.amounts import written
from resources.words import Words
from ui.coupons.asked import Texts

_HUNDRED = 100


def texts_of(offer: LetterOffer, settings: Settings, words: Words) -> Texts:
    """What was typed for it, as it would be typed now."""
    terms = offer.terms

    def money(minor: int | None) -> str:
        return written(Money(minor, settings.currency), words) if minor else ""

    return {
        "kind": terms.kind,
        "value": _value(terms, settings, words),
        "pieces": str(terms.value or ""),
        "buy": str(terms.buy or ""),
        "get": str(terms.get or ""),
        "item": terms.item,
        "min_total": money(terms.min_total),
        "cap": money(terms.cap),
        "days": "" if offer.days is None else str(offer.days),
        "weekdays": ",".join(map(str, sorted(terms.weekdays))),
        "hours": f"{terms.from_hour}\N{EN DASH}{terms.to_hour}" if terms.from_hour else "",
        "uses": str(terms.uses or ""),
        "words": offer.words,
    }


def _value(terms: Terms, settings: Settings, words: Words) -> str:
    if terms.kind == "amount":
        return written(Money(terms.value, settings.currency), words)
    from babel.numbers import format_decimal

    return str(format_decimal(Decimal(terms.value) / _HUNDRED, "0.##", locale=words.locale))
