"""What happens when cards are ordered: written, printed or saved, and written down."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from app.changes import Kind
from app.keeping.history import StepId
from app.people.customer import Customer
from app.progress import Report, unheard
from app.shop import Shop
from app.thanks.composing import Composed
from app.thanks.post import NobodyOnTheList, why_not
from app.thanks.written import Written
from ui.cards.making import Making, stationery, style

if TYPE_CHECKING:
    from app.loyalty.coupon import Coupon
    from app.loyalty.letter_offers import LetterOffer
    from app.thanks.filed import Filed
    from app.thanks.letter_book import Alone
    from reports.cards import CardFacts, Drawn
    from reports.cautions import Caution
    from reports.papers import Edge
    from reports.sheet import Imprint


_AT_ONCE = 50
"""Letters composed before one looks whether to stop."""


class Printer(Protocol):
    """Puts a document on paper, page by page at its exact size."""

    def put(self, pdf: BinaryIO, report: Report) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the owner did to one card: her own words, written `again` so many times, `facts` for it alone."""

    text: str | None = None
    again: int = 0
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardOrder:
    """Cards for these people; `title` is what the document says of itself, `facts` what was typed."""

    ids: tuple[int, ...]
    letter: str
    on: date
    title: str
    making: Making = field(default_factory=Making)
    drafts: Mapping[int, Draft] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    offer: "LetterOffer | None" = None
    """Everybody gets a coupon of her own along."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingOrder:
    """Cards that were put aside, by their numbers; each is written as it was then."""

    ids: tuple[int, ...]
    title: str
    making: Making = field(default_factory=Making)


Order = CardOrder | WaitingOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """How many came out, the names of those whose text wants a look, and the step that wrote it down.

    `cards` are those of the order with the name of each.
    """

    n: int
    cards: tuple[tuple[int, str], ...] = ()
    to_look_at: tuple[str, ...] = ()
    step: StepId | None = None
    asks: bool = False
    """Whether it went through a printer, so that the owner is asked how it came out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheets:
    """What was written: `give` gives out what stands on it and `keep` writes down that it came out, given
    the document.
    """

    n: int
    cautions: Sequence["Caution"]
    keep: Callable[[BinaryIO], StepId | None]
    give: Callable[[], object] | None = None
    cards: tuple[tuple[int, str], ...] = ()


def printed(shop: Shop, order: Order, printer: Printer, report: Report) -> Came:
    """Raises `CardTooLong`, `NobodyOnTheList`, `NotWaiting`, what the printer says, and
    `CannotWrite` where the disk is full.
    """
    from reports.files import scratch_file

    with scratch_file() as file:
        # Writing goes fast and the printer slowly: only the printer's progress is worth telling.
        sheets = _write(shop, order, file, lambda _done, _total: report(0, 0))
        file.seek(0)
        with shop.undo.if_all_goes_well() as do:
            if sheets.give:
                do(sheets.give)
            printer.put(file, report)
        came = _came(sheets, sheets.keep(file))
    return replace(came, asks=True)


def saved(shop: Shop, order: Order, path: Path, report: Report) -> Came:
    """Raises `CardTooLong`, `NobodyOnTheList`, `NotWaiting` and `CannotWrite`."""
    from reports.files import scratch_file, whole_file

    with scratch_file() as file:
        sheets = _write(shop, order, file, report)
        # Written down when the file is whole and before it has its name: neither is without the other.
        with shop.undo.if_all_goes_well() as do, whole_file(path) as to:
            file.seek(0)
            shutil.copyfileobj(file, to)
            to.flush()
            if sheets.give:
                do(sheets.give)
            step = do(lambda: sheets.keep(file))
        return _came(sheets, step)


def look_at(shop: Shop, order: Order, to: BinaryIO) -> None:
    """Writes what would be printed and gives nothing out: codes of coupons are not drawn yet."""
    if isinstance(order, CardOrder):
        people = still_written_to(shop, order)
        cards = [card for _, card in cards_of(shop, order, people)]
        _draw(shop, order, _numbered(order, cards, [one.id for one in people]), to, unheard)
    else:
        _write(shop, order, to, unheard)


