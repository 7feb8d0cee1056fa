"""The commands that print what the till takes and tells: coupons, gift cards, cards, statements."""

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from app.loyalty.coupon_terms import NotTerms
from app.loyalty.stamps import NoStampCards
from resources.words import mark
from ui.console.counter import Counter, pass_counter
from ui.console.files_out import written
from ui.console.listed import people
from ui.console.offer import FOR_WHOM, NotToGive, Offer, minor, percent
from ui.console.options import output, progress
from ui.console.typed import MOST_DAYS, Mistyped, OneOf, any_whole, day, filled, in_order, whole

if TYPE_CHECKING:
    from app.loyalty.coupon import Coupon
    from app.loyalty.coupon_terms import Terms
    from app.loyalty.gift_card import GiftCard
    from app.loyalty.moment import Moment
    from app.people.customer import Customer
    from app.shop import Shop

_FIGURES = re.compile(r"[-+\d.,\s]")
_MOST_ISSUED, _MOST_PIECES = 10_000, 1000
_many = whole(1, _MOST_ISSUED)
_pieces = whole(1, _MOST_PIECES)
_count = click.option("--count", type=_many, help=mark("How many for anyone."))
_design = click.option(
    "--design", default="", help=mark("calm, colour, ticket, garden, cafe or certificate.")
)
_to = click.option("--to", "to_list", metavar="LIST", help=mark("For whom: the name of a list."))


@click.command(
    help=mark(
        "Issues coupons and writes their sheets. One for each on a list, or so many for anyone."
    )
)
@click.option(
    "--offer",
    metavar="NAME",
    type=filled,
    required=True,
    help=mark(
        'What the offer is called; alone it says what it gives: "10 %", "50 Kč", or something free.'
    ),
)
@_to
@_count
@click.option("--percent", metavar="P", type=percent, help=mark("So many percent off."))
@click.option("--amount", metavar="A", help=mark("So much money off."))
@click.option("--item", default="", help=mark("What is free, or what the offer is for."))
@click.option("--buy", type=_pieces, help=mark("With --get: buy so many …"))
@click.option("--get", "gets", type=_pieces, help=mark("… and get so many free."))
@click.option("--cap", metavar="A", help=mark("The most it takes off."))
@click.option("--min-total", metavar="A", default="0", help=mark("What must be spent at least."))
@click.option("--valid-from", type=day, help=mark("Its first day."))
@click.option("--valid-to", type=day, help=mark("Its last day."))
@click.option(
    "--days",
    type=whole(0, MOST_DAYS),
    help=mark("Good for so many days from today, or from --valid-from."),
)
@click.option("--words", "said", default="", help=mark("Your own words, written by hand."))
@click.option("--hand", help=mark("The hand, as for cards."))
@click.option("--ink", default="blue", help=mark("The ink, as for cards."))
@_design
@click.option(
    "--paper",
    default="",
    help=mark("A4x8, Letterx8, or as vouchers of their own DL, DLx2, A6 or A6x2."),
)
@output(".pdf")
@pass_counter
def coupons(counter: Counter, /, **asked: Any) -> None:
    _issue(counter, Offer(**asked))


def _issue(counter: Counter, asked: Offer) -> None:
    """What cannot be written is not issued; nobody waits until it is drawn."""
    from reports.coupon_sheet import draw_promises
    from reports.coupon_words import coupon_facts
    from reports.dress import wearing_of
    from reports.files import scratch_file
    from reports.mail import imprint
    from reports.owned import owned
    from reports.vouchers import COUPON_PAPERS, coupon_paper, usual_in

    shop, title = counter.shop, counter.words("Coupons")
    settings, moment = shop.settings.read(), shop.moment()
    wearing = wearing_of(shop, asked.design)
    paper = coupon_paper(asked.paper or usual_in(settings.country, COUPON_PAPERS))
    style = owned(shop).style(asked.hand, asked.ink, signed=False)
    terms = asked.terms(partial(_called, counter), settings.currency, moment.day)
    chosen = people(counter, asked.to_list, None) if asked.to_list else ()
    coupons = _unissued(shop, asked, terms, chosen, moment)
    facts = coupon_facts(coupons, chosen or [None] * len(coupons), settings, style)
    with scratch_file() as document:
        said = imprint(title, settings)
        draw_promises(facts, document, progress(title), wearing=wearing, paper=paper, imprint=said)
        give = partial(shop.coupons.issue_drawn, coupons, moment)
        _hand_over(counter, document, asked.to, give)


