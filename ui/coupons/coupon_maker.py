"""New coupons: an offer in fields, the sentence that it makes, and the sheet or the letter it comes with."""

from collections.abc import Sequence
from functools import partial
from typing import BinaryIO

from app.errors import ShopError
from app.keeping.history import StepId
from app.loyalty.codes import own_code
from app.loyalty.letter_offers import LetterOffer
from app.progress import Report
from app.shop import Shop
from app.thanks.letters import letter_names
from app.thanks.lists import people_on
from reports.letter_words import letter_called
from reports.sentences import sentence
from reports.vouchers import COUPON_PAPERS, coupon_paper
from resources.words import Words, mark
from ui.cards.wording import lists, named_list
from ui.coupons import looks
from ui.coupons.asked import ANYONE, LETTER, ONE, PARTS, USUAL, Asked, Texts, is_asked
from ui.coupons.maker import Made
from ui.coupons.reading import Reader, Wish
from ui.coupons.said import wish_said
from ui.coupons.sheets import Came, Drawn, Sheets, issue, look_at, not_drawn, receivers
from ui.loyalty.programme_fields import Misread

_A_FEW = 50
"""Of so many on a list somebody may be written to, whose coupon is shown."""


class CouponMaker:
    """A `Maker`. `named` are people who were chosen elsewhere, and get a coupon each."""

    parts = PARTS

    def __init__(self, shop: Shop, words: Words) -> None:
        self._shop, self._words = shop, words
        self.named: tuple[int, ...] = ()
        self._counts: dict[str, int] = {}

    def usual(self) -> Texts:
        whom = named_list(self.named) if self.named else ANYONE
        return {
            **USUAL,
            "whom": whom,
            "letter": "birthday",
            **looks.usual(self._shop, looks.COUPONS, COUPON_PAPERS),
        }

    def choices(self, key: str) -> Sequence[tuple[str, str]]:
        words = self._words
        if key in looks.KEYS:
            return looks.choices(key, COUPON_PAPERS, words)
        if key == "letter":
            return [(name, letter_called(name, words)) for name in letter_names()]
        if key != "whom":
            return ()
        self._counts.clear()
        tags = list(self._shop.customers.tags())
        listed = lists(tags, self.named, 0, words)
        first = [(ANYONE, words("Anyone")), (ONE, words("One person"))]
        with_letter = (LETTER, words("Whoever gets a letter, by itself"))
        return [*first, with_letter, *listed]

    def is_asked(self, one: Asked, texts: Texts) -> bool:
        if one.key in looks.KEYS:
            return texts.get("whom") != LETTER
        return is_asked(one, texts)

    def read(self, texts: Texts) -> Made:
        wish, look = Reader(self._shop, self._words).wish(texts), looks.Look.of(texts)
        if wish.code:
            must_be_free(self._shop, wish.code, self._words)
        n = wish.count if wish.whom == ANYONE else self._count(wish)
        said = wish_said(wish, n, self._shop.settings.read(), self._words)
        if wish.whom == LETTER:
            act = self._words("Send it along")
            picture = partial(_page, wish, look)
            return Made(said=said, act=act, picture=picture, keep=partial(self._tie, wish))

        def make(shop: Shop, to: BinaryIO, report: Report) -> Drawn:
            looks.remember(shop, looks.COUPONS, look)
            return issue(shop, wish, look, to, report)

        act = self._words.plural("Print {n} coupon", "Print {n} coupons", n)
        return Made(
            said=said,
            act=act,
            picture=partial(_page, wish, look),
            samples={one.design: partial(_page, wish, one) for one in look.others()},
            sheets=Sheets(
                title=mark("Coupons"),
                page=coupon_paper(look.paper).page,
                make=make,
                look=lambda shop, to: look_at(shop, wish, look, to),
                once=True,
            ),
        )

    def done(self, came: Came) -> str:
        return self._words.plural("{n} coupon issued", "{n} coupons issued", came.n)

    def _tie(self, wish: Wish) -> StepId | None:
        offer = LetterOffer(letter=wish.letter, terms=wish.terms, days=wish.days, words=wish.words)
        return self._shop.letter_offers.tie(offer)

    def _count(self, wish: Wish) -> int:
        if wish.whom in {ONE, LETTER}:
            return 1
        if wish.whom not in self._counts:
            found = people_on(self._shop.book, wish.whom, self._shop.asked())
            self._counts[wish.whom] = len(found)
        if not self._counts[wish.whom]:
            raise Misread("whom", self._words("Nobody is on this list"))
        return self._counts[wish.whom]


def must_be_free(shop: Shop, code: str, words: Words) -> None:
    """Raises `Misread` for a code of one's own that is none, or is taken."""
    try:
        own_code(shop.book, code)
    except ShopError as refused:
        raise Misread("code", sentence(refused, words)) from refused


def _page(wish: Wish, look: looks.Look, shop: Shop) -> bytes:
    """The first of them as it will come out. Raises `TextTooLong`."""
    from reports.coupon_sheet import preview_promise
    from reports.coupon_words import coupon_facts
    from reports.dress import wearing_of
    from reports.owned import owned

    people = () if wish.whom == LETTER else receivers(shop, wish, _A_FEW)[:1]
    coupon, style = not_drawn(shop, wish), owned(shop).style(signed=False)
    (facts,) = coupon_facts([coupon], people or [None], shop.settings.read(), style)
    return preview_promise(facts, wearing_of(shop, look.design), coupon_paper(look.paper))
