"""Small parts of the pane: a titled part under a hairline, the name, and a note that pops up."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.shared.buttons import Button, IconButton, Kind
from ui.shared.easel import Easel
from ui.shared.fonts import font
from ui.shared.headers import SECTION, Hairline, Heading
from ui.shared.text import Text
from ui.shared.theme import colour


class Part(QWidget):
    """A hairline, a title with a link at the trailing edge, and what belongs to it."""

    def __init__(self, title: str, link: str = "") -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.heading = Heading(title, "", SECTION)
        self.aside = Text("", 13, ink="ink2")
        self.link = Button(link, Kind.LINK, height=20)
        if not link:
            self.link.hide()
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.aside)
        head.addWidget(self.link)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(14)
        whole.addWidget(Hairline())
        whole.addLayout(head)
        whole.addLayout(self.rows)


class NameText(Text):
    """A name on one line or more; only a word wider than the whole line is shortened."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__("", 20, 600, wrap=True)
        self._name = ""
        self.setMinimumWidth(0)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_name(self, name: str) -> None:
        self._name = name
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def _fit(self) -> None:
        room = max(self.width(), 1)
        large = font(20, 600)
        fits = all(QFontMetrics(large).horizontalAdvance(w) < room for w in self._name.split())
        face = large if fits or room == 1 else font(16, 600)
        if self.font() != face:
            self.setFont(face)
        metrics = QFontMetrics(face)
        words = [
            metrics.elidedText(w, Qt.TextElideMode.ElideRight, room) for w in self._name.split()
        ]
        said = " ".join(words) if room > 1 else self._name
        if said != self.text():
            self.setText(said)
        self.setToolTip(self._name if said != " ".join(self._name.split()) else "")


class PopUp(QWidget):
    """A note that must not be overlooked; the cross strikes it out."""

    def __init__(self, words: str, signed: str, strike_words: str) -> None:
        super().__init__()
        self.setAccessibleName(f"{words}, {signed}")
        self.strike = IconButton("close", strike_words, ink="warn", size=24, icon_size=16)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Text(words, 14, 500, wrap=True))
        column.addWidget(Text(signed, 13, ink="ink2"))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(10, 10, 10, 10)
        whole.setSpacing(0)
        whole.addSpacing(34)
        whole.addLayout(column, 1)
        whole.addWidget(self.strike, 0, Qt.AlignmentFlag.AlignTop)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.box(QRectF(self.rect()), 10, colour("warn_tint"))
            easel.icon("note-alert-outline", QRectF(14, 12, 20, 20), colour("warn"))
