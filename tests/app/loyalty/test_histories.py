"""Random histories of coupons and gift cards: the book and a slow plain model always say the same."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.errors import ShopError
from app.keeping.database import FILE_NAME
from app.keeping.history import StepId
from app.loyalty.coupon_terms import Bill, Terms
from app.loyalty.moment import Moment, moment_of
from tests.invariants import check_the_book
from tests.shop import ScenarioShop, book_of, open_scenario

NAMES = ("Anna", "Petr", "Eva")
PEOPLE = len(NAMES)
ONE_OF_THEM = st.integers(0, PEOPLE - 1)
ANY = st.integers(0, 10**6)
"""Which of those there are; taken by its remainder."""


@dataclass
class Deed:
    """One change of a step: the thing, and whether it stood after the step or fell by it."""

    thing: Any
    stands: bool


class Histories(RuleBasedStateMachine):
    """Any step may be undone at any time, and any undoing again."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        (self.folder / FILE_NAME).write_bytes(book_of(*NAMES))
        self.shop: ScenarioShop = open_scenario(self.folder)
        self.people = self.shop.book.column("SELECT id FROM customers ORDER BY id")
        self.steps: list[tuple[StepId, list[Deed]]] = []

    def teardown(self) -> None:
        check_the_book(self.shop.book)
        self.shop.close()
        shutil.rmtree(self.folder)

    @property
    def now(self) -> Moment:
        return moment_of(self.shop.time.at, "Europe/Prague", "Jana")

    def does(self, verb: Callable[[], object], why_not: str | None, *deeds: Deed) -> Any:
        """The book does it exactly where the model says that it may, and refuses for the same reason."""
        done, refused = None, None
        try:
            done = verb()
        except ShopError as error:
            refused = type(error).__name__
        assert refused == why_not
        if refused:
            return None
        for deed in deeds:
            self.turn(deed)
        self.steps.append((self.newest(), list(deeds)))
        return done

    def newest(self) -> StepId:
        return StepId(self.shop.book.value("SELECT max(id) FROM history_steps"))

    @precondition(lambda self: self.steps)
    @rule(which=ANY)
    def undo(self, which: int) -> None:
        step, deeds = self.steps[which % len(self.steps)]
        back = [Deed(one.thing, not one.stands) for one in deeds if one.thing.stands == one.stands]
        why_not = "NothingToUndo" if not self.shop.history.stands(step) else None
        why_not = why_not or next(filter(None, map(self.why_not_turned, back)), None)
        undone = self.does(lambda: self.shop.undo.undo(step), why_not, *back)
        assert undone is None or undone.kept == len(deeds) - len(back)

    @rule(minutes=st.integers(1, 2_000))
    def time_passes(self, minutes: int) -> None:
        self.shop.time.passes(minutes=minutes)

    def turn(self, deed: Deed) -> None:
        deed.thing.stands = deed.stands

    def why_not_turned(self, deed: Deed) -> str | None:
        """Why the book must refuse to take something back."""
        raise AssertionError(deed)


@dataclass(eq=False)
class Use:
    coupon: "PlainCoupon"
    customer: int | None
    stands: bool = False


@dataclass(eq=False)
class PlainCoupon:
    code: str
    uses: int | None
    each: int | None
    owner: int | None
    became: dict[int | None, int | None]
    """Who each customer is by now, after merging."""
    stands: bool = True
    used: list[Use] = field(default_factory=list)

    def standing(self) -> list[Use]:
        return [use for use in self.used if use.stands]

    def why_not(self, customer: int | None, *, asks_whose: bool = True) -> str | None:
        """`asks_whose` is not asked again of a use that is had again."""
        by = Counter(self.became[use.customer] for use in self.standing())
        customer = self.became[customer]
        if not self.stands:
            return "CouponVoided"
        if asks_whose and self.owner is not None and self.became[self.owner] != customer:
            return "WrongCustomer"
        if self.uses is not None and by.total() >= self.uses:
            return "UsedUp"
        if self.each and customer is None:
            return "CustomerNeeded"
        return "UsedUp" if self.each and by[customer] >= self.each else None


