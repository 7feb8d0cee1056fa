"""Rows of what is out and of what comes with a letter."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.coupons.offers import Line
from ui.shared.easel import TRAILING, Easel
from ui.shared.focus import Ringed, ringed
from ui.shared.fonts import font, width
from ui.shared.theme import colour

HIGH = 60


class LineRow(Ringed, QPushButton):
    """What it is called with what it gives below, and at the end the counts; a press opens it."""

    def __init__(self, line: Line, icon: str = "") -> None:
        super().__init__()
        self._line, self._icon = line, icon
        said = (line.words, line.detail, line.aside, line.figure)
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ringed(self, 8)

    def sizeHint(self) -> QSize:
        return QSize(240, HIGH)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        line, wide = self._line, float(self.width())
        with Easel.on(self) as easel:
            if self.underMouse():
                easel.box(QRectF(self.rect()), 8, colour("sunken"))
            end = wide - 12
            if self._icon:
                end -= 16
                easel.icon(self._icon, QRectF(end, HIGH / 2 - 8, 16, 16), colour("ink3"))
                end -= 12
            face, small = font(14, tabular=True), font(13, tabular=True)
            aside = max(width(line.aside, face), width(line.figure, small))
            aside = min(aside + 2, wide / 2) if aside else 0
            at = end - aside
            top = HIGH / 2 - (20 if line.figure else 10)
            easel.text(QRectF(at, top, aside, 20), line.aside, face, colour("ink2"), TRAILING)
            easel.text(
                QRectF(at, top + 21, aside, 18), line.figure, small, colour("good"), TRAILING
            )
            room = at - 12 - (16 if aside else 0)
            top = HIGH / 2 - (20 if line.detail else 10)
            easel.text(QRectF(12, top, room, 20), line.words, font(14, 500), colour("ink"))
            easel.text(QRectF(12, top + 21, room, 18), line.detail, font(13), colour("ink2"))
