"""The foot of a step: the way back, a quiet word or what is still missing, and the way on."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.shared.buttons import MAIN, Button, Kind
from ui.shared.easel import Easel
from ui.shared.text import ElidedText, spacer
from ui.shared.theme import colour

HEIGHT, ICON, BETWEEN = 72, 20, 20


class Foot(QWidget):
    """Stands below what scrolls."""

    def __init__(self, back: str, promise: str, on: str, *, key: str = "") -> None:
        super().__init__()
        self._promise, self._icon = promise, ""
        self.back = Button(back, height=MAIN)
        self.on = WayOn(on, Kind.PRIMARY, key=key, height=MAIN)
        self.words = ElidedText(promise, 14, ink="ink2")
        self.setFixedHeight(HEIGHT)
        self._room = spacer(ICON + 8)
        self._room.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, HEIGHT - MAIN, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.back)
        row.addSpacing(BETWEEN)
        row.addWidget(self._room)
        row.addWidget(self.words, 1)
        row.addSpacing(BETWEEN)
        row.addWidget(self.on)

    def show_objection(self, said: str) -> None:
        """Why one cannot go on, or what has just happened; "" brings the promise back."""
        self._icon = "alert-circle-outline" if said else ""
        self._room.setVisible(bool(said))
        self.words.setText(said or self._promise)
        self.words.set_weight(500 if said else 400)
        self.words.paint_in("ink" if said else "ink2")
        self.on.setAccessibleDescription(said)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.hairline(0, self.width(), 0)
            if self._icon:
                start = self.back.width() + BETWEEN
                box = QRectF(start, HEIGHT - MAIN / 2 - ICON / 2, ICON, ICON)
                easel.icon(self._icon, box, colour("warn"))


class WayOn(Button):
    """The way on from one step lies where it lies in the next: a double click must not do both."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
