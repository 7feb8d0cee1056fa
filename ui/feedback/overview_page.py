"""The first page: scores, their trend, what they are made of, what was said, and what to do next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.feedback.bars import Bars
from ui.feedback.case_row import CaseRow
from ui.feedback.chart import TrendChart
from ui.feedback.figures import ScoreFigure
from ui.feedback.presenter import Page
from ui.feedback.remark_row import RemarkRow
from ui.feedback.scoring import BROKEN_DOWN
from ui.feedback.shown import Figure, Hint
from ui.shared.buttons import Button, Kind
from ui.shared.chips import FilterChip, FilterChips
from ui.shared.focus import in_turn
from ui.shared.headers import SECTION, Heading, Section
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.pane import Fact, scrolling
from ui.shared.text import Text

NARROW = 960
"""Below this width what stands beside the scores comes under them."""
ASIDE = 344
UNBOUND = 16777215
LEADS_ON = frozenset({"theme", "channel"})
"""Parts whose comments can be looked at."""


class OverviewPage(QWidget):
    """The view of `Feedback` where somebody has answered."""

    scale_chosen = Signal(str)
    by_chosen = Signal(str)
    part_opened = Signal(str, str)
    """By what it is broken down, and the part."""
    case_opened = Signal(int)
    all_cases = Signal()
    all_remarks = Signal()
    customer_opened = Signal(int)
    hint_taken = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words, self._by = words, ""
        self._page: Page | None = None
        self.figures = QHBoxLayout()
        self.title = Heading("", px=SECTION)
        self.chart, self.bars = TrendChart(), Bars()
        self.by = FilterChips(words("Broken down by"))
        self.parts = Section(words("Broken down by"))
        self.remarks = Section(words("What people say"))
        self.cases = Section(words("What to do next"))
        self._is_narrow: bool | None = None
        self._lay_out()
        self._connect()

    def show_page(self, page: Page) -> None:
        if page == self._page:
            return
        words, self._by, self._page = self._words, page.by, page
        self._show_figures(page.figures, page.chosen)
        self.title.show_words(page.chart.title)
        self.chart.show_chart(page.chart)
        self.by.choose(page.by)
        self.bars.show_bars(page.bars, page.no_bars, leads_on=page.by in LEADS_ON)
        self.remarks.show_words(words("What people say"), page.remarks_count, page.more_remarks)
        rows = [RemarkRow(one, words, acts=False) for one in page.remarks]
        for row in rows:
            row.opened.connect(self.customer_opened)
        _fill(self.remarks, rows, words("Nobody has written anything in that time."))
        self._show_cases(page)
        self._put_in_turn()

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins: at the score that is chosen."""
        cards = self._cards()
        return next((one for one in cards if one.isChecked()), self.chart)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_aside(narrow=self.width() < NARROW)

    def _cards(self) -> list[ScoreFigure]:
        found = [self.figures.itemAt(n) for n in range(self.figures.count())]
        cards = [item.widget() for item in found if item]
        return [one for one in cards if isinstance(one, ScoreFigure)]

    def _put_in_turn(self) -> None:
        chips, bars = self.by.findChildren(FilterChip), self.bars.rows
        said = self.remarks.findChildren(Button)
        cases = [self.cases.link, *_shown(self.cases)]
        main: list[QWidget] = [self.chart, *chips, *bars, *said]
        in_turn(*self._cards(), *([*cases, *main] if self._is_narrow else [*main, *cases]))

    def _show_figures(self, figures: Sequence[Figure], chosen: str) -> None:
        focused = ""
        while item := self.figures.takeAt(0):
            if isinstance(old := item.widget(), ScoreFigure):
                focused = old.shown.key if old.hasFocus() else focused
                old.hide()
                old.deleteLater()
        for one in figures:
            card = ScoreFigure(one)
            card.setObjectName(f"score.{one.key}")
            card.setChecked(one.key == chosen)
            card.clicked.connect(lambda _=False, key=one.key: self.scale_chosen.emit(key))
            self.figures.addWidget(card, 1)
            if one.key == focused:
                card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_cases(self, page: Page) -> None:
        words = self._words
        self.cases.show_words(words("What to do next"), page.cases_count, page.more_cases)
        rows: list[QWidget] = []
        for line in page.cases:
            row = CaseRow(line)
            row.clicked.connect(lambda _=False, key=line.case: self.case_opened.emit(key))
            rows.append(row)
        rows += [self._hint(one) for one in page.hints]
        _fill(self.cases, rows, words("Nobody waits for an answer."))

    def _hint(self, hint: Hint) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(4)
        column.addWidget(Fact(hint.icon, hint.words))
        act = Button(hint.act, Kind.LINK, height=24)
        act.setObjectName(f"hint.{hint.key}")
        act.clicked.connect(lambda: self.hint_taken.emit(hint.key))
        line = QHBoxLayout()
        line.setContentsMargins(margins(32, 0, 0, 0))
        line.addWidget(act)
        line.addStretch()
        column.addLayout(line)
        return holder

    def _connect(self) -> None:
        self.by.chosen.connect(self.by_chosen)
        self.bars.pressed.connect(self._open_part)
        self.remarks.link.clicked.connect(self.all_remarks)
        self.cases.link.clicked.connect(self.all_cases)

    def _open_part(self, key: str) -> None:
        if self._by in LEADS_ON:
            self.part_opened.emit(self._by, key)

    def _lay_out(self) -> None:
        words = self._words
        for key, said in BROKEN_DOWN.items():
            self.by.add(key, words(said)).setObjectName(f"by.{key}")
        self.parts.put_above(self.by)
        self.parts.add(self.bars)
        self.figures.setSpacing(12)
        self._main = QVBoxLayout()
        self._main.setSpacing(24)
        self._main.addLayout(self.figures)
        trend = QVBoxLayout()
        trend.setSpacing(12)
        trend.addWidget(self.title)
        trend.addWidget(self.chart)
        self._main.addLayout(trend)
        self._main.addWidget(self.parts)
        self._main.addWidget(self.remarks)
        self._main.addStretch()
        self._aside = QVBoxLayout()
        self._aside.addStretch()
        columns = QHBoxLayout()
        columns.setSpacing(40)
        columns.addLayout(self._main, 1)
        columns.addLayout(self._aside)
        inner = QVBoxLayout()
        inner.setContentsMargins(margins(4, 4, 8, ROOM))
        inner.addLayout(columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inner))

    def _place_aside(self, *, narrow: bool) -> None:
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self._aside.removeWidget(self.cases)
        self._main.removeWidget(self.cases)
        self.cases.setFixedWidth(UNBOUND if narrow else ASIDE)
        self.cases.setMinimumWidth(0 if narrow else ASIDE)
        if narrow:
            self._main.insertWidget(1, self.cases)
        else:
            self._aside.insertWidget(0, self.cases)
        self._put_in_turn()


def _shown(section: Section) -> list[QWidget]:
    """What can be pressed in its rows, in their order."""
    found: list[QWidget] = []
    for n in range(section.rows.count()):
        item = section.rows.itemAt(n)
        row = item.widget() if item else None
        if isinstance(row, CaseRow):
            found.append(row)
        elif row is not None:
            found += row.findChildren(Button)
    return found


def _fill(section: Section, rows: Sequence[QWidget], nothing: str) -> None:
    section.clear()
    for row in rows:
        section.add(row)
    if not rows:
        said = Text(nothing, ink="ink2", wrap=True)
        said.setMinimumHeight(48)
        section.add(said)
