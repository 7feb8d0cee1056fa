"""One coupon, and why it cannot be used now."""

from collections.abc import Iterable
from datetime import date, timedelta

from app.errors import ShopError
from app.loyalty.coupon_terms import Bill, Terms, bundle_set, discount, pieces_of
from app.loyalty.moment import Moment
from app.money import Money
from app.values import value


class CouponRefused(ShopError):
    """The coupon `code` cannot be used; the kind of error says why."""


class CouponVoided(CouponRefused):
    """It was declared void on `day`, for a `reason`."""


class WrongCustomer(CouponRefused):
    """It is for another customer."""


class CustomerNeeded(CouponRefused):
    """It is counted for each customer, and none was named."""


class UsedUp(CouponRefused):
    """It was used as often as it may be, the last time on `day` at `hour`."""


class CouponExpired(CouponRefused):
    """`day` was its last."""


class NotYetValid(CouponRefused):
    """`day` will be its first."""


class NotOnThisWeekday(CouponRefused):
    """It is good on other days of the week, next on `day`."""


class NotAtThisHour(CouponRefused):
    """It is good from `first` to `last`."""


class MinimumNotMet(CouponRefused):
    """The bill of `total` lacks `missing` to the `minimum`."""


class NothingToTakeOff(CouponRefused):
    """Nothing on the bill is what it is for."""


class TooFewPieces(NothingToTakeOff):
    """There are `pieces` on the bill, and `needed` make a set."""


@value
class Coupon:
    """`customer` is whom it is for, None for anyone; `words` are the owner's own, printed on it."""

    id: int
    code: str
    at: str
    by: str
    customer: int | None
    reason: str
    words: str
    terms: Terms


@value
class Tally:
    """What happened to a coupon so far. `last` and `voided` are the day and hour of it.

    `is_hers` says whether the customer who asks may have it, `used_by_her` how often she did.
    """

    used: int
    used_by_her: int | None
    is_hers: bool
    last: tuple[date, str] | None
    voided: tuple[date, str] | None


@value
class Event:
    """Something that happened to a coupon: `kind` is use, undo, void or unvoid."""

    kind: str
    day: date
    hour: str
    by: str
    customer: int | None
    discount: int
    reason: str


@value
class State:
    """A coupon as it stands; `left` are its uses, None for any number; `why_not` what stands against one."""

    coupon: Coupon
    used: int
    left: int | None
    why_not: ShopError | None


def why_not(coupon: Coupon, tally: Tally, moment: Moment) -> CouponRefused | None:
    """What stands against using `coupon`, the weightiest first; None for nothing."""
    return next(
        (
            found
            for look in (_voided, _another, _used_up, _untimely, _unnamed)
            for found in look(coupon, tally, moment)
        ),
        None,
    )


def off(coupon: Coupon, bill: Bill, currency: str) -> int:
    """What `coupon` takes off `bill`. Raises `MinimumNotMet`, `NothingToTakeOff`, `TooFewPieces`.

    A free item may be handed over beside a bill of which only the total is known; it takes nothing off.
    """
    terms, code = coupon.terms, coupon.code
    if bill.total < terms.min_total:
        raise MinimumNotMet(
            code=code,
            minimum=Money(terms.min_total, currency),
            total=Money(bill.total, currency),
            missing=Money(terms.min_total - bill.total, currency),
        )
    taken = discount(terms, bill)
    if taken or (terms.kind == "item" and not bill.lines):
        return taken
    if terms.kind == "bundle":
        pieces = pieces_of(terms.lines_meant(bill))
        raise TooFewPieces(code=code, item=terms.item, needed=bundle_set(terms), pieces=pieces)
    raise NothingToTakeOff(code=code)


def _voided(coupon: Coupon, tally: Tally, _moment: Moment) -> Iterable[CouponRefused]:
    if tally.voided:
        yield CouponVoided(code=coupon.code, day=tally.voided[0], reason=tally.voided[1])


def _another(coupon: Coupon, tally: Tally, _moment: Moment) -> Iterable[CouponRefused]:
    if not tally.is_hers:
        yield WrongCustomer(code=coupon.code)


def _used_up(coupon: Coupon, tally: Tally, _moment: Moment) -> Iterable[CouponRefused]:
    terms, last = coupon.terms, tally.last
    limits = ((terms.uses, tally.used), (terms.uses_per_customer, tally.used_by_her))
    if last and any(limit and used is not None and used >= limit for limit, used in limits):
        yield UsedUp(code=coupon.code, day=last[0], hour=last[1])


def _untimely(coupon: Coupon, _tally: Tally, moment: Moment) -> Iterable[CouponRefused]:
    terms, code, day = coupon.terms, coupon.code, moment.day
    if terms.valid_to and day > terms.valid_to:
        yield CouponExpired(code=code, day=terms.valid_to)
    if terms.valid_from and day < terms.valid_from:
        yield NotYetValid(code=code, day=terms.valid_from)
    if terms.weekdays and day.isoweekday() not in terms.weekdays:
        week = (day + timedelta(days=ahead) for ahead in range(1, 8))
        later = next(one for one in week if one.isoweekday() in terms.weekdays)
        yield NotOnThisWeekday(code=code, day=later)
    if not terms.is_open_at(moment.hour):
        first, last = terms.from_hour or "00:00", terms.to_hour or "23:59"
        yield NotAtThisHour(code=code, first=first, last=last)


def _unnamed(coupon: Coupon, tally: Tally, _moment: Moment) -> Iterable[CouponRefused]:
    if coupon.terms.uses_per_customer and tally.used_by_her is None:
        yield CustomerNeeded(code=coupon.code)