def edge_of(order: Order) -> "Edge | None":
    """The edge over which the sheets are turned; None where nothing stands on their backs."""
    from reports.papers import Edge

    return Edge(order.making.turns) if order.making.is_two_sided else None


def put_aside(shop: Shop, order: CardOrder, report: Report) -> Came:
    """Lets the cards wait, each as it would be written now. Raises `NobodyOnTheList`."""
    from reports.letter_coupons import Along
    from reports.mail import made_of

    people = still_written_to(shop, order)
    along = Along(shop, _coupons(shop, order, people, drawn=True))
    pairs = cards_of(shop, order, people, report, coupons=along.coupons)
    report(len(pairs), len(pairs))
    made = [(letter, made_of(card, order.making.paper)) for letter, card in pairs]
    with shop.book.atomic(*Kind):
        along.give()
        step = shop.waiting.put_aside(made, along.told())
    return Came(n=len(pairs), step=step, cards=tuple((one.id, one.name) for one in people))


def cards_of(
    shop: Shop,
    order: CardOrder,
    people: Sequence[Customer],
    report: Report = unheard,
    *,
    coupons: Mapping[int, "Coupon"] | None = None,
) -> list[tuple[Composed, "CardFacts"]]:
    """The letter to each and the card that carries it, with what the owner did to it by hand.

    Without `coupons` those that come along are as they will be, their codes not drawn yet.

    Raises `UnknownField` and `UnclosedBrace` where her own words are not sound.
    """
    from reports.mail import card_fact

    chosen = style(order.making, shop)
    pairs = []
    for start in range(0, len(people), _AT_ONCE):
        report(start, len(people))
        some = people[start : start + _AT_ONCE]
        given = _coupons(shop, order, some, drawn=False) if coupons is None else coupons
        for letter in _letters(shop, order, some, given):
            again = order.drafts.get(letter.customer, Draft()).again
            card = card_fact(letter, chosen, *([again] if again else []))
            coupon = given.get(letter.customer)
            pairs.append((letter, replace(card, code=coupon.code) if coupon else card))
    return pairs


def _numbered(
    order: CardOrder | WaitingOrder, cards: Sequence["CardFacts"], which: Sequence[int]
) -> Sequence["CardFacts"]:
    """With the number that stands on their envelopes and labels, where that is wanted: the place in the
    order of `which` each of them is.
    """
    if not order.making.numbered:
        return cards
    from reports.mail import marked

    return marked(cards, which, order.ids)


def _letters(
    shop: Shop, order: CardOrder, people: Sequence[Customer], coupons: Mapping[int, "Coupon"]
) -> list[Composed]:
    """In the order of `people`."""
    from app.thanks.given import facts_from

    facts = facts_from(order.facts, order.on, shop.settings.read().country)
    alone: dict[int, Alone] = {
        one.id: _alone(shop, order, one, coupons.get(one.id)) for one in people
    }
    return shop.letters.compose(people, order.letter, order.on, facts=facts, alone=alone)


def _alone(shop: Shop, order: CardOrder, one: Customer, coupon: "Coupon | None") -> "Alone":
    """What was typed for her, and what her coupon is; in the owner's own words its code is a field."""
    from app.thanks.given import facts_from
    from app.thanks.letter_book import Alone
    from reports.letter_coupons import AS_NOT_DRAWN, told_of

    draft, settings = order.drafts.get(one.id, Draft()), shop.settings.read()
    typed = facts_from(draft.facts, order.on, settings.country)
    text = draft.text and draft.text.replace(AS_NOT_DRAWN, "{coupon}")
    told = told_of(coupon, one, settings) if coupon else {}
    return Alone(facts={**typed, **told}, text=text)


def _coupons(
    shop: Shop, order: CardOrder, people: Sequence[Customer], *, drawn: bool
) -> Mapping[int, "Coupon"]:
    from reports.letter_coupons import Drawing, coupons_along

    offer = order.offer and replace(order.offer, letter=order.letter)
    return coupons_along(shop, order.letter, offer, people, Drawing(on=order.on, drawn=drawn))


