"""Coupons: issued, looked up, used, taken back; each verb is one transaction and one step of history."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from app.changes import Kind
from app.errors import ShopError
from app.keeping.database import Book, Busy
from app.keeping.history import Change, History, StepId
from app.keeping.settings import Settings, SettingsBook
from app.loyalty import codes
from app.loyalty import coupon_rows as rows
from app.loyalty.codes import PLAIN, Pattern, UnknownCode
from app.loyalty.coupon import Coupon, CouponVoided, Event, State, UsedUp, off, why_not
from app.loyalty.coupon_terms import Bill, Terms
from app.loyalty.moment import Moment, moment_of
from app.loyalty.offers import Out, what_is_out
from app.people.customers import UnknownCustomer
from app.values import value

KIND = "coupon"
USE = "coupon use"
ALONG = "coupon along"


class ReasonNeeded(ShopError):
    """What is taken back or declared void needs a reason."""


class NotUsed(ShopError):
    """The coupon `code` has no use that could be undone."""


@value
class Purpose:
    """Why coupons are issued (an occasion, a referral, a recovery), and the owner's words on them."""

    reason: str = ""
    words: str = ""


NO_PURPOSE = Purpose()


@value
class Reckoned:
    """What `coupon` takes off a bill, `discount` in minor units, for `customer`; nothing is used yet."""

    coupon: Coupon
    customer: int | None
    discount: int


@value
class Used:
    """A use as it stands in the book, what it took off, and how many are `left` (None: any number)."""

    id: int
    coupon: Coupon
    discount: int
    left: int | None


