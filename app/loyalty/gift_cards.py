"""Gift cards: sold, loaded, paid with, refunded; each verb is one transaction and one step of history."""

from collections.abc import Sequence
from datetime import date

from app.changes import Kind
from app.errors import ShopError
from app.keeping.database import Book
from app.keeping.history import Change, History, StepId
from app.keeping.settings import SettingsBook
from app.loyalty import codes
from app.loyalty import gift_card as rows
from app.loyalty.codes import UnknownCode
from app.loyalty.coupon_rows import root_of
from app.loyalty.coupons import ReasonNeeded
from app.loyalty.gift_card import Entry, GiftCard, Movement
from app.loyalty.moment import Moment, moment_of
from app.money import CurrenciesDiffer, Money
from app.people.customers import UnknownCustomer
from app.values import value

KIND = "gift card entry"
_LOADS = frozenset({"sale", "reload"})


class GiftCardVoided(ShopError):
    """The card `code` was declared void."""


class GiftCardExpired(ShopError):
    """`day` was the last of the card `code`."""


class GiftCardEmpty(ShopError):
    """The card `code` holds nothing any more."""


class BalanceTooLow(ShopError):
    """The card `code` holds `balance`, less than is `wanted`."""


class NotAboveZero(ShopError):
    """Cards are loaded and paid with by an `amount` above zero."""


class ExpiryIsPast(ShopError):
    """A card cannot be sold that was good until `day`."""


class CardRefundTooLarge(ShopError):
    """Of what was paid with the card `code` only `left` can come back to it, less than is `wanted`."""


@value
class Booked:
    """The number of an entry, its amount in minor units, and the card as it stands after it."""

    entry: int
    amount: int
    card: GiftCard


