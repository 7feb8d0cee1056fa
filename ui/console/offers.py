"""The commands that print what the till takes and tells: coupons, gift cards, cards, statements."""

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from app.loyalty.stamps import NoStampCards
from app.money import Money, NotMoney
from ui.console.counter import Counter, pass_counter
from ui.console.options import day, output, progress
from ui.console.paper import people, written

if TYPE_CHECKING:
    from app.loyalty.coupon import Coupon
    from app.loyalty.coupon_terms import CouponKind, Terms
    from app.loyalty.gift_card import GiftCard
    from app.loyalty.moment import Moment
    from app.people.customer import Customer
    from app.shop import Shop

_FULL = 100  # percent
_SHARE = re.compile(r"\d{1,3}(\.\d+)?", re.ASCII)


def _percent(_context: object, _option: object, text: str | None) -> int | None:
    """Hundredths of a percent."""
    if text is None:
        return None
    share = Decimal(text) * _FULL if _SHARE.fullmatch(text) else Decimal(0)
    if share % 1 or not 0 < share <= _FULL**2:
        raise click.BadParameter(f"{text!r} is no percentage such as 10 or 12.5.")
    return int(share)


_whole = click.IntRange(min=1)
_count = click.option("--count", type=_whole, help="How many for anyone.")
_design = click.option(
    "--design", default="", help="calm, colour, ticket, garden, cafe or certificate."
)
_to = click.option("--to", "to_list", help="For whom: the name of a list.")


@click.command()
@click.option(
    "--offer",
    required=True,
    help='What the offer is called; alone it says what it gives: "10 %", "50 Kč", or something free.',
)
@_to
@_count
@click.option("--percent", callback=_percent, help="So many percent off.")
@click.option("--amount", help="So much money off.")
@click.option("--item", default="", help="What is free, or what the offer is for.")
@click.option("--buy", type=_whole, help="With --get: buy so many …")
@click.option("--get", "gets", type=_whole, help="… and get so many free.")
@click.option("--cap", help="The most it takes off.")
@click.option("--min-total", default="0", help="What must be spent at least.")
@click.option("--valid-from", type=day, help="Its first day.")
@click.option("--valid-to", type=day, help="Its last day.")
@click.option("--days", type=click.IntRange(min=0), help="Good for so many days from today.")
@click.option("--words", "said", default="", help="Your own words, written by hand.")
@click.option("--hand", help="The hand, as for cards.")
@click.option("--ink", default="blue", help="The ink, as for cards.")
@_design
@click.option("--paper", default="", help="A4x8, or as vouchers of their own DL, DLx2, A6 or A6x2.")
@output(".pdf")
@pass_counter
def coupons(counter: Counter, /, **asked: Any) -> None:
    """Issues a coupon for each on a list, or so many for anyone, and writes the sheets."""
    _issue(counter, _Offer(**asked))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Offer:
    """What was asked for on the command line."""

    offer: str
    to_list: str | None
    count: int | None
    percent: int | None
    amount: str | None
    item: str
    buy: int | None
    gets: int | None
    cap: str | None
    min_total: str
    valid_from: date | None
    valid_to: date | None
    days: int | None
    said: str
    hand: str | None
    ink: str
    design: str
    paper: str
    to: Path

    def __post_init__(self) -> None:
        kinds = [self.percent is not None, self.amount is not None, self.is_bundle]
        if not self.offer.strip():
            raise click.UsageError("Say what the offer is called.")
        if sum(kinds) > 1:
            raise click.UsageError("Say one of --percent, --amount, --item, or --buy with --get.")
        if self.is_bundle and not (self.buy and self.gets):
            raise click.UsageError("--buy and --get belong together.")
        if self.valid_to and self.days is not None:
            raise click.UsageError("Say --valid-to or --days.")
        if self.to_list and self.count:
            raise click.UsageError("Say for whom: --to LIST, or --count N for anyone.")

    @property
    def says_what(self) -> bool:
        """Whether more than the name of the offer tells what it gives."""
        return self.percent is not None or bool(self.amount or self.item.strip() or self.is_bundle)

    @property
    def is_bundle(self) -> bool:
        return bool(self.buy or self.gets)

    @property
    def kind(self) -> "CouponKind":
        if self.percent is not None:
            return "percent"
        if self.amount is not None:
            return "amount"
        return "bundle" if self.is_bundle else "item"

    def terms(self, called: "Callable[[str], Terms]", currency: str, issued: date) -> "Terms":
        """`called` knows what an offer gives by its name alone. Raises `NotMoney` and `NotTerms`."""
        terms = (
            self._said(currency) if self.says_what else self._named(called(self.offer), currency)
        )
        return terms if self.days is None else terms.lasting(self.days, issued)

    def _named(self, known: "Terms", currency: str) -> "Terms":
        """As the offer of that name is, but for what is said besides."""
        least = Money.of(self.min_total, currency).minor
        return replace(
            known,
            cap=Money.of(self.cap, currency).minor if self.cap else known.cap,
            min_total=least or known.min_total,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
        )

    def _said(self, currency: str) -> "Terms":
        from app.loyalty.coupon_terms import Terms

        off = self.percent if self.amount is None else Money.of(self.amount, currency).minor
        if self.amount is not None and (off or 0) <= 0:
            raise NotMoney(text=self.amount, currency=currency)
        return Terms(
            kind=self.kind,
            value=(off or 0) if self.kind != "item" else 1,
            item=self.item.strip(),
            buy=self.buy or 0,
            get=self.gets or 0,
            cap=Money.of(self.cap, currency).minor if self.cap else None,
            min_total=Money.of(self.min_total, currency).minor,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
        )


