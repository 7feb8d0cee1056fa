"""What else may stand on a sheet, what was chosen of it, and each label of it, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.errors import ShopError
from app.loyalty.coupon import Coupon
from app.loyalty.coupon_rows import read_coupon
from app.loyalty.offers import Out
from app.printing.designs import LabelDesign
from app.shop import Shop
from reports.besides import Besides
from reports.card_cells import holds_a_card
from reports.label_design_file import from_parts
from reports.label_fields import is_for_nobody
from reports.mixed_sheet import Entry
from reports.stock import Stock
from resources.words import Words

CARDS = "cards"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """Something for the sheet; `only_each` has no sense but for one person."""

    key: str
    words: str
    only_each: bool = False


def offered(shop: Shop, sheet: Stock, words: Words) -> list[Offered]:
    """The owner's designs, offers that are out and not over, and cards where the labels can hold them."""
    return list(_offered(shop, sheet, words))


def besides_of(key: str, n: int) -> Besides:
    """So many of what `key` names among those that were offered; for 0 one for each person."""
    kind, _, number = key.partition(":")
    return Besides(
        n=n,
        each=not n,
        design=int(number) if kind == "design" else 0,
        coupon=int(number) if kind == "coupon" else 0,
        cards=kind == CARDS,
    )


def still_good(shop: Shop, chosen: Sequence[Besides]) -> tuple[Besides, ...]:
    """Without designs that were deleted and offers that are over."""
    designs, today = {one.id for one in shop.printing.designs.all()}, shop.today()
    return tuple(
        one
        for one in chosen
        if (not one.design or one.design in designs)
        and (not one.coupon or not _is_over(read_coupon(shop.book, one.coupon), today))
    )


def chosen_said(shop: Shop, chosen: Sequence[Besides], words: Words) -> list[str]:
    """`2 × Coupons: Advent`, `One for each: Customer card`."""
    return [_chosen(one, kind_called(shop, one, words), words) for one in chosen]


def said(shop: Shop, found: Sequence[Entry], besides: Sequence[Besides], words: Words) -> list[str]:
    """What each label is called: the name on an address, whose card or coupon it is, else its kind."""
    called = [kind_called(shop, one, words) for one in besides]
    return [_said(one, called, words) for one in found]


def _said(one: Entry, called: Sequence[str], words: Words) -> str:
    if one.piece:
        return one.name
    what = called[one.which]
    if one.name:
        return f"{words.isolated(one.name)} · {words.isolated(what)}"
    return f"{words.isolated(what)} · {words.number(one.spot)}"


def _offered(shop: Shop, sheet: Stock, words: Words) -> Iterator[Offered]:
    from ui.coupons.said import name_of

    for design in shop.printing.designs.all():
        for_nobody = _is_for_nobody(design)
        if for_nobody is not None:
            yield Offered(key=f"design:{design.id}", words=design.name, only_each=not for_nobody)
    moment = shop.moment()
    for offer in {one.newest.id: one for one in shop.coupons.out(moment)}.values():
        if not _is_over(offer.newest, moment.day):
            said = words("Coupons: {offer}", offer=name_of(offer, words))
            yield Offered(key=f"coupon:{offer.newest.id}", words=said)
    if holds_a_card(sheet):
        yield Offered(key=CARDS, words=words("Customer card"), only_each=True)


def _chosen(one: Besides, what: str, words: Words) -> str:
    if one.each:
        return words("One for each: {what}", what=words.isolated(what))
    return words("{n} × {what}", n=words.number(one.n), what=words.isolated(what))


def kind_called(shop: Shop, one: Besides, words: Words) -> str:
    """`Coupons: Advent`, or the name of a design, "" where that was deleted.

    What an offer is called stays so, whatever was given out of it since.
    """
    from ui.coupons.said import name_of

    if one.cards:
        return words("Customer card")
    if one.design:
        named = {design.id: design.name for design in shop.printing.designs.all()}
        return named.get(one.design, "")
    like = read_coupon(shop.book, one.coupon)
    alone = Out(newest=like, issued=1, used=0, lapsed=0, off=0)
    return words("Coupons: {offer}", offer=name_of(alone, words))


def _is_over(coupon: Coupon, today: date) -> bool:
    last = coupon.terms.valid_to
    return last is not None and last < today


def _is_for_nobody(one: LabelDesign) -> bool | None:
    """None where the design cannot be read."""
    try:
        return is_for_nobody(from_parts(one.parts).texts)
    except ShopError:
        return None
