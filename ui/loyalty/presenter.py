"""What the counter does: shows who is there, records a sale, gives what she can have, and takes it back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from app.changes import Kind
from app.errors import ShopError
from app.loyalty.bills import Order, Sold
from app.loyalty.gift_cards import GiftCardEmpty
from app.loyalty.scanned import read_scan, slip_in
from app.people.customers import UnknownCustomer
from reports.sentences import sentence
from ui.loyalty.asking import to_ask
from ui.loyalty.bill import Bill, BillReader, Foreseen, Taken
from ui.loyalty.needs import DeskSide
from ui.loyalty.standing import Standing, passer_by, standing

if TYPE_CHECKING:
    from app.loyalty.till import Till

_SHOWN = frozenset({Kind.CUSTOMERS, Kind.LOYALTY, Kind.COUPONS, Kind.GIFT_CARDS, Kind.SETTINGS})


class CounterView(Protocol):
    """What the counter shows."""

    def show_nobody(self) -> None: ...

    def show_standing(self, standing: Standing) -> None: ...

    def show_foreseen(self, foreseen: Foreseen) -> None: ...

    def show_payment(self, *, points: bool, coupon: str) -> None:
        """Whether points pay, and which coupon is taken."""

    def show_taken(self, taken: Sequence[Taken]) -> None:
        """What lies on the counter besides."""

    def show_amount(self, text: str) -> None: ...

    def take_code(self, text: str) -> None:
        """A code was typed where an amount is."""


class Counter:
    """One customer at a time, somebody who is not known, or nobody."""

    def __init__(self, desk: DeskSide, view: CounterView) -> None:
        self._desk, self._view = desk, view
        self._reader = BillReader(desk.shop, desk.words)
        self._standing: Standing | None = None
        self._bill = Bill()
        self._is_selling = False

    @property
    def customer(self) -> int | None:
        """Who is there, where she is known."""
        return self._standing.id if self._standing else None

    @property
    def is_served(self) -> bool:
        """Whether somebody is there."""
        return self._standing is not None

    def open(self, customer: int | None, coupon: str = "", gift_card: str = "") -> None:
        """She is there, or somebody unknown, perhaps with a coupon or gift card in her hand.

        What was typed before it was known who she is stays hers.
        """
        goes_on = self._standing is not None and self._standing.id in {None, customer}
        bill = self._bill if goes_on else Bill()
        self._bill = replace(
            bill, coupon=coupon or bill.coupon, gift_card=gift_card or bill.gift_card
        )
        self._view.show_amount(self._bill.text)
        self._show(customer)

    def leave(self) -> None:
        """Nobody is there any more."""
        self._standing, self._bill = None, Bill()
        self._view.show_nobody()

    def refresh(self, kinds: frozenset[Kind] = _SHOWN) -> None:
        """The same person as the book knows her now."""
        if self._standing is None:
            self._view.show_nobody()
        elif kinds & _SHOWN and not self._is_selling:
            self._show(self._standing.id)

    def type(self, text: str) -> None:
        """Says what the amount in the field would do; nothing is written."""
        self._bill = replace(self._bill, text=text)
        self._foresee()

    def add_sale(self) -> None:
        """Records the sale of what was typed, or takes the coupon or card whose code it is."""
        # Asked first: between its letters, a code may hold what reads as an amount.
        if self._took_typed_code():
            return
        order = self._order()
        if order is None:
            self._view.show_foreseen(self._not_an_amount())
            return
        sold = self._sell(order)
        if sold is not None and self._standing is not None:
            name = self._standing.name if self._standing.id is not None else ""
            self._bill = Bill()
            self._view.show_amount("")
            self._show(self._standing.id)
            told = self._reader.sold(sold, order, name)
            asked = to_ask(self._desk.shop, self._standing.id, self._desk.words)
            self._desk.tell_step(sold.step, " · ".join(part for part in (told, asked) if part))

    def give(self, reward: str) -> None:
        """Hands over a reward for its points."""
        one, shop = self._standing, self._desk.shop
        if one is None or one.id is None:
            return
        customer = one.id
        spent = self._desk.attempt(lambda: self._till.redeem(customer, reward, shop.moment()))
        if spent is not None:
            words = self._desk.words
            self._desk.tell_step(
                spent.step,
                words("{reward} for {name}", reward=reward, name=words.isolated(one.name)),
            )

    def pay_with_points(self, *, on: bool) -> None:
        """Points pay as much of the bill as they can, or none of it."""
        self._bill = replace(self._bill, points=on)
        self._say_payment()

    def take_coupon(self, code: str) -> None:
        """The coupon comes off the next sale; taken once more, it does not."""
        self._bill = replace(self._bill, coupon="" if code == self._bill.coupon else code)
        self._say_payment()

    def lay_aside(self, what: str) -> None:
        """What lies on the counter, or points, do not pay after all."""
        bill = self._bill
        match what:
            case "coupon":
                self._bill = replace(bill, coupon="")
            case "points":
                self._bill = replace(bill, points=False)
            case _:
                self._bill = replace(bill, gift_card="")
        self._say_payment()

    def stamp(self) -> None:
        """One stamp on her card."""
        self._on_her_card(lambda customer: self._till.stamp(customer, self._desk.shop.moment()))

    def give_for_stamps(self) -> None:
        """Hands over what a full card gives."""
        now = self._desk.shop.moment
        self._on_her_card(lambda customer: self._till.stamps.give(customer, now()))

    def _on_her_card(self, act: Callable[[int], object]) -> None:
        customer = self.customer
        if customer is None:
            return
        done = self._desk.attempt(lambda: act(customer))
        if done:
            self._desk.tell_last()

    @property
    def _till(self) -> "Till":
        return self._desk.shop.till

    def _sell(self, order: Order) -> Sold | None:
        """Meanwhile nothing is shown: what pays for this sale is no more good for the next one."""
        self._is_selling = True
        try:
            return self._desk.attempt(lambda: self._till.sell(order, self._desk.shop.moment()))
        finally:
            self._is_selling = False

    def _show(self, customer: int | None) -> None:
        shop, words = self._desk.shop, self._desk.words
        try:
            one = passer_by(words) if customer is None else standing(shop, customer, words)
        except UnknownCustomer:
            self.leave()
            return
        self._standing = one
        self._keep_what_is_good(one)
        self._view.show_standing(one)
        self._say_payment()

    def _keep_what_is_good(self, one: Standing) -> None:
        """A coupon or card that is not good says why, and lies there no more."""
        bill = self._bill
        if bill.coupon and not self._is_hers(one) and not self._passes(self._why_not_coupon):
            self._bill = bill = replace(bill, coupon="")
        if bill.gift_card and not self._passes(self._why_not_card):
            self._bill = replace(bill, gift_card="")

    def _is_hers(self, one: Standing) -> bool:
        return any(waiting.code == self._bill.coupon for waiting in one.waiting)

    def _passes(self, why_not: Callable[[], ShopError | None]) -> bool:
        def must_be_good() -> bool:
            if (refused := why_not()) is not None:
                raise refused
            return True

        return bool(self._desk.attempt(must_be_good))

    def _why_not_coupon(self) -> ShopError | None:
        shop = self._desk.shop
        return shop.coupons.look_up(self._bill.coupon, shop.moment(), self.customer).why_not

    def _why_not_card(self) -> ShopError | None:
        shop = self._desk.shop
        card, why_not = shop.gift_cards.look_up(self._bill.gift_card, shop.moment())
        if why_not is None and not card.balance:
            return GiftCardEmpty(code=card.code)
        return why_not

    def _took_typed_code(self) -> bool:
        text = self._bill.text.strip()
        is_code = any(map(str.isalpha, text)) and read_scan(self._desk.shop.book, text) is not None
        if is_code:
            self.type("")
            self._view.show_amount("")
            self._view.take_code(text)
        return is_code

    def _say_payment(self) -> None:
        self._view.show_payment(points=self._bill.points, coupon=self._bill.coupon)
        self._foresee()

    def _order(self) -> Order | None:
        one = self._standing
        return self._reader.order(self._bill, one.id, one.points) if one else None

    def _foresee(self) -> None:
        order, one = self._order(), self._standing
        sold = self._reader.foresee(order) if order else None
        with_coupon = one is not None and not self._is_hers(one)
        known = None if isinstance(sold, ShopError) else sold
        taken = self._reader.taken(self._bill, order, known, with_coupon=with_coupon)
        self._view.show_taken(taken)
        if order is None or sold is None:
            starts_with_a_letter = self._bill.text.strip()[:1].isalpha()
            self._view.show_foreseen(self._not_an_amount() if starts_with_a_letter else Foreseen())
        else:
            self._view.show_foreseen(self._reader.foreseen(order, sold))

    def _not_an_amount(self) -> Foreseen:
        words, slip = self._desk.words, slip_in(self._desk.shop.book, self._bill.text)
        amount = words("Type the amount, such as 248 or 21.90.")
        return Foreseen(wrong=sentence(slip, words) if slip else amount)
