"""What an answer is thanked with, on the spot: points for somebody who is known, or a coupon."""

from datetime import timedelta

from app.changes import Kind
from app.keeping.database import Book
from app.keeping.history import History, StepId
from app.keeping.settings import SettingsBook
from app.loyalty.coupon import Coupon
from app.loyalty.coupons import Coupons, Purpose, issued
from app.loyalty.letter_offers import read_offer
from app.loyalty.lots import WHO
from app.loyalty.moment import Moment
from app.loyalty.offers import FEEDBACK, reason_for
from app.loyalty.points import Movement
from app.loyalty.till import Till
from app.values import value
from app.voice.answer import Answer
from app.voice.survey import Thanks

POINTS = FEEDBACK
"""The kind of a movement of points that thanks for an answer."""


@value
class Thanked:
    """What was given; `balance` are her points now, None for somebody not known."""

    points: int = 0
    balance: int | None = None
    coupon: Coupon | None = None


class Thanking:
    """Once for an answer, and once in the days of rest for a person."""

    def __init__(
        self, book: Book, history: History, settings: SettingsBook, till: Till, coupons: Coupons
    ) -> None:
        self._book, self._history, self._settings = book, history, settings
        self._till, self._coupons = till, coupons

    def thank(self, answer: Answer, thanks: Thanks, moment: Moment) -> Thanked:
        """Gives what `thanks` says, in one step; nothing for an answer that does not count."""
        with self._book.atomic(Kind.LOYALTY, Kind.COUPONS):
            # Asked under the lock: another till may be thanking the same person.
            if not answer.counts or self._was_thanked(answer, moment):
                return Thanked()
            points = self._points(answer, thanks)
            coupon = self._coupon(answer, thanks, moment)
            if points or coupon:
                step = self._history.begin("thank for answer", by=moment.by, n=1, points=points)
                self._give(step, answer, points, moment)
                self._history.tell(step, [issued(coupon)] if coupon else [])
        balance = answer.customer and self._till.points.available(answer.customer, moment.day)
        return Thanked(points=points, balance=balance, coupon=coupon)

    def _points(self, answer: Answer, thanks: Thanks) -> int:
        return 0 if answer.customer is None else thanks.points

    def _give(self, step: StepId, answer: Answer, points: int, moment: Moment) -> None:
        if not points or answer.customer is None:
            return
        expiry = self._till.programmes.current().expiry
        gift = Movement(
            customer=answer.customer,
            kind=POINTS,
            points=points,
            lifetime=points,
            expires=expiry.of(moment.day),
            idle_days=expiry.inactivity_days,
        )
        self._till.points.give(step, gift, moment)

    def _coupon(self, answer: Answer, thanks: Thanks, moment: Moment) -> Coupon | None:
        if not thanks.coupon or (answer.customer is None and self._given(moment) >= thanks.a_day):
            return None
        offer = read_offer(thanks.coupon)
        terms = offer.terms.lasting(offer.days, moment.day)
        purpose = Purpose(reason=reason_for(FEEDBACK, answer.id), words=offer.words)
        customer = answer.customer
        return self._coupons.enter_issued(terms, moment, customer=customer, purpose=purpose)

    def _was_thanked(self, answer: Answer, moment: Moment) -> bool:
        """For this answer, or this person within her days of rest."""
        if self._issued("reason = ?", reason_for(FEEDBACK, answer.id)):
            return True
        if answer.customer is None:
            return False
        rest = timedelta(days=max(1, self._settings.read().rest_days) - 1)
        since = (moment.day - rest).isoformat()
        who = (answer.customer, answer.customer)
        return self._issued(
            f"reason GLOB '{FEEDBACK}:*' AND customer IN {WHO} AND at >= ?", *who, since
        ) or bool(
            self._book.value(
                f"SELECT EXISTS (SELECT 1 FROM points_entries WHERE customer IN {WHO}"
                f" AND kind = '{POINTS}' AND day >= ?)",
                (*who, since),
            )
        )

    def _issued(self, which: str, *values: object) -> bool:
        return bool(
            self._book.value(f"SELECT EXISTS (SELECT 1 FROM coupons WHERE {which})", values)
        )

    def _given(self, moment: Moment) -> int:
        """How many coupons went to people not known on that day."""
        return int(
            self._book.value(
                "SELECT count(*) FROM answers a WHERE a.day = ? AND a.customer IS NULL AND EXISTS"
                f" (SELECT 1 FROM coupons WHERE reason = '{FEEDBACK}:' || a.id)",
                (moment.day.isoformat(),),
            )
        )
