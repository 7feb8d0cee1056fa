"""A theme of a comment as a chip, with what a press does as its icon."""

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.shared.buttons import Pressed
from ui.shared.easel import Easel
from ui.shared.focus import ringed
from ui.shared.fonts import font, width
from ui.shared.theme import colour

HIGH, PADDING, ICON = 28, 12, 14


class ThemeChip(Pressed):
    """A quiet one is only suggested: an edge and no ground."""

    def __init__(self, words: str, icon: str = "", *, is_quiet: bool = False) -> None:
        super().__init__(words)
        self._icon, self._is_quiet = icon, is_quiet
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ringed(self, HIGH / 2)

    def sizeHint(self) -> QSize:
        wide = math.ceil(width(self.text(), font(13, 500))) + 2 * PADDING
        return QSize(wide + (ICON + 4 if self._icon else 0), HIGH)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with Easel.on(self) as easel:
            ground = None if self._is_quiet else colour("sunken")
            edge = colour("edge", 0.4) if self._is_quiet else None
            easel.box(rect, HIGH / 2, ground, edge)
            if self.underMouse() and self.isEnabled():
                easel.box(rect, HIGH / 2, colour("ink", 0.04))
            words = math.ceil(width(self.text(), font(13, 500))) + 1
            at = PADDING
            if self._icon and self._is_quiet:
                easel.icon(
                    self._icon, QRectF(at - 2, HIGH / 2 - ICON / 2, ICON, ICON), colour("ink2")
                )
                at += ICON + 2
            easel.text(QRectF(at, 0, words, HIGH), self.text(), font(13, 500), colour("ink2"))
            if self._icon and not self._is_quiet:
                box = QRectF(at + words + 4, HIGH / 2 - ICON / 2, ICON, ICON)
                easel.icon(self._icon, box, colour("ink3"))
