"""The coupon that comes with somebody's letter: her own, once for each occasion."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from app.changes import Kind
from app.keeping.history import Change
from app.keeping.settings import Settings
from app.loyalty.codes import grouped
from app.loyalty.coupon import Coupon
from app.loyalty.coupon_rows import read_coupon
from app.loyalty.coupons import Purpose, issued
from app.loyalty.letter_offers import LetterOffer
from app.loyalty.offers import RECOVERY, cause_of, letter_of, reason_with
from app.loyalty.unissued import unissued
from app.people.customer import Customer
from app.shop import Shop
from app.thanks.composing import Composed, Fact
from app.thanks.heard import APOLOGY
from app.thanks.letter_book import Alone
from app.thanks.letter_days import letter_day
from app.thanks.written import Written
from app.voice.case import Stage
from reports.cards import CardFacts
from reports.codes import NOT_DRAWN
from reports.coupon_words import language_for
from reports.offers import in_letter
from resources.words import words_in

if TYPE_CHECKING:
    from app.loyalty.coupon_terms import Terms

AS_NOT_DRAWN = "XXXXX-XXXXX"
"""How a letter tells of a code that is drawn when it comes out."""


def coupons_with(
    shop: Shop, offer: LetterOffer, people: Sequence[Customer], on: date, *, drawn: bool
) -> dict[int, Coupon]:
    """By customer. Who has hers for this very occasion keeps it; the others get one with a code that is
    `drawn`, or else with `NOT_DRAWN`. It is not in the book before `Along` gives it out.
    """
    settings = shop.settings.read()
    found: dict[int, Coupon] = {}
    for (reason, since), some in _by_occasion(offer, people, on, settings).items():
        terms = offer.terms if offer.days is None else offer.terms.lasting(offer.days, since)
        given = shop.coupons.with_reason(some, reason)
        new = [one for one in some if one not in given]
        purpose = Purpose(reason=reason, words=offer.words)
        made = (
            unissued(shop.book, terms, shop.moment(), purpose, whose=new)
            if drawn
            else [_sample(shop, replace(offer, terms=terms), reason)] * len(new)
        )
        found |= given | dict(zip(new, made, strict=True))
    return found


class Along:
    """What comes along with the letters of some people, by customer."""

    def __init__(self, shop: Shop, coupons: Mapping[int, Coupon]) -> None:
        self._shop, self.coupons = shop, coupons

    @property
    def is_given(self) -> bool:
        """Whether all of them are in the book."""
        return all(one.id for one in self.coupons.values())

    def give(self) -> None:
        """Issues those that are only drawn. Raises `Busy` where somebody was given hers meanwhile."""
        with self._shop.book.atomic(Kind.COUPONS):
            for some in _by_offer(one for one in self.coupons.values() if not one.id):
                given = self._shop.coupons.issue_once(some, self._shop.moment())
                hers = {one.customer: one for one in given if one.customer is not None}
                self.coupons = {**self.coupons, **hers}

    def told(self) -> list[Change]:
        """What the step of the letters tells of those that the letters themselves brought about."""
        return [issued(one) for one in self.coupons.values() if cause_of(one.reason) != RECOVERY]


def _by_offer(coupons: Iterable[Coupon]) -> list[list[Coupon]]:
    found: dict[tuple[str, Terms], list[Coupon]] = {}
    for one in coupons:
        found.setdefault((one.reason, one.terms), []).append(one)
    return list(found.values())


def tied_coupons(
    shop: Shop, letter: str, people: Sequence[Customer], on: date, *, drawn: bool
) -> dict[int, Coupon]:
    """The same of the offer that comes with `letter` by itself, as `coupons_along` has it."""
    offer = shop.letter_offers.all().get(letter)
    return coupons_along(shop, letter, offer, people, Drawing(on=on, drawn=drawn))


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """As of the day `on`; whether codes are `drawn` for those who have none yet."""

    on: date
    drawn: bool


def coupons_along(
    shop: Shop,
    letter: str,
    offer: LetterOffer | None,
    people: Sequence[Customer],
    drawing: Drawing,
) -> dict[int, Coupon]:
    """What comes with the `letter` of each: in an apology the coupon that she was given to make up for it,
    else one of the `offer`; nothing where there is neither.
    """
    given = made_up_with(shop, people) if letter == APOLOGY else {}
    others = [one for one in people if one.id not in given]
    if offer is None or not others:
        return given
    return given | coupons_with(shop, offer, others, drawing.on, drawn=drawing.drawn)


def made_up_with(shop: Shop, people: Sequence[Customer]) -> dict[int, Coupon]:
    """By customer the coupon of her case, as long as she may still use it."""
    cases, today = shop.voice.cases, shop.today()
    found: dict[int, Coupon] = {}
    for one in people:
        waiting = [each for each in cases.of_customer(one.id, today) if each.stage is Stage.WAITING]
        coupon = next((each.coupon for each in waiting if each.coupon is not None), None)
        if coupon is not None:
            found[one.id] = read_coupon(shop.book, coupon)
    return found


def told_alone(
    coupons: Mapping[int, Coupon], people: Iterable[Customer], settings: Settings
) -> dict[int, Alone]:
    """What the letter to each tells of her coupon."""
    return {
        one.id: Alone(facts=told_of(coupons[one.id], one, settings))
        for one in people
        if one.id in coupons
    }


def with_codes(
    cards: Iterable[CardFacts], letters: Iterable[Composed], coupons: Mapping[int, Coupon]
) -> list[CardFacts]:
    """The cards that carry `letters`, with the codes of what they bring along."""
    return [
        replace(card, code=coupons[letter.customer].code) if letter.customer in coupons else card
        for card, letter in zip(cards, letters, strict=True)
    ]


def told_of(coupon: Coupon, one: Customer, settings: Settings) -> Mapping[str, Fact]:
    """What a letter to `one` may ask for of her coupon."""
    words, terms = words_in(language_for(one, settings)), coupon.terms
    code = AS_NOT_DRAWN if coupon.code == NOT_DRAWN else grouped(coupon.code)
    facts: dict[str, Fact] = {
        "coupon": words.isolated(code),
        "coupon_value": in_letter(terms, words, settings.currency),
    }
    return facts | ({"coupon_until": terms.valid_to} if terms.valid_to else {})


def code_within(shop: Shop, written: Written) -> str:
    """The code of her coupon that came with this letter; "" where its words tell of none."""
    if not written.text:
        return ""
    states = shop.coupons.of_customer(written.customer, shop.moment())
    codes = [one.coupon.code for one in states if _came_with(one.coupon.reason, written.letter)]
    return next((code for code in codes if grouped(code) in written.text), "")


def _came_with(reason: str, letter: str) -> bool:
    return letter_of(reason) == letter or (letter == APOLOGY and cause_of(reason) == RECOVERY)


def _by_occasion(
    offer: LetterOffer, people: Iterable[Customer], on: date, settings: Settings
) -> dict[tuple[str, date], list[int]]:
    """Who has the same occasion, and from which day it counts: on a birthday from that day on."""
    found: dict[tuple[str, date], list[int]] = {}
    for one in people:
        day = letter_day(one, offer.letter, settings, on)
        occasion = str(day.on.year) if day else on.isoformat()
        key = (reason_with(offer.letter, occasion), max(day.on, on) if day else on)
        found.setdefault(key, []).append(one.id)
    return found


def _sample(shop: Shop, offer: LetterOffer, reason: str) -> Coupon:
    moment = shop.moment()
    return Coupon(
        id=0,
        code=NOT_DRAWN,
        at=moment.at,
        by=moment.by,
        customer=None,
        reason=reason,
        words=offer.words,
        terms=offer.terms,
    )
