"""What the counter does: shows who is there, records a sale, gives what she can have, and takes it back."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.amounts import typed
from app.changes import Kind
from app.errors import ShopError
from app.loyalty.bills import Order, Sold
from app.money import Money
from app.people.customers import UnknownCustomer
from reports.amounts import said
from reports.sentences import sentence
from reports.till_words import told
from ui.customers.saying import gained
from ui.loyalty.needs import DeskSide
from ui.loyalty.standing import Standing, standing

if TYPE_CHECKING:
    from app.loyalty.till import Till

SOURCE = "counter"
_SHOWN = frozenset({Kind.CUSTOMERS, Kind.LOYALTY, Kind.COUPONS, Kind.SETTINGS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What the amount that is being typed will do: `earned` and `makes` under the field, `pays` where
    something comes off the bill, or what is `wrong` with it.
    """

    earned: str = ""
    makes: str = ""
    pays: str = ""
    wrong: str = ""


class CounterView(Protocol):
    """What the counter shows."""

    def show_nobody(self) -> None: ...

    def show_standing(self, standing: Standing) -> None: ...

    def show_foreseen(self, foreseen: Foreseen) -> None: ...

    def show_payment(self, *, points: bool, coupon: str) -> None:
        """Whether points pay, and which coupon is taken."""

    def clear_amount(self) -> None: ...


class Counter:
    """One customer at a time, or nobody."""

    def __init__(self, desk: DeskSide, view: CounterView) -> None:
        self._desk, self._view = desk, view
        self._standing: Standing | None = None
        self._points, self._coupon, self._text = False, "", ""

    @property
    def customer(self) -> int | None:
        """Who is there."""
        return self._standing.id if self._standing else None

    def open(self, customer: int, coupon: str = "") -> None:
        """Somebody new is there, perhaps with a coupon in her hand."""
        self._points, self._coupon, self._text = False, coupon, ""
        self._view.clear_amount()
        self._show(customer)

    def leave(self) -> None:
        """Nobody is there any more."""
        self._standing = None
        self._view.show_nobody()

    def refresh(self, kinds: frozenset[Kind] = _SHOWN) -> None:
        """The same person as the book knows her now."""
        if self._standing is None:
            self._view.show_nobody()
        elif kinds & _SHOWN:
            self._show(self._standing.id)

    def type(self, text: str) -> None:
        """Says what the amount in the field would do; nothing is written."""
        self._text = text
        self._view.show_foreseen(self._foreseen())

    def add_sale(self) -> None:
        """Records the sale of what was typed."""
        order = self._order()
        if order is None:
            self._view.show_foreseen(self._foreseen(is_asked=True))
            return
        sold = self._desk.attempt(lambda: self._till.sell(order, self._desk.shop.moment()))
        if sold is not None and self._standing is not None:
            self._points, self._coupon, self._text = False, "", ""
            self._view.clear_amount()
            self._show(self._standing.id)
            self._desk.tell_step(sold.step, self._sold(sold, order))

    def give(self, reward: str) -> None:
        """Hands over a reward for its points."""
        one, shop = self._standing, self._desk.shop
        if one is None:
            return
        spent = self._desk.attempt(lambda: self._till.redeem(one.id, reward, shop.moment()))
        if spent is not None:
            words = self._desk.words
            self._desk.tell_step(
                spent.step,
                words("{reward} for {name}", reward=reward, name=words.isolated(one.name)),
            )

    def pay_with_points(self, *, on: bool) -> None:
        """Points pay as much of the bill as they can, or none of it."""
        self._points = on
        self._say_payment()

    def take_coupon(self, code: str) -> None:
        """The coupon comes off the next sale; taken once more, it does not."""
        self._coupon = "" if code == self._coupon else code
        self._say_payment()

    def stamp(self) -> None:
        """One stamp on her card."""
        one, shop = self._standing, self._desk.shop
        if one and self._desk.attempt(lambda: self._till.stamp(one.id, shop.moment())):
            self._desk.tell_last()

    def give_for_stamps(self) -> None:
        """Hands over what a full card gives."""
        one, shop = self._standing, self._desk.shop
        if one and self._desk.attempt(lambda: self._till.stamps.give(one.id, shop.moment())):
            self._desk.tell_last()

    @property
    def _till(self) -> "Till":
        return self._desk.shop.till

    def _show(self, customer: int) -> None:
        try:
            self._standing = standing(self._desk.shop, customer, self._desk.words)
        except UnknownCustomer:
            self.leave()
            return
        if self._coupon not in {"", *(one.code for one in self._standing.waiting)}:
            self._coupon = self._coupon if self._is_good(self._coupon) else ""
        self._view.show_standing(self._standing)
        self._say_payment()

    def _is_good(self, code: str) -> bool:
        """A coupon for anybody that was scanned here; one that is not good says why."""
        shop = self._desk.shop
        state = self._desk.attempt(lambda: shop.coupons.look_up(code, shop.moment(), self.customer))
        if state is not None and state.why_not is not None:
            refused = state.why_not
            self._desk.attempt(lambda: _refuse(refused))
        return state is not None and state.why_not is None

    def _say_payment(self) -> None:
        self._view.show_payment(points=self._points, coupon=self._coupon)
        self._view.show_foreseen(self._foreseen())

    def _order(self) -> Order | None:
        """The bill as it stands in the field; None when it is none."""
        one = self._standing
        try:
            money = typed(self._text, self._till.currency)
        except ShopError:
            return None
        return Order(
            customer=one.id if one else None,
            total=money.minor,
            source=SOURCE,
            points_spent=one.points if one and self._points else 0,
            coupon=self._coupon,
        )

    def _foreseen(self, *, is_asked: bool = False) -> Foreseen:
        words, order = self._desk.words, self._order()
        if order is None:
            is_wrong = is_asked or any(sign.isalpha() for sign in self._text.strip()[:1])
            return Foreseen(
                wrong=words("Type the amount, such as 248 or 21.90.") if is_wrong else ""
            )
        try:
            sold = self._till.foresee(order, self._desk.shop.moment())
        except ShopError as refused:
            return Foreseen(wrong=sentence(refused, words))
        return Foreseen(
            earned=gained(sold.earned, words),
            makes=words("makes {points}", points=words.number(sold.points)),
            pays=self._pays(sold, order),
        )

    def _pays(self, sold: Sold, order: Order) -> str:
        if sold.to_pay == order.total:
            return ""
        return self._desk.words("To pay: {amount}", amount=self._money(sold.to_pay))

    def _sold(self, sold: Sold, order: Order) -> str:
        words, name = self._desk.words, self._standing.name if self._standing else ""
        done = words.plural(
            "{n} point added for {name}",
            "{n} points added for {name}",
            sold.earned,
            name=words.isolated(name),
        )
        parts = [done, *(told(message, words) for message in sold.messages[:1])]
        if pays := self._pays(sold, order):
            parts.append(pays)
        return " · ".join(parts)

    def _money(self, minor: int) -> str:
        return said(Money(minor, self._till.currency), self._desk.words)


def _refuse(why: ShopError) -> None:
    raise why
