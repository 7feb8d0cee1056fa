"""What the demo shop gave out besides points: coupons used, open and lapsed, gift cards, a birthday offer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from app.demo.sales import usual_price
from app.keeping.history import Change, StepId
from app.loyalty import codes, coupon_rows, coupons, gift_card, gift_cards
from app.loyalty.coupon_terms import Terms
from app.loyalty.gift_card import Movement
from app.loyalty.letter_offers import LetterOffer
from app.loyalty.moment import Moment
from app.shop import Shop

_STRIDE = 11
"""Every so many people have a coupon."""
_BIRTHDAY = LetterOffer(letter="birthday", terms=Terms(kind="percent", value=1500), days=30)
_GIFT_CARD_LASTS = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """Coupons of one offer: `ago` days old, `used` of them with `off` each; None is for anyone."""

    name: str
    terms: Terms
    ago: int
    people: Sequence[int | None]
    used: int
    off: int


def add_offers(shop: Shop, step: StepId, facts: Mapping[str, Any], ids: Sequence[int]) -> None:
    """Coupons and gift cards, and what comes with the birthday letter, within the caller's step."""
    people = ids[1 : _STRIDE * 9 : _STRIDE]
    price = usual_price(shop.settings.read().currency)
    for given in _offers(shop, facts, people, price):
        _issue(shop, step, given)
    _sell(shop, step, ago=24, amount=5 * price, paid=2 * price, customer=None)
    _sell(shop, step, ago=3, amount=10 * price, paid=0, customer=ids[0] if ids else None)
    shop.letter_offers.enter(step, _BIRTHDAY)


def _offers(
    shop: Shop, facts: Mapping[str, Any], people: Sequence[int], price: int
) -> Sequence[_Given]:
    thanks, leaflet = facts["offers"]
    today = shop.today()
    tenth = Terms(kind="percent", value=1000, valid_to=today + timedelta(days=26))
    free = Terms(kind="item", value=1, item=facts["goods"][2], valid_to=today - timedelta(days=17))
    return (
        _Given(name=leaflet, terms=free, ago=75, people=[None] * 6, used=2, off=price // 2),
        _Given(
            name=thanks, terms=tenth, ago=19, people=people, used=len(people) // 3, off=price // 5
        ),
    )


def _issue(shop: Shop, step: StepId, given: _Given) -> None:
    book, then = shop.book, _days_ago(shop, given.ago)
    drawn = codes.free_codes(book, len(given.people))
    blank = {"at": then.at, "by": then.by, "reason": given.name, "words": ""}
    ids = [
        coupon_rows.write_coupon(book, blank | {"code": code, "customer": who}, given.terms)
        for code, who in zip(drawn, given.people, strict=True)
    ]
    codes.enter(book, "coupon", zip(drawn, ids, strict=True), then.at)
    shop.history.tell_of_all(step, _stands(coupons.KIND), ids)
    later = _days_ago(shop, given.ago // 2)
    uses = [
        coupon_rows.write_use(
            book,
            {"coupon": one, "customer": who, "sale": None, "discount": given.off, "reverses": None},
            later,
        )
        for one, who in list(zip(ids, given.people, strict=True))[: given.used]
    ]
    shop.history.tell_of_all(step, _stands(coupons.USE), [use for use in uses if use])


def _sell(
    shop: Shop, step: StepId, *, ago: int, amount: int, paid: int, customer: int | None
) -> None:
    book, then = shop.book, _days_ago(shop, ago)
    (code,) = codes.free_codes(book, 1)
    told = {"code": code, "at": then.at, "by": then.by, "customer": customer}
    currency = {"currency": shop.settings.read().currency}
    card = gift_card.write_card(book, told | currency, then.day + _GIFT_CARD_LASTS)
    codes.enter(book, "gift card", [(code, card)], then.at)
    moves = [(Movement(kind="sale", amount=amount), then)]
    if paid:
        moves.append((Movement(kind="payment", amount=-paid), _days_ago(shop, ago // 3)))
    entries = [gift_card.move(book, card, movement, at) for movement, at in moves]
    shop.history.tell_of_all(step, _stands(gift_cards.KIND), [one for one in entries if one])


def _stands(kind: str) -> Change:
    return Change(kind=kind, subject=0, before={"stands": False}, after={"stands": True})


def _days_ago(shop: Shop, days: int) -> Moment:
    return shop.moment(shop.book.now() - timedelta(days=days))
