"""A gift card to be sold: what it holds, for whom, how long, and the card itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import BinaryIO

from app.loyalty.gift_card import GiftCard
from app.money import Money
from app.progress import Report, unheard
from app.shop import Shop
from reports.amounts import said
from reports.codes import NOT_DRAWN
from reports.offers import validity
from reports.sentences import step
from reports.vouchers import GIFT_PAPERS, gift_paper
from resources.words import Words, mark
from ui.coupons import looks
from ui.coupons.asked import LOOKS, Asked, Texts
from ui.coupons.coupon_maker import must_be_free
from ui.coupons.maker import Made
from ui.coupons.reading import Reader
from ui.coupons.sheets import Came, Drawn, Sheets
from ui.loyalty.programme_fields import Misread


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sold:
    """What is to be sold; `words` are the owner's own line."""

    amount: int
    customer: int | None
    expires: date | None
    code: str
    words: str


class GiftMaker:
    """A `Maker`."""

    parts = (
        (
            mark("The gift card"),
            (
                Asked("amount", mark("What it holds")),
                Asked("last", mark("Good until"), help_words=mark("Empty for ever.")),
                Asked(
                    "person", mark("For whom"), help_words=mark("Name, phone or card, if known.")
                ),
                Asked("code", mark("A code of your own")),
                Asked("words", mark("A line by hand"), help_words=mark("Empty for the usual one.")),
            ),
        ),
        (mark("How it looks"), LOOKS),
    )

    def __init__(self, shop: Shop, words: Words) -> None:
        self._shop, self._words = shop, words

    def usual(self) -> Texts:
        return looks.usual(self._shop, looks.GIFTS, GIFT_PAPERS)

    def choices(self, key: str) -> Sequence[tuple[str, str]]:
        return looks.choices(key, GIFT_PAPERS, self._words) if key in looks.KEYS else ()

    def is_asked(self, _one: Asked, _texts: Texts) -> bool:
        return True

    def read(self, texts: Texts) -> Made:
        sold, words, look = self._sold(texts), self._words, looks.Look.of(texts)
        amount = said(Money(sold.amount, self._shop.settings.read().currency), words)
        parts = [words("A gift card over {amount}", amount=amount)]
        if sold.customer is not None:
            name = words.isolated(self._shop.customers.get(sold.customer).name)
            parts.append(words("For {name}", name=name))
        if sold.expires:
            parts.append(validity(None, sold.expires, words))

        def make(shop: Shop, to: BinaryIO, report: Report) -> Drawn:
            looks.remember(shop, looks.GIFTS, look)
            card = _not_sold(shop, sold, sold.code or shop.gift_cards.drawn_code())
            return Drawn(_draw(shop, card, sold, look, to, report), partial(_sell, shop, card))

        return Made(
            said=". ".join(parts) + ".",
            act=words("Sell and print"),
            picture=partial(_page, sold, look),
            samples={one.design: partial(_page, sold, one) for one in look.others()},
            sheets=Sheets(
                title=mark("Gift card"),
                page=gift_paper(look.paper).page,
                make=make,
                look=lambda shop, to: _draw(shop, _not_sold(shop, sold), sold, look, to, unheard),
                once=True,
            ),
        )

    def done(self, came: Came) -> str:
        """As the step by which it was sold says it, with its code."""
        if came.step is None:
            return self._words("Gift card")
        sold = self._shop.history.step(came.step)
        return step(sold.verb, sold.facts, self._words)

    def _sold(self, texts: Texts) -> _Sold:
        reader = Reader(self._shop, self._words)
        amount = reader.money("amount", texts)
        if not amount:
            raise Misread("amount", self._words("Please write an amount."))
        if texts["code"]:
            must_be_free(self._shop, texts["code"], self._words)
        return _Sold(
            amount=amount,
            customer=reader.person("person", texts) if texts["person"] else None,
            expires=reader.day("last", texts),
            code=texts["code"],
            words=texts["words"],
        )


def _sell(shop: Shop, card: GiftCard) -> GiftCard:
    return shop.gift_cards.sell(
        card.balance,
        shop.moment(),
        code=card.code,
        expires=card.expires,
        customer=card.customer,
    )


def _draw(
    shop: Shop, card: GiftCard, sold: _Sold, look: looks.Look, to: BinaryIO, report: Report
) -> int:
    from reports.coupon_sheet import draw_promises
    from reports.dress import wearing_of
    from reports.gift_cards import gift_card_facts
    from reports.mail import imprint
    from reports.owned import owned
    from resources.words import words_in

    settings, style = shop.settings.read(), owned(shop).style(signed=False)
    person = shop.customers.get(sold.customer) if sold.customer is not None else None
    facts = gift_card_facts([card], [person], settings, style, said=sold.words)
    said = imprint(words_in(settings.language)("Gift card"), settings)
    wearing, paper = wearing_of(shop, look.design), gift_paper(look.paper)
    draw_promises(facts, to, report, wearing=wearing, paper=paper, imprint=said)
    return 1


def _page(sold: _Sold, look: looks.Look, shop: Shop) -> bytes:
    """The card as it will come out. Raises `TextTooLong`."""
    from reports.coupon_sheet import preview_promise
    from reports.dress import wearing_of
    from reports.gift_cards import gift_card_facts
    from reports.owned import owned

    card, settings = _not_sold(shop, sold), shop.settings.read()
    person = shop.customers.get(sold.customer) if sold.customer is not None else None
    style = owned(shop).style(signed=False)
    (facts,) = gift_card_facts([card], [person], settings, style, said=sold.words)
    return preview_promise(facts, wearing_of(shop, look.design), gift_paper(look.paper))


def _not_sold(shop: Shop, sold: _Sold, code: str = "") -> GiftCard:
    """It is not in the book."""
    moment = shop.moment()
    return GiftCard(
        id=0,
        code=code or sold.code or NOT_DRAWN,
        at=moment.at,
        by=moment.by,
        currency=shop.settings.read().currency,
        customer=sold.customer,
        expires=sold.expires,
        balance=sold.amount,
        is_void=False,
    )
