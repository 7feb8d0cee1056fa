"""Surveys: which there are, what each asks, and one that is being changed until it is saved."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from app.errors import ShopError
from app.values import value
from app.voice import bank
from app.voice.questions import NotAQuestion, Question
from app.voice.survey import Survey
from reports.sentences import sentence
from ui.coupons.asked import Asked
from ui.feedback import survey_asked as asked
from ui.feedback.needs import DeskSide
from ui.feedback.survey_said import question_detail, thanks_said, when_said
from ui.loyalty.programme_fields import Misread

Texts = Mapping[str, str]
Wrong = tuple[str, str]
FINE: Wrong = ("", "")
OWN = ""
"""The choice of a question of one's own."""


@value
class SurveyLine:
    key: str
    name: str
    detail: str
    is_on: bool


@value
class QuestionLine:
    text: str
    detail: str
    is_first: bool
    is_last: bool


@value
class Shown:
    """The survey that is being changed; `bank` are questions that can be added, by key."""

    name: str
    is_new: bool
    questions: tuple[QuestionLine, ...]
    rules: Texts
    bank: tuple[tuple[str, str], ...]


class SurveysView(Protocol):
    """The page."""

    def show_surveys(self, lines: Sequence[SurveyLine]) -> None: ...

    def show_survey(self, shown: Shown | None) -> None:
        """The one that is being changed; None for none."""

    def show_questions(self, lines: Sequence[QuestionLine]) -> None: ...


