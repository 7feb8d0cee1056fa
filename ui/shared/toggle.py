"""A switch: something holds or does not, at once and without a button to confirm."""

import math

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from ui.shared.easel import Easel
from ui.shared.focus import Ringed, ringed
from ui.shared.fonts import font, width
from ui.shared.theme import colour

WIDE, HIGH = 36, 20


class Toggle(Ringed, QCheckBox):
    """Words at the leading edge, the switch at the trailing one; a press anywhere turns it."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setFont(font(13))
        self.setFixedHeight(28)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ringed(self, 8)

    def sizeHint(self) -> QSize:
        return QSize(math.ceil(width(self.text(), self.font())) + 16 + WIDE, 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, _place: QPoint) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        on, enabled = self.isChecked(), self.isEnabled()
        rect = QRectF(self.width() - WIDE, (self.height() - HIGH) / 2, WIDE, HIGH)
        with Easel.on(self) as easel:
            room = QRectF(0, 0, rect.left() - 8, self.height())
            easel.text(room, self.text(), self.font(), colour("ink" if enabled else "ink3"))
            ground = colour("accent" if on else "edge") if enabled else colour("line")
            easel.box(rect, HIGH / 2, ground)
            knob = rect.right() - HIGH / 2 if on else rect.left() + HIGH / 2
            easel.dot(knob, rect.center().y(), 8, colour("on_accent" if on else "surface"))