def _called(counter: Counter, name: str) -> "Terms":
    from app.loyalty.offer_names import terms_called
    from reports.amounts import sign

    shop = counter.shop
    currency = shop.settings.read().currency
    units = {currency, sign(currency, counter.words)}
    try:
        terms = terms_called(shop.book, name, currency, units)
    except NotTerms as error:
        raise NotToGive(name=name) from error
    if terms.kind == "item" and _FIGURES.sub("", terms.item) in {"%", *units}:
        raise NotToGive(name=name)
    return terms


def _unissued(
    shop: "Shop", asked: Offer, terms: "Terms", chosen: Sequence["Customer"], moment: "Moment"
) -> "list[Coupon]":
    from app.loyalty.coupons import Purpose
    from app.loyalty.unissued import unissued
    from reports.coupon_sheet import PAPER

    purpose = Purpose(reason=asked.offer.strip(), words=asked.said.strip())
    count = asked.count or len(PAPER.places)  # a sheet of them
    whose = [one.id for one in chosen] if asked.to_list else [None] * count
    return unissued(shop.book, terms, moment, purpose, whose=whose)


def _one_of(to_list: str | None, count: int | None) -> None:
    if bool(to_list) == bool(count):
        raise Mistyped(FOR_WHOM)


@click.command(
    "loyalty-cards",
    help=mark("Writes customer cards. For each on a list, or so many blank ones, numbered ahead."),
)
@_to
@_count
@click.option(
    "--backs", type=OneOf(["long", "short"]), help=mark("Backs too, turned over that edge.")
)
@output(".pdf")
@pass_counter
def loyalty_cards(counter: Counter, /, backs: str | None, to: Path, **asked: Any) -> None:
    from reports.dress import dress_of
    from reports.files import scratch_file
    from reports.loyalty_cards import draw_loyalty_cards, loyalty_card_facts
    from reports.mail import imprint
    from reports.papers import Edge

    _one_of(asked["to_list"], asked["count"])
    shop, title = counter.shop, counter.words("Customer cards")
    settings, edge = shop.settings.read(), Edge(backs) if backs else None
    chosen = people(counter, asked["to_list"], None) if asked["to_list"] else ()
    cards, moment = shop.cards, shop.moment()
    theirs = cards.drawn_for([one.id for one in chosen])
    numbers = cards.drawn(asked["count"]) if asked["count"] else list(theirs.values())
    facts = loyalty_card_facts(numbers, chosen or [None] * len(numbers), settings)

    def give() -> None:
        if asked["count"]:
            cards.enter_ahead(numbers, moment)
        else:
            cards.give_drawn(theirs, moment)

    with scratch_file() as document:
        said = imprint(title, settings)
        dress = dress_of(shop)
        draw_loyalty_cards(facts, document, progress(title), edge=edge, dress=dress, imprint=said)
        _hand_over(counter, document, to, give)


