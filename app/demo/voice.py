"""What the invented customers said: a few hundred answers, cases of which most are closed, and a change."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from app.clock import moment as read_moment
from app.keeping.history import StepId
from app.loyalty.moment import Moment, moment_of
from app.shop import Shop
from app.voice.answer import Given
from app.voice.improvements import Draft
from app.voice.questions import Reply
from app.voice.scales import Mood, Scale

ANSWERS = 2000
"""At most; a shop of four hundred has three hundred."""
_PER_CUSTOMER = 0.75
_BACK = timedelta(days=270)
_OPEN = 3  # the newest unhappy people whose cases nobody has seen to yet
# By eye: most are glad, and more of them since the shop was changed three months ago; this week a few
# who are known were not, so that there is somebody to see to.
_LATELY, _CHANGED = timedelta(days=7), timedelta(days=91)
_MOODS = ((_LATELY, 0.3, 0.2), (_CHANGED, 0.08, 0.2), (_BACK, 0.14, 0.28))
_KNOWN, _KNOWN_LATELY, _WITH_WORDS, _SKIPPED, _ON_PAPER = 0.45, 0.9, 0.3, 0.08, 0.12
_FIGURES: Mapping[Mood, Mapping[Scale, Sequence[int]]] = {
    Mood.LOW: {Scale.CSAT: (1, 2, 2), Scale.NPS: (0, 3, 4, 5, 6)},
    Mood.MIDDLE: {Scale.CSAT: (3, 4, 4), Scale.NPS: (7, 7, 8)},
    Mood.HIGH: {Scale.CSAT: (4, 5, 5), Scale.NPS: (8, 9, 9, 10, 10)},
}


def add_answers(shop: Shop, step: StepId, facts: Mapping[str, Any], on: date, seed: int) -> None:
    """Answers of people who had just bought something, within the caller's step."""
    chance = random.Random(seed)  # noqa: S311 - invented people need no secret
    sales = shop.book.execute(
        "SELECT customer, s.at, s.day FROM sales s JOIN customers c ON c.id = s.customer"
        " WHERE NOT c.removed AND s.day BETWEEN ? AND ? ORDER BY s.id",
        ((on - _BACK).isoformat(), on.isoformat()),
    ).fetchall()
    if not sales:
        return
    count = min(ANSWERS, len(sales), round(shop.customers.count() * _PER_CUSTOMER))
    zone = shop.settings.read().zone
    chosen = sorted(chance.sample(sales, count), key=lambda sale: sale["at"])
    given = [(_given(chance, facts["said"], sale, on), _later(sale["at"], zone)) for sale in chosen]
    written = shop.voice.answers.enter_all(given)
    shop.voice.answers.tell(step, written)
    _see_to_them(shop, step, written, on)
    theme, said, done = facts["changed"]
    since, language = on - _BACK, shop.settings.read().language
    draft = Draft(theme=theme, said=said, done=done, language=language, since=since)
    day = on - _CHANGED
    shop.voice.improvements.enter(step, draft, replace(given[0][1], day=day))


def _given(chance: random.Random, said: Sequence[Sequence[str]], sale: Any, on: date) -> Given:
    ago = on - date.fromisoformat(sale["day"])
    low, middle = next((low, middle) for back, low, middle in _MOODS if ago <= back)
    known = _KNOWN_LATELY if ago <= _LATELY else _KNOWN
    drawn = chance.random()
    mood = Mood.LOW if drawn < low else Mood.MIDDLE if drawn < low + middle else Mood.HIGH
    has_words = mood is Mood.LOW or chance.random() < _WITH_WORDS
    theme, comment = "", ""
    if has_words:
        _, theme, comment = chance.choice([one for one in said if one[0] == mood])
    return Given(
        replies=tuple(_reply(chance, mood, scale) for scale in (Scale.CSAT, Scale.NPS)),
        comment=comment,
        themes=(theme,) if theme else (),
        channel="slip" if chance.random() < _ON_PAPER else "counter",
        customer=sale["customer"] if chance.random() < known else None,
    )


def _reply(chance: random.Random, mood: Mood, scale: Scale) -> Reply:
    if scale is Scale.NPS and chance.random() < _SKIPPED:
        return Reply(question=scale, scale=scale)
    return Reply(question=scale, scale=scale, score=chance.choice(_FIGURES[mood][scale]))


def _later(at: str, zone: str) -> Moment:
    """A minute after the sale."""
    return moment_of(read_moment(at) + timedelta(minutes=1), zone, "")


def _see_to_them(shop: Shop, step: StepId, written: Sequence[int], on: date) -> None:
    """All but the newest cases were answered the next day and closed three days later."""
    zone, cases = shop.settings.read().zone, shop.voice.cases
    opened: list[tuple[int, Moment]] = []
    for number in written:
        answer = shop.voice.answers.get(number)
        if answer.mood is not Mood.LOW or answer.customer is None:
            continue
        moment = moment_of(answer.at, zone, "")
        if case := cases.look_at(answer, moment, step):
            opened.append((case, moment))
    for case, moment in opened[:-_OPEN]:
        at = read_moment(moment.at)
        answered, closed = at + timedelta(days=1), at + timedelta(days=4)
        if closed.date() <= on:
            cases.enter_closed(
                case, moment_of(answered, zone, "").at, moment_of(closed, zone, "").at
            )
