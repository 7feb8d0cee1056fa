"""The page of surveys: each with its switch, and the one that is being changed in their place."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui.coupons.offers import Line
from ui.coupons.rows import LineRow
from ui.desk import Desk
from ui.feedback.survey_form import SurveyForm
from ui.feedback.surveys import QuestionLine, Shown, SurveyLine, Surveys
from ui.shared.headers import Section
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.pane import narrow
from ui.shared.text import Text
from ui.shared.toggle import Toggle

WIDEST = 760


class SurveysPage(QStackedWidget):
    """The view of `Surveys`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, words = desk, desk.words
        self.surveys = Surveys(desk, self)
        self.section = Section(words("Surveys"), link=words("New survey"))
        self.section.link.setObjectName("survey.new")
        self.section.link.clicked.connect(self._offer)
        self.form = SurveyForm(words, self.surveys)
        self.addWidget(_column(self.section))
        self.addWidget(self.form)

    @property
    def is_changing(self) -> bool:
        """Whether a survey is being changed."""
        return self.currentWidget() is self.form

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self.form.name.control if self.is_changing else self.section.link

    def refresh(self) -> None:
        """The list; what is being changed is left alone."""
        self.surveys.refresh()

    def show_surveys(self, lines: Sequence[SurveyLine]) -> None:
        words = self._desk.words
        self.section.show_words(words("Surveys"), "", words("New survey"))
        focused = self._focused()
        self.section.clear()
        for line in lines:
            self.section.add(self._row(line))
        if not lines:
            nothing = Text(words("Nothing is asked. Make a new survey."), ink="ink2", wrap=True)
            nothing.setMinimumHeight(48)
            self.section.add(nothing)
        if focused and (same := self.findChild(QWidget, focused)):
            same.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_survey(self, shown: Shown | None) -> None:
        if shown is None:
            self.setCurrentIndex(0)
            self.section.link.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.form.show_survey(shown)
        self.setCurrentWidget(self.form)
        self.form.name.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_questions(self, lines: Sequence[QuestionLine]) -> None:
        self.form.show_questions(lines)

    def _offer(self) -> None:
        """What a new survey can begin with; it is changed before it is saved."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("survey.ready")
        for key, name in self.surveys.ready():
            menu.addAction(name).triggered.connect(partial(_begin, self.surveys, key))
        link = self.section.link
        menu.popup(link.mapToGlobal(QPoint(0, link.height() + 4)))

    def _focused(self) -> str:
        part = self.focusWidget()
        return part.objectName() if part and part.hasFocus() else ""

    def _row(self, line: SurveyLine) -> QWidget:
        words = self._desk.words
        opens = LineRow(Line(key=line.key, words=line.name, detail=line.detail), "pencil-outline")
        opens.setObjectName(f"survey.{line.key}")
        opens.clicked.connect(lambda: self.surveys.change(line.key))
        switch = Toggle(words("On") if line.is_on else words("Off"))
        switch.setObjectName(f"survey.{line.key}.on")
        switch.setAccessibleName(words("“{name}” is asked", name=line.name))
        switch.setChecked(line.is_on)
        switch.setFixedWidth(max(96, switch.sizeHint().width()))
        switch.clicked.connect(lambda on: self.surveys.switch(line.key, on=on))
        row = QWidget()
        both = QHBoxLayout(row)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        both.addWidget(opens, 1)
        both.addWidget(switch)
        return row


def _begin(surveys: Surveys, key: str, _on: bool = False) -> None:
    surveys.begin(key)


def _column(section: Section) -> QWidget:
    column = QVBoxLayout()
    column.setContentsMargins(margins(4, 4, 8, ROOM))
    column.addWidget(section)
    column.addStretch()
    return narrow(column, WIDEST)
