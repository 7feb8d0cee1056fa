"""The bill of whoever is at the counter, while it is typed: what it will do, and what it did."""

from dataclasses import dataclass

from app.amounts import typed
from app.errors import ShopError
from app.loyalty import codes
from app.loyalty.bills import GiftCardPart, Order, Sold
from app.money import Money
from app.shop import Shop
from reports.amounts import said
from reports.sentences import sentence
from reports.till_words import told
from resources.words import Words
from ui.customers.saying import gained
from ui.loyalty.standing import coupon_said

SOURCE = "counter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """What was typed, and what it is to be paid with; codes as they are kept."""

    text: str = ""
    points: bool = False
    coupon: str = ""
    gift_card: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What the amount that is being typed will do: `earned` and `makes` under the field, `pays` where
    something comes off the bill, or what is `wrong` with it.
    """

    earned: str = ""
    makes: str = ""
    pays: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A coupon or gift card that lies on the counter, or points that pay; `what` it is, in one line."""

    what: str
    words: str


class BillReader:
    """Asks the till what comes of a bill; writes nothing."""

    def __init__(self, shop: Shop, words: Words) -> None:
        self._shop, self._words = shop, words

    def order(self, bill: Bill, customer: int | None, points: int) -> Order | None:
        """None while what was typed is no amount; `points` are those she has."""
        try:
            money = typed(bill.text, self._currency)
        except ShopError:
            return None
        return Order(
            customer=customer,
            total=money.minor,
            source=SOURCE,
            points_spent=points if bill.points else 0,
            coupon=bill.coupon,
            gift_card=self._gift_card(bill.gift_card),
        )

    def foresee(self, order: Order) -> Sold | ShopError:
        """What would come of it, or why it cannot be."""
        try:
            return self._shop.till.foresee(order, self._shop.moment())
        except ShopError as refused:
            return refused

    def foreseen(self, order: Order, sold: Sold | ShopError) -> Foreseen:
        words = self._words
        if isinstance(sold, ShopError):
            return Foreseen(wrong=sentence(sold, words))
        pays = self.pays(order, sold)
        if order.customer is None:
            return Foreseen(pays=pays)
        return Foreseen(
            earned=gained(sold.earned, words),
            makes=words("makes {points}", points=words.number(sold.points)),
            pays=pays,
        )

    def taken(
        self, bill: Bill, order: Order | None, sold: Sold | None, *, with_coupon: bool
    ) -> list[Taken]:
        """What lies on the counter, `with_coupon` where it is not told elsewhere."""
        found = []
        if bill.coupon and with_coupon:
            found.append(Taken(what="coupon", words=self._coupon(bill.coupon)))
        if order and sold and sold.points_spent:
            found.append(Taken(what="points", words=self._points(order, sold)))
        if bill.gift_card:
            paid = sold.card_paid if sold else 0
            found.append(Taken(what="gift card", words=self._card(bill.gift_card, paid)))
        return found

    def sold(self, sold: Sold, order: Order, name: str) -> str:
        """What the notice says of a sale to `name` ("" of somebody unknown); of points where some came."""
        words = self._words
        done = words("Sale recorded: {amount}", amount=self._money(order.total))
        if name and sold.earned:
            done = words.plural(
                "{n} point added for {name}",
                "{n} points added for {name}",
                sold.earned,
                name=words.isolated(name),
            )
        # What is to be paid comes first: where there is little room, the end is cut off.
        parts = (
            self.pays(order, sold),
            done,
            *(told(message, words) for message in sold.messages[:1]),
        )
        return " · ".join(part for part in parts if part)

    def pays(self, order: Order, sold: Sold) -> str:
        if sold.to_pay == order.total:
            return ""
        return self._words("To pay: {amount}", amount=self._money(sold.to_pay))

    @property
    def _currency(self) -> str:
        return self._shop.till.currency

    def _gift_card(self, code: str) -> GiftCardPart | None:
        if not code:
            return None
        return GiftCardPart(code=code, amount=self._shop.gift_cards.find(code).balance)

    def _card(self, code: str, paid: int) -> str:
        words, balance = self._words, self._shop.gift_cards.find(code).balance
        shown = words.isolated(codes.grouped(code))
        if not paid:
            left = self._money(balance)
            return words("Gift card {code} holds {amount}", code=shown, amount=left)
        amount, left = self._money(paid), self._money(balance - paid)
        if paid == balance:
            return words("Gift card {code} pays {amount}, its last", code=shown, amount=amount)
        return words(
            "Gift card {code} pays {amount}, {left} stays on it",
            code=shown,
            amount=amount,
            left=left,
        )

    def _points(self, order: Order, sold: Sold) -> str:
        amount = self._money(order.total - sold.coupon_off - sold.card_paid - sold.to_pay)
        return self._words.plural(
            "{n} point pays {amount}", "{n} points pay {amount}", sold.points_spent, amount=amount
        )

    def _coupon(self, code: str) -> str:
        offer = coupon_said(self._shop, code, self._words)
        return self._words("Coupon: {offer}", offer=offer)

    def _money(self, minor: int) -> str:
        return said(Money(minor, self._currency), self._words)
