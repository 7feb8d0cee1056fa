"""Random histories of points: the book and a ledger kept on paper always say the same."""

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.errors import ShopError
from app.keeping.database import FILE_NAME
from app.loyalty.bills import Order
from app.loyalty.moment import Moment, moment_of
from app.loyalty.programme import Earn, Expiry, Programme, Promotion, Reward
from tests.app.loyalty.plain_points import Movement, Paper, is_lot
from tests.invariants import check_the_book
from tests.shop import ScenarioShop, book_of, open_scenario

EXAMPLES = int(os.environ.get("REGULARS_HISTORIES", "30"))
"""How many histories of up to thirty deeds; set it to 2000 for a long run."""
NAMES = ("Anna", "Petr", "Eva")
PEOPLE = len(NAMES)
ONE_OF_THEM = st.integers(0, PEOPLE - 1)
ANY = st.integers(0, 10**6)
DAYS_LATE = st.sampled_from([0, 0, 0, 0, 1, 5, 40])


@dataclass(eq=False)
class Sale:
    id: int
    who: int
    total: int
    paid: int
    programme: Programme
    stands: bool = False
    refunds: "list[Refund]" = field(default_factory=list)
    movements: list[Movement] = field(default_factory=list)
    """All that was ever written on it."""

    def earned(self, kept: int) -> int:
        if not kept:
            return 0
        earn = self.programme.earn
        points = int(Fraction(self.paid * kept, self.total) * earn.points / earn.per)
        return max(
            int(points * Fraction(one.multiplier)) + one.bonus
            for one in [Promotion(name="none"), *self.programme.promotions]
        )

    def kept(self) -> int:
        return self.total - sum(one.total for one in self.refunds if one.stands)


@dataclass(eq=False)
class Refund:
    id: int
    sale: Sale
    total: int
    stands: bool = False
    others: "list[Refund]" = field(default_factory=list)
    """Which refunds of the sale stood when this one was made."""


Thing = Sale | Refund | Movement


