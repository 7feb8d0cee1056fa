"""A page beside the amount, in the place of the rewards: a title, a way out, and what it is for."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from resources.words import Words
from ui.shared.buttons import IconButton
from ui.shared.pane import Panel, scrolling
from ui.shared.text import Text

WIDE, NARROW = 480, 380
MARGIN = 32


class Aside(Panel):
    """The `body` scrolls, the `foot` stays; Esc leaves."""

    left = Signal()

    def __init__(self, words: Words, title: str = "") -> None:
        super().__init__()
        self._say = words
        self.setMinimumWidth(NARROW)
        self.setMaximumWidth(WIDE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.title = Text(title, 20, 600, wrap=True)
        self.away = IconButton("close", words("Close"))
        self.away.setObjectName("loyalty.aside.close")
        self.away.clicked.connect(self.left)
        self.body, self.foot = QVBoxLayout(), QVBoxLayout()
        self.setAccessibleName(title)
        self._frame()

    def show_title(self, title: str) -> None:
        self.title.setText(title)
        self.setAccessibleName(title)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, 600)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.away.isVisible():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _frame(self) -> None:
        head = QHBoxLayout()
        # Spacing, not a margin: those do not turn with the reading.
        head.setContentsMargins(0, 24, 0, 8)
        head.setSpacing(0)
        head.addSpacing(MARGIN)
        head.addWidget(self.title, 1)
        head.addWidget(self.away, 0, Qt.AlignmentFlag.AlignTop)
        head.addSpacing(20)
        self.body.setContentsMargins(MARGIN, 4, MARGIN, 16)
        self.body.setSpacing(16)
        self.foot.setContentsMargins(MARGIN, 8, MARGIN, 24)
        self.foot.setSpacing(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(scrolling(self.body), 1)
        whole.addLayout(self.foot)