class Surveys:
    """What is changed is a draft until it is saved as the next version, in one step."""

    def __init__(self, desk: DeskSide, view: SurveysView) -> None:
        self._desk, self._view = desk, view
        self._draft: Survey | None = None
        self._questions: tuple[Question, ...] = ()

    def refresh(self) -> None:
        shop, words = self._desk.shop, self._desk.words
        settings = shop.settings.read()
        lines = []
        for one in shop.voice.surveys.all():
            n = len(one.questions)
            thanks = thanks_said(one, settings, words)
            parts = [words.plural("{n} question", "{n} questions", n), when_said(one, words)]
            parts += [words("Thanks: {thanks}", thanks=thanks)] if thanks else []
            lines.append(
                SurveyLine(key=one.key, name=one.name, detail=" · ".join(parts), is_on=one.is_on)
            )
        self._view.show_surveys(lines)

    def switch(self, key: str, *, on: bool) -> None:
        surveys = self._desk.shop.voice.surveys
        if self._desk.attempt(lambda: surveys.save(replace(surveys.get(key), is_on=on))):
            self._desk.tell_last()

    def ready(self) -> Sequence[tuple[str, str]]:
        """Surveys that can be begun with, by key."""
        language = self._language
        return [(key, bank.ready_survey(key, language).name) for key in bank.ready_surveys()]

    def begin(self, key: str = bank.STANDARD) -> None:
        """A new one, which asks what the ready one of that key does."""
        usual = bank.ready_survey(key, self._language)
        self._open(replace(usual, key="", version=0))

    def change(self, key: str) -> None:
        found = self._desk.attempt(lambda: self._desk.shop.voice.surveys.get(key))
        if found is not None:
            self._open(found)

    def leave(self) -> None:
        """Without saving."""
        self._draft = None
        self._view.show_survey(None)

    def remove(self) -> None:
        draft = self._draft
        if draft is None or not draft.key:
            return
        removed = self._desk.attempt(lambda: self._gone(draft.key))
        if removed:
            self.leave()
            self._desk.tell_last()

    def save(self, name: str, rules: Texts) -> Wrong:
        """Answers the field that is wrong and why, or two empty texts when it is saved."""
        draft, words = self._draft, self._desk.words
        if draft is None:
            return FINE
        if not name.strip():
            return "name", words("What is the survey called?")
        if not self._questions:
            return "questions", words("A survey needs a question.")
        try:
            whole = replace(draft, name=name.strip(), questions=self._questions)
            saved = asked.with_rules(whole, rules, self._desk.shop, words)
            self._desk.shop.voice.surveys.save(saved)
        except Misread as wrong:
            return wrong.field, wrong.said
        except ShopError as refused:
            return "questions", sentence(refused, words)
        self.leave()
        self._desk.tell_last()
        return FINE

    def asked_of(self, at: int) -> Sequence[Asked]:
        """What is asked of the question at that place; the place after the last one is of a new one."""
        return asked.question_asked(self._whole(), at, self._language, self._desk.words)

    def texts_of(self, at: int) -> Texts:
        one = self._questions[at] if at < len(self._questions) else None
        return asked.question_texts(one, self._language)

    def put(self, at: int, texts: Texts) -> Wrong:
        """The question at that place as it was typed."""
        before = self._questions[at] if at < len(self._questions) else None
        try:
            one = asked.question_from(texts, before, self._free(), self._language, self._desk.words)
        except Misread as wrong:
            return wrong.field, wrong.said
        except NotAQuestion as refused:
            return f"text.{self._language}", sentence(refused, self._desk.words)
        self._ask((*self._questions[:at], one, *self._questions[at + 1 :]))
        return FINE

    def add(self, key: str) -> None:
        """A question of the bank, at the end."""
        found = next((one for one in bank_questions() if one.key == key), None)
        if found is not None and key not in {one.key for one in self._questions}:
            self._ask((*self._questions, found))

    def move(self, at: int, by: int) -> None:
        """Earlier or later."""
        moved = list(self._questions)
        moved.insert(at + by, moved.pop(at))
        self._ask(tuple(moved))

    def take_out(self, at: int) -> None:
        self._ask((*self._questions[:at], *self._questions[at + 1 :]))

    @property
    def count(self) -> int:
        return len(self._questions)

    @property
    def _language(self) -> str:
        return self._desk.shop.settings.read().language

    def _gone(self, key: str) -> bool:
        self._desk.shop.voice.surveys.remove(key)
        return True

    def _whole(self) -> Survey:
        """The draft with its questions as they stand."""
        usual = self._draft or bank.standard_survey(self._language)
        return replace(usual, questions=self._questions or usual.questions)

    def _free(self) -> str:
        """A name that no question of this survey has, nor any of the bank."""
        taken = {one.key for one in (*self._questions, *bank_questions())}
        return next(key for n in range(1, 1000) if (key := f"own-{n}") not in taken)

    def _open(self, survey: Survey) -> None:
        shop, words = self._desk.shop, self._desk.words
        self._draft, self._questions = survey, survey.questions
        self._view.show_survey(
            Shown(
                name=survey.name,
                is_new=not survey.key,
                questions=self._lines(),
                rules=asked.rules_of(survey, shop.settings.read(), words),
                bank=self._bank(),
            )
        )

    def _ask(self, questions: tuple[Question, ...]) -> None:
        """A question that is kept for the moods of one that is gone or comes later is asked of all."""
        sound: list[Question] = []
        for one in questions:
            is_sound = one.only is None or one.only.question in {each.key for each in sound}
            sound.append(one if is_sound else replace(one, only=None))
        self._questions = tuple(sound)
        self._view.show_questions(self._lines())

    def _lines(self) -> tuple[QuestionLine, ...]:
        words, language, whole = self._desk.words, self._language, self._whole()
        last = len(self._questions) - 1
        return tuple(
            QuestionLine(
                text=one.asked_in(language, language),
                detail=question_detail(one, whole, words, language),
                is_first=at == 0,
                is_last=at == last,
            )
            for at, one in enumerate(self._questions)
        )

    def _bank(self) -> tuple[tuple[str, str], ...]:
        language = self._language
        return tuple((one.key, one.asked_in(language, language)) for one in bank_questions())


def bank_questions() -> Sequence[Question]:
    """Those that can be asked without writing one."""
    return bank.bank()
