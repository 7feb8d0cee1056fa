"""What is shown of the scores on paper: a boast for the wall, results for customers, slips to fill in."""

from datetime import date
from math import ceil, floor

from app.errors import ShopError
from app.keeping.settings import Settings
from app.values import value
from app.voice import intervals
from app.voice.bank import question
from app.voice.improvements import Improvement
from app.voice.questions import Texts
from app.voice.reading import Period
from app.voice.scales import ENDS, Mood, Scale
from app.voice.scores import Counts
from app.voice.survey import Survey
from app.voice.voice import Voice

ENOUGH, GOOD = 30, 80
"""So many answers, and so many percent of them satisfied, are needed for a poster."""
SURE = 10
"""The score of a poster is known to so many percentage points to either side."""
_MOST_CHANGES = 4
_MOST_TOLD = 10**9
_FULL = 100
_NEARLY = 99


class TooFewToBoast(ShopError):
    """`n` answers are too few for a poster; some `needed` would do."""


class NothingToBoast(ShopError):
    """Only `percent` were satisfied; a poster needs `least`."""


class NoAnswersYet(ShopError):
    """Nobody answered in that time."""


@value
class Days:
    """Both days are in it."""

    since: date
    until: date

    @property
    def period(self) -> Period:
        return Period(since=self.since, until=self.until)


@value
class Boast:
    """A score good and sure enough for the wall: `faces` are how many gave each of the five, and from
    `low` to `high` percent it lies with 95 % confidence, rounded outwards.
    """

    shop: str
    shop_words: str
    question: Texts
    days: Days
    n: int
    percent: int
    low: int
    high: int
    faces: tuple[int, ...]


@value
class Results:
    """What customers said in a time, score by score and theme by theme, and what came of it."""

    shop: str
    shop_words: str
    days: Days
    n: int
    scores: tuple[Counts, ...]
    themes: tuple[tuple[str, Counts], ...]
    changes: tuple[Improvement, ...]


@value
class SlipSheet:
    """A survey on paper, one slip for each of `numbers`."""

    shop: str
    survey: Survey
    numbers: tuple[int, ...]
    shop_language: str


def quarter(on: date) -> Days:
    """From the first day of its quarter until that day."""
    return Days(since=date(on.year, on.month - (on.month - 1) % 3, 1), until=on)


def boast(counts: Counts, days: Days, settings: Settings, asked: Texts) -> Boast:
    """Raises `TooFewToBoast` and `NothingToBoast`; `counts` are of faces."""
    good, n = counts.of(Mood.HIGH), counts.n
    if n < ENOUGH or not _is_sure(good, n):
        raise TooFewToBoast(n=n, needed=_needed(good, n))
    exact, interval = counts.exact, counts.interval
    if exact is None or interval is None or exact < GOOD:
        raise NothingToBoast(percent=floor(counts.exact or 0), least=GOOD)
    least, most = ENDS[Scale.CSAT]
    return Boast(
        shop=settings.name,
        shop_words=settings.shop_words,
        question=asked,
        days=days,
        n=n,
        # "100 %" is said only where everybody was satisfied.
        percent=int(counts.shown or 0) if good == n else min(_NEARLY, int(counts.shown or 0)),
        low=floor(interval[0]),
        high=ceil(interval[1]),
        faces=tuple(counts.figures.get(score, 0) for score in range(least, most + 1)),
    )


def boast_of(voice: Voice, settings: Settings, days: Days) -> Boast:
    """What the shop may boast of in that time. Raises as `boast` does."""
    return boast(voice.scores.of(days.period).csat, days, settings, _asked(voice))


def results_of(voice: Voice, settings: Settings, days: Days, language: str) -> Results:
    """Raises `NoAnswersYet`. What was spoken of most comes first; of what was changed, what is written in
    `language` is told.
    """
    standing = voice.scores.of(days.period)
    themes = voice.scores.by_theme(days.period)
    if not standing.n:
        raise NoAnswersYet
    told = [(theme, one.csat) for theme, one in themes.items() if one.csat.n]
    scores = (standing.csat, standing.ten, standing.nps, standing.effort)
    return Results(
        shop=settings.name,
        shop_words=settings.shop_words,
        days=days,
        n=standing.n,
        scores=tuple(one for one in scores if one.n),
        themes=tuple(sorted(told, key=lambda one: -one[1].n)),
        changes=_changes(voice, days, language),
    )


def slip_sheet(numbers: tuple[int, ...], settings: Settings, survey: Survey) -> SlipSheet:
    return SlipSheet(
        shop=settings.name, survey=survey, numbers=numbers, shop_language=settings.language
    )


def filled(counts: Counts) -> tuple[float, float]:
    """How much of its bar a score fills with what is good, from 0 to 1; before that, with what is not bad
    either where the score is of recommending.
    """
    exact = float(counts.exact or 0)
    if counts.scale is Scale.NPS:
        high, middle = counts.of(Mood.HIGH) / counts.n, counts.of(Mood.MIDDLE) / counts.n
        return high + middle, high
    if counts.scale is Scale.EFFORT:
        least, most = ENDS[Scale.EFFORT]
        return 0.0, (exact - least) / (most - least)
    return 0.0, exact / _FULL


def _asked(voice: Voice) -> Texts:
    """The question with faces that the shop asks at its counter."""
    survey = voice.surveys.for_counter()
    asked = [one for one in survey.questions if one.scale is Scale.CSAT] if survey else []
    return asked[0].texts if asked else question("visit").texts


def _changes(voice: Voice, days: Days, language: str) -> tuple[Improvement, ...]:
    told = [
        one
        for one in voice.improvements.all(_MOST_TOLD)
        if one.language == language and days.since <= one.day <= days.until
    ]
    return tuple(told[:_MOST_CHANGES])


def _is_sure(good: int, n: int) -> bool:
    low, high = intervals.wilson(good, n)
    return (high - low) * _FULL <= 2 * SURE


def _needed(good: int, n: int) -> int:
    """So many answers would be enough, if as large a share of them were satisfied."""
    return next(
        many
        for many in range(max(ENOUGH, n), _MOST_TOLD)
        if _is_sure(round(good / n * many) if n else many, many)
    )
