"""One sale while it is written down: coupon first, then points, then a gift card; money pays the rest."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from app.keeping.history import StepId
from app.loyalty import coupon_terms, coupons, gift_cards, rhythm
from app.loyalty.bills import NotABill, Order, Sold
from app.loyalty.earning import Bill, Terms, terms
from app.loyalty.moment import Moment
from app.loyalty.points import Movement
from app.loyalty.programme import Programme, Tier

if TYPE_CHECKING:
    from app.loyalty.till import Till


@dataclass(frozen=True, slots=True, kw_only=True)
class _Before:
    """Who buys, and how she stood before."""

    customer: int
    net: int
    tier: Tier | None


class Selling:
    """Works within the caller's transaction."""

    def __init__(self, till: "Till", order: Order, moment: Moment) -> None:
        self._till, self._order, self._moment = till, order, moment
        _must_make_sense(order)
        self._customer = None if order.customer is None else till.members.resolve(order.customer)

    @cached_property
    def _programme(self) -> Programme:
        return self._till.programmes.current()

    def sold(self) -> Sold:
        till, order = self._till, self._order
        step = till.history.begin("sale", n=1, total=order.total)
        was = None if self._customer is None else self._stood(self._customer, step)
        coupon = self._coupon()
        coupon_off = coupon.discount if coupon else 0
        due = order.total - coupon_off
        points_off, spent = self._points_part(due)
        card_paid = self._card_part(due - points_off)
        paid = due - points_off - card_paid
        deal = self._deal(due, paid, points_off, card_paid)
        amounts: dict[str, object] = {
            "currency": till.currency,
            "coupon_off": coupon_off,
            "points_off": points_off,
            "card_paid": card_paid,
            "paid": paid,
            "points_spent": spent,
        }
        sale = till.sales.add(step, order, self._customer, amounts, deal, self._moment)
        if coupon:
            used = till.coupons.enter(coupon, self._moment, sale)
            till.history.tell(step, [coupons.stands(used)])
        if card_paid and order.gift_card:
            booked = till.gift_cards.enter_payment(
                order.gift_card.code, card_paid, self._moment, sale
            )
            till.history.tell(step, [gift_cards.stands(booked)])
        found = Sold(
            sale=sale,
            earned=0,
            points=0,
            to_pay=paid,
            points_spent=spent,
            coupon_off=coupon_off,
            card_paid=card_paid,
            step=step,
        )
        return self._with_points(found, step, deal, was) if was else found

    def foreseen(self) -> Sold:
        """What would come of the sale, messages apart; nothing is written."""
        till, order, day = self._till, self._order, self._moment.day
        coupon = self._coupon()
        coupon_off = coupon.discount if coupon else 0
        due = order.total - coupon_off
        points_off, spent = self._points_part(due)
        card_paid = self._card_part(due - points_off)
        paid = due - points_off - card_paid
        earned, before = self._deal(due, paid, points_off, card_paid).earned(due), 0
        if self._customer is not None:
            before = till.points.available(self._customer, day, self._programme.expiry)
            earned += self._birthday_bonus(self._customer)
        return Sold(
            sale=0,
            earned=earned,
            points=before - spent + earned,
            to_pay=paid,
            points_spent=spent,
            coupon_off=coupon_off,
            card_paid=card_paid,
        )

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

    def _stood(self, customer: int, step: StepId) -> "_Before":
        """What she has lost by staying away is written down first."""
        points, day, expiry = self._till.points, self._moment.day, self._programme.expiry
        points.lapse(step, customer, self._moment, expiry)
        return _Before(
            customer=customer,
            net=points.net(customer, day, expiry),
            tier=self._till.members.tier(customer, self._programme, day),
        )

    def _with_points(self, found: Sold, step: StepId, deal: Terms, was: "_Before") -> Sold:
        till, day, customer = self._till, self._moment.day, was.customer
        programme, expiry = self._programme, self._programme.expiry
        rhythm.after_sale(till.book, customer, day=day, paid=found.to_pay)
        if found.points_spent:
            paid = Movement(
                customer=customer, kind="spend", points=-found.points_spent, sale=found.sale
            )
            till.points.spend(step, paid, self._moment, expiry)
        earned = self._earn(step, customer, found.sale, deal)
        now = max(0, was.net + earned - found.points_spent)
        tiers = was.tier, till.members.tier(customer, programme, day)
        messages = till.members.messages(programme, max(0, was.net), now, deal, tiers)
        return replace(found, earned=earned, points=now, messages=messages)

    def _earn(self, step: StepId, customer: int, sale: int, deal: Terms) -> int:
        lot = Movement(
            customer=customer,
            kind="earn",
            points=deal.earned(deal.total),
            expires=self._programme.expiry.of(self._moment.day),
            reason=deal.promotion,
            sale=sale,
        )
        bonus = self._birthday_bonus(customer)
        gifts = [lot]
        if bonus:
            gifts.append(replace(lot, kind="birthday", points=bonus, reason="", sale=None))
        for gift in gifts:
            if gift.points:
                self._till.points.give(step, replace(gift, lifetime=gift.points), self._moment)
        return sum(gift.points for gift in gifts)

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
        return min(part.amount, due) if part else 0

    def _deal(self, due: int, paid: int, points_off: int, card_paid: int) -> Terms:
        if self._customer is None:
            return Terms()
        earn, most = self._programme.earn, None
        if earn.daily_limit is not None:
            today = self._till.points.earned_on(self._customer, self._moment.day)
            most = max(0, earn.daily_limit - today)
        base = paid + (points_off if earn.on_points_paid else 0)
        base += card_paid if earn.on_gift_card else 0
        bill = Bill(total=due, base=base, lines=self._order.lines)
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