class GiftCards:
    """Amounts are minor units of the shop's currency. Refuses with the facts, `UnknownCode` too."""

    def __init__(self, book: Book, history: History, settings: SettingsBook) -> None:
        self._book = book
        self._history = history
        self._settings = settings

    def sell(
        self,
        amount: int,
        moment: Moment,
        *,
        code: str | None = None,
        expires: date | None = None,
        customer: int | None = None,
        sale: int | None = None,
    ) -> GiftCard:
        """A new card that holds `amount`; `code` is the owner's own. Raises `CodeTaken`, `ExpiryIsPast`."""
        self._must_be_positive(amount)
        if expires and expires < moment.day:
            raise ExpiryIsPast(day=expires)
        with self._book.atomic(Kind.GIFT_CARDS):
            if customer is not None and root_of(self._book, customer) is None:
                raise UnknownCustomer(id=customer)
            given = codes.own_code(self._book, code) if code else self.drawn_code()
            told = {"code": given, "at": moment.at, "by": moment.by, "customer": customer}
            number = rows.write_card(self._book, told | {"currency": self._currency()}, expires)
            codes.enter(self._book, "gift card", [(given, number)], moment.at)
            card = rows.read_card(self._book, number)
            booked = self._book_entry(card, Movement(kind="sale", amount=amount, sale=sale), moment)
            self._tell(
                self._history.begin("sell gift card", by=moment.by, code=booked.card.code), booked
            )
        return booked.card

    def drawn_code(self) -> str:
        """One that nothing has, for a card that is drawn before it is sold."""
        return codes.free_codes(self._book, 1)[0]

    def reload(self, code: str, amount: int, moment: Moment, sale: int | None = None) -> Booked:
        self._must_be_positive(amount)
        with self._book.atomic(Kind.GIFT_CARDS):
            movement = Movement(kind="reload", amount=amount, sale=sale)
            booked = self._book_entry(self.find(code), movement, moment)
            self._tell(
                self._history.begin("load gift card", by=moment.by, code=booked.card.code), booked
            )
        return booked

    def pay(self, code: str, amount: int, moment: Moment) -> Booked:
        """Takes `amount` off the card, for a bill that is no sale of this book. Raises `BalanceTooLow`."""
        with self._book.atomic(Kind.GIFT_CARDS):
            booked = self.enter_payment(code, amount, moment)
            self._tell(
                self._history.begin("pay gift card", by=moment.by, code=booked.card.code), booked
            )
        return booked

    def enter_payment(
        self, code: str, amount: int, moment: Moment, sale: int | None = None
    ) -> Booked:
        """Pays inside the verb and step of a sale, which tells of `stands(booked)` itself."""
        self._must_be_positive(amount)
        movement = Movement(kind="payment", amount=-amount, sale=sale)
        return self._book_entry(self.find(code), movement, moment)

    def refund_payment(
        self, code: str, amount: int, moment: Moment, sale: int | None = None
    ) -> Booked:
        """Gives back to the card what was paid with it. Raises `CardRefundTooLarge`."""
        with self._book.atomic(Kind.GIFT_CARDS):
            booked = self.enter_refund(code, amount, moment, sale)
            self._tell(
                self._history.begin("refund to gift card", by=moment.by, code=booked.card.code),
                booked,
            )
        return booked

    def enter_refund(
        self, code: str, amount: int, moment: Moment, sale: int | None = None
    ) -> Booked:
        """The same inside the verb and step of a refund; with a `sale`, of what was paid in that one."""
        self._must_be_positive(amount)
        card = self.find(code)
        left = self.paid(card, sale)
        if amount > left:
            raise _refund_too_large(card, left, amount)
        return self._book_entry(card, Movement(kind="refund", amount=amount, sale=sale), moment)

    def refund_sale(
        self, code: str, moment: Moment, *, amount: int | None = None, sale: int | None = None
    ) -> Booked:
        """Takes off the card what was loaded, for it is paid out again; never more than it holds.

        With an `amount` that much, or `BalanceTooLow`; without, all that is still there. What is to be
        paid out is minus the amount booked.
        """
        with self._book.atomic(Kind.GIFT_CARDS):
            card = self.find(code)
            there = min(card.balance, self.loaded(card))
            taken = there if amount is None else amount
            self._must_be_positive(taken)
            if taken > there:
                raise _too_low(card, taken, there)
            movement = Movement(kind="sale refund", amount=-taken, sale=sale)
            booked = self._book_entry(card, movement, moment)
            self._tell(
                self._history.begin("refund gift card", by=moment.by, code=booked.card.code), booked
            )
        return booked

    def void(self, code: str, reason: str, moment: Moment) -> Booked:
        """Nobody can pay with it any more, and what it held is gone. Raises `ReasonNeeded`."""
        with self._book.atomic(Kind.GIFT_CARDS):
            card = self.find(code)
            if card.is_void:
                raise GiftCardVoided(code=card.code)
            if not reason.strip():
                raise ReasonNeeded
            rows.set_void(self._book, card.id, void=True)
            movement = Movement(
                kind="void", amount=-card.balance, reason=reason.strip(), needs_good=False
            )
            booked = self._book_entry(card, movement, moment)
            self._tell(
                self._history.begin("void gift card", by=moment.by, code=booked.card.code), booked
            )
        return booked

    def expire(self, moment: Moment) -> list[Booked]:
        """Books out what is left on cards whose last day is over; a card is good through the whole of it."""
        with self._book.atomic(Kind.GIFT_CARDS):
            booked = [
                self._book_entry(
                    card,
                    Movement(kind="expiry", amount=-card.balance, needs_good=False),
                    moment,
                )
                for card in rows.cards_past_their_day(self._book, moment.day)
            ]
            if booked:
                step = self._history.begin(
                    "expire gift card", by=moment.by, n=len(booked), code=booked[0].card.code
                )
                self._history.tell(step, map(stands, booked))
        return booked

    def find(self, code: str) -> GiftCard:
        """The card of the typed or scanned `code`. Raises `UnknownCode`, `MistypedCode`."""
        found = codes.find(self._book, code)
        if found.kind != "gift card":
            raise UnknownCode(code=code.strip())
        return rows.read_card(self._book, found.subject)

    def look_up(self, code: str, moment: Moment) -> tuple[GiftCard, ShopError | None]:
        """The card, and why nobody can pay with it on that day."""
        card = self.find(code)
        return card, _why_not(card, moment)

    def entries(self, code: str) -> list[Entry]:
        return rows.entries_of(self._book, self.find(code).id)

    def out(self, limit: int = 100) -> list[GiftCard]:
        """Cards that are not void, what holds something first, then the newest."""
        return rows.cards_out(self._book, limit)

    def liability(self, on: date) -> Money:
        """What the shop owes on cards that are good on that day."""
        owed = self._book.value(
            "SELECT coalesce(sum(balance), 0) FROM gift_cards"
            " WHERE NOT voided AND ifnull(expires >= ?, 1) AND currency = ?",
            (on.isoformat(), self._currency()),
        )
        return Money(owed, self._currency())

    def paid(self, card: GiftCard, sale: int | None = None) -> int:
        """What was paid with `card` (in `sale`) and did not come back to it."""
        return -sum(
            entry.amount
            for entry in _standing(rows.entries_of(self._book, card.id))
            if entry.kind in {"payment", "refund"} and sale in {None, entry.sale}
        )

    def loaded(self, card: GiftCard) -> int:
        """What was loaded on `card` and not paid out again."""
        return sum(
            entry.amount
            for entry in _standing(rows.entries_of(self._book, card.id))
            if entry.kind in {*_LOADS, "sale refund"}
        )

    def restore(self, changes: Sequence[Change]) -> list[Change]:
        """See `app.keeping.undo.Restore`. Raises `BalanceTooLow` where what is to go was spent since."""
        now = moment_of(self._book.now(), self._settings.read().zone, self._book.by)
        return [self._restore(change, now) for change in changes]

    def _restore(self, change: Change, now: Moment) -> Change:
        wanted = bool(change.before["stands"])
        first, last = rows.first_and_last_word(self._book, change.subject)
        if (last.kind != "undo") == wanted:
            return Change(kind=KIND, subject=change.subject, before={}, after={})
        movement = Movement(
            kind=first.kind if wanted else "undo",
            amount=-last.amount,
            sale=first.sale,
            reverses=last.id,
            needs_good=False,
        )
        card = self._book_entry(rows.read_card(self._book, first.card), movement, now).card
        if (left := self.paid(card, first.sale)) < 0:
            raise _refund_too_large(card, abs(last.amount) + left, abs(last.amount))
        kinds = {entry.kind for entry in _standing(rows.entries_of(self._book, card.id))}
        rows.set_void(self._book, card.id, void="void" in kinds or "sale" not in kinds)
        return _turned(change.subject, now=wanted)

    def _book_entry(self, card: GiftCard, movement: Movement, moment: Moment) -> Booked:
        if movement.needs_good and card.currency != self._currency():
            raise CurrenciesDiffer(one=card.currency, other=self._currency(), field="code")
        entry = rows.move(self._book, card.id, movement, moment)
        now = rows.read_card(self._book, card.id)
        if entry is None:
            refused = _why_not(now, moment) if movement.needs_good else None
            raise refused or _too_low(now, -movement.amount, now.balance)
        return Booked(entry=entry, amount=movement.amount, card=now)

    def _tell(self, step: StepId, booked: Booked) -> None:
        self._history.tell(step, [stands(booked)])

    def _must_be_positive(self, amount: int) -> None:
        if amount <= 0:
            raise NotAboveZero(amount=Money(amount, self._currency()))

    def _currency(self) -> str:
        return self._settings.read().currency


