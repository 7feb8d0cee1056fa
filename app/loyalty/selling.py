"""One sale while it is written down: coupon first, then points, then a gift card; money pays the rest."""

from typing import TYPE_CHECKING

from app.keeping.history import StepId
from app.loyalty import coupon_terms, coupons, gift_cards, rhythm
from app.loyalty.bills import Message, NotABill, Order, Sold
from app.loyalty.earning import Bill, Terms, terms
from app.loyalty.moment import Moment
from app.loyalty.points import Movement
from app.loyalty.programme import Tier
from app.values import value

if TYPE_CHECKING:
    from app.loyalty.till import Till


@value
class _Paid:
    """How a bill is paid, in minor units: what comes off, what a gift card pays, and the rest in money.

    `spent` are the points that take `points_off` off.
    """

    coupon: coupons.Reckoned | None
    coupon_off: int
    points_off: int
    spent: int
    card: int
    money: int

    @property
    def due(self) -> int:
        """What is to be paid by any means but the coupon."""
        return self.points_off + self.card + self.money

    def columns(self) -> dict[str, object]:
        return {
            "coupon_off": self.coupon_off,
            "points_off": self.points_off,
            "card_paid": self.card,
            "paid": self.money,
            "points_spent": self.spent,
        }


@value
class _Before:
    """Who buys, and how she stood before."""

    customer: int
    net: int
    owes: bool
    tier: Tier | None


