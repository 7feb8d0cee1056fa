"""What stands on a sheet after the addresses: the owner's own labels, coupons, and customers' cards."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from app.loyalty.coupon import Coupon, CouponVoided
from app.loyalty.coupon_rows import read_coupon
from app.loyalty.coupons import Purpose
from app.loyalty.unissued import unissued
from app.shop import Shop
from reports.codes import NOT_DRAWN
from reports.label_design import Design
from reports.label_design_file import from_parts
from reports.promised import NOTHING, Promised

if TYPE_CHECKING:
    from app.people.customer import Customer
    from reports.cells import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Besides:
    """`n` labels of one kind, or one for `each` person to whom the sheets go.

    Of the owner's `design` of that number, coupons of the offer that the `coupon` of that number belongs
    to, or customers' `cards`. Its spots are numbered from 1, those for each by her number. `given` says
    which coupon was given out for which spot.
    """

    n: int = 0
    each: bool = False
    design: int = 0
    coupon: int = 0
    cards: bool = False
    given: tuple[tuple[int, int], ...] = ()

    @property
    def uses_codes(self) -> bool:
        """Something is given out before it is printed."""
        return bool(self.coupon or self.cards)

    def spots(self, people: Iterable[int]) -> tuple[int, ...]:
        return tuple(people) if self.each else tuple(range(1, self.n + 1))

    def afresh(self) -> "Besides":
        """The same, of which nothing was given out yet."""
        return replace(self, given=())


def as_json(one: Besides) -> dict[str, Any]:
    """As numbers and text, for the queue to keep."""
    return asdict(one)


def from_json(kept: Mapping[str, Any]) -> Besides:
    """What `as_json` wrote."""
    return Besides(**{**kept, "given": tuple((spot, number) for spot, number in kept["given"])})


def promise(shop: Shop, one: Besides, spots: Sequence[int]) -> Promised:
    """What these spots need and have not got yet, drawn and not given out: coupons, or numbers of cards.

    A code that everybody may use is the same on each label. A coupon that was declared void since is none.
    """
    if one.cards:
        return Promised(numbers=_numbers(shop, spots))
    if not one.coupon:
        return NOTHING
    given = {spot for spot, number in one.given if _stands(shop, number)}
    new = [spot for spot in spots if spot not in given]
    return Promised(coupons=dict(zip(new, _unissued(shop, one, new), strict=True)))


def give_out(shop: Shop, one: Besides, promised: Promised) -> Besides:
    """Issues the coupons and gives the numbers. Raises `CodeTaken`, `AlreadyTaken` and `UnknownCustomer`."""
    if promised.numbers:
        shop.cards.give_drawn(promised.numbers, shop.moment())
    new = [coupon for coupon in promised.coupons.values() if not coupon.id]
    issued = iter(_issued(shop, new) if new else ())
    numbers = {spot: coupon.id or next(issued).id for spot, coupon in promised.coupons.items()}
    return replace(one, given=tuple({**dict(one.given), **numbers}.items()))


def take_back(shop: Shop, coupons: Iterable[int], reason: str) -> None:
    """Those of them that somebody was given for herself and that stand unused are worth nothing any more."""
    moment = shop.moment()
    for number in coupons:
        coupon = read_coupon(shop.book, number)
        state = shop.coupons.look_up(coupon.code, moment)
        if coupon.customer is not None and not state.used and state.why_not is None:
            shop.coupons.void(coupon.code, reason, moment)


def was_given(shop: Shop, one: Besides, spots: Sequence[int]) -> frozenset[int]:
    """The spots that may be printed as they are: nothing has to be given out for them."""
    if one.coupon:
        return frozenset(spot for spot, number in one.given if _stands(shop, number))
    if one.cards:
        people = shop.customers.several(spots)
        return frozenset(person.id for person in people if person.card_number)
    return frozenset(spots)


def still_to_give(shop: Shop, one: Besides, spots: Sequence[int]) -> int:
    """For how many of these spots `give_out` would issue a coupon or a number of a card."""
    if one.coupon and _is_for_everybody(read_coupon(shop.book, one.coupon)):
        return 0
    ready = was_given(shop, one, spots)
    return sum(spot not in ready for spot in spots)


def cells(
    shop: Shop, one: Besides, spots: Sequence[int], promised: Promised = NOTHING
) -> "Mapping[int, Cell]":
    """What is drawn at these spots, with a code that is not drawn yet where nothing was given out or
    `promised`; nothing for somebody who has left the book meanwhile.

    Raises `NotInPrinting`, `NewerDesign` and `BrokenDesign`.
    """
    people = promised.named(shop.customers.several(spots)) if one.each else []
    there = [person.id for person in people] if one.each else spots
    return dict(zip(there, _drawn(shop, one, there, (people, promised)), strict=True))


def _drawn(
    shop: Shop,
    one: Besides,
    spots: Sequence[int],
    filled: "tuple[Sequence[Customer], Promised]",
) -> "Sequence[Cell]":
    """Whose each of the spots is, nobody's where they are for anyone, and what is promised of them."""
    from reports.card_cells import card_cells
    from reports.coupon_cells import coupon_cells
    from reports.designed_labels import designed, many

    people, promised = filled
    if one.cards:
        return card_cells(shop, people)
    if one.coupon:
        coupons = _coupons(shop, one, spots, promised)
        return coupon_cells(shop, coupons, people or [None] * len(spots))
    design = _design(shop, one.design)
    if one.each:
        return designed(shop, design, people)
    every = many(shop, design, one.n)
    return [every[spot - 1] for spot in spots]


def _coupons(shop: Shop, one: Besides, spots: Sequence[int], promised: Promised) -> list[Coupon]:
    given, like = dict(one.given), read_coupon(shop.book, one.coupon)
    will_be = like if _is_for_everybody(like) else replace(like, code=NOT_DRAWN)
    new = promised.coupons
    return [
        new.get(spot) or (read_coupon(shop.book, given[spot]) if spot in given else will_be)
        for spot in spots
    ]


def _unissued(shop: Shop, one: Besides, spots: Sequence[int]) -> list[Coupon]:
    """So many new coupons of the offer."""
    like = read_coupon(shop.book, one.coupon)
    if _is_for_everybody(like):
        return [like] * len(spots)
    purpose = Purpose(reason=like.reason, words=like.words)
    whose = spots if one.each else [None] * len(spots)
    return unissued(shop.book, like.terms, shop.moment(), purpose, whose=whose)


def _issued(shop: Shop, drawn: Sequence[Coupon]) -> list[Coupon]:
    """As of the moment when they were drawn: from it the writing on them follows, when it comes again."""
    return shop.coupons.issue_drawn(drawn, replace(shop.moment(), at=drawn[0].at))


def _numbers(shop: Shop, people: Sequence[int]) -> dict[int, str]:
    lacking = [one.id for one in shop.customers.several(people) if not one.card_number]
    return shop.cards.drawn_for(lacking)


def _stands(shop: Shop, number: int) -> bool:
    coupon = read_coupon(shop.book, number)
    state = shop.coupons.look_up(coupon.code, shop.moment())
    return not isinstance(state.why_not, CouponVoided)


def _is_for_everybody(coupon: Coupon) -> bool:
    """Its code is one that everybody may use, and is not drawn anew."""
    return coupon.terms.uses is None and coupon.customer is None


def _design(shop: Shop, number: int) -> Design:
    return from_parts(shop.printing.designs.one(number).parts)
