"""Lies over the page when nobody has touched it for a while: asks, and counts down."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import Words
from ui.counter.frame import headline
from ui.counter.measure import Measure
from ui.shared.easel import Easel
from ui.shared.text import Figure, Text
from ui.shared.theme import colour


class StillThere(QWidget):
    """Any touch says yes, and does nothing else."""

    stays = Signal()

    def __init__(self, words: Words, measure: Measure, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._is_pressed = words, False
        self.seconds = Figure("", measure.px(104), 600)
        self.seconds.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        line = Text(words("Touch the screen to go on."), measure.px(24), ink="ink2", wrap=True)
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setSpacing(measure.px(12))
        column.addStretch(4)
        column.addWidget(headline(words("Still there?"), 56, measure))
        column.addWidget(line)
        column.addWidget(self.seconds)
        column.addStretch(5)

    def count(self, seconds: int) -> None:
        self.seconds.setText(self._words.number(seconds))
        self.setAccessibleName(f"{self._words('Still there?')} {seconds}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_pressed = True
        event.accept()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._is_pressed:
            self.stays.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.fill(QRectF(self.rect()), colour("canvas", 0.96))