def stands(booked: Booked) -> Change:
    """What the step of a sale or a refund tells of an entry that was booked in it."""
    return _turned(booked.entry, now=True)


def _turned(entry: int, *, now: bool) -> Change:
    return Change(kind=KIND, subject=entry, before={"stands": not now}, after={"stands": now})


def _why_not(card: GiftCard, moment: Moment) -> ShopError | None:
    if card.is_void:
        return GiftCardVoided(code=card.code)
    if card.expires and card.expires < moment.day:
        return GiftCardExpired(code=card.code, day=card.expires)
    return None


def _standing(entries: Sequence[Entry]) -> list[Entry]:
    """Those that nothing has undone."""
    reversed_ = {entry.reverses for entry in entries}
    return [entry for entry in entries if entry.kind != "undo" and entry.id not in reversed_]


def _refund_too_large(card: GiftCard, left: int, wanted: int) -> CardRefundTooLarge:
    return CardRefundTooLarge(
        code=card.code, left=Money(left, card.currency), wanted=Money(wanted, card.currency)
    )


def _too_low(card: GiftCard, wanted: int, balance: int) -> BalanceTooLow:
    return BalanceTooLow(
        code=card.code,
        balance=Money(balance, card.currency),
        wanted=Money(wanted, card.currency),
    )
