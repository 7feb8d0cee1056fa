"""The first page of Feedback: how the shop stands, what was said last, and what to do next."""

from collections.abc import Sequence
from typing import Protocol

from app.thanks.given import day_meant
from app.values import value
from app.voice.reading import Period
from app.voice.scales import Scale
from reports.feedback_words import theme_called
from ui.feedback import periods
from ui.feedback.needs import DeskSide
from ui.feedback.reading import THEME, Overview, Wish, read_overview
from ui.feedback.said import case_line, remark_of
from ui.feedback.scoring import bars_of, chart_of, figure_of, scales_of
from ui.feedback.shown import Bar, CaseLine, Chart, Figure, Hint, Remark


@value
class Page:
    """The first page, said already."""

    figures: tuple[Figure, ...]
    chosen: str
    chart: Chart
    bars: tuple[Bar, ...]
    no_bars: str
    by: str
    remarks: tuple[Remark, ...]
    remarks_count: str
    more_remarks: str
    cases: tuple[CaseLine, ...]
    cases_count: str
    more_cases: str
    hints: tuple[Hint, ...]


class FeedbackView(Protocol):
    """The page."""

    def show_page(self, page: Page) -> None: ...

    def show_nothing(self) -> None:
        """Nobody has answered yet: what to do first."""


class Feedback:
    """Reads on the side; the newest reading wins."""

    def __init__(self, desk: DeskSide, view: FeedbackView) -> None:
        self._desk, self._view = desk, view
        self._key = periods.DAYS
        self._own = Period()
        self._by, self._scale = THEME, ""
        self._asked = 0
        self.read: Overview | None = None

    @property
    def period(self) -> Period:
        """The time that is looked at."""
        if self._key == periods.OWN:
            return self._own
        return periods.period(self._key, self._desk.today())

    def refresh(self) -> None:
        self._asked += 1
        asked, wish = self._asked, Wish(period=self.period, by=self._by)
        self._desk.look_up(
            lambda shop: read_overview(shop, wish), lambda read: self._take(asked, read)
        )

    def choose_period(self, key: str) -> None:
        """One of the periods there are; the owner's own is given by `choose_days`."""
        self._key = key
        if key != periods.OWN:
            self.refresh()

    def choose_days(self, first: str, last: str) -> tuple[str, str]:
        """From and to as they were typed; answers which of the two is wrong and why, else empty texts."""
        words, on = self._desk.words, self._desk.today()
        country = self._desk.shop.settings.read().country or None
        days = []
        for key, text in (("first", first), ("last", last)):
            day = day_meant(text, on, country) if text.strip() else None
            if text.strip() and day is None:
                return key, words("Please write a day, such as 24. 12. 2026.")
            days.append(day)
        since, until = days
        if since and until and until < since:
            return "last", words("That is before it begins.")
        self._key, self._own = periods.OWN, Period(since=since, until=until)
        self.refresh()
        return "", ""

    def choose_scale(self, key: str) -> None:
        """Which score the chart and the bars tell of."""
        self._scale = key
        if self.read is not None:
            self._show(self.read)

    def choose_by(self, key: str) -> None:
        """What the score is broken down by."""
        self._by = key
        self.refresh()

    def _take(self, asked: int, read: Overview) -> None:
        if asked != self._asked:
            return
        self.read = read
        if read.is_anything or read.to_do_count:
            self._show(read)
        else:
            self._view.show_nothing()

    def _show(self, read: Overview) -> None:
        words, today = self._desk.words, read.today
        scale = self._chosen(read)
        cases, remarks = read.to_do_count, read.heard_count
        self._view.show_page(
            Page(
                figures=tuple(figure_of(read, one, words) for one in scales_of(read)),
                chosen=scale.value,
                chart=chart_of(read, scale, words),
                bars=tuple(bars_of(read, scale, words)),
                no_bars=words("Nobody has answered this in that time."),
                by=self._by,
                remarks=tuple(remark_of(one, today, words) for one in read.heard),
                remarks_count=words.plural("{n} comment", "{n} comments", remarks)
                if remarks
                else "",
                more_remarks=self._all(remarks, len(read.heard)),
                cases=tuple(case_line(one, today, words) for one in read.to_do),
                cases_count=words.plural("{n} case", "{n} cases", cases) if cases else "",
                more_cases=self._all(cases, len(read.to_do)),
                hints=tuple(self._hints(read)),
            )
        )

    def _chosen(self, read: Overview) -> Scale:
        """The score that was chosen, else the first that somebody answered."""
        there = scales_of(read)
        if self._scale in there:
            return Scale(self._scale)
        answered = [one for one in there if read.now.of(one).n]
        return answered[0] if answered else there[0]

    def _all(self, count: int, shown: int) -> str:
        words = self._desk.words
        return words("All {n}", n=words.number(count)) if count > shown else ""

    def _hints(self, read: Overview) -> Sequence[Hint]:
        """What the unhappy named most, as long as nothing was changed about it."""
        return [self._hint(theme, many) for theme, many in read.raised]

    def _hint(self, theme: str, many: int) -> Hint:
        words = self._desk.words
        about = theme_called(theme, words)
        said = words.plural(
            "“{theme}”: {n} unhappy answer", "“{theme}”: {n} unhappy answers", many, theme=about
        )
        act = words("Write down what you changed")
        return Hint(icon="lightbulb-on-outline", words=said, act=act, key=theme)
