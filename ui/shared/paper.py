"""A sheet of paper on the desk, with its soft shadow: the hero of every page that has one."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shared.easel import Easel, soft_shadow
from ui.shared.theme import colour

AIR, RADIUS = 28, 3
Draw = Callable[[QPainter, QSizeF], None]
"""Draws the sheet's content; the painter is scaled so that the sheet has the given size, in millimetres."""


class PaperSheet(QWidget):
    """A sheet of `size` millimetres, as large as there is room; what stands on it is drawn by `draw`.

    Paper is not mirrored and not darkened: it looks as it will lie on the counter.
    """

    def __init__(self, label: str, size: QSizeF, *, air: int = AIR) -> None:
        super().__init__()
        self._size, self._air = size, air
        self._draw: Draw | None = None
        self.setAccessibleName(label)
        self.setMinimumSize(160, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_sheet(self, size: QSizeF, draw: Draw | None, words: str) -> None:
        """Another sheet, or the same written anew; `words` are its text, read aloud."""
        self._size, self._draw = size, draw
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(620 + 2 * self._air, 440 + 2 * self._air)

    def sheet(self) -> QRectF:
        """Where the sheet lies in this widget."""
        room = QRectF(self.rect()).adjusted(self._air, self._air, -self._air, -self._air)
        fitted = self._size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        rect = QRectF(0, 0, round(fitted.width()), round(fitted.height()))
        rect.moveCenter(room.center())
        return rect.translated(round(rect.left()) - rect.left(), round(rect.top()) - rect.top())

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = self.sheet()
        with Easel.on(self) as easel:
            painter = easel.painter
            soft_shadow(painter, rect, RADIUS, reach=20, fall=6)
            painter.setBrush(colour("paper"))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
            if self._draw is not None:
                painter.setClipRect(rect)
                painter.translate(rect.topLeft())
                painter.scale(
                    rect.width() / self._size.width(), rect.height() / self._size.height()
                )
                self._draw(painter, self._size)
