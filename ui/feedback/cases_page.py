"""The page of cases: those to see to, those that wait, those that are settled, and one of them open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words, mark
from ui.coupons.asked import Asked
from ui.desk import Desk
from ui.feedback.ask_form import AskForm
from ui.feedback.case_pane import CasePane
from ui.feedback.case_row import CaseRow
from ui.feedback.case_said import ShownCase
from ui.feedback.cases import Cases, Lists
from ui.feedback.shown import CaseLine
from ui.shared.focus import in_turn
from ui.shared.headers import Section
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.pane import scrolling
from ui.shared.text import Text

TOLD = (
    Asked("said", mark("What was said")),
    Asked("who", mark("Name, phone or card"), help_words=mark("Empty where you do not know.")),
)
"""What is asked of a case that was told by word of mouth."""


class CasesPage(QWidget):
    """The view of `Cases`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, words = desk, desk.words
        self.cases = Cases(desk, self)
        self.pane = CasePane(words, self.cases.act, self.cases.texts_for)
        self.pane.hide()
        self.to_do = Section(words("To answer"), link=words("Told in person"))
        self.to_do.link.setObjectName("case.new")
        self.waiting = Section(words("Answered, not settled yet"))
        self.done = Section(words("Settled lately"))
        self.times = Text("", 13, ink="ink2", wrap=True)
        self.asks: AskForm | None = None
        self._rows: dict[int, CaseRow] = {}
        self._chosen = 0
        self._lists: Lists | None = None
        self.first: QWidget = self.to_do.link
        self._lay_out()
        self.to_do.link.clicked.connect(self.begin)
        self.pane.left.connect(self._leave)
        self.pane.customer_opened.connect(self.cases.show_customer)

    def open(self, case: int) -> None:
        self._chosen = case
        self._mark()
        self.cases.open(case)

    def begin(self) -> None:
        """Asks for a case that was told by word of mouth."""
        self._end()
        words = self._desk.words
        asks = self.asks = AskForm(words, TOLD, {}, words("Open a case"))
        asks.answered.connect(self._begin)
        asks.left.connect(self._end)
        self._asking.addWidget(asks)
        in_turn(*asks.stops, self.to_do.link)
        asks.begin()

    def show_lists(self, lists: Lists) -> None:
        if lists == self._lists:
            return
        words, focused, self._lists = self._desk.words, self._focused(), lists
        self._rows.clear()
        self.to_do.show_words(
            words("To answer"), _count(lists.to_do, words), words("Told in person")
        )
        self._fill(self.to_do, lists.to_do, words("Nobody waits for an answer."))
        self.waiting.show_words(words("Answered, not settled yet"), _count(lists.waiting, words))
        self._fill(self.waiting, lists.waiting, "")
        self._fill(self.done, lists.done, "")
        self.waiting.setVisible(bool(lists.waiting))
        self.done.setVisible(bool(lists.done))
        self.times.setText(lists.times)
        self.times.setVisible(bool(lists.times))
        self._mark()
        self._put_in_turn()
        if focused in self._rows:
            self._rows[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_case(self, shown: ShownCase | None) -> None:
        self.pane.setVisible(shown is not None)
        self._chosen = shown.case if shown else 0
        if shown is not None:
            self.pane.show_case(shown)
        self._mark()
        self._put_in_turn()

    def _fill(self, section: Section, lines: Sequence[CaseLine], nothing: str) -> None:
        section.clear()
        for line in lines:
            row = self._rows[line.case] = CaseRow(line, inset=12)
            row.clicked.connect(lambda _=False, case=line.case: self.open(case))
            section.add(row)
        if not lines and nothing:
            said = Text(nothing, ink="ink2", wrap=True)
            said.setMinimumHeight(48)
            section.add(said)

    def _begin(self, texts: dict[str, str]) -> None:
        asks = self.asks
        field, said = self.cases.begin(texts)
        if said and asks is not None:
            asks.show_error(field, said)
        else:
            self._end()

    def _end(self) -> None:
        if self.asks is not None:
            self.asks.hide()
            self.asks.deleteLater()
            self.asks = None
            self.to_do.link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        case = self._chosen
        self.cases.leave()
        if case in self._rows:
            self._rows[case].setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self) -> None:
        for case, row in self._rows.items():
            row.setChecked(case == self._chosen)

    def _put_in_turn(self) -> None:
        in_turn(self.to_do.link, *self._rows.values(), *self.pane.stops)

    def _focused(self) -> int:
        return next((case for case, row in self._rows.items() if row.hasFocus()), 0)

    def _lay_out(self) -> None:
        self._asking = QVBoxLayout()
        column = QVBoxLayout()
        column.setContentsMargins(margins(4, 4, 8, ROOM))
        column.setSpacing(24)
        column.addLayout(self._asking)
        for part in (self.to_do, self.waiting, self.done, self.times):
            column.addWidget(part)
        column.addStretch()
        held = QVBoxLayout()
        held.setContentsMargins(margins(0, 0, 8, ROOM))
        held.addWidget(self.pane)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(24)
        whole.addWidget(scrolling(column), 1)
        whole.addLayout(held)


def _count(lines: Sequence[CaseLine], words: Words) -> str:
    n = len(lines)
    return words.plural("{n} case", "{n} cases", n) if n else ""
