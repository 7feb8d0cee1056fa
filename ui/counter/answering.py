"""Keeps what one person says in the book, each press at once and under its own moment."""

from collections.abc import Callable
from dataclasses import replace

from app.loyalty.moment import Moment
from app.voice.questions import Question, Reply
from ui.counter.pen import Pen
from ui.counter.shop_side import Gift, ShopSide
from ui.counter.visit import Entry, Visit

Act = Callable[[int, Moment], object]


class Answering:
    """The counter's only way into the book."""

    def __init__(self, shop: ShopSide, pen: Pen) -> None:
        self._shop, self._pen = shop, pen

    def reply(self, visit: Visit, reply: Reply) -> None:
        """A first answer to a question, or another one in its place; what hung on the old one is skipped."""
        before = visit.replies.get(reply.question)
        visit.replies[reply.question] = reply
        self._write_reply(visit, reply)
        if before is not None and before.mood is not reply.mood:
            # What was best is not what went wrong.
            self._forget_why(visit, reply.question)
        for stale in visit.no_longer_asked():
            del visit.replies[stale.question]
            self._forget_why(visit, stale.question)
            unasked = Reply(question=stale.question, scale=stale.scale, theme=stale.theme)
            self._write_reply(visit, unasked)

    def asks(self, visit: Visit) -> None:
        """Somebody who is known is asked just now."""
        survey, moment = visit.survey, self._shop.moment()
        if (known := visit.known) is not None:
            self._pen.write(lambda: self._shop.asks(known.id, survey, moment))

    def begin_with_nothing(self, visit: Visit) -> None:
        """An answer that is a comment alone begins with its first question skipped."""
        if visit.entry is None:
            self.reply(visit, reply_to(visit.asked[0]))

    def say(self, visit: Visit) -> None:
        """Reasons, comment and the wish to be called, as they stand now."""
        as_it_is = replace(visit, why=dict(visit.why))
        self._write(visit, lambda answer, at: self._shop.say(answer, as_it_is, at))

    def agree_to_calls(self, visit: Visit) -> None:
        """Somebody agreed to be called; of whom is known that is a consent."""
        self.begin_with_nothing(visit)
        self.say(visit)
        if (known := visit.known) is not None:
            self._pen.write(lambda: self._shop.agree_to_calls(known.id, visit.wording))

    def finish(self, visit: Visit) -> Gift:
        """The answer is whole; answers what it was thanked with.

        Where it still waits to be written, only somebody who is known is thanked later: a coupon would
        find nobody.
        """
        self._write(visit, self._shop.finish)
        given: list[Gift] = []
        if visit.known is not None or not self._pen.is_waiting:
            survey = visit.survey
            self._write(
                visit, lambda answer, at: given.append(self._shop.thank(answer, survey, at))
            )
        return given[0] if given else Gift()

    def leave(self, visit: Visit) -> None:
        """She went away in the middle."""
        if visit.comment and visit.entry is not None:
            self.say(visit)
        self._write(visit, self._shop.leave)

    def drop(self, visit: Visit) -> None:
        """She does not want it to count."""
        self._write(visit, self._shop.drop)

    def _forget_why(self, visit: Visit, question: str) -> None:
        if visit.why.pop(question, ()):
            self.say(visit)

    def _write_reply(self, visit: Visit, reply: Reply) -> None:
        if visit.entry is not None:
            self._write(visit, lambda answer, at: self._shop.reply(answer, reply, at))
            return
        entry = visit.entry = Entry()
        # The visit as it is now: should it wait, the person may be gone when it is written.
        begun, moment = replace(visit), self._shop.moment()

        def begin() -> None:
            entry.number = self._shop.begin(begun, reply, moment)

        self._pen.write(begin)

    def _write(self, visit: Visit, act: Act) -> None:
        """Does `act` to the answer, as of now; nothing where the answer never came into the book."""
        entry, moment = visit.entry, self._shop.moment()

        def write() -> None:
            if entry is not None and entry.number is not None:
                act(entry.number, moment)

        if entry is not None:
            self._pen.write(write)


def reply_to(
    question: Question,
    *,
    score: int | None = None,
    chosen: tuple[str, ...] = (),
    text: str = "",
) -> Reply:
    """The reply to `question`; skipped where nothing is given."""
    return Reply(
        question=question.key,
        scale=question.scale,
        theme=question.theme,
        score=score,
        chosen=chosen,
        text=text,
    )
