"""Says surveys: when one is asked, what is given for an answer, how a question is answered."""

from collections.abc import Mapping

from app.keeping.settings import Settings
from app.loyalty.letter_offers import read_offer
from app.voice.questions import Question
from app.voice.scales import Mood, Scale
from app.voice.survey import Every, Survey
from reports.feedback_words import theme_called
from reports.offers import whole_offer
from resources.words import Words, mark

SCALE_NAMES: Mapping[Scale, str] = {
    Scale.CSAT: mark("Five faces"),
    Scale.NPS: mark("Would recommend, 0 to 10"),
    Scale.TEN: mark("1 to 10"),
    Scale.EFFORT: mark("How easy, 1 to 7"),
    Scale.CHOICE: mark("One of several"),
    Scale.CHOICES: mark("Any of several"),
    Scale.TEXT: mark("In words"),
}
EVERY_NAMES: Mapping[Every, str] = {
    Every.VISIT: mark("At every visit"),
    Every.NTH_VISIT: mark("At every so many visits"),
    Every.QUARTER: mark("Once a quarter"),
    Every.YEAR: mark("Once a year"),
}
_ONLY: Mapping[tuple[Mood, ...], str] = {
    (Mood.LOW,): mark("Only of the unhappy with “{question}”"),
    (Mood.LOW, Mood.MIDDLE): mark("Only of those not happy with “{question}”"),
    (Mood.HIGH,): mark("Only of the happy with “{question}”"),
}
ONLY = tuple(_ONLY)
"""The moods that a question may be kept for."""


def when_said(survey: Survey, words: Words) -> str:
    asking = survey.asking
    if asking.every is Every.NTH_VISIT:
        return words.plural("At every {n} visit", "At every {n} visits", asking.nth)
    return words(EVERY_NAMES[asking.every])


def thanks_said(survey: Survey, settings: Settings, words: Words) -> str:
    """What is given for an answer; empty for nothing."""
    thanks, parts = survey.thanks, []
    if thanks.points:
        parts.append(words.plural("{n} point", "{n} points", thanks.points))
    if thanks.coupon:
        parts.append(whole_offer(read_offer(thanks.coupon).terms, words, settings.currency))
    return ", ".join(parts)


def question_detail(question: Question, survey: Survey, words: Words, language: str) -> str:
    """How it is answered, what it is about, and of whom it is asked."""
    parts = [words(SCALE_NAMES[question.scale])]
    if question.theme:
        parts.append(theme_called(question.theme, words))
    if question.only:
        before = {one.key: one for one in survey.questions}.get(question.only.question)
        if before is not None:
            parts.append(only_said(question.only.moods, before, words, language))
    return " · ".join(parts)


def only_said(moods: tuple[Mood, ...], before: Question, words: Words, language: str) -> str:
    usual = mark("Only of some, after “{question}”")
    return words(_ONLY.get(tuple(moods), usual), question=before.asked_in(language, language))
