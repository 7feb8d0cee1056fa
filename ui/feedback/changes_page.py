"""The page of what was changed: each with what was said, what was done, and who is still to be told."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.feedback.ask_form import AskForm
from ui.feedback.changes import ChangeLine, Changes
from ui.shared.buttons import IN_ROW, Button, IconButton, Kind
from ui.shared.chips import StateChip
from ui.shared.focus import in_turn
from ui.shared.headers import Section
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.pane import narrow
from ui.shared.states import State
from ui.shared.text import Text

WIDEST = 760


class ChangesPage(QWidget):
    """The view of `Changes`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, words = desk, desk.words
        self.changes = Changes(desk, self)
        self.section = Section(words("You said, we did"), link=words("Add a change"))
        self.section.link.setObjectName("change.new")
        self.section.link.clicked.connect(lambda _on: self.begin())
        self.asks: AskForm | None = None
        self._lay_out()
        self.first: QWidget = self.section.link

    def begin(self, theme: str = "") -> None:
        """Asks for a new one, perhaps about `theme`."""
        self._end()
        words = self._desk.words
        asks = self.asks = AskForm(
            words, self.changes.asked(), self.changes.usual(theme), words("Write it down")
        )
        asks.answered.connect(self._add)
        asks.left.connect(self._end)
        self._asking.addWidget(asks)
        in_turn(*asks.stops, self.section.link)
        first = "words" if theme else "theme"
        asks.fields[first].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_changes(self, lines: Sequence[ChangeLine]) -> None:
        words = self._desk.words
        count = words.plural("{n} change", "{n} changes", len(lines)) if lines else ""
        self.section.show_words(words("You said, we did"), count, words("Add a change"))
        self.section.clear()
        for line in lines:
            self.section.add(self._row(line))
        if not lines:
            nothing = words(
                "What you change because of what people say, write down here: everybody who raised it"
                " can be told with a card."
            )
            said = Text(nothing, ink="ink2", wrap=True)
            said.setContentsMargins(0, 12, 0, 12)
            self.section.add(said)

    def _add(self, texts: dict[str, str]) -> None:
        asks = self.asks
        field, said = self.changes.add(texts)
        if said and asks is not None:
            asks.show_error(field, said)
        else:
            self._end()

    def _end(self) -> None:
        if self.asks is not None:
            self.asks.hide()
            self.asks.deleteLater()
            self.asks = None
            self.section.link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, line: ChangeLine) -> QWidget:
        row = QWidget()
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(StateChip(State(line.theme)), 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(Text(line.said, 14, ink="ink2", wrap=True))
        column.addWidget(Text(line.done, 14, 500, wrap=True))
        column.addWidget(Text(line.aside, 13, ink="ink2", wrap=True))
        if line.act:
            write = Button(line.act, Kind.SECONDARY, icon="email-edit-outline", height=IN_ROW)
            write.setObjectName(f"change.{line.number}.write")
            write.clicked.connect(lambda: self.changes.write(line.number))
            column.addSpacing(4)
            column.addWidget(write, 0, Qt.AlignmentFlag.AlignLeading)
        out = IconButton(
            "trash-can-outline", self._desk.words("Take this change out"), icon_size=18
        )
        out.setObjectName(f"change.{line.number}.out")
        out.clicked.connect(lambda: self._remove(line.number))
        whole = QHBoxLayout(row)
        whole.setContentsMargins(0, 14, 0, 14)
        whole.addLayout(column, 1)
        whole.addWidget(out, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _remove(self, number: int) -> None:
        self.section.link.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changes.remove(number)

    def _lay_out(self) -> None:
        self._asking = QVBoxLayout()
        column = QVBoxLayout()
        column.setContentsMargins(margins(4, 4, 8, ROOM))
        column.setSpacing(24)
        column.addLayout(self._asking)
        column.addWidget(self.section)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(narrow(column, WIDEST))
