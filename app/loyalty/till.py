"""The till: who works there, and what can be done at it; each verb is one transaction and one step."""

from collections.abc import Sequence
from datetime import date

from app.changes import Kind
from app.keeping.database import Book
from app.keeping.history import History, StepId
from app.keeping.settings import SettingsBook
from app.loyalty.bills import Back, Order, Refunded, Sold, Spent
from app.loyalty.coupons import Coupons
from app.loyalty.gift_cards import GiftCards
from app.loyalty.members import Members
from app.loyalty.moment import Moment
from app.loyalty.points import Movement, Points
from app.loyalty.programme import Programme
from app.loyalty.programmes import Programmes
from app.loyalty.sales import Sales
from app.loyalty.stamps import Card, Stamps
from app.loyalty.what_if import Rehearsal, WhatIf
from app.progress import Report, unheard
from app.values import value


@value
class Till:
    """Put together once in `app.shop`; `currency` is the shop's."""

    book: Book
    history: History
    programmes: Programmes
    points: Points
    sales: Sales
    members: Members
    coupons: Coupons
    gift_cards: GiftCards
    stamps: Stamps
    currency: str

    def sell(self, order: Order, moment: Moment) -> Sold:
        """Writes a sale down, takes what it is paid with, and gives what it earns.

        Raises `UnknownCustomer`, `NotABill`, `NotEnoughPoints`, and what coupons and gift cards raise;
        then nothing has happened.
        """
        from app.loyalty.selling import Selling

        with self.book.atomic(Kind.LOYALTY):
            return Selling(self, order, moment).sold()

    def foresee(self, order: Order, moment: Moment) -> Sold:
        """What selling would earn and leave to pay; writes nothing, and raises what coupons raise."""
        from app.loyalty.selling import Selling

        return Selling(self, order, moment).foreseen()

    def refund(
        self, sale: int, moment: Moment, *, total: int | None = None, items: Sequence[Back] = ()
    ) -> Refunded:
        """Takes back `total` minor units, or `items`, or without either what is left of a sale.

        Raises `UnknownSale`, `RefundTooLarge`, `NothingToRefund`, and `CurrenciesDiffer` for a sale of
        before the shop had another currency.
        """
        from app.loyalty.refunding import Refunding

        with self.book.atomic(Kind.LOYALTY):
            return Refunding(self, self.sales.get(sale), moment).refunded(total, items)

    def foresee_refund(
        self, sale: int, moment: Moment, *, total: int | None = None, items: Sequence[Back] = ()
    ) -> Refunded:
        """What such a refund would do; nothing of it stays. Raises what `refund` does, and `Busy`."""
        with self.book.taken_back(waits=False):
            return self.refund(sale, moment, total=total, items=items)

    def redeem(
        self, customer: int, reward: str, moment: Moment, *, times: int = 1, sale: int | None = None
    ) -> Spent:
        """Gives a reward for points. Raises `UnknownReward`, `NotEnoughPoints`, `UnknownCustomer`."""
        from app.loyalty.redeeming import redeem

        with self.book.atomic(Kind.LOYALTY):
            return redeem(self, customer, reward, moment, times=times, sale=sale)

    def spend(
        self, customer: int, points: int, moment: Moment, *, sale: int | None = None
    ) -> Spent:
        """Spends points as money. Raises `NotEnoughPoints`, `NotABill`, `UnknownCustomer`."""
        from app.loyalty.redeeming import spend

        with self.book.atomic(Kind.LOYALTY):
            return spend(self, customer, points, moment, sale=sale)

    def adjust(self, customer: int, points: int, reason: str, moment: Moment) -> StepId:
        """Puts a balance right by hand. Raises `NoReason`, `NotEnoughPoints`, `UnknownCustomer`."""
        expiry = self.programmes.current().expiry
        return self.points.adjust(self.members.resolve(customer), points, reason, moment, expiry)

    def stamp(self, customer: int, moment: Moment, *, stamps: int = 1) -> list[Card]:
        """Raises `NoStampCards`, `TooSoon`, `TooManyStamps`, `UnknownCustomer`."""
        deal = self.programmes.current().stamps
        return self.stamps.stamp(self.members.resolve(customer), deal, moment, stamps=stamps)

    def welcome(self, customer: int, moment: Moment, step: StepId | None = None) -> int:
        """Gives the bonus for signing up, within `step` or one of its own; answers how many points."""
        programme = self.programmes.current()
        bonus = programme.earn.signup
        if not bonus:
            return 0
        with self.book.atomic(Kind.LOYALTY):
            step = step or self.history.begin("welcome", by=moment.by, n=1, points=bonus)
            gift = Movement(
                customer=customer,
                kind="signup",
                points=bonus,
                lifetime=bonus,
                expires=programme.expiry.of(moment.day),
                idle_days=programme.expiry.inactivity_days,
            )
            self.points.give(step, gift, moment)
        return bonus

    def money_of(self, points: int, programme: Programme) -> int:
        """Minor units that so many points pay; fractions are dropped."""
        return programme.worth(points, self.currency)

    def points_for(self, minor: int, programme: Programme) -> int:
        """The fewest points that pay so much."""
        return programme.points_for(minor, self.currency)

    def what_if(
        self, programme: Programme, since: date, until: date, zone: str, report: Report = unheard
    ) -> WhatIf:
        """That programme and today's run over past sales; takes as long as they are many, so it is a job."""
        today = self.programmes.current()
        rehearsal = Rehearsal(self.book, today, programme, currency=self.currency)
        return rehearsal.run(since, until, zone, report)


def open_till(book: Book, history: History, settings: SettingsBook) -> Till:
    points = Points(book, history)
    return Till(
        book=book,
        history=history,
        programmes=Programmes(book, history, settings),
        points=points,
        sales=Sales(book, history),
        members=Members(book, points, settings),
        coupons=Coupons(book, history, settings),
        gift_cards=GiftCards(book, history, settings),
        stamps=Stamps(book, history),
        currency=settings.read().currency,
    )