def _issue(counter: Counter, asked: _Offer) -> None:
    """What cannot be written is not issued; nobody waits until it is drawn."""
    from reports.coupon_sheet import draw_promises
    from reports.coupon_words import coupon_facts
    from reports.dress import wearing_of
    from reports.files import scratch_file
    from reports.mail import imprint
    from reports.owned import owned
    from reports.vouchers import coupon_paper

    shop, title = counter.shop, counter.words("Coupons")
    settings, moment = shop.settings.read(), shop.moment()
    wearing, paper = wearing_of(shop, asked.design), coupon_paper(asked.paper)
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
    return terms_called(shop.book, name, currency, {sign(currency, counter.words)})


def _unissued(
    shop: "Shop", asked: _Offer, terms: "Terms", chosen: Sequence["Customer"], moment: "Moment"
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
        raise click.UsageError("Say for whom: --to LIST, or --count N for anyone.")


@click.command("loyalty-cards")
@_to
@_count
@click.option(
    "--backs", type=click.Choice(["long", "short"]), help="Backs too, turned over that edge."
)
@output(".pdf")
@pass_counter
def loyalty_cards(counter: Counter, /, backs: str | None, to: Path, **asked: Any) -> None:
    """Writes a customer card for each on a list, or so many blank ones, numbered ahead."""
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


@click.command("gift-cards")
@click.option("--amount", required=True, help="What each of them holds.")
@click.option("--count", type=_whole, default=1, help="How many are sold.")
@click.option("--valid-to", type=day, help="Their last day.")
@click.option("--words", "said", default="", help="Your own words, written by hand.")
@_design
@click.option(
    "--paper", default="", help="A4x3, A4x10 as small as a bank card, DL, DLx2, A6 or A6x2."
)
@output(".pdf")
@pass_counter
def gift_cards(counter: Counter, /, to: Path, **asked: Any) -> None:
    """Sells gift cards and writes them, usually three on a page."""
    from reports.coupon_sheet import draw_promises
    from reports.dress import wearing_of
    from reports.files import scratch_file
    from reports.gift_cards import gift_card_facts
    from reports.mail import imprint
    from reports.owned import owned
    from reports.vouchers import gift_paper

    shop, title = counter.shop, counter.words("Gift cards")
    settings = shop.settings.read()
    amount = Money.of(asked["amount"], settings.currency).minor
    style = owned(shop).style(signed=False)
    wearing, paper = wearing_of(shop, asked["design"]), gift_paper(asked["paper"])

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


@click.command("stamp-cards")
@click.option("--pages", type=_whole, default=1, help="How many sheets of ten cards.")
@output(".pdf")
@pass_counter
def stamp_cards(counter: Counter, /, pages: int, to: Path) -> None:
    """Writes stamp cards of the deal that holds now, ten on a page."""
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


@click.command()
@click.argument("customer", type=int)
@click.option("--from", "since", type=day, help="The first day; usually that of this year.")
@click.option("--until", type=day, help="The last day; usually today.")
@output(".pdf")
@pass_counter
def statement(
    counter: Counter, /, customer: int, since: date | None, until: date | None, to: Path
) -> None:
    """Writes what happened to the points of a customer (her number, as `find` tells it)."""
    from reports.statement import write_statement

    shop, today = counter.shop, counter.shop.today()
    days = since or date(today.year, 1, 1), until or today
    if days[1] < days[0]:
        raise click.UsageError("--until lies before --from.")
    with written(counter, to) as file:
        write_statement(shop, customer, days, file)
