"""The Settings screen: one column of questions, each kept as soon as it is answered."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.changes import Kind
from app.keeping.settings import Settings
from ui.desk import Desk
from ui.settings.answer import Answer
from ui.settings.asked import PARTS, Part
from ui.settings.on_paper import make_on_paper
from ui.settings.own_hands import make_own_hands
from ui.settings.presenter import ShopSettings
from ui.settings.signature import make_signature
from ui.shared.headers import PageHeader, Section
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.pane import scrolling

COLUMN = 560
MORE: tuple[Callable[[Desk], QWidget], ...] = (make_on_paper, make_signature, make_own_hands)
"""Sections with widgets of their own, in the order of the page: one maker each."""


def make_settings(desk: Desk) -> "SettingsScreen":
    """The screen for its place in the window."""
    return SettingsScreen(desk)


class SettingsScreen(QWidget):
    """The view of `ShopSettings`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.answers: dict[str, Answer] = {}
        self.presenter = ShopSettings(desk, self)
        self._shown = self.presenter.settings
        self._lay_out()
        self.setFocusProxy(self.answers["name"].control)
        desk.on_change(self, self._changed)

    def visited(self) -> None:
        """Called at each visit."""
        self.presenter.refresh()

    def show_settings(self, settings: Settings) -> None:
        if settings != self._shown:
            self._shown = settings
            for answer in self.answers.values():
                answer.show_answer(settings)

    def show_remark(self, key: str, said: str) -> None:
        self.answers[key].remark(said)

    def _changed(self, kinds: frozenset[Kind]) -> None:
        if Kind.SETTINGS in kinds and self.isVisible():
            self.presenter.refresh()

    def _decide(self, key: str, value: str) -> None:
        # Its notice comes at the foot, and is not to lie over what was just answered.
        self._area.ensureWidgetVisible(self.answers[key], 0, ROOM)
        wrong = self.presenter.decide(key, value)
        if wrong:
            self.answers[key].show_error(wrong)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(24)
        column.addWidget(PageHeader(self._desk.words("Settings")))
        for part in PARTS:
            column.addWidget(self._section(part))
        for make in MORE:
            column.addWidget(make(self._desk))
        column.addStretch()
        holder = QWidget()
        holder.setFixedWidth(COLUMN)
        holder.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(holder)
        row.addStretch()
        inner = QVBoxLayout()
        inner.setContentsMargins(margins(40, 8, 32, ROOM))
        inner.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling(inner)
        whole.addWidget(self._area)

    def _section(self, part: Part) -> Section:
        section = Section(self._desk.words(part.title))
        # Fields, not rows: no lines between them.
        fields = QVBoxLayout()
        fields.setContentsMargins(0, 16, 0, 0)
        fields.setSpacing(16)
        section.rows.addLayout(fields)
        for question in part.questions:
            answer = self.answers[question.key] = Answer(question, self._desk.words)
            # Before the next one is made: the keyboard goes from choice to choice as they were made.
            answer.show_answer(self._shown)
            answer.given.connect(partial(self._decide, question.key))
            fields.addWidget(answer)
        return section
