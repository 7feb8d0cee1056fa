"""Making up for something: a coupon for the person of a case, which closes the case when it is used."""

from app.changes import Kind
from app.keeping.database import Book
from app.keeping.history import History
from app.loyalty import coupon_rows
from app.loyalty.coupon import Coupon
from app.loyalty.coupons import Coupons, Purpose, issued
from app.loyalty.letter_offers import LetterOffer
from app.loyalty.moment import Moment
from app.loyalty.offers import RECOVERY, reason_for
from app.voice.case import NotACase, Stage
from app.voice.cases import Cases


class Recovering:
    """One verb; it stands here because a coupon and a case change together."""

    def __init__(self, book: Book, history: History, coupons: Coupons, cases: Cases) -> None:
        self._book, self._history, self._coupons, self._cases = book, history, coupons, cases

    def give(self, case: int, offer: LetterOffer, moment: Moment) -> Coupon:
        """Issues a coupon for her alone; taken back, it is void and the case as it was. While she has one
        that is out, that is hers, so that nobody makes up for the same thing twice.

        Raises `NotACase` where nobody is known, or is in the book any more, who could get one.
        """
        with self._book.atomic(Kind.VOICE, Kind.COUPONS):
            known = self._cases.get(case, moment.day)
            if known.customer is None or not self._is_there(known.customer):
                raise NotACase(field="customer", value="")
            if known.coupon is not None and known.stage is Stage.WAITING:
                return coupon_rows.read_coupon(self._book, known.coupon)
            terms = offer.terms.lasting(offer.days, moment.day)
            purpose = Purpose(reason=reason_for(RECOVERY, case), words=offer.words)
            coupon = self._coupons.enter_issued(
                terms, moment, customer=known.customer, purpose=purpose
            )
            step = self._history.begin("make up", by=moment.by, n=1, code=coupon.code)
            self._cases.give_coupon(case, coupon.id, moment, step)
            self._history.tell(step, [issued(coupon)])
        return coupon

    def _is_there(self, customer: int) -> bool:
        return bool(self._book.value("SELECT NOT removed FROM customers WHERE id = ?", (customer,)))
