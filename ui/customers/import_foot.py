"""The foot of a step: the way back, a quiet word or what is still missing, and the way on."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.shared.buttons import MAIN, Button, Kind
from ui.shared.easel import Easel
from ui.shared.text import ElidedText
from ui.shared.theme import colour

HEIGHT, ICON = 72, 20


class Foot(QWidget):
    """Stands below what scrolls."""

    def __init__(self, back: str, promise: str, on: str) -> None:
        super().__init__()
        self._promise, self._icon = promise, ""
        self.back = Button(back, height=MAIN)
        self.on = Button(on, Kind.PRIMARY, key="Ctrl+Return", height=MAIN)
        self.words = ElidedText(promise, 14, ink="ink2")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, HEIGHT - MAIN, 0, 0)
        row.setSpacing(20)
        row.addWidget(self.back)
        row.addSpacing(ICON)
        row.addWidget(self.words, 1)
        row.addWidget(self.on)

    def show_objection(self, said: str) -> None:
        """Why one cannot go on, or what has just happened; "" brings the promise back."""
        self._icon = "alert-circle-outline" if said else ""
        self.words.setText(said or self._promise)
        self.words.set_weight(500 if said else 400)
        self.words.paint_in("ink" if said else "ink2")
        self.on.setAccessibleDescription(said)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.hairline(0, self.width(), 0)
            if self._icon:
                start = self.back.width() + 20
                box = QRectF(start, HEIGHT - MAIN / 2 - ICON / 2, ICON, ICON)
                easel.icon(self._icon, box, colour("warn"))
