"""Gift cards to hand over: what they hold, a line by hand, and a code that any scanner reads."""

from collections.abc import Sequence
from functools import partial
from typing import BinaryIO

from app.keeping.settings import Settings
from app.loyalty.codes import grouped
from app.loyalty.gift_card import GiftCard
from app.money import Money
from app.people.customer import Customer
from app.progress import Report, unheard
from reports.codes import bars_within, qr
from reports.coupon_words import language_for, personal_line
from reports.designed import draw_designed
from reports.dress import Wearing
from reports.field import (
    ACCENT,
    BOLD,
    INK2,
    TINT,
    WHITE,
    Field,
    Written,
    touching,
)
from reports.hand.noise import seed_of
from reports.hand.style import Style
from reports.handed_out import Draw, Made, draw_alone, draw_sheets
from reports.offers import validity
from reports.papers import Paper
from reports.promise import Promise
from reports.sentences import money
from reports.sheet import Imprint
from resources.words import words_in

_IMPRINT = Imprint()
_STYLE = Style()
PAPER = touching("gift cards", (180.0, 85.0), 1, 3)
SMALL = touching("gift cards in a purse", (85.0, 54.0), 2, 5)

_SHOP = Written(largest=14.0, fonts=BOLD)
_KIND = Written(largest=12.0, tiny=7.0, colour=INK2, sits=1.0)
_AMOUNT = Written(largest=44.0, tiny=14.0, colour=ACCENT, fonts=BOLD, sits=0.4)
_CODE = Written(largest=11.5, tiny=5.0, fonts=BOLD, align="middle")
_VALID = Written(largest=8.5, tiny=5.5, colour=INK2, leading=1.3, align="middle")
_EDGE, _STUB, _AIR, _QR = 8.0, 46.0, 8.0, 37.7
_LINE = 80.0  # a line by hand reads best when it is not long
_MODULE = 0.3387  # millimetres: four dots of a printer of 300 dots an inch


def gift_card_facts(
    cards: Sequence[GiftCard],
    people: Sequence[Customer | None],
    settings: Settings,
    style: Style = _STYLE,
    *,
    said: str = "",
) -> list[Promise]:
    """One for each with what it holds now; `people` say for whom, `said` is the owner's own line."""
    facts = []
    for card, one in zip(cards, people, strict=True):
        words = words_in(language_for(one, settings))
        facts.append(
            Promise(
                shop=settings.name,
                kind=words("Gift card"),
                offer=money(Money(card.balance, card.currency), words),
                validity=validity(None, card.expires, words),
                line=personal_line(one, said, words("choose what you like best."), words),
                code=card.code,
                language=words.language,
                seed=seed_of(card.code, card.at) >> 1,
                style=style,
            )
        )
    return facts


def draw_gift_cards(
    cards: Sequence[Promise],
    to: BinaryIO,
    report: Report = unheard,
    *,
    wearing: Wearing | None = None,
    paper: Paper = PAPER,
    imprint: Imprint = _IMPRINT,
) -> None:
    """Write sheets, usually of A4 with three gift cards, and marks to cut by. Raises `TextTooLong`."""
    draw_sheets(cards, Made(paper, drawn_in(wearing)), to, report, imprint=imprint)


def preview_gift_card(
    facts: Promise, wearing: Wearing | None = None, paper: Paper = PAPER
) -> bytes:
    """One card as a page of its own size. Raises `TextTooLong`."""
    return draw_alone(facts, Made(paper, drawn_in(wearing)))


def drawn_in(wearing: Wearing | None) -> Draw[Promise]:
    """How one is drawn in a design; without one as plainly as ever."""
    return partial(draw_designed, wearing=wearing) if wearing else _draw


def _draw(one: Field, facts: Promise) -> None:
    wide = one.size[0] - 2 * _EDGE - _STUB - _AIR
    if facts.shop:
        one.mark(facts.shop, (_EDGE, _EDGE), 10.0)
        one.text(facts.shop, (_EDGE + 13.5, _EDGE), (wide - 13.5, 10.0), _SHOP)
    one.text(facts.kind, (_EDGE, 19.0), (wide, 7.0), _KIND)
    one.text(facts.offer, (_EDGE, 26.0), (wide, 19.0), _AMOUNT)
    one.hand(facts.line, (_EDGE, 45.0), (_LINE, 17.0), facts.style, facts.seed)
    fitting = bars_within(facts.code, _MODULE, wide)
    if fitting:
        symbol, module = fitting
        one.symbol(symbol, (_EDGE - 10 * module, 65.5), (symbol.wide * module, 11.5))
    _stub(one, facts)


def _stub(one: Field, facts: Promise) -> None:
    left, high = one.size[0] - _EDGE - _STUB, one.size[1] - 2 * _EDGE
    inset = (_STUB - _QR) / 2
    one.box((left, _EDGE), (_STUB, high), TINT, radius=4.0)
    one.box((left + inset, _EDGE + inset), (_QR, _QR), WHITE, radius=2.0)
    one.symbol(qr(facts.code), (left + inset, _EDGE + inset), (_QR, _QR))
    top = _EDGE + inset + _QR
    one.text(grouped(facts.code), (left + 3.0, top + 2.0), (_STUB - 6.0, 8.0), _CODE)
    if facts.validity:
        room = (_STUB - 6.0, _EDGE + high - top - 12.5)
        one.text(facts.validity, (left + 3.0, top + 10.5), room, _VALID)
