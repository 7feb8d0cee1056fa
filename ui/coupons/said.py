"""Says offers and coupons in plain words: what is to be issued, and what became of one."""

from collections.abc import Iterator

from app.keeping.settings import Settings
from app.loyalty.codes import grouped
from app.loyalty.coupon import Event
from app.loyalty.coupon_terms import Terms
from app.loyalty.offers import FEEDBACK, RECOVERY, Out, cause_of
from app.money import Money
from reports.amounts import said
from reports.letter_words import letter_called
from reports.offers import limits, validity, whole_offer
from resources.words import Words, mark
from ui.coupons.asked import ANYONE, LETTER
from ui.coupons.reading import Wish

_CAUSES = {FEEDBACK: mark("Thanks for an answer"), RECOVERY: mark("To make up for something")}
_HAPPENED = {
    "use": mark("Used on {day} at {hour}"),
    "undo": mark("Use taken back on {day} at {hour}"),
    "void": mark("Cancelled on {day} at {hour}"),
    "unvoid": mark("Good again since {day}, {hour}"),
}


def wish_said(wish: Wish, n: int, settings: Settings, words: Words) -> str:
    """The whole offer as a few sentences; `n` are those who get it."""
    return ". ".join([*_deal(wish, settings, words), _goes(wish, n, words)]) + "."


def offer_said(terms: Terms, days: int | None, settings: Settings, words: Words) -> str:
    """An offer with its limits in one line."""
    gives = whole_offer(terms, words, settings.currency)
    parts = [gives, *limits(terms, words, settings.currency), _lasts(terms, days, words)]
    return " · ".join(part for part in parts if part)


def counts(one: Out, words: Words) -> str:
    """`12 issued · 3 used · 1 lapsed`."""
    parts = [words.plural("{n} issued", "{n} issued", one.issued)]
    parts += [words.plural("{n} used", "{n} used", one.used)] if one.used else []
    parts += [words.plural("{n} lapsed", "{n} lapsed", one.lapsed)] if one.lapsed else []
    return " · ".join(parts)


def name_of(one: Out, words: Words) -> str:
    """What the offer is called: the letter it comes with, else as the owner called it."""
    if one.letter:
        return words("With the letter: {letter}", letter=letter_called(one.letter, words))
    if cause := cause_of(one.newest.reason):
        return words(_CAUSES[cause])
    return one.newest.reason or words("Coupons")


def code_said(code: str, words: Words) -> str:
    return words.isolated(grouped(code))


def event_said(event: Event, who: str, currency: str, words: Words) -> tuple[str, str]:
    """What happened, and by whom, for how much and why."""
    day = words.date(event.day, "medium")
    happened = words(_HAPPENED[event.kind], day=day, hour=words.isolated(event.hour))
    parts = [who and words.isolated(who), event.by and words("by {name}", name=event.by)]
    if event.kind == "use" and event.discount:
        parts.append(words("{amount} off", amount=said(Money(event.discount, currency), words)))
    return happened, " · ".join(part for part in (*parts, event.reason) if part)


def _deal(wish: Wish, settings: Settings, words: Words) -> Iterator[str]:
    terms = wish.terms
    yield whole_offer(terms, words, settings.currency)
    yield from limits(terms, words, settings.currency)
    if lasts := _lasts(terms, wish.days, words):
        yield lasts
    if terms.uses is None:
        yield words("Good any number of times")
    if terms.uses_per_customer:
        yield words.plural(
            "{n} time for each person", "{n} times for each person", terms.uses_per_customer
        )


def _lasts(terms: Terms, days: int | None, words: Words) -> str:
    if days is None:
        return validity(terms.valid_from, terms.valid_to, words)
    return words.plural("Good {n} day after it is issued", "Good {n} days after it is issued", days)


def _goes(wish: Wish, n: int, words: Words) -> str:
    if wish.whom == LETTER:
        letter = letter_called(wish.letter, words)
        return words("Comes with the letter “{letter}”, once for each occasion", letter=letter)
    if wish.whom == ANYONE:
        return words.plural("{n} coupon for anyone", "{n} coupons for anyone", n)
    return words.plural("A coupon for {n} person", "A coupon for each of {n} people", n)