class Coupons:
    """Refuses with the facts: `UnknownCode`, the kinds of `CouponRefused`, `UnknownCustomer`."""

    def __init__(self, book: Book, history: History, settings: SettingsBook) -> None:
        self._book = book
        self._history = history
        self._settings = settings

    def issue(
        self,
        terms: Terms,
        moment: Moment,
        *,
        customer: int | None = None,
        code: str | None = None,
        purpose: Purpose = NO_PURPOSE,
    ) -> Coupon:
        """One coupon, for `customer` or anyone; `code` is the owner's own. Raises `CodeTaken`, `NotACode`."""
        with self._book.atomic(Kind.COUPONS):
            given = codes.own_code(self._book, code) if code else self._code()
            (one,) = self._issue([(given, customer)], terms, moment, purpose)
        return one

    def enter_issued(
        self, terms: Terms, moment: Moment, *, customer: int | None, purpose: Purpose
    ) -> Coupon:
        """The same within the verb and step of something else, which tells of `issued(coupon)` itself."""
        (one,) = self._write([(self._code(), customer)], terms, moment, purpose)
        return one

    def issue_to(
        self,
        customers: Sequence[int],
        terms: Terms,
        moment: Moment,
        *,
        purpose: Purpose = NO_PURPOSE,
    ) -> list[Coupon]:
        """One for each of a list, in its order."""
        with self._book.atomic(Kind.COUPONS):
            drawn = codes.free_codes(self._book, len(customers))
            given = list(zip(drawn, customers, strict=True))
            return self._issue(given, terms, moment, purpose)

    def with_reason(self, customers: Sequence[int], reason: str) -> dict[int, Coupon]:
        """By customer the newest that she was given for `reason` and that is not void."""
        found = {one: self._given(one, reason) for one in customers}
        return {one: given[0] for one, given in found.items() if given}

    def issue_many(
        self,
        count: int,
        terms: Terms,
        moment: Moment,
        *,
        pattern: Pattern = PLAIN,
        purpose: Purpose = NO_PURPOSE,
    ) -> list[Coupon]:
        """`count` for anyone, as for a sheet. Raises `PatternUsedUp`."""
        with self._book.atomic(Kind.COUPONS):
            drawn = codes.free_codes(self._book, count, pattern)
            return self._issue([(code, None) for code in drawn], terms, moment, purpose)

    def issue_drawn(self, drawn: Sequence[Coupon], moment: Moment) -> list[Coupon]:
        """Of one offer, as `app.loyalty.unissued` made them. Raises `CodeTaken`, `UnknownCustomer`."""
        with self._book.atomic(Kind.COUPONS):
            given = [(one.code, one.customer) for one in drawn]
            purpose = Purpose(reason=drawn[0].reason, words=drawn[0].words)
            return self._issue(given, drawn[0].terms, moment, purpose)

    def issue_once(self, drawn: Sequence[Coupon], moment: Moment) -> list[Coupon]:
        """The same on an occasion, such as "birthday 2027", of which everybody has one.

        Raises `Busy` where somebody was given hers since they were drawn.
        """
        with self._book.atomic(Kind.COUPONS):
            if any(one.customer and self._given(one.customer, one.reason) for one in drawn):
                raise Busy
            return self.issue_drawn(drawn, moment)

    def find(self, code: str) -> Coupon:
        """The coupon of the typed or scanned `code`. Raises `UnknownCode`, `MistypedCode`."""
        found = codes.find(self._book, code)
        if found.kind != "coupon":
            raise UnknownCode(code=code.strip())
        return rows.read_coupon(self._book, found.subject)

    def look_up(self, code: str, moment: Moment, customer: int | None = None) -> State:
        """The coupon as it stands, and why `customer` cannot use it at that moment.

        Without a customer a coupon for one person is told as if she were asking.
        """
        coupon = self.find(code)
        return self._state(coupon, moment, coupon.customer if customer is None else customer)

    def events(self, code: str) -> list[Event]:
        """What happened to the coupon since it was issued, the oldest first."""
        return rows.events_of(self._book, self.find(code).id, self._asked().zone)

    def out(self, moment: Moment) -> list[Out]:
        """What is out, summed up by offer."""
        return what_is_out(self._book, moment.day)

    def of_customer(self, customer: int, moment: Moment) -> list[State]:
        """Every coupon that was issued to her, newest first."""
        found = rows.coupons_of(self._book, self._root(customer) or customer)
        return [self._state(one, moment, customer) for one in found]

    def reckon(
        self, code: str, bill: Bill, moment: Moment, customer: int | None = None
    ) -> Reckoned:
        """What the coupon takes off `bill` for `customer`, or why it cannot be used."""
        coupon = self.find(code)
        refused = self._state(coupon, moment, customer).why_not
        if refused:
            raise refused
        taken = off(coupon, bill, self._asked().currency)
        return Reckoned(coupon=coupon, customer=customer, discount=taken)

    def use(self, code: str, bill: Bill, moment: Moment, customer: int | None = None) -> Used:
        """Uses the coupon on a bill that is no sale of this book."""
        with self._book.atomic(Kind.COUPONS):
            reckoned = self.reckon(code, bill, moment, customer)
            used = self.enter(reckoned, moment)
            step = self._history.begin("use coupon", by=moment.by, code=used.coupon.code)
            self._history.tell(step, [stands(used)])
        return used

    def enter(self, reckoned: Reckoned, moment: Moment, sale: int | None = None) -> Used:
        """Uses it inside the verb and step of a sale, which tells of `stands(used)` itself."""
        coupon = reckoned.coupon
        event = {
            "coupon": coupon.id,
            "customer": reckoned.customer,
            "sale": sale,
            "discount": reckoned.discount,
        }
        number = self._write_use(coupon, event, moment)
        left = self._state(coupon, moment, reckoned.customer).left
        return Used(id=number, coupon=coupon, discount=reckoned.discount, left=left)

    def undo_use(
        self, code: str, reason: str, moment: Moment, customer: int | None = None
    ) -> State:
        """Takes back the newest use (of `customer`, where named). Raises `NotUsed`, `ReasonNeeded`."""
        with self._book.atomic(Kind.COUPONS):
            coupon = self.find(code)
            use = rows.standing_use(self._book, coupon.id, self._root(customer))
            if use is None:
                raise NotUsed(code=coupon.code)
            self._reverse(use, _needed(reason), moment)
            step = self._history.begin("undo coupon", by=moment.by, code=coupon.code, reason=reason)
            self._history.tell(step, [_turned(USE, use["id"], now=False)])
            return self._state(coupon, moment, customer)

    def void(self, code: str, reason: str, moment: Moment) -> State:
        """Nobody can use it from now on. Raises `CouponVoided` where that was said, `ReasonNeeded`."""
        with self._book.atomic(Kind.COUPONS):
            coupon = self.find(code)
            refused = self._state(coupon, moment, None).why_not
            if isinstance(refused, CouponVoided):
                raise refused
            self._turn(coupon.id, moment, good=False, reason=_needed(reason))
            self._tell(
                self._history.begin("void coupon", by=moment.by, code=coupon.code),
                coupon,
                now=False,
            )
            return self._state(coupon, moment, coupon.customer)

    def unvoid(self, code: str, reason: str, moment: Moment) -> State:
        """It is good again; one that is not void stays as it is."""
        with self._book.atomic(Kind.COUPONS):
            coupon = self.find(code)
            if rows.is_void(self._book, coupon.id):
                self._turn(coupon.id, moment, good=True, reason=_needed(reason))
                self._tell(
                    self._history.begin("unvoid coupon", by=moment.by, code=coupon.code),
                    coupon,
                    now=True,
                )
            return self._state(coupon, moment, coupon.customer)

    def restore(self, changes: Sequence[Change]) -> list[Change]:
        """Of coupons that were issued or declared void; see `app.keeping.undo.Restore`."""
        now = self._now()
        return [self._restore(change, now) for change in changes]

    def restore_along(self, changes: Sequence[Change]) -> list[Change]:
        """Of coupons that came along with a letter; one that is used up stays as it is."""
        now = self._now()
        return [self._restore_along(change, now) for change in changes]

    def restore_uses(self, changes: Sequence[Change]) -> list[Change]:
        """Raises `UsedUp` or `CouponVoided` where a use cannot be had again."""
        now = self._now()
        return [self._restore_use(change, now) for change in changes]

    def _restore(self, change: Change, now: Moment) -> Change:
        wanted = bool(change.before["stands"])
        if rows.is_void(self._book, change.subject) != wanted:
            return Change(kind=change.kind, subject=change.subject, before={}, after={})
        self._turn(change.subject, now, good=wanted, reason="")
        return _turned(change.kind, change.subject, now=wanted)

    def _restore_along(self, change: Change, now: Moment) -> Change:
        if not change.before["stands"] and self._is_spent(change.subject):
            return Change(kind=ALONG, subject=change.subject, before={}, after={})
        return self._restore(change, now)

    def _is_spent(self, coupon: int) -> bool:
        """Whether it was used as often as it may be: then nothing is left that could be void."""
        one = rows.read_coupon(self._book, coupon)
        return one.terms.uses == rows.tally(self._book, one, None, self._asked().zone).used

    def _restore_use(self, change: Change, now: Moment) -> Change:
        wanted, last = bool(change.before["stands"]), rows.last_word(self._book, change.subject)
        if (last["kind"] == "use") == wanted:
            return Change(kind=USE, subject=change.subject, before={}, after={})
        if wanted:
            facts = {name: last[name] for name in ("coupon", "customer", "sale", "discount")}
            coupon = rows.read_coupon(self._book, last["coupon"])
            self._write_use(coupon, {**facts, "reverses": last["id"]}, now)
        else:
            self._reverse(last, "", now)
        return _turned(USE, change.subject, now=wanted)

    def _issue(
        self,
        given: Sequence[tuple[str, int | None]],
        terms: Terms,
        moment: Moment,
        purpose: Purpose,
    ) -> list[Coupon]:
        written = self._write(given, terms, moment, purpose)
        if written:
            n, code = len(written), written[0].code
            step = self._history.begin("issue coupon", by=moment.by, n=n, code=code)
            self._history.tell_of_all(step, _turned(KIND, 0, now=True), [one.id for one in written])
        return written

    def _write(
        self,
        given: Sequence[tuple[str, int | None]],
        terms: Terms,
        moment: Moment,
        purpose: Purpose,
    ) -> list[Coupon]:
        ids = []
        for code, customer in given:
            self._root(customer)
            told = {"code": code, "at": moment.at, "by": moment.by, "customer": customer}
            note = {"reason": purpose.reason, "words": purpose.words}
            ids.append(rows.write_coupon(self._book, told | note, terms))
        drawn = [code for code, _ in given]
        codes.enter(self._book, "coupon", zip(drawn, ids, strict=True), moment.at)
        return [rows.read_coupon(self._book, number) for number in ids]

    def _state(self, coupon: Coupon, moment: Moment, customer: int | None) -> State:
        root, asked = self._root(customer), self._asked()
        tally = rows.tally(self._book, coupon, root, asked.zone)
        limit = coupon.terms.uses
        return State(
            coupon=coupon,
            used=tally.used,
            left=None if limit is None else max(0, limit - tally.used),
            why_not=why_not(coupon, tally, moment)
            or rows.other_money(self._book, coupon, asked.currency),
        )

    def _write_use(self, coupon: Coupon, event: dict[str, Any], moment: Moment) -> int:
        number = rows.write_use(self._book, {"reverses": None, **event}, moment)
        if number is None:  # somebody had the last of it
            refused = self._state(coupon, moment, event["customer"]).why_not
            raise refused or UsedUp(code=coupon.code, day=moment.day, hour=moment.hour)
        return number

    def _reverse(self, use: sqlite3.Row, reason: str, moment: Moment) -> None:
        facts = {name: use[name] for name in ("coupon", "customer", "sale", "discount")}
        event = {**facts, "kind": "undo", "reason": reason, "reverses": use["id"]}
        rows.write_event(self._book, event, moment)

    def _turn(self, coupon: int, moment: Moment, *, good: bool, reason: str) -> None:
        event: dict[str, Any] = {"coupon": coupon, "kind": "void", "reason": reason}
        if good:
            event |= {"kind": "unvoid", "reverses": rows.last_void(self._book, coupon)}
        rows.write_event(self._book, event, moment)

    def _tell(self, step: StepId, coupon: Coupon, *, now: bool) -> None:
        self._history.tell(step, [_turned(KIND, coupon.id, now=now)])

    def _code(self) -> str:
        return codes.free_codes(self._book, 1)[0]

    def _given(self, customer: int, reason: str) -> list[Coupon]:
        """Those that she was given for `reason` and that are not void, newest first."""
        root = self._root(customer) or customer
        return [
            one
            for one in rows.coupons_of(self._book, root)
            if one.reason == reason and not rows.is_void(self._book, one.id)
        ]

    def _root(self, customer: int | None) -> int | None:
        """Who she became by merging. Raises `UnknownCustomer`."""
        root = rows.root_of(self._book, customer)
        if root is None and customer is not None:
            raise UnknownCustomer(id=customer)
        return root

    def _asked(self) -> Settings:
        return self._settings.read()

    def _now(self) -> Moment:
        return moment_of(self._book.now(), self._asked().zone, self._book.by)


def issued(coupon: Coupon) -> Change:
    """What the step of a letter tells of the coupon that came with it: undone, it is void."""
    return _turned(ALONG, coupon.id, now=True)


def stands(used: Used) -> Change:
    """What the step of a sale tells of a coupon that was used in it."""
    return _turned(USE, used.id, now=True)


def _turned(kind: str, subject: int, *, now: bool) -> Change:
    return Change(kind=kind, subject=subject, before={"stands": not now}, after={"stands": now})


def _needed(reason: str) -> str:
    if not reason.strip():
        raise ReasonNeeded
    return reason.strip()