@click.command(
    "gift-cards", help=mark("Sells gift cards and writes them. Usually three are on a page.")
)
@click.option("--amount", metavar="A", required=True, help=mark("What each of them holds."))
@click.option("--count", type=_many, default=1, help=mark("How many are sold."))
@click.option("--valid-to", type=day, help=mark("Their last day."))
@click.option("--words", "said", default="", help=mark("Your own words, written by hand."))
@_design
@click.option(
    "--paper",
    default="",
    help=mark("A4x3, A4x10 as small as a bank card, Letterx3, Letterx10, DL, DLx2, A6 or A6x2."),
)
@output(".pdf")
@pass_counter
def gift_cards(counter: Counter, /, to: Path, **asked: Any) -> None:
    from reports.coupon_sheet import draw_promises
    from reports.dress import wearing_of
    from reports.files import scratch_file
    from reports.gift_cards import gift_card_facts
    from reports.mail import imprint
    from reports.owned import owned
    from reports.vouchers import GIFT_PAPERS, gift_paper, usual_in

    shop, title = counter.shop, counter.words("Gift cards")
    settings = shop.settings.read()
    amount = minor(asked["amount"], settings.currency)
    style = owned(shop).style(signed=False)
    wearing = wearing_of(shop, asked["design"])
    paper = gift_paper(asked["paper"] or usual_in(settings.country, GIFT_PAPERS))
    cards = _unsold(shop, asked["count"], amount, asked["valid_to"])
    facts = gift_card_facts(cards, [None] * len(cards), settings, style, said=asked["said"])
    with scratch_file() as document:
        said, report = imprint(title, settings), progress(title)
        draw_promises(facts, document, report, wearing=wearing, paper=paper, imprint=said)
        _hand_over(counter, document, to, partial(_sell, shop, cards))


def _unsold(shop: "Shop", count: int, amount: int, expires: date | None) -> "list[GiftCard]":
    """As they will be; a day that is over is refused when they are sold."""
    from app.loyalty.codes import free_codes
    from app.loyalty.gift_card import GiftCard

    moment = shop.moment()
    one = GiftCard(
        id=0,
        code="",
        at=moment.at,
        by=moment.by,
        currency=shop.settings.read().currency,
        customer=None,
        expires=expires,
        balance=amount,
        is_void=False,
    )
    return [replace(one, code=code) for code in free_codes(shop.book, count)]


def _sell(shop: "Shop", cards: "Sequence[GiftCard]") -> None:
    for one in cards:
        shop.gift_cards.sell(one.balance, shop.moment(), code=one.code, expires=one.expires)


def _hand_over(counter: Counter, document: IO[bytes], to: Path, give: Callable[[], object]) -> None:
    """What cannot be written is not given out, and what is not given out is not written."""
    document.seek(0)
    with counter.shop.undo.if_all_goes_well() as do, written(counter, to) as file:
        shutil.copyfileobj(document, file)
        file.flush()
        do(give)


@click.command(
    "stamp-cards", help=mark("Writes stamp cards of the deal that holds now. Ten are on a page.")
)
@click.option("--pages", type=_pieces, default=1, help=mark("How many sheets of ten cards."))
@output(".pdf")
@pass_counter
def stamp_cards(counter: Counter, /, pages: int, to: Path) -> None:
    from reports.dress import dress_of
    from reports.mail import imprint
    from reports.stamp_card import draw_stamp_cards, stamp_card_facts

    settings, deal = counter.shop.settings.read(), counter.shop.till.programmes.current().stamps
    if deal is None:
        raise NoStampCards
    title, dress = imprint(counter.words("Stamp cards"), settings), dress_of(counter.shop)
    with written(counter, to) as file:
        facts = stamp_card_facts(deal, settings)
        draw_stamp_cards(facts, pages, file, dress=dress, imprint=title)


@click.command(
    help=mark("Writes what happened to a customer's points. NUMBER is hers, as `find` tells it.")
)
@click.argument("customer", metavar="NUMBER", type=any_whole)
@click.option("--from", "since", type=day, help=mark("The first day; usually that of the year."))
@click.option("--until", type=day, help=mark("The last day; usually today."))
@output(".pdf")
@pass_counter
def statement(
    counter: Counter, /, customer: int, since: date | None, until: date | None, to: Path
) -> None:
    from reports.statement import write_statement

    shop, last = counter.shop, until or counter.shop.today()
    days = since or date(last.year, 1, 1), last
    in_order(*days, "--from", "--until" if until else last)
    with written(counter, to) as file:
        write_statement(shop, customer, days, file)
