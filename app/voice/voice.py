"""Everybody who listens, put together once in `app.shop`."""

from app.keeping.database import Book
from app.keeping.history import History
from app.keeping.settings import SettingsBook
from app.loyalty.moment import Moment
from app.loyalty.till import Till
from app.values import value
from app.voice.answers import Answers
from app.voice.asking import Asking
from app.voice.cases import Cases
from app.voice.improvements import Improvements
from app.voice.reading import Scores
from app.voice.recovering import Recovering
from app.voice.survey import Survey
from app.voice.surveys import Surveys
from app.voice.thanking import Thanked, Thanking


@value
class Voice:
    """What customers say, and what is done about it."""

    surveys: Surveys
    answers: Answers
    asking: Asking
    scores: Scores
    cases: Cases
    improvements: Improvements
    recovering: Recovering
    thanking: Thanking

    def thank(self, answer: int, survey: Survey, moment: Moment) -> Thanked:
        """Gives what the survey promises for an answer, once."""
        return self.thanking.thank(self.answers.get(answer), survey.thanks, moment)


def open_voice(book: Book, history: History, settings: SettingsBook, till: Till) -> Voice:
    cases = Cases(book, history, settings)
    surveys = Surveys(book, history, settings)
    return Voice(
        surveys=surveys,
        answers=Answers(book, history, settings, cases),
        asking=Asking(book, settings, surveys),
        scores=Scores(book),
        cases=cases,
        improvements=Improvements(book, history),
        recovering=Recovering(book, history, till.coupons, cases),
        thanking=Thanking(book, history, settings, till, till.coupons),
    )
