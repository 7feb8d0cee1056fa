"""What a coupon gives and what has to be so, in a few words of any language."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from app.loyalty.coupon_terms import WHOLE, Terms
from app.money import Money
from reports.amounts import said
from resources.words import RIGHT_TO_LEFT_MARK, Words

_A_MONDAY = date(2024, 1, 1)


def offer(terms: Terms, words: Words, currency: str) -> str:
    """What it gives: `10 % off`."""
    match terms.kind:
        case "percent":
            return words("{percent} off", percent=percent(terms.value, words))
        case "amount":
            return words("{amount} off", amount=said(Money(terms.value, currency), words))
        case "bundle":
            return words("Buy {buy}, get {get} free", buy=terms.buy, get=terms.get)
        case _:
            return _free(terms, words)


def _free(terms: Terms, words: Words) -> str:
    """`Free: coffee`; of what says so itself, as `free coffee` does, only that."""
    item, n = words.own_way(terms.item), words.number(terms.value)
    free = words("Free: {item}", item="").strip(" :").casefold()
    said = terms.item.casefold().split()
    if said and free in {said[0], said[-1]}:
        return item if terms.value == 1 else f"{n} × {item}"
    if terms.value == 1:
        return words("Free: {item}", item=item)
    return words("Free: {n} × {item}", n=n, item=item)


def whole_offer(terms: Terms, words: Words, currency: str) -> str:
    """The same with what it is for: `10 % off: bread`."""
    gives = offer(terms, words, currency)
    if not terms.item or terms.kind == "item":
        return gives
    return words("{offer}: {item}", offer=gives, item=words.own_way(terms.item))


def in_letter(terms: Terms, words: Words, currency: str) -> str:
    """As it stands within a sentence: of what is free only the thing itself."""
    if terms.kind != "item":
        return whole_offer(terms, words, currency)
    return terms.item if terms.value == 1 else f"{words.number(terms.value)} × {terms.item}"


def conditions(terms: Terms, words: Words, currency: str) -> Iterator[str]:
    """What has to be so, each in a few words."""
    if terms.item and terms.kind != "item":
        yield words("On: {item}", item=words.own_way(terms.item))
    yield from limits(terms, words, currency)


def limits(terms: Terms, words: Words, currency: str) -> Iterator[str]:
    """The same without what it is for."""
    if terms.min_total:
        amount = said(Money(terms.min_total, currency), words)
        yield words("When you spend {amount} or more", amount=amount)
    if terms.cap is not None:
        yield words("At most {amount} off", amount=said(Money(terms.cap, currency), words))
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


def percent(hundredths: int, words: Words) -> str:
    """As it is written there: `12.5%`, `12,5 %`."""
    from babel.numbers import format_percent

    pattern = words.locale.percent_formats[None].pattern.replace("#,##0", "#,##0.##")
    shown = format_percent(Decimal(hundredths) / WHOLE, pattern, locale=words.locale)
    return words.isolated(shown.replace(RIGHT_TO_LEFT_MARK, ""))


def _day(day: date, words: Words) -> str:
    """In one piece, so that it is not parted between two lines."""
    return words.date(day).replace(" ", "\xa0")
