"""A shop and a screen that are only pretended, for what counter mode decides by itself."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.errors import ShopError
from app.loyalty.moment import Moment, moment_of
from app.voice.questions import Reply
from app.voice.survey import Survey
from tests.ui.counter.conftest import survey
from ui.counter.pages import Page, Results
from ui.counter.shop_side import Gift, House
from ui.counter.visit import Known, Visit

PRAGUE = "Europe/Prague"


@dataclass
class PretendedShop:
    """Writes down what it is told; `broken` is raised at every write while it is set."""

    asked: Survey | None = field(default_factory=survey)
    language: str = "en"
    hours: str = ""
    shows_results: bool = False
    review: str = ""
    people: dict[str, Known] = field(default_factory=dict)
    gift: Gift = field(default_factory=Gift)
    at: datetime = datetime(2026, 11, 23, 9, tzinfo=UTC)
    broken: ShopError | sqlite3.Error | None = None
    written: list[tuple[Any, ...]] = field(default_factory=list)
    settled: int = 0

    def house(self) -> House:
        return House(
            name="The Mill",
            words="",
            language=self.language,
            hours=self.hours,
            shows_results=self.shows_results,
            review=self.review,
        )

    def survey(self) -> Survey | None:
        return self.asked

    def own_themes(self) -> Sequence[str]:
        return ("bread",)

    def now(self) -> datetime:
        return self.at.astimezone(ZoneInfo(PRAGUE))

    def moment(self) -> Moment:
        return moment_of(self.at, PRAGUE, "Jana")

    def passes(self, **delta: int) -> None:
        self.at += timedelta(**delta)

    def settle(self) -> None:
        self.settled += 1

    def asks(self, customer: int, survey: Survey, _moment: Moment) -> None:
        self._write("asks", customer, survey.key)

    def begin(self, visit: Visit, reply: Reply, moment: Moment) -> int:
        number = 1 + sum(1 for one in self.written if one[0] == "begin")
        self._write("begin", number, visit.language, visit.known, moment.at)
        self._write("reply", number, reply.question, reply.score, moment.at)
        return number

    def reply(self, answer: int, reply: Reply, moment: Moment) -> None:
        self._write("reply", answer, reply.question, reply.score or reply.chosen, moment.at)

    def say(self, answer: int, visit: Visit, _moment: Moment) -> None:
        self._write("say", answer, visit.comment, visit.themes, visit.wants_call)

    def agree_to_calls(self, customer: int, wording: str) -> None:
        self._write("agree", customer, wording)

    def finish(self, answer: int, _moment: Moment) -> None:
        self._write("finish", answer)

    def leave(self, answer: int, _moment: Moment) -> None:
        self._write("leave", answer)

    def drop(self, answer: int, _moment: Moment) -> None:
        self._write("drop", answer)

    def thank(self, answer: int, _survey: Survey, _moment: Moment) -> Gift:
        self._write("thank", answer)
        return self.gift

    def results(self) -> Results | None:
        return Results(percent=97, n=213)

    def find(self, text: str) -> Known | None:
        return self.people.get(text)

    def told(self, *kinds: str) -> list[tuple[Any, ...]]:
        return [one for one in self.written if one[0] in kinds]

    def _write(self, *said: Any) -> None:
        if self.broken is not None:
            raise self.broken
        self.written.append(said)


class PretendedScreen:
    """Notes what it was to show."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.languages: list[str] = []
        self.forgot = 0

    @property
    def page(self) -> Page:
        return self.pages[-1]

    def show_page(self, page: Page, language: str) -> None:
        self.pages.append(page)
        self.languages.append(language)

    def forget(self) -> None:
        self.forgot += 1
