"""The shop itself, as counter mode asks it: few words, and none of them a customer's but her first name."""

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from platform import node
from zoneinfo import ZoneInfo

from app.keeping.database import NOT_NOW
from app.loyalty.moment import Moment
from app.loyalty.scanned import read_scan
from app.people import search
from app.people.phones import read_phone
from app.shop import Shop
from app.voice.answer import Call
from app.voice.questions import Reply
from app.voice.reading import Period
from app.voice.scales import THEMES
from app.voice.survey import Survey
from ui.counter.pages import Results
from ui.counter.shop_side import Gift, House
from ui.counter.visit import Known, Visit

PATIENCE = 400
"""Milliseconds for which a customer waits while another till is writing; her answer waits longer."""
_QUARTER = 3
_TRIES = "counter.tries"


class AtCounter:
    """See `ui.counter.shop_side.ShopSide` and `ui.counter.lock.Safe`."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._tries: str | None = None
        self._usual = shop.book.patience

    def be_patient(self, *, with_customers: bool) -> None:
        """How long a write waits for another till: shortly while somebody stands there."""
        self._shop.book.wait_at_most(PATIENCE if with_customers else self._usual)

    def house(self) -> House:
        settings = self._shop.settings.read()
        return House(
            name=settings.name or "Regulars",
            words=settings.shop_words,
            language=settings.language,
            hours=settings.opening_hours,
            shows_results=settings.show_results,
            review=settings.review_link,
        )

    def survey(self) -> Survey | None:
        return self._shop.voice.surveys.for_counter()

    def own_themes(self) -> Sequence[str]:
        survey = self.survey()
        asked = [one.theme for one in survey.questions if one.theme] if survey else []
        return [theme for theme in dict.fromkeys(asked) if theme not in THEMES]

    def now(self) -> datetime:
        return self._shop.book.now().astimezone(ZoneInfo(self._shop.settings.read().zone))

    def moment(self) -> Moment:
        return self._shop.moment()

    def settle(self) -> None:
        self._shop.voice.answers.settle(node(), self.moment())

    def asks(self, customer: int, survey: Survey, moment: Moment) -> None:
        self._shop.voice.asking.wrote_down(customer, survey, "counter", moment)

    def begin(self, visit: Visit, reply: Reply, moment: Moment) -> int:
        answers = self._shop.voice.answers
        with self._shop.book.atomic():
            answer = answers.begin(
                moment,
                visit.survey,
                customer=visit.known.id if visit.known else None,
                language=visit.language,
                station=node(),
            )
            answers.reply(answer, reply, moment)
        return answer

    def reply(self, answer: int, reply: Reply, moment: Moment) -> None:
        self._shop.voice.answers.reply(answer, reply, moment)

    def say(self, answer: int, visit: Visit, moment: Moment) -> None:
        call = Call(contact=visit.contact, agreed=visit.wording) if visit.wants_call else None
        self._shop.voice.answers.say(
            answer, moment, comment=visit.comment, themes=visit.themes, call=call
        )

    def agree_to_calls(self, customer: int, wording: str) -> None:
        self._shop.customers.record_consent([customer], "phone", granted=True, wording=wording)

    def finish(self, answer: int, moment: Moment) -> None:
        self._shop.voice.answers.finish(answer, moment)

    def leave(self, answer: int, moment: Moment) -> None:
        self._shop.voice.answers.leave(answer, moment)

    def drop(self, answer: int, moment: Moment) -> None:
        self._shop.voice.answers.drop(answer, moment)

    def thank(self, answer: int, survey: Survey, moment: Moment) -> Gift:
        given = self._shop.voice.thank(answer, survey, moment)
        return Gift(points=given.points, balance=given.balance, coupon=given.coupon)

    def results(self) -> Results | None:
        """Of this quarter, so that it says how the shop is now."""
        today = self._shop.today()
        first = today.replace(month=(today.month - 1) // _QUARTER * _QUARTER + 1, day=1)
        found = self._shop.voice.scores.of(Period(since=first, until=today)).csat
        if found.is_few or found.shown is None:
            return None
        return Results(percent=int(found.shown), n=found.n)

    def find(self, text: str) -> Known | None:
        written = text.strip()
        customer = self._by_card(written) or self._by_phone(written)
        if customer is None:
            return None
        one = self._shop.customers.get(customer)
        return Known(id=one.id, first_name=one.first_name or "", language=one.language or "")

    def pin(self) -> str:
        return self._shop.settings.read().counter_pin

    def keep_pin(self, kept: str) -> None:
        self._shop.settings.decide("pin", counter_pin=kept)

    def tries(self) -> str:
        return self._shop.settings.recall(_TRIES) if self._tries is None else self._tries

    def keep_tries(self, text: str) -> None:
        # Where the book cannot be written just now, the wait holds at least as long as the program runs.
        self._tries = text
        with suppress(*NOT_NOW, sqlite3.Error):
            self._shop.settings.remember(_TRIES, text)

    def _by_card(self, text: str) -> int | None:
        found = read_scan(self._shop.book, text) if text else None
        return found.subject if found is not None and found.what == "customer" else None

    def _by_phone(self, text: str) -> int | None:
        """Whoever alone has that phone: of several in a family it is not known who stands there."""
        phone = read_phone(text, self._shop.settings.read().country or None)
        if phone is None:
            return None
        ids = search.find(self._shop.book, phone)
        having = [one.id for one in self._shop.customers.several(ids) if phone in one.phones]
        return having[0] if len(having) == 1 else None
