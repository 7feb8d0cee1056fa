"""What a coupon says: its deal, its days and a personal line, in the language of whoever gets it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from app.keeping.settings import Settings
from app.loyalty.coupon import Coupon
from app.loyalty.coupon_terms import WHOLE, Terms
from app.money import Money
from app.people.customer import Customer
from app.thanks.greeting import greet
from reports.coupon_sheet import CouponFacts
from reports.hand.noise import seed_of
from reports.hand.style import Style
from reports.sentences import money
from resources.words import RIGHT_TO_LEFT_MARK, Words, words_in

_STYLE = Style()
_A_MONDAY = date(2024, 1, 1)


def coupon_facts(
    coupons: Sequence[Coupon],
    people: Sequence[Customer | None],
    settings: Settings,
    style: Style = _STYLE,
) -> list[CouponFacts]:
    """One for each, `people` being for whom: None for anyone, who is spoken to in the shop's language."""
    return [
        _facts(coupon, one, settings, style) for coupon, one in zip(coupons, people, strict=True)
    ]


def offer(terms: Terms, words: Words, currency: str) -> str:
    """What it gives, in a few words."""
    match terms.kind:
        case "percent":
            return words("{percent} off", percent=_percent(terms.value, words))
        case "amount":
            return words("{amount} off", amount=money(Money(terms.value, currency), words))
        case "bundle":
            return words("Buy {buy}, get {get} free", buy=terms.buy, get=terms.get)
        case _ if terms.value == 1:
            return words("Free: {item}", item=terms.item)
        case _:
            return words("Free: {n} × {item}", n=words.number(terms.value), item=terms.item)


def conditions(terms: Terms, words: Words, currency: str) -> Iterator[str]:
    """What has to be so, each in a few words."""
    if terms.item and terms.kind != "item":
        yield words("On: {item}", item=terms.item)
    if terms.min_total:
        amount = money(Money(terms.min_total, currency), words)
        yield words("When you spend {amount} or more", amount=amount)
    if terms.cap is not None:
        yield words("At most {amount} off", amount=money(Money(terms.cap, currency), words))
    if terms.weekdays:
        days = [words.weekday(_A_MONDAY + timedelta(days=n - 1)) for n in sorted(terms.weekdays)]
        yield ", ".join(days)
    if terms.from_hour or terms.to_hour:
        hours = f"{terms.from_hour or '00:00'}\N{EN DASH}{terms.to_hour or '24:00'}"
        yield words.isolated(hours)
    if terms.uses is not None and terms.uses > 1:
        yield words.plural("Good {n} time", "Good {n} times", terms.uses)


def validity(first: date | None, last: date | None, words: Words) -> str:
    """When it is good; "" where it always is."""
    if first and last and first != last:
        return words(
            "Valid from {first} to {last}", first=_day(first, words), last=_day(last, words)
        )
    if first and last:
        return words("Valid on {day}", day=_day(last, words))
    if last:
        return words("Valid until {day}", day=_day(last, words))
    return words("Valid from {day}", day=_day(first, words)) if first else ""


def personal_line(one: Customer | None, said: str, usual: str, words: Words) -> str:
    """Her greeting and what the owner said, else what is `usual`, which begins with a small letter."""
    line = said or usual
    greeting = greet(one, words.language).salutation if one else ""
    if greeting.endswith(",") and not said:
        return f"{greeting} {line}"
    return f"{greeting} {line[:1].upper()}{line[1:]}".strip()


def language_for(one: Customer | None, settings: Settings) -> str:
    return words_in((one and one.language) or settings.language).language


def _facts(coupon: Coupon, one: Customer | None, settings: Settings, style: Style) -> CouponFacts:
    words, terms = words_in(language_for(one, settings)), coupon.terms
    return CouponFacts(
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


def _day(day: date, words: Words) -> str:
    """In one piece, so that it is not parted between two lines."""
    return words.date(day).replace(" ", "\xa0")


def _percent(hundredths: int, words: Words) -> str:
    """As it is written there: `12.5%`, `12,5 %`."""
    from babel.numbers import format_percent

    pattern = words.locale.percent_formats[None].pattern.replace("#,##0", "#,##0.##")
    said = format_percent(Decimal(hundredths) / WHOLE, pattern, locale=words.locale)
    return words.isolated(said.replace(RIGHT_TO_LEFT_MARK, ""))
