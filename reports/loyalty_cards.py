"""Customers' cards, ten on a page: the shop, whose it is, and its number for eyes and for scanners."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from app.keeping.settings import Settings
from app.loyalty.codes import grouped
from app.people.customer import Customer
from app.progress import Report, unheard
from reports.codes import bars_at_most, card_bars, card_qr
from reports.coupon_words import language_for
from reports.dress import NAKED, Dress
from reports.field import BOLD, INK2, WHITE, Field, Written, touching
from reports.handed_out import Made, draw_alone, draw_sheets
from reports.nameplate import draw_name
from reports.papers import CUSTOMER_CARD, Edge
from reports.sheet import Imprint
from resources.words import words_in

_IMPRINT = Imprint()
PAPER = touching("customer cards", CUSTOMER_CARD, 2, 5)

_SHOP = Written(largest=11.0, fonts=BOLD)
_KIND = Written(largest=8.5, tiny=5.0, colour=INK2, sits=0.0)
_NAME = Written(largest=11.0, tiny=5.5, sits=1.0, leading=1.2)
_NUMBER = Written(largest=9.0, tiny=4.0, fonts=BOLD, align="middle")
_UNDER_BARS = Written(largest=10.0, tiny=5.0, align="middle", sits=0.0)
_NOTE = Written(largest=8.0, tiny=5.0, colour=INK2, align="middle", sits=1.0)
_EDGE, _STUB, _QR = 5.0, 31.0, 26.1
_MODULE, _BARS = 0.3387, 13.0  # four dots of a printer of 300 dots an inch; the height of the bars


@dataclass(frozen=True, slots=True, kw_only=True)
class LoyaltyCardFacts:
    """One card; `kind` says what it is and `note` what stands on its back, in `language`.

    Without a `name` it is a blank one, numbered ahead.
    """

    shop: str
    kind: str
    name: str
    number: str
    note: str
    language: str


def loyalty_card_facts(
    numbers: Iterable[str], people: Iterable[Customer | None], settings: Settings
) -> list[LoyaltyCardFacts]:
    """A card with each number; `people` say whose it is, None for a blank one."""
    facts = []
    for number, one in zip(numbers, people, strict=True):
        words = words_in(language_for(one, settings))
        facts.append(
            LoyaltyCardFacts(
                shop=settings.name,
                kind=words("Customer card"),
                name=words.own_way(one.name) if one and one.name != one.card_number else "",
                number=number,
                note=words("Found this card? Please bring it back to us."),
                language=words.language,
            )
        )
    return facts


def draw_loyalty_cards(
    cards: Sequence[LoyaltyCardFacts],
    to: BinaryIO,
    report: Report = unheard,
    *,
    edge: Edge | None = None,
    dress: Dress = NAKED,
    imprint: Imprint = _IMPRINT,
) -> None:
    """Write the cards on the shop's pages; with an `edge`, over which a printer turns them, their backs too.

    Raises `TextTooLong`.
    """
    back = (_back, edge) if edge else None
    paper = touching("customer cards", CUSTOMER_CARD, 2, 5, dress.page)
    made = Made(paper, partial(draw_front, dress), back)
    draw_sheets(cards, made, to, report, imprint=imprint)


def preview_loyalty_card(facts: LoyaltyCardFacts, dress: Dress = NAKED) -> bytes:
    """The front of one card as a page of its own size. Raises `TextTooLong`."""
    return draw_alone(facts, Made(PAPER, partial(draw_front, dress)))


def draw_front(dress: Dress, one: Field, facts: LoyaltyCardFacts) -> None:
    """On a field of a card's size or larger, as the shop is dressed. Raises `TextTooLong`."""
    stub = one.size[0] - _EDGE - _STUB
    wide = stub - _EDGE - 4.0
    draw_name(one, (facts.shop, dress), (_EDGE, _EDGE), (wide, 8.0), _SHOP)
    one.text(facts.kind, (_EDGE, 15.5), (wide, 5.0), _KIND)
    if facts.name:
        high = 16.0
        one.text(facts.name, (_EDGE, one.size[1] - _EDGE - high), (wide, high), _NAME)
    inset = (_STUB - _QR) / 2
    one.box((stub, _EDGE), (_STUB, one.size[1] - 2 * _EDGE), dress.colours.stub, radius=3.0)
    one.box((stub + inset, _EDGE + inset), (_QR, _QR), WHITE, radius=1.5)
    one.symbol(card_qr(facts.number), (stub + inset, _EDGE + inset), (_QR, _QR))
    top = _EDGE + inset + _QR
    room = (_STUB - 4.0, one.size[1] - _EDGE - top)
    one.text(_said(facts), (stub + 2.0, top), room, _NUMBER)


def _back(one: Field, facts: LoyaltyCardFacts) -> None:
    wide = one.size[0] - 2 * _EDGE
    symbol = card_bars(facts.number)
    fitting = symbol and bars_at_most(symbol, _MODULE, one.size[0])
    if fitting:
        symbol, module = fitting
        across = symbol.wide * module
        one.symbol(symbol, ((one.size[0] - across) / 2, 12.0), (across, _BARS))
    one.text(_said(facts), (_EDGE, 13.5 + _BARS), (wide, 6.0), _UNDER_BARS)
    one.text(facts.note, (_EDGE, 38.0), (wide, 10.0), _NOTE)


def _said(facts: LoyaltyCardFacts) -> str:
    """The number as eyes read it, from the left in Hebrew, too."""
    return words_in(facts.language).isolated(grouped(facts.number))
