"""What the book says of feedback, read on the side and handed over as plain facts."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from app.people import directory
from app.shop import Shop
from app.thanks.lists import people_on
from app.values import value
from app.voice import comments
from app.voice.answer import Answer
from app.voice.case import Case, Times
from app.voice.comments import Wanted
from app.voice.reading import Period, Scores, months, weeks
from app.voice.scales import Mood
from app.voice.scores import Standing
from app.voice.suggesting import suggest

MONTHS, WEEKS = 12, 13
"""How far back the trend goes; in weeks as long as the first answer is not older than these."""
SHOWN, CASES, HINTS = 3, 6, 2
"""Comments, cases and hints on the first page; the rest is a link away."""
THEME, CHANNEL, QUESTION, SHIFT, LIST = "theme", "channel", "question", "shift", "list"
LISTS = ("regulars", "new", "slipping", "lapsed")
"""Lists whose people are told apart by what they say."""
_LOW = -1


@value
class Heard:
    """An answer with a comment, and who gave it: nobody for 0."""

    answer: Answer
    customer: int = 0
    who: str = ""
    suggested: tuple[str, ...] = ()


@value
class Seen:
    """A case with whom it is about, as far as that is known, and what she said."""

    case: Case
    who: str
    uid: str
    answer: Answer | None
    told: str = ""
    """What was told by word of mouth."""

    @property
    def said(self) -> str:
        return self.answer.comment if self.answer else self.told


@value
class Wish:
    """What is asked of the book: a time, and what the scores are broken down by."""

    period: Period
    by: str = THEME


@value
class Overview:
    """Everything that the first page shows; `raised` are themes with how often the unhappy named them."""

    today: date
    wish: Wish
    is_anything: bool
    now: Standing
    before: Standing | None
    trend: tuple[Standing, ...]
    is_weekly: bool
    """Whether each of the trend is a week, else a month."""
    parts: Mapping[str, Standing]
    heard: tuple[Heard, ...]
    heard_count: int
    to_do: tuple[Seen, ...]
    to_do_count: int
    raised: tuple[tuple[str, int], ...]
    questions: Mapping[str, str]
    """What each question asks, in the language of the shop."""
    shifts: tuple[str, ...]
    """When the later ones begin."""


def read_overview(shop: Shop, wish: Wish) -> Overview:
    """Reads it all: every score is a look at what was tallied, whatever the number of answers."""
    scores, today = shop.voice.scores, shop.today()
    wanted, first = Wanted(period=wish.period), scores.first_day()
    until = wish.period.until or today
    is_weekly = first is not None and first > until - timedelta(weeks=WEEKS)
    spans = weeks(until, WEEKS) if is_weekly else months(until, MONTHS)
    before = wish.period.before()
    themes = scores.by_theme(wish.period)
    return Overview(
        today=today,
        wish=wish,
        is_anything=first is not None or bool(comments.count(shop.book, Wanted())),
        now=scores.of(wish.period),
        before=scores.of(before) if before else None,
        trend=tuple(scores.over_time(spans)),
        is_weekly=is_weekly,
        parts=themes if wish.by == THEME else _broken_down(shop, wish),
        heard=tuple(heard(shop, comments.comments(shop.book, wanted, SHOWN))),
        heard_count=comments.count(shop.book, wanted),
        to_do=tuple(seen(shop, shop.voice.cases.to_do(today, CASES))),
        to_do_count=shop.voice.cases.count_to_do(today),
        raised=_raised(shop, themes, wish.period),
        questions=_questions(shop),
        shifts=_shifts(shop),
    )


def heard(shop: Shop, answers: Sequence[Answer]) -> Iterable[Heard]:
    """Each answer with who gave it and what it may be about besides."""
    known = directory.rows(shop.book, [one.customer for one in answers if one.customer])
    for one in answers:
        row = known.get(one.customer or 0)
        yield Heard(
            answer=one,
            customer=row.id if row else 0,
            who=row.name if row else "",
            suggested=suggested(one),
        )


def seen(shop: Shop, cases: Sequence[Case]) -> Iterable[Seen]:
    """Each case with who it is about and what was said."""
    known = directory.rows(shop.book, [one.customer for one in cases if one.customer])
    for one in cases:
        row = known.get(one.customer or 0)
        answer = shop.voice.answers.get(one.answer) if one.answer else None
        told = "" if answer else _told(shop, one)
        yield Seen(
            case=one,
            who=row.name if row else "",
            uid=row.uid if row else "",
            answer=answer,
            told=told,
        )


def suggested(answer: Answer) -> tuple[str, ...]:
    """Themes that its words speak of and that nobody has said yet."""
    return tuple(
        one for one in suggest(answer.comment, answer.language) if one not in answer.themes
    )


def times(shop: Shop, period: Period) -> Times:
    """How long it took to answer and to settle, of the cases opened in that time."""
    return shop.voice.cases.times(period.since or date.min, period.until or date.max, shop.today())


def _told(shop: Shop, case: Case) -> str:
    story = shop.voice.cases.story(case.id)
    return str(story[0][0].facts.get("text", "")) if story else ""


def _broken_down(shop: Shop, wish: Wish) -> Mapping[str, Standing]:
    scores, period = shop.voice.scores, wish.period
    match wish.by:
        case "channel":
            return scores.by_channel(period)
        case "question":
            return scores.by_question(period)
        case "shift":
            return scores.by_shift(period, _shifts(shop))
        case _:
            return dict(_of_lists(shop, scores, period))


def _of_lists(shop: Shop, scores: Scores, period: Period) -> Iterable[tuple[str, Standing]]:
    asked = shop.asked()
    for name in LISTS:
        yield name, scores.of_people(period, people_on(shop.book, name, asked))


def _raised(
    shop: Shop, themes: Mapping[str, Standing], period: Period
) -> tuple[tuple[str, int], ...]:
    """What the unhappy named most and nothing was changed about since."""
    first = period.since or date.min
    done = {one.theme for one in shop.voice.improvements.all() if one.day >= first}
    named = [(theme, one.answers[_LOW]) for theme, one in themes.items() if theme not in done]
    named.sort(key=lambda one: -one[1])
    return tuple(one for one in named[:HINTS] if one[1])


def _shifts(shop: Shop) -> tuple[str, ...]:
    return tuple(sorted(shop.settings.read().shifts.split()))


def _questions(shop: Shop) -> Mapping[str, str]:
    language = shop.settings.read().language
    return {
        question.key: question.asked_in(language, language)
        for survey in shop.voice.surveys.all()
        for question in survey.questions
    }


MOODS = (Mood.LOW, Mood.MIDDLE, Mood.HIGH)
