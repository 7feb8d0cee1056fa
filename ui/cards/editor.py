"""One card's text, to be changed by hand: typed here, written on the desk at once."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resources.words import Words
from ui.cards.marked_lines import MarkedArea
from ui.cards.marks import TextMark
from ui.shared.buttons import IN_ROW, Button, Kind
from ui.shared.icons import pixmap
from ui.shared.text import Text
from ui.shared.theme import theme


class CardEditor(QWidget):
    """Esc is *Done*. What is typed is never lost by leaving: it was told with every key."""

    text_changed = Signal(str)
    """By a person; the whole text."""
    went_back = Signal()
    """The letter's own words hold again; `text_changed` told them just before."""
    done = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words, self._letter = words, ""
        self.label = Text("", 13, 500, ink="ink2")
        self.area = MarkedArea()
        self.lines = self.area.lines
        self.back = Button(words("Back to the letter’s words"), Kind.LINK, height=IN_ROW)
        self.done_button = Button(words("Done"), height=IN_ROW)
        self._icon, self._below = QLabel(), Text("", 13, ink="bad", wrap=True)
        self.setFocusProxy(self.lines)
        self._lay_out()
        self.lines.typed.connect(self._hear)
        self.lines.cursorPositionChanged.connect(self._say)
        self.lines.left.connect(self.done)
        self.back.clicked.connect(self._go_back)
        self.done_button.clicked.connect(self.done)
        theme().changed.connect(self._say)
        self._say()

    @property
    def text(self) -> str:
        return self.lines.text

    def show_card(self, name: str, text: str, letter: str, *, right_to_left: bool) -> None:
        """`text` as it stands on the card of `name`, `letter` as it would without any change."""
        self._letter = letter
        label = self._words("The card for {name}", name=self._words.isolated(name))
        self.label.setText(label)
        self.lines.setAccessibleName(label)
        self.lines.show_text(text, right_to_left=right_to_left)
        self._offer_way_back()
        self._say()

    def show_marks(self, marks: Sequence[TextMark]) -> None:
        """What is wrong in the text as it stands now."""
        self.lines.show_marks(marks)
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(420, 260)

    def _hear(self, text: str) -> None:
        self._offer_way_back()
        self.text_changed.emit(text)

    def _go_back(self) -> None:
        self.lines.write_over(self._letter)
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)
        self.went_back.emit()

    def _offer_way_back(self) -> None:
        self.back.setVisible(self.text != self._letter)

    def _say(self) -> None:
        message = self.lines.message_here()
        self._below.setText(message)
        self.area.mark_wrong(wrong=bool(message))
        self.lines.setAccessibleDescription(message)
        for part in (self._icon, self._below):
            part.setVisible(bool(message))
        if message:
            ratio = self.devicePixelRatioF()
            self._icon.setPixmap(pixmap("alert-circle-outline", theme().tokens.bad, 16, ratio))

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._below, 1)
        acts = QHBoxLayout()
        acts.setSpacing(16)
        acts.addWidget(self.back)
        acts.addStretch()
        acts.addWidget(self.done_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.label)
        whole.addWidget(self.area, 1)
        whole.addLayout(below)
        whole.addLayout(acts)
