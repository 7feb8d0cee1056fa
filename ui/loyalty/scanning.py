"""What a scan leads to: a card to its customer, a coupon to a bill, a gift card to its balance."""

from collections.abc import Callable
from functools import partial
from typing import TypedDict

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.loyalty import codes
from app.loyalty.scanned import Scanned, read_scan
from app.money import Money
from app.shop import Shop
from reports.amounts import said
from resources.words import Words, mark
from ui.desk import Desk
from ui.loyalty.amount_field import AmountField
from ui.shell.scanner import Scanner

FRESH_NAME = "loyalty.fresh.name"
_CALLED = {
    "coupon": mark("Coupon {code}"),
    "gift card": mark("Gift card {code}"),
    "blank card": mark("Card {code}"),
    "dead card": mark("Card {code}"),
}
_ICONS = {
    "coupon": "ticket-percent-outline",
    "gift card": "wallet-giftcard",
    "blank card": "card-account-details-outline",
    "dead card": "credit-card-off-outline",
}


class Told(TypedDict):
    """A code as the list under the search field tells it."""

    title: str
    detail: str
    icon: str


def listen(desk: Desk) -> Scanner | None:
    """From now on a scan anywhere in the window is heard; None where the window is not shown."""
    window = desk.window.windowHandle()
    return Scanner(window, partial(meant, desk)) if window else None


def meant(desk: Desk, text: str, field: QWidget | None) -> Callable[[], None] | None:
    """What the scan of `text` does. Where one types something else, a card that nobody has is just typed."""
    known = read_scan(desk.shop.book, text)
    is_typing = isinstance(field, QLineEdit | QPlainTextEdit) and not _hears_cards(field)
    is_blank = known is not None and known.what == "blank card"
    if is_typing and (known is None or (is_blank and field is not desk.window.search)):
        return None

    def act() -> None:
        desk.window.search.clear()
        desk.window.search.close_results()
        if known is None:
            desk.take_fresh_card(text)
        else:
            _take(desk, known, _at_hand(field))

    return act


def _hears_cards(field: QWidget) -> bool:
    """Where a card is scanned rather than typed: at the amount, and a fresh one once more for its name."""
    return isinstance(field, AmountField) or field.objectName() == FRESH_NAME


def _at_hand(field: QWidget | None) -> int | None:
    """Whose pane had the keyboard when it was scanned."""
    while field is not None:
        whose: int | None = getattr(field, "whose_sale", None)
        if whose is not None:
            return whose
        field = field.parentWidget()
    return None


def take(desk: Desk, text: str) -> None:
    """Goes where a code leads that was found by typing."""
    known = read_scan(desk.shop.book, text)
    if known is not None:
        _take(desk, known)


def _take(desk: Desk, known: Scanned, at_hand: int | None = None) -> None:
    """`at_hand` is who would be served anyway, where that is not whoever is at the counter."""
    here = _here(desk) if at_hand is None else at_hand
    match known.what:
        case "customer":
            desk.serve(known.subject)
        case "coupon":
            _take_coupon(desk, known, here)
        case "gift card":
            desk.serve(here, gift_card=known.code)
        case "blank card":
            desk.take_fresh_card(known.code)
        case "dead card":
            desk.tell_dead_card(known)


def _here(desk: Desk) -> int | None:
    """Who is at the counter, where she is known."""
    here: int | None = getattr(desk.window.stack.made("loyalty"), "person_at_hand", None)
    return here


def found(shop: Shop, text: str, words: Words) -> list[Told]:
    """The coupon or gift card of that code, to stand in the list of what was found."""
    known = read_scan(shop.book, text)
    if known is None or known.what not in _CALLED:
        return []
    code = words.isolated(codes.grouped(known.code))
    return [
        Told(
            title=words(_CALLED[known.what], code=code),
            detail=_detail(shop, known, words),
            icon=_ICONS[known.what],
        )
    ]


def _detail(shop: Shop, known: Scanned, words: Words) -> str:
    """What a gift card holds, and when a dead card was replaced."""
    if known.what == "gift card":
        balance = Money(shop.gift_cards.find(known.code).balance, shop.till.currency)
        return said(balance, words)
    if known.what == "blank card":
        return words("Nobody has it yet")
    return words("Replaced on {day}", day=words.date(known.day)) if known.day else ""


def _take_coupon(desk: Desk, known: Scanned, here: int | None) -> None:
    """Hers where it is for somebody, else of whoever is `here`, known or not."""
    coupon = desk.shop.coupons.find(known.code)
    customer = coupon.customer if coupon.customer is not None else here
    desk.serve(customer, coupon.code)