class Selling:
    """Works within the caller's transaction."""

    def __init__(self, till: "Till", order: Order, moment: Moment) -> None:
        self._till, self._order, self._moment = till, order, moment
        _must_make_sense(order)
        self._programme = till.programmes.current()
        self._customer = None if order.customer is None else till.members.resolve(order.customer)

    def sold(self) -> Sold:
        till, order = self._till, self._order
        step = till.history.begin("sale", by=self._moment.by, n=1, total=order.total)
        was = None if self._customer is None else self._stood(self._customer, step)
        paid = self._paid()
        deal = self._deal(paid)
        amounts = {"currency": till.currency, **paid.columns()}
        sale = till.sales.add(step, order, self._customer, amounts, deal, self._moment)
        self._take(paid, step, sale)
        earned, points = 0, 0
        messages: tuple[Message, ...] = ()
        if was:
            rhythm.after_sale(till.book, was.customer, day=self._moment.day, paid=paid.money)
            earned = self._move_points(was, paid.spent, step, sale, deal)
            points = max(0, was.net + earned - paid.spent)
            messages = self._messages(was, points, deal)
        return Sold(
            sale=sale,
            earned=earned,
            points=points,
            to_pay=paid.money,
            points_spent=paid.spent,
            coupon_off=paid.coupon_off,
            card_paid=paid.card,
            messages=messages,
            step=step,
        )

    def foreseen(self) -> Sold:
        """What would come of the sale, messages apart; nothing is written."""
        paid = self._paid()
        earned, before = self._deal(paid).earned(paid.due), 0
        if self._customer is not None:
            before = self._till.points.available(self._customer, self._moment.day)
            earned += self._birthday_bonus(self._customer)
        return Sold(
            sale=0,
            earned=earned,
            points=before - paid.spent + earned,
            to_pay=paid.money,
            points_spent=paid.spent,
            coupon_off=paid.coupon_off,
            card_paid=paid.card,
        )

    def _paid(self) -> _Paid:
        coupon = self._coupon()
        coupon_off = coupon.discount if coupon else 0
        due = self._order.total - coupon_off
        points_off, spent = self._points_part(due)
        card = self._card_part(due - points_off)
        return _Paid(
            coupon=coupon,
            coupon_off=coupon_off,
            points_off=points_off,
            spent=spent,
            card=card,
            money=due - points_off - card,
        )

    def _take(self, paid: _Paid, step: StepId, sale: int) -> None:
        """The coupon is used, and the gift card pays its part."""
        till, part = self._till, self._order.gift_card
        if paid.coupon:
            used = till.coupons.enter(paid.coupon, self._moment, sale)
            till.history.tell(step, [coupons.stands(used)])
        if paid.card and part:
            booked = till.gift_cards.enter_payment(part.code, paid.card, self._moment, sale)
            till.history.tell(step, [gift_cards.stands(booked)])

    def _birthday_bonus(self, customer: int) -> int:
        bonus = self._programme.earn.birthday
        hers = bonus and self._till.members.is_birthday(customer, self._moment.day)
        return bonus if hers else 0

    def _coupon(self) -> coupons.Reckoned | None:
        order = self._order
        if not order.coupon:
            return None
        lines = [
            coupon_terms.BillLine(
                item=line.name,
                category=line.category,
                amount=line.amount,
                thousandths=line.thousandths,
            )
            for line in order.lines
        ]
        bill = coupon_terms.Bill(total=order.total, lines=lines)
        return self._till.coupons.reckon(order.coupon, bill, self._moment, self._customer)

    def _stood(self, customer: int, step: StepId) -> _Before:
        till = self._till
        net, owes = till.points.stood(step, customer, self._moment)
        tier = till.members.tier(customer, self._programme, self._moment.day)
        return _Before(customer=customer, net=net, owes=owes, tier=tier)

    def _move_points(self, was: _Before, spent: int, step: StepId, sale: int, deal: Terms) -> int:
        """Spends what she pays with, and gives what the sale earns; answers how many that is."""
        points, moment, expiry = self._till.points, self._moment, self._programme.expiry
        offered = self._order.points_spent
        if offered > spent:  # more than the bill takes: they must be there all the same
            points.must_be_there(was.customer, offered, moment.day)
        if spent:
            paid = Movement(customer=was.customer, kind="spend", points=-spent, sale=sale)
            points.spend(step, paid, moment)
        bonus = self._birthday_bonus(was.customer)
        earned = deal.earned(deal.total)
        gifts = ("earn", earned, sale, deal.promotion), ("birthday", bonus, None, "")
        for kind, n, of, reason in gifts:
            if n:
                lot = Movement(
                    customer=was.customer,
                    kind=kind,
                    points=n,
                    lifetime=n,
                    expires=expiry.of(moment.day),
                    idle_days=expiry.inactivity_days,
                    reason=reason,
                    sale=of,
                )
                points.give(step, lot, moment, owes=was.owes)
        return earned + bonus

    def _messages(self, was: _Before, now: int, deal: Terms) -> tuple[Message, ...]:
        members, programme = self._till.members, self._programme
        tiers = was.tier, members.tier(was.customer, programme, self._moment.day)
        return members.messages(programme, max(0, was.net), now, deal, tiers)

    def _points_part(self, due: int) -> tuple[int, int]:
        """What the points take off, and how many they are: never more than there is to pay."""
        asked = self._order.points_spent
        if not asked:
            return 0, 0
        off = self._till.money_of(asked, self._programme)
        return (off, asked) if off <= due else (due, self._till.points_for(due, self._programme))

    def _card_part(self, due: int) -> int:
        """What the gift card is to pay: never more than there is to pay."""
        part = self._order.gift_card
        if part and not due:
            self._till.gift_cards.find(part.code)
        return min(part.amount, due) if part else 0

    def _deal(self, paid: _Paid) -> Terms:
        if self._customer is None:
            return Terms()
        earn, most = self._programme.earn, None
        if earn.daily_limit is not None:
            today = self._till.points.earned_on(self._customer, self._moment.day)
            most = max(0, earn.daily_limit - today)
        base = paid.money + (paid.points_off if earn.on_points_paid else 0)
        base += paid.card if earn.on_gift_card else 0
        bill = Bill(total=paid.due, base=base, lines=self._order.lines)
        return terms(self._programme, bill, on=self._moment.day, hour=self._moment.hour, most=most)


def _must_make_sense(order: Order) -> None:
    if order.total < 0:
        raise NotABill(what="total")
    if order.points_spent < 0:
        raise NotABill(what="points_spent")
    if order.points_spent and order.customer is None:
        raise NotABill(what="customer")
    if any(line.amount < 0 for line in order.lines):
        raise NotABill(what="items.discount")
