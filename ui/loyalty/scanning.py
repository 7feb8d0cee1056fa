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

_CALLED = {"coupon": mark("Coupon {code}"), "gift card": mark("Gift card {code}")}
_ICONS = {"coupon": "ticket-percent-outline", "gift card": "wallet-giftcard"}


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
    """What the scan of `text` does. Where one types something else, an unknown code is just typed."""
    known = read_scan(desk.shop.book, text)
    is_typing = isinstance(field, QLineEdit | QPlainTextEdit) and not isinstance(field, AmountField)
    if known is None and is_typing:
        return None

    def act() -> None:
        desk.window.search.clear()
        desk.window.search.close_results()
        if known is None:
            desk.take_fresh_card(text)
        else:
            _take(desk, known)

    return act


def take(desk: Desk, text: str) -> None:
    """Goes where a code leads that was found by typing."""
    known = read_scan(desk.shop.book, text)
    if known is not None:
        _take(desk, known)


def _take(desk: Desk, known: Scanned) -> None:
    if known.what == "customer":
        desk.serve(known.subject)
    elif known.what == "coupon":
        _take_coupon(desk, known)
    else:
        _take_gift_card(desk, known)


def found(shop: Shop, text: str, words: Words) -> list[Told]:
    """The coupon or gift card of that code, to stand in the list of what was found."""
    known = read_scan(shop.book, text)
    if known is None or known.what == "customer":
        return []
    code = words.isolated(codes.grouped(known.code))
    return [Told(title=words(_CALLED[known.what], code=code), detail="", icon=_ICONS[known.what])]


def _take_coupon(desk: Desk, known: Scanned) -> None:
    """Hers where it is for somebody, else of whoever is at the counter."""
    shop = desk.shop
    here = getattr(desk.window.stack.made("loyalty"), "person_at_hand", None)
    coupon = shop.coupons.find(known.code)
    customer = coupon.customer if coupon.customer is not None else here
    if customer is not None:
        desk.serve(customer, coupon.code)
        return
    desk.window.go("loyalty")
    code = desk.words.isolated(codes.grouped(coupon.code))
    desk.window.tell(
        desk.words("Coupon {code} is for anyone. Say first who is at the counter.", code=code),
        icon="ticket-percent-outline",
    )


def _take_gift_card(desk: Desk, known: Scanned) -> None:
    shop, words = desk.shop, desk.words
    card, why_not = shop.gift_cards.look_up(known.code, shop.moment())
    if why_not is not None:
        desk.explain(why_not)
        return
    left = said(Money(card.balance, shop.till.currency), words)
    code = words.isolated(codes.grouped(card.code))
    told = words("Gift card {code} holds {amount}", code=code, amount=left)
    desk.window.tell(told, icon="wallet-giftcard")
