"""Making up for something: a coupon for the person of a case, which closes the case when it is used."""

from app.changes import Kind
from app.keeping.database import Book
from app.keeping.history import History
from app.loyalty.coupon import Coupon
from app.loyalty.coupons import Coupons, Purpose, issued
from app.loyalty.letter_offers import LetterOffer
from app.loyalty.moment import Moment
from app.loyalty.offers import RECOVERY, reason_for
from app.voice.case import NotACase
from app.voice.cases import Cases


class Recovering:
    """One verb; it stands here because a coupon and a case change together."""

    def __init__(self, book: Book, history: History, coupons: Coupons, cases: Cases) -> None:
        self._book, self._history, self._coupons, self._cases = book, history, coupons, cases

    def give(self, case: int, offer: LetterOffer, moment: Moment) -> Coupon:
        """Issues a coupon for her alone; taken back, it is void and the case as it was.

        Raises `NotACase` where nobody is known who could get one.
        """
        with self._book.atomic(Kind.VOICE, Kind.COUPONS):
            customer = self._cases.get(case, moment.day).customer
            if customer is None:
                raise NotACase(field="customer", value="")
            terms = offer.terms
            if offer.days is not None:
                terms = terms.lasting(offer.days, moment.day)
            purpose = Purpose(reason=reason_for(RECOVERY, case), words=offer.words)
            coupon = self._coupons.enter_issued(terms, moment, customer=customer, purpose=purpose)
            step = self._history.begin("make up", by=moment.by, n=1, code=coupon.code)
            self._cases.give_coupon(case, coupon.id, moment, step)
            self._history.tell(step, [issued(coupon)])
        return coupon