def still_written_to(shop: Shop, order: CardOrder) -> list[Customer]:
    """Asked again now: somebody may have died or said no since the list was made."""
    people = shop.customers.several(order.ids)
    written_to = [one for one in people if why_not(one) is None]
    if not written_to:
        raise NobodyOnTheList(name=order.title, left_out=len(order.ids))
    return written_to


def _came(sheets: _Sheets, step: StepId | None) -> Came:
    names = tuple(dict.fromkeys(one.name for one in sheets.cautions))
    return Came(n=sheets.n, to_look_at=names, step=step, cards=sheets.cards)


def _write(shop: Shop, order: Order, to: BinaryIO, report: Report) -> _Sheets:
    if isinstance(order, CardOrder):
        return _write_cards(shop, order, to, report)
    return _write_waiting(shop, order, to, report)


def _write_cards(shop: Shop, order: CardOrder, to: BinaryIO, report: Report) -> _Sheets:
    from reports.letter_coupons import Along
    from reports.mail import made_of

    people = still_written_to(shop, order)
    along = Along(shop, _coupons(shop, order, people, drawn=True))
    pairs = cards_of(shop, order, people, lambda _done, _total: report(0, 0), coupons=along.coupons)
    cards = _numbered(order, [card for _, card in pairs], [one.id for one in people])
    drawn = _draw(shop, order, cards, to, report)
    made = [(letter, made_of(card, order.making.paper)) for letter, card in pairs]

    def keep(document: BinaryIO) -> StepId | None:
        with _filing(shop, document, drawn) as filed:
            return shop.letters.keep(made, filed, along.told())

    named = tuple((one.id, one.name) for one in people)
    give = None if along.is_given else along.give
    return _Sheets(n=len(pairs), cautions=drawn.cautions, keep=keep, give=give, cards=named)


def _write_waiting(shop: Shop, order: WaitingOrder, to: BinaryIO, report: Report) -> _Sheets:
    from reports.letter_coupons import code_within
    from reports.mail import card_again
    from reports.owned import owned

    own = owned(shop)
    cards = _still_waiting(shop, order)
    names = {one.id: one.name for one in shop.customers.several([w.customer for w in cards])}
    facts = [card_again(one, names[one.customer], own, code_within(shop, one)) for one in cards]
    ids = [one.id for one in cards]
    drawn = _draw(shop, order, _numbered(order, facts, ids), to, report)

    def keep(document: BinaryIO) -> StepId | None:
        with _filing(shop, document, drawn) as filed:
            return shop.waiting.print_out(ids, filed, paper=order.making.paper)

    named = tuple((one.id, names[one.customer]) for one in cards)
    return _Sheets(n=len(cards), cautions=drawn.cautions, keep=keep, cards=named)


def _still_waiting(shop: Shop, order: WaitingOrder) -> list[Written]:
    """Those of the order that may still be printed: the dead and those who said no are asked again."""
    waiting = [one for one in shop.waiting.all() if one.id in set(order.ids)]
    people = shop.customers.several([one.customer for one in waiting])
    fine = {one.id for one in people if why_not(one) is None}
    left = [one for one in waiting if one.customer in fine]
    if not left:
        raise NobodyOnTheList(name=order.title, left_out=len(order.ids))
    return left


def _draw(
    shop: Shop,
    order: CardOrder | WaitingOrder,
    cards: Sequence["CardFacts"],
    to: BinaryIO,
    report: Report,
) -> "Drawn":
    from reports.cards import draw_cards

    on = stationery(order.making, shop.settings.read())
    return draw_cards(cards, on, to, report, imprint=_imprint(shop, order))


def _filing(
    shop: Shop, document: BinaryIO, drawn: "Drawn"
) -> AbstractContextManager[list["Filed"]]:
    from reports.archive import filing

    return filing(document, shop.folder, drawn.places, shop.today())


def _imprint(shop: Shop, order: Order) -> "Imprint":
    from reports.mail import imprint

    return imprint(order.title, shop.settings.read())