class CouponHistories(Histories):
    @initialize()
    def opens(self) -> None:
        self.coupons: list[PlainCoupon] = []
        self.became: dict[int | None, int | None] = {one: one for one in [None, *self.people]}
        self.issue(2, None, None)

    @rule(
        uses=st.none() | st.integers(1, 3),
        each=st.none() | st.integers(1, 2),
        owner=st.none() | ONE_OF_THEM,
    )
    def issue(self, uses: int | None, each: int | None, owner: int | None) -> None:
        terms = Terms(kind="percent", value=1_000, uses=uses, uses_per_customer=each)
        whose = None if owner is None else self.people[owner]
        coupon = PlainCoupon("", uses, each, whose, self.became)
        issued = self.does(
            lambda: self.shop.coupons.issue(terms, self.now, customer=whose),
            None,
            Deed(coupon, stands=True),
        )
        coupon.code = issued.code
        self.coupons.append(coupon)

    @rule(which=ANY, who=st.none() | ONE_OF_THEM)
    def use(self, which: int, who: int | None) -> None:
        coupon, customer = self.one(which), None if who is None else self.people[who]
        why_not, use = coupon.why_not(customer), Use(coupon, customer)
        if not why_not:
            coupon.used.append(use)
        self.does(
            lambda: self.shop.coupons.use(coupon.code, Bill(total=100), self.now, customer),
            why_not,
            Deed(use, stands=True),
        )

    @rule(one=ONE_OF_THEM, other=ONE_OF_THEM)
    def merge(self, one: int, other: int) -> None:
        gone, stays = self.became[self.people[one]], self.became[self.people[other]]
        if gone == stays:
            return
        self.shop.book.execute(
            "UPDATE customers SET merged_into = ?1 WHERE id = ?2 OR merged_into = ?2", (stays, gone)
        )
        for person, now in self.became.items():
            self.became[person] = stays if now == gone else now

    @rule()
    def part(self) -> None:
        self.shop.book.execute("UPDATE customers SET merged_into = NULL")
        self.became.update({one: one for one in self.people})

    @rule(which=ANY)
    def undo_use(self, which: int) -> None:
        coupon = self.one(which)
        # The newest is the one that was written last, be it for the first time or had again.
        newest = max(coupon.standing(), key=self.written, default=None)
        deeds = [Deed(newest, stands=False)] if newest else []
        self.does(
            lambda: self.shop.coupons.undo_use(coupon.code, "mistake", self.now),
            None if newest else "NotUsed",
            *deeds,
        )

    @rule(which=ANY)
    def void(self, which: int) -> None:
        coupon = self.one(which)
        self.does(
            lambda: self.shop.coupons.void(coupon.code, "lost", self.now),
            None if coupon.stands else "CouponVoided",
            Deed(coupon, stands=False),
        )

    @precondition(lambda self: any(not one.stands for one in self.coupons))
    @rule(which=ANY)
    def unvoid(self, which: int) -> None:
        void = [one for one in self.coupons if not one.stands]
        coupon = void[which % len(void)]
        self.does(
            lambda: self.shop.coupons.unvoid(coupon.code, "found", self.now),
            None,
            Deed(coupon, stands=True),
        )

    @invariant()
    def says_the_same(self) -> None:
        for coupon in self.coupons:
            state, used = self.shop.coupons.look_up(coupon.code, self.now), len(coupon.standing())
            assert state.used == used
            assert state.left == (None if coupon.uses is None else coupon.uses - used)
            assert (type(state.why_not).__name__ == "CouponVoided") == (not coupon.stands)

    def one(self, which: int) -> PlainCoupon:
        return self.coupons[which % len(self.coupons)]

    def turn(self, deed: Deed) -> None:
        super().turn(deed)
        if isinstance(deed.thing, Use) and deed.stands:
            self.order = [*getattr(self, "order", []), deed.thing]

    def written(self, use: Use) -> int:
        return max(place for place, one in enumerate(self.order) if one is use)

    def why_not_turned(self, deed: Deed) -> str | None:
        if not isinstance(deed.thing, Use) or not deed.stands:
            return None
        return deed.thing.coupon.why_not(deed.thing.customer, asks_whose=False)


@dataclass(eq=False)
class Entry:
    card: "PlainCard"
    kind: str
    amount: int
    stands: bool = False


