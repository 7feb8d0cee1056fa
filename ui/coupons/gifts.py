"""Gift cards: what the shop still owes on them, and one found by its code."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from app.clock import moment as moment_written
from app.errors import ShopError
from app.loyalty.gift_card import Entry, GiftCard
from app.loyalty.moment import Moment, moment_of
from app.money import Money
from reports.amounts import moved, said
from reports.offers import validity
from reports.sentences import sentence
from resources.words import mark
from ui.coupons.offers import Line, Shown
from ui.coupons.reading import Reader
from ui.coupons.said import code_said
from ui.loyalty.needs import DeskSide
from ui.loyalty.programme_fields import Misread

_MOVED = {
    "sale": mark("Sold"),
    "reload": mark("Loaded"),
    "payment": mark("Paid with it"),
    "refund": mark("Put back from a payment"),
    "sale refund": mark("Paid out"),
    "expiry": mark("Expired"),
    "void": mark("Cancelled"),
    "undo": mark("Taken back"),
}


class GiftsView(Protocol):
    """What the page shows."""

    def show_owed(self, amount: str, detail: str) -> None: ...

    def show_out(self, lines: Sequence[Line]) -> None: ...

    def show_one(self, shown: Shown | None) -> None: ...


class Gifts:
    """One card at a time is looked at."""

    def __init__(self, desk: DeskSide, view: GiftsView) -> None:
        self._desk, self._view = desk, view
        self._code = ""

    def refresh(self) -> None:
        """What is owed and out now, and the card that is looked at as it stands now."""
        cards, words = self._desk.shop.gift_cards.out(), self._desk.words
        owed = self._desk.shop.gift_cards.liability(self._desk.today())
        holding = [one for one in cards if self._is_good(one) and one.balance]
        n = len(holding)
        detail = words.plural("On {n} gift card", "On {n} gift cards", n) if n else ""
        self._view.show_owed(said(owed, words), detail)
        self._view.show_out([self._line(one) for one in cards])
        if self._code:
            self._show()

    def find(self, text: str) -> str:
        """Shows the card of that code; answers why there is none, else an empty text."""
        try:
            self._code = self._desk.shop.gift_cards.find(text).code
        except ShopError as refused:
            return sentence(refused, self._desk.words)
        self._show()
        return ""

    def leave(self) -> None:
        self._code = ""
        self._view.show_one(None)

    def act(self, key: str, answers: Mapping[str, str]) -> tuple[str, str]:
        """Loads, pays, gives back or cancels; answers the field that is wrong and why."""
        shop, words = self._desk.shop, self._desk.words
        try:
            amount = Reader(shop, words).money("amount", {"amount": "", **answers})
            self._verbs(answers, amount)[key](self._code, shop.moment())
        except Misread as misread:
            return misread.field, misread.said
        except ShopError as refused:
            return next(iter(answers)), sentence(refused, words)
        self._desk.tell_last()
        return "", ""

    def _verbs(
        self, answers: Mapping[str, str], amount: int
    ) -> Mapping[str, Callable[[str, Moment], Any]]:
        cards, reason = self._desk.shop.gift_cards, answers.get("reason", "")
        return {
            "pay": lambda code, moment: cards.pay(code, amount, moment),
            "load": lambda code, moment: cards.reload(code, amount, moment),
            "back": lambda code, moment: cards.refund_payment(code, amount, moment),
            "out": lambda code, moment: cards.refund_sale(code, moment, amount=amount or None),
            "void": lambda code, moment: cards.void(code, reason, moment),
        }

    def _is_good(self, card: GiftCard) -> bool:
        return not (card.expires and card.expires < self._desk.today())

    def _line(self, card: GiftCard) -> Line:
        words = self._desk.words
        parts = [self._whose(card), validity(None, card.expires, words)]
        return Line(
            key=card.code,
            words=code_said(card.code, words),
            detail=" · ".join(part for part in parts if part),
            aside=self._amount(card, card.balance),
        )

    def _show(self) -> None:
        shop, words = self._desk.shop, self._desk.words
        card, why = shop.gift_cards.look_up(self._code, shop.moment())
        facts = [("account-outline", self._whose(card))] if card.customer else []
        if card.expires:
            facts.append(("calendar-range-outline", validity(None, card.expires, words)))
        acts = () if card.is_void else ("pay", "load", *self._backs(card), "void")
        entries = reversed(shop.gift_cards.entries(card.code))
        shown = Shown(
            code=card.code,
            title=code_said(card.code, words),
            lead=words("{amount} left", amount=self._amount(card, card.balance)),
            is_good=why is None,
            state=words("Good") if why is None else sentence(why, words),
            facts=tuple(facts),
            history=tuple(self._moved(card, one) for one in entries),
            acts=acts,
        )
        self._view.show_one(shown)

    def _backs(self, card: GiftCard) -> list[str]:
        cards = self._desk.shop.gift_cards
        paid = ["back"] if cards.paid(card) else []
        return [*paid, "out"] if min(card.balance, cards.loaded(card)) > 0 else paid

    def _moved(self, card: GiftCard, entry: Entry) -> tuple[str, str]:
        words, zone = self._desk.words, self._desk.shop.settings.read().zone
        amount = moved(Money(entry.amount, card.currency), words)
        happened = words("{what}, {amount}", what=words(_MOVED[entry.kind]), amount=amount)
        hour = moment_of(moment_written(entry.at), zone, "").hour
        parts = [f"{words.date(entry.day, 'medium')}, {words.isolated(hour)}"]
        parts += [words("by {name}", name=entry.by)] if entry.by else []
        return happened, " · ".join([*parts, *filter(None, [entry.reason])])

    def _whose(self, card: GiftCard) -> str:
        if card.customer is None:
            return ""
        return self._desk.words.isolated(self._desk.shop.customers.get(card.customer).name)

    def _amount(self, card: GiftCard, minor: int) -> str:
        return said(Money(minor, card.currency), self._desk.words)