class PointsHistories(RuleBasedStateMachine):
    """Any step may be undone at any time, and any undoing again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        (self.folder / FILE_NAME).write_bytes(book_of(*NAMES))
        self.shop: ScenarioShop = open_scenario(self.folder)
        self.people: list[int] = self.shop.book.column("SELECT id FROM customers ORDER BY id")

    @initialize()
    def opens(self) -> None:
        self.paper = Paper(self.people)
        self.sales: list[Sale] = []
        self.steps: dict[int, list[Thing] | None] = {}
        """The things that a step made, in that order; None for a step that made none."""
        self.done: set[int] = set()
        self.reverses: dict[int, int] = {}
        self.programme = Programme()
        self.changes(Programme(expiry=Expiry(days=30)))

    def teardown(self) -> None:
        check_the_book(self.shop.book)
        self.shop.close()
        shutil.rmtree(self.folder)

    # What happens in the shop

    @rule(who=ONE_OF_THEM, total=st.integers(0, 40_000), points=st.integers(0, 60), late=DAYS_LATE)
    def sale(self, who: int, total: int, points: int, late: int) -> None:
        at, hers = self.moment(late), self.people[who]
        off = min(points * 100, total)
        spent = -(-off // 100)
        why_not = self.lacks(hers, points, at.day)
        order = Order(customer=hers, total=total, points_spent=points)
        sold = self.does(lambda: self.shop.till.sell(order, at), why_not)
        if sold is None:
            return
        root = self.paper.now[hers]
        sale = Sale(sold.sale, root, total, total - off, self.programme)
        things: list[Thing] = [sale]
        self.sales.append(sale)
        if spent:
            things.append(self.writes(sale, points=-spent, day=at.day))
        earned = sale.earned(total)
        assert (sold.earned, sold.to_pay) == (earned, total - off)
        if earned:
            expires = self.programme.expiry.of(at.day)
            things.append(
                self.writes(sale, points=earned, lifetime=earned, day=at.day, expires=expires)
            )
        self.stood(things)
        assert sold.points == self.paper.balance(root, at.day)[0]

    @precondition(lambda self: self.sales)
    @rule(which=ANY, part=st.sampled_from([1, 10, 50, 100, 120]), late=DAYS_LATE)
    def refund(self, which: int, part: int, late: int) -> None:
        at, sale = self.moment(late), self.sales[which % len(self.sales)]
        amount = sale.kept() * part // 100
        too_large = "RefundTooLarge" if not 0 < amount <= sale.kept() else None
        why_not = too_large if sale.stands else "UnknownSale"
        done = self.does(lambda: self.shop.till.refund(sale.id, at, total=amount), why_not)
        if done is None:
            return
        refund = Refund(done.refund, sale, amount, others=[r for r in sale.refunds if r.stands])
        things: list[Thing] = [refund]
        spent = -sum(m.points for m in sale.movements if not m.lifetime and m not in self.back)
        came = sum(m.points for m in sale.movements if not m.lifetime and m in self.back)
        standing = sum(m.lifetime for m in sale.movements)
        kept = sale.kept() - amount
        returned = max(0, spent * (sale.total - kept) // sale.total - came)
        taken = max(0, standing - sale.earned(kept))
        assert (done.points_returned, done.points_taken) == (returned, taken)
        if returned:
            expires = self.programme.expiry.of(at.day)
            things.append(self.writes(sale, points=returned, day=at.day, expires=expires))
            self.back.append(things[-1])
        if taken:
            lots = [m for m in sale.movements if is_lot(m) and m.lifetime]
            taking = self.writes(sale, points=-taken, lifetime=-taken, day=at.day, first=lots)
            things.append(taking)
            self.back.append(taking)
        sale.refunds.append(refund)
        self.stood(things)
        assert done.points == self.paper.balance(self.paper.now[sale.who], at.day)[0]

    @rule(who=ONE_OF_THEM, points=st.integers(1, 60), late=DAYS_LATE)
    def spend(self, who: int, points: int, late: int) -> None:
        at, hers = self.moment(late), self.people[who]
        why_not = self.lacks(hers, points, at.day)
        if self.does(lambda: self.shop.till.spend(hers, points, at), why_not):
            self.stood([self.written(hers, points=-points, day=at.day)])

    @rule(who=ONE_OF_THEM, times=st.integers(1, 5))
    def reward(self, who: int, times: int) -> None:
        at, hers = self.moment(0), self.people[who]
        cost = 3 * -(-times // 2)
        why_not = self.lacks(hers, cost, at.day)
        verb = self.shop.till.redeem
        if self.does(lambda: verb(hers, "Coffee", at, times=times), why_not):
            self.stood([self.written(hers, points=-cost, day=at.day)])

    @rule(who=ONE_OF_THEM, points=st.integers(-40, 40).filter(bool), late=DAYS_LATE)
    def adjust(self, who: int, points: int, late: int) -> None:
        at, hers = self.moment(late), self.people[who]
        why_not = self.lacks(hers, -points, at.day)
        if self.does(lambda: self.shop.till.adjust(hers, points, "a mistake", at), why_not):
            expires = self.programme.expiry.of(at.day) if points > 0 else None
            self.stood([self.written(hers, points=points, day=at.day, expires=expires)])

    @rule(days=st.integers(1, 25))
    def time_passes(self, days: int) -> None:
        self.shop.time.passes(days=days)

    @rule(
        days=st.sampled_from([None, 1, 30, 90]),
        points=st.integers(1, 7),
        per=st.sampled_from([100, 999, 1000]),
        times=st.sampled_from(["1", "1.5", "2.125"]),
    )
    def rule_changes(self, days: int | None, points: int, per: int, times: str) -> None:
        self.changes(
            Programme(
                earn=Earn(points=points, per=per),
                expiry=Expiry(days=days),
                promotions=(Promotion(name="More", multiplier=Decimal(times)),),
            )
        )

    @rule(one=ONE_OF_THEM, other=ONE_OF_THEM)
    def merge(self, one: int, other: int) -> None:
        kept, gone = self.people[one], self.people[other]
        if kept == gone or self.paper.now[kept] != kept:
            return
        if self.paper.now[gone] != gone:
            return
        self.does(lambda: self.shop.customers.merge(kept, gone), None)
        self.steps[self.newest()] = None
        self.meets()

    @precondition(lambda self: self.steps)
    @rule(which=ANY)
    def undo(self, which: int) -> None:
        step = list(self.steps)[-1 - which % min(8, len(self.steps))]
        things = self.steps[step]
        if step in self.done:
            self.does(lambda: self.shop.undo.undo(step), "NothingToUndo")
            return
        if things is None:
            self.shop.undo.undo(step)
            self.done.add(step)
            self.steps[self.newest()] = None
            self.meets()
            return
        why_not = self.why_not_turned(things)
        if self.does(lambda: self.shop.undo.undo(step), why_not):
            self.done.add(step)
            turned = [self.turn(one) for one in reversed(things)]
            self.steps[self.newest()] = turned

    # What must hold

    @invariant()
    def says_the_same(self) -> None:
        if not hasattr(self, "paper"):
            return
        today, till = self.shop.today(), self.shop.till
        for who in {*self.paper.now.values()}:
            for on in (today, today - timedelta(days=7), today - timedelta(days=33)):
                found = till.points.balance(who, on)
                assert (found.points, found.debt) == self.paper.balance(who, on), (who, on)
                assert sum(lot.points for lot in found.lots) == found.points
                assert found.lifetime == self.paper.lifetime(who, on)

    @invariant()
    def is_whole(self) -> None:
        check_the_book(self.shop.book)

    # On paper

    def moment(self, late: int) -> Moment:
        return moment_of(self.shop.time.at - timedelta(days=late), "Europe/Prague", "Jana")

    def changes(self, programme: Programme) -> None:
        coffee = Reward(name="Coffee", points=3, pack=2)
        self.programme = Programme(
            earn=programme.earn,
            expiry=programme.expiry,
            promotions=programme.promotions,
            rewards=(coffee,),
            value=Decimal(1),
        )
        self.shop.till.programmes.change(self.programme)

    def does(self, verb: Callable[[], Any], why_not: str | None) -> Any:
        """The book does it exactly where the paper says that it may."""
        done, refused = None, None
        try:
            done = verb()
        except ShopError as error:
            refused = type(error).__name__
        assert refused == why_not
        return done

    def newest(self) -> int:
        return int(self.shop.book.value("SELECT max(id) FROM history_steps"))

    def lacks(self, who: int, points: int, on: date) -> str | None:
        there = self.paper.can_spend(self.paper.now[who], on)
        return "NotEnoughPoints" if points > there else None

    def written(self, who: int, **more: Any) -> Movement:
        return self.paper.write(Movement(self.paper.now[who], **more))

    def writes(self, sale: Sale, **more: Any) -> Movement:
        movement = self.written(sale.who, **more)
        sale.movements.append(movement)
        self.on_sale[movement] = sale
        return movement

    def stood(self, things: list[Thing]) -> None:
        for one in things:
            if not isinstance(one, Movement):
                one.stands = True
        self.steps[self.newest()] = things

    def meets(self) -> None:
        rows = self.shop.book.execute("SELECT id, ifnull(merged_into, id) FROM customers")
        self.paper.now = dict(rows.fetchall())

    @property
    def back(self) -> list[Movement]:
        """Movements of refunds."""
        return self.__dict__.setdefault("_back", [])

    @property
    def on_sale(self) -> dict[Movement, Sale]:
        return self.__dict__.setdefault("_on_sale", {})

    def root(self, movement: Movement) -> Movement:
        while movement.against:
            movement = movement.against
        return movement

    def why_not_turned(self, things: list[Thing]) -> str | None:
        """Why the book must refuse to take them back, the last of them first."""
        paper, kept = self.paper, list(self.paper.movements)
        try:
            for one in reversed(things):
                if isinstance(one, Movement):
                    who, day = paper.now[one.who], max(self.shop.today(), one.day)
                    root = self.root(one)
                    if one.points > 0 and root.points < 0 and not root.lifetime:
                        uses = paper.replayed()
                        good = [
                            m
                            for m in paper.hers(who)
                            if is_lot(m) and m.day <= day and not (m.expires and m.expires < day)
                        ]
                        there = sum(paper.left(m, uses) for m in good)
                        there -= sum(paper.owed(m, uses) for m in paper.hers(who))
                        if one.points > max(0, there):
                            return "NotEnoughPoints"
                    self.against(one)
                elif isinstance(one, Sale):
                    if one.stands and any(refund.stands for refund in one.refunds):
                        return "RefundedSince"
                elif why_not := self.why_not_refund(one):
                    return why_not
        finally:
            paper.movements = kept
        return None

    def why_not_refund(self, refund: Refund) -> str | None:
        sale = refund.sale
        later = sale.refunds[sale.refunds.index(refund) + 1 :]
        earlier = sale.refunds[: sale.refunds.index(refund)]
        if not sale.stands:
            return "UnknownSale"
        if any(one.stands for one in later):
            return "RefundedSince"
        if not refund.stands and [one for one in earlier if one.stands] != refund.others:
            return "RefundedSince"
        return None

    def against(self, one: Movement) -> Movement:
        root = self.root(one)
        first = [root, *{u.lot for u in self.paper.replayed() if u.taker is root}]
        return self.paper.write(
            Movement(
                one.who,
                max(self.shop.today(), one.day),
                -one.points,
                -one.lifetime,
                against=one,
                first=first,
            )
        )

    def turn(self, one: Thing) -> Thing:
        if not isinstance(one, Movement):
            one.stands = not one.stands
            return one
        written = self.against(one)
        if one in self.on_sale:
            self.on_sale[one].movements.append(written)
            self.on_sale[written] = self.on_sale[one]
        if one in self.back:
            self.back.append(written)
        return written


PointsHistories.TestCase.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=30,
    suppress_health_check=list(HealthCheck),
)
test_points_follow_the_ledger_on_paper = PointsHistories.TestCase
