"""What was written last time: a quiet line at the foot of the desk, and opened from it the words."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from resources.words import Words
from ui.cards.shown import Before
from ui.shared.buttons import IN_ROW, IconButton
from ui.shared.easel import Easel
from ui.shared.fields import Lines
from ui.shared.focus import Ringed, ringed
from ui.shared.fonts import font, width
from ui.shared.margins import margins
from ui.shared.pane import Panel
from ui.shared.text import ElidedText
from ui.shared.theme import colour

HIGH, ICON, RADIUS = 148, 16, 10


class LastLine(Ringed, QPushButton):
    """A line that gives way to the pager beside it; pressed, it opens the words and shuts them again."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFixedHeight(IN_ROW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        ringed(self, 4)

    def say(self, words: str) -> None:
        self.setText(words)
        self.setToolTip(words)
        self.setVisible(bool(words))

    def sizeHint(self) -> QSize:
        return QSize(round(width(self.text(), font(13))) + ICON + 8, IN_ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(ICON + 40, IN_ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ink = colour("ink" if self.underMouse() else "ink2")
        room = min(self.width() - ICON - 6, width(self.text(), font(13)) + 1)
        with Easel.on(self) as easel:
            easel.text(QRectF(0, 0, room, self.height()), self.text(), font(13), ink)
            icon = "chevron-down" if self.isChecked() else "chevron-up"
            easel.icon(icon, QRectF(room + 4, (self.height() - ICON) / 2, ICON, ICON), ink)


class LastTime(Panel):
    """The words of one card at a time, the newest first; Esc shuts it."""

    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__("sunken", radius=RADIUS)
        self._cards: Sequence[Before] = ()
        self._at = 0
        self.head = ElidedText("", 13, 500, ink="ink2")
        self.lines = Lines(self)
        self.lines.setReadOnly(True)
        self.lines.document().setDocumentMargin(0)
        self.newer = IconButton("arrow-up", words("Newer card"))
        self.older = IconButton("arrow-down", words("Older card"))
        self.close_button = IconButton("close", words("Close"))
        self.newer.clicked.connect(lambda: self._go_to(self._at - 1))
        self.older.clicked.connect(lambda: self._go_to(self._at + 1))
        self.close_button.clicked.connect(self.left)
        self.setFixedHeight(HIGH)
        self._lay_out()
        self.hide()

    def show_cards(self, cards: Sequence[Before]) -> None:
        """The same ones again stay open where they are."""
        if cards != self._cards:
            self._cards = cards
            self._go_to(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _go_to(self, at: int) -> None:
        self._at = at
        if not self._cards:
            return
        card = self._cards[at]
        option = QTextOption()
        way = (
            Qt.LayoutDirection.RightToLeft if card.right_to_left else Qt.LayoutDirection.LeftToRight
        )
        option.setTextDirection(way)
        # Plain text knows sides only: what it calls trailing is always the right one.
        side = (
            Qt.AlignmentFlag.AlignTrailing if card.right_to_left else Qt.AlignmentFlag.AlignLeading
        )
        option.setAlignment(side)
        self.lines.document().setDefaultTextOption(option)
        self.head.setText(card.head)
        self.lines.setPlainText(card.text)
        self.lines.setAccessibleName(card.head)
        self.newer.setEnabled(at > 0)
        self.older.setEnabled(at < len(self._cards) - 1)
        for button in (self.newer, self.older):
            button.setVisible(len(self._cards) > 1)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.head, 1)
        for button in (self.newer, self.older, self.close_button):
            head.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(margins(16, 8, 12, 10))
        whole.setSpacing(2)
        # The words come first to the keyboard, though they stand below.
        whole.addWidget(self.lines, 1)
        whole.insertLayout(0, head)
