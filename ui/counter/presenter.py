"""What counter mode does: who is asked what next, what is written at once, and what is forgotten."""

from collections.abc import Callable
from typing import Protocol

from app.voice.hours import Hours, NotHours, read_hours
from app.voice.questions import Question
from app.voice.scales import Scale
from ui.counter.answering import Answering, reply_to
from ui.counter.pages import Asleep, Attract, Page, ShowingCard, Thanking
from ui.counter.pen import Pen
from ui.counter.shop_side import Gift, ShopSide
from ui.counter.showing import calling, page_of
from ui.counter.visit import SAY, Known, Visit

UNKNOWN_CARDS = 3
"""So many numbers that nobody has, and one goes on without: this is no place to guess numbers."""
LONGEST = 1000
"""Letters of a comment."""


class CounterView(Protocol):
    """The screen."""

    def show_page(self, page: Page, language: str) -> None:
        """Shows `page` to somebody who reads `language`."""

    def forget(self) -> None:
        """Nothing that was typed, chosen or copied may be found any more."""


class Counter:
    """One person after the other. Nothing of one outlives her visit but what is in the book."""

    def __init__(
        self,
        shop: ShopSide,
        view: CounterView,
        *,
        can_print: Callable[[], bool] = lambda: False,
    ) -> None:
        self._shop, self._view, self._can_print = shop, view, can_print
        self._pen = Pen()
        self._answering = Answering(shop, self._pen)
        self._visit: Visit | None = None
        self._step, self._is_calling = "", False
        self._unknown = 0
        self._told = self._is_thanking = False

    @property
    def is_somebody_there(self) -> bool:
        """Whether somebody's visit is under way, so that it can be left alone."""
        return self._visit is not None

    @property
    def is_writing(self) -> bool:
        """Whether something still waits to be written."""
        return self._pen.is_waiting

    def open(self) -> None:
        """Counter mode begins."""
        self._pen.write(self._shop.settle)
        self.rest()

    def rest(self) -> None:
        """Back to the start, as if nobody had ever been there."""
        self._forget()
        self._told = self._is_thanking = False
        self._show_rest()

    def show_again(self) -> None:
        """The same page, on a screen of another size."""
        if self._visit is not None:
            self._show()
        elif not self._is_thanking:
            self._show_rest()

    def look(self) -> None:
        """Once in a while: writes what waits, and falls asleep or wakes where nobody is there."""
        self._pen.flush()
        if self._visit is None and not self._is_thanking:
            self._show_rest()

    def touch(self) -> None:
        """Somebody touched the resting screen."""
        if self._hours().is_open(self._shop.now()):
            self._welcome()
        else:
            self._told = True
            self._show_rest()

    def speak(self, language: str) -> None:
        """Goes on in another language."""
        if self._visit is not None:
            self._visit.language = language
            self._show()

    def score(self, figure: int) -> None:
        """A face or a number was touched."""
        visit, question = self._visit, self._question()
        if visit is not None and question is not None:
            self._answering.reply(visit, reply_to(question, score=figure))
            self._after_touch(stays=question.asks_why)

    def choose(self, option: str) -> None:
        """One of several was touched; where any may be chosen, a second touch takes it back."""
        visit, question = self._visit, self._question()
        if visit is None or question is None:
            return
        before = visit.replies.get(question.key)
        several = question.scale is Scale.CHOICES
        chosen = _toggled(before.chosen if before else (), option) if several else (option,)
        self._answering.reply(visit, reply_to(question, chosen=chosen))
        self._after_touch(stays=several)

    def give_reason(self, theme: str) -> None:
        """A reason was touched, or touched once more."""
        visit = self._visit
        if visit is not None and visit.entry is not None:
            visit.why[self._step] = _toggled(visit.why.get(self._step, ()), theme)
            self._answering.say(visit)
            self._show()

    def write(self, text: str) -> None:
        """What stands in the field just now; it is written when she is done with it."""
        visit, question = self._visit, self._question()
        if visit is None:
            return
        if question is None:
            visit.comment = text[:LONGEST]
        else:
            visit.typed[question.key] = text[:LONGEST]

    def done(self) -> None:
        """Goes on with what was answered."""
        visit, question = self._visit, self._question()
        if visit is None:
            return
        if question is None:
            self._finish(visit)
            return
        self._keep_typed(visit)
        self._go_on(visit)

    def skip(self) -> None:
        """Goes on without an answer here."""
        visit, question = self._visit, self._question()
        if visit is None:
            return
        if question is None:
            visit.comment = ""
            self._finish(visit)
            return
        visit.typed.pop(question.key, None)
        self._answering.reply(visit, reply_to(question))
        self._go_on(visit)

    def back(self) -> None:
        """To the page before."""
        visit = self._visit
        if visit is None:
            return
        if not (self._is_calling and visit.survey.comment):
            steps = visit.steps
            at = steps.index(self._step) if self._step in steps else 0
            self._step = steps[max(0, at - 1)]
        self._is_calling = False
        self._show()

    def start_over(self) -> None:
        """She does not want what she said to count."""
        if self._visit is not None:
            self._answering.drop(self._visit)
        self.rest()

    def leave(self) -> None:
        """She went away; what she said until then stays."""
        if self._visit is not None:
            self._keep_typed(self._visit)
            self._answering.leave(self._visit)
        self.rest()

    def ask_call(self) -> None:
        """She would like to be called."""
        if self._visit is not None:
            self._is_calling = True
            self._show()

    def agree(self, contact: str, *, agreed: bool) -> None:
        """The number as it stands in the field, and whether she agrees to be called on it."""
        if visit := self._visit:
            visit.contact, visit.agreed = contact, agreed

    def want_call(self, wording: str) -> None:
        """She may be called on the number she gave; `wording` is what she agreed to."""
        visit = self._visit
        if visit is None or not (visit.agreed and visit.contact.strip()):
            return
        visit.wants_call, visit.wording = True, wording
        self._answering.agree_to_calls(visit)
        self._after_call(visit)

    def no_call(self) -> None:
        """On without a number."""
        if visit := self._visit:
            visit.wants_call, visit.contact, visit.agreed = False, "", False
            self._after_call(visit)

    def ask_card(self) -> None:
        """She has a card."""
        if self._visit is not None and self._visit.entry is None:
            self._show_page(ShowingCard())

    def no_card(self) -> None:
        """On without it."""
        self._show()

    def take_card(self, text: str) -> None:
        """A number that was typed or scanned."""
        visit = self._visit
        if visit is None or visit.entry is not None:
            return
        known = self._shop.find(text)
        if known is not None:
            self._greet(visit, known)
            return
        self._unknown += 1
        if self._unknown < UNKNOWN_CARDS:
            self._show_page(ShowingCard(unknown=True))
        else:
            self._show()

    def scan(self, text: str) -> None:
        """A card before the scanner greets whoever holds it, also from rest; other codes do nothing there."""
        if self._visit is not None:
            self.take_card(text)
        elif self._hours().is_open(self._shop.now()) and (known := self._shop.find(text)):
            self._welcome(known)

    def stay_unknown(self) -> None:
        """She would rather answer without her name."""
        if self._visit is not None and self._visit.entry is None:
            self._visit.known = None
            self._show()

    def _welcome(self, known: Known | None = None) -> None:
        """Somebody new; nothing happens where there is nothing to ask her."""
        survey = self._shop.survey()
        if survey is None:
            return
        self._forget()
        self._told = self._is_thanking = False
        visit = Visit(survey=survey, language=self._shop.house().language)
        self._visit, self._step = visit, visit.steps[0]
        if known is not None:
            self._greet(visit, known)
        else:
            self._show()

    def _forget(self) -> None:
        self._visit, self._step, self._is_calling, self._unknown = None, "", False, 0
        self._view.forget()

    def _greet(self, visit: Visit, known: Known) -> None:
        visit.known = known
        self._answering.asks(visit)
        if known.language and visit.language == self._shop.house().language:
            visit.language = known.language
        self._show()

    def _question(self) -> Question | None:
        return self._visit.question(self._step) if self._visit else None

    def _keep_typed(self, visit: Visit) -> None:
        """Writes what stands on the sheet of this question."""
        question = self._question()
        typed = visit.typed.get(question.key, "").strip() if question else ""
        if question is not None and typed:
            self._answering.reply(visit, reply_to(question, text=typed))

    def _after_touch(self, *, stays: bool) -> None:
        if stays:
            self._show()
        elif self._visit is not None:
            self._go_on(self._visit)

    def _after_call(self, visit: Visit) -> None:
        self._is_calling = False
        if visit.survey.comment:
            self._show()
        else:
            self._finish(visit)

    def _go_on(self, visit: Visit) -> None:
        steps = visit.steps
        at = steps.index(self._step) if self._step in steps else len(steps)
        if at + 1 >= len(steps):
            self._finish(visit)
            return
        self._step = steps[at + 1]
        self._is_calling = self._step == SAY and not visit.survey.comment
        self._show()

    def _finish(self, visit: Visit) -> None:
        visit.comment = visit.comment.strip()
        if visit.comment:
            self._answering.begin_with_nothing(visit)
            self._answering.say(visit)
        gift = self._answering.finish(visit)
        self._forget()
        self._is_thanking = True
        self._view.show_page(self._thanks(gift, visit), visit.language)

    def _thanks(self, gift: Gift, visit: Visit) -> Thanking:
        house = self._shop.house()
        return Thanking(
            hello=visit.hello,
            points=gift.points,
            balance=gift.balance,
            coupon=gift.coupon,
            can_print=gift.coupon is not None and self._can_print(),
            results=self._shop.results() if house.shows_results else None,
            review=house.review,
        )

    def _show(self) -> None:
        visit = self._visit
        if visit is None:
            return
        if self._is_calling:
            self._show_page(calling(visit, self._step))
        else:
            home, own = self._shop.house().language, self._shop.own_themes()
            self._show_page(page_of(visit, self._step, home, own))

    def _show_page(self, page: Page) -> None:
        if self._visit is not None:
            self._view.show_page(page, self._visit.language)

    def _show_rest(self) -> None:
        now, hours = self._shop.now(), self._hours()
        page: Page = Asleep(told=self._told, opens=hours.opens_next(now))
        if hours.is_open(now):
            self._told, page = False, Attract()
        self._view.show_page(page, self._shop.house().language)

    def _hours(self) -> Hours:
        try:
            return read_hours(self._shop.house().hours)
        except NotHours:
            return Hours()


def _toggled(chosen: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(it for it in chosen if it != one) if one in chosen else (*chosen, one)
