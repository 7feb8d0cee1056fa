"""The place from which the owner begins counter mode: what is asked there, on which screen, and her PIN."""

from contextlib import suppress

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.changes import Kind
from app.keeping.database import NOT_NOW
from app.voice.questions import said
from ui.counter.mode import SCREEN
from ui.counter.pin_dialog import PinDialog
from ui.desk import Desk
from ui.shared.buttons import Button
from ui.shared.buttons import Kind as Look
from ui.shared.chips import FilterChips
from ui.shared.headers import PageHeader, Section
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.pane import scrolling
from ui.shared.text import Text

COLUMN = 560


def make_counter(desk: Desk) -> QWidget:
    """The screen for its place in the window."""
    return StartPage(desk)


class StartPage(QWidget):
    """One button begins it; the rest says what will be seen there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        words = desk.words
        self.start = Button(words("Start counter mode"), Look.PRIMARY, icon="gesture-tap")
        self.start.setObjectName("start counter mode")
        self.start.clicked.connect(self._begin)
        self.asked = QVBoxLayout()
        self.asked.setSpacing(8)
        self.pin = Button("")
        self.pin.setObjectName("counter.pin")
        self.pin.clicked.connect(self._change_pin)
        self.more = Button(words("Opening hours, words and results"), Look.QUIET)
        self.more.clicked.connect(lambda: desk.window.go("settings"))
        self._lay_out()
        self.setFocusProxy(self.start)
        desk.on_change(self, self._hear)

    def visited(self) -> None:
        """Called at each visit."""
        self._show()

    def _begin(self) -> None:
        if self._desk.enter_counter is not None:
            self._desk.enter_counter()

    def _change_pin(self) -> None:
        PinDialog(self._desk, self).open()

    def _hear(self, changed: frozenset[Kind]) -> None:
        if changed & {Kind.SETTINGS, Kind.VOICE} and self.isVisible():
            self._show()

    def _show(self) -> None:
        words, shop = self._desk.words, self._desk.shop
        has_pin = bool(shop.settings.read().counter_pin)
        self.pin.setText(words("Change the PIN…") if has_pin else words("Choose a PIN…"))
        self.pin.updateGeometry()
        while item := self.asked.takeAt(0):
            if row := item.widget():
                row.hide()
                row.deleteLater()
        survey = shop.voice.surveys.for_counter()
        self.start.setEnabled(survey is not None)
        if survey is None:
            self.asked.addWidget(Text(words("No survey is switched on."), ink="ink2", wrap=True))
            return
        for one in survey.questions:
            # As customers read it first, in the shop's language.
            text = said(one.texts, shop.settings.read().language, words.language)
            self.asked.addWidget(Text(text, wrap=True))

    def _lay_out(self) -> None:
        words = self._desk.words
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        header = PageHeader(words("Counter mode"))
        header.add(self.start)
        column.addWidget(header)
        about = words(
            "The whole screen belongs to your customers: one question, big faces, in their own"
            " language. Nobody gets out of it but with your PIN: hold the shop's mark for two"
            " seconds, or press {key}.",
            key=words.isolated("Ctrl+Alt+L"),
        )
        column.addWidget(Text(about, ink="ink2", wrap=True))
        column.addWidget(self._section(words("What is asked"), self.asked))
        column.addWidget(self._section(words("On which screen"), self._screens()))
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.pin)
        ways.addWidget(self.more)
        ways.addStretch()
        column.addWidget(self._section(words("How it is set"), ways))
        column.addStretch()
        self._frame(column)

    def _frame(self, column: QVBoxLayout) -> None:
        holder = QWidget()
        holder.setFixedWidth(COLUMN)
        holder.setLayout(column)
        row = QHBoxLayout()
        row.addWidget(holder)
        row.addStretch()
        inner = QVBoxLayout()
        inner.setContentsMargins(margins(40, 8, 32, 0))
        inner.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 24 + ROOM)
        whole.addWidget(scrolling(inner))

    def _section(self, title: str, within: QVBoxLayout | QHBoxLayout) -> Section:
        section = Section(title)
        within.setContentsMargins(0, 16, 0, 0)
        section.rows.addLayout(within)
        return section

    def _screens(self) -> QVBoxLayout:
        words, settings = self._desk.words, self._desk.shop.settings
        chips = FilterChips(words("On which screen"))
        kept = settings.recall(SCREEN)
        names = [one.name() for one in QGuiApplication.screens()]
        for number, (name, screen) in enumerate(zip(names, QGuiApplication.screens(), strict=True)):
            size = words.isolated(f"{screen.size().width()} × {screen.size().height()}")
            said_of = words("Screen {n}: {size}", n=words.number(number + 1), size=size)
            chips.add(name, said_of).setObjectName(f"screen.{number + 1}")
        if kept in names:
            chips.choose(kept)
        chips.chosen.connect(self._choose_screen)
        column = QVBoxLayout()
        column.addWidget(chips)
        return column

    def _choose_screen(self, name: str) -> None:
        with suppress(*NOT_NOW):
            self._desk.shop.settings.remember(SCREEN, name)