@dataclass(eq=False)
class PlainCard:
    code: str
    entries: list[Entry] = field(default_factory=list)

    def total(self, *kinds: str) -> int:
        return sum(
            one.amount for one in self.entries if one.stands and one.kind in (kinds or {one.kind})
        )

    @property
    def is_void(self) -> bool:
        fallen = any(one.kind == "sale" and not one.stands for one in self.entries)
        return fallen or any(one.kind == "void" and one.stands for one in self.entries)


class GiftCardHistories(Histories):
    @initialize()
    def opens(self) -> None:
        self.cards: list[PlainCard] = []
        self.sell(50)

    @rule(amount=st.integers(1, 90))
    def sell(self, amount: int) -> None:
        card = PlainCard("")
        sold = self.books(card, "sale", amount, lambda: self.shop.gift_cards.sell(amount, self.now))
        card.code = sold.code
        self.cards.append(card)

    @rule(which=ANY, amount=st.integers(1, 90))
    def reload(self, which: int, amount: int) -> None:
        card = self.one(which)
        verb = self.shop.gift_cards.reload
        self.books(card, "reload", amount, lambda: verb(card.code, amount, self.now))

    @rule(which=ANY, amount=st.integers(1, 90))
    def pay(self, which: int, amount: int) -> None:
        card = self.one(which)
        verb = self.shop.gift_cards.pay
        self.books(card, "payment", -amount, lambda: verb(card.code, amount, self.now))

    @rule(which=ANY, amount=st.integers(1, 30))
    def refund_payment(self, which: int, amount: int) -> None:
        card = self.one(which)
        why_not = "CardRefundTooLarge" if amount > -card.total("payment", "refund") else None
        verb = self.shop.gift_cards.refund_payment
        self.books(card, "refund", amount, lambda: verb(card.code, amount, self.now), why_not)

    @rule(which=ANY)
    def refund_sale(self, which: int) -> None:
        card = self.one(which)
        amount = min(card.total(), card.total("sale", "reload", "sale refund"))
        why_not = "NotAboveZero" if amount <= 0 else None
        verb = self.shop.gift_cards.refund_sale
        self.books(card, "sale refund", -amount, lambda: verb(card.code, self.now), why_not)

    @rule(which=ANY)
    def void(self, which: int) -> None:
        card = self.one(which)
        verb = self.shop.gift_cards.void
        self.books(card, "void", -card.total(), lambda: verb(card.code, "stolen", self.now))

    @invariant()
    def says_the_same(self) -> None:
        for plain in self.cards:
            card = self.shop.gift_cards.find(plain.code)
            assert card.balance == plain.total() >= 0
            assert card.is_void == plain.is_void
            assert self.shop.gift_cards.paid(card) == -plain.total("payment", "refund") >= 0
        owed = sum(one.total() for one in self.cards if not one.is_void)
        assert self.shop.gift_cards.liability(self.now.day).minor == owed

    def one(self, which: int) -> PlainCard:
        return self.cards[which % len(self.cards)]

    def books(
        self,
        card: PlainCard,
        kind: str,
        amount: int,
        verb: Callable[[], object],
        why_not: str | None = None,
    ) -> Any:
        entry = Entry(card, kind, amount)
        if card.is_void and kind != "sale":
            why_not = why_not or "GiftCardVoided"
        why_not = why_not or self.why_not_turned(Deed(entry, stands=True))
        if not why_not:
            card.entries.append(entry)
        return self.does(verb, why_not, Deed(entry, stands=True))

    def why_not_turned(self, deed: Deed) -> str | None:
        entry: Entry = deed.thing
        moved = entry.amount if deed.stands else -entry.amount
        if entry.card.total() + moved < 0:
            return "BalanceTooLow"
        is_payment = entry.kind in {"payment", "refund"}
        paid = -entry.card.total("payment", "refund") - (moved if is_payment else 0)
        return "CardRefundTooLarge" if paid < 0 else None


for machine in (CouponHistories, GiftCardHistories):
    machine.TestCase.settings = settings(
        max_examples=25,
        stateful_step_count=30,
        suppress_health_check=list(HealthCheck),
    )
test_coupons_follow_the_plain_model = CouponHistories.TestCase
test_gift_cards_follow_the_plain_model = GiftCardHistories.TestCase
