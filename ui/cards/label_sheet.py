"""A small sheet of labels, on which the first one that is still there is picked."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reports.stock import Stock
from resources.words import Words
from ui.shared.easel import Easel, soft_shadow
from ui.shared.focus import ringed
from ui.shared.theme import colour

HIGH, AIR = 256, 12


class LabelSheet(QWidget):
    """By a press or the arrows. A sheet of paper is the same in every language and not mirrored."""

    picked = Signal(int)
    """A label, counted from 1."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._stock: Stock | None = None
        self._start, self._count = 1, 0
        self.setAccessibleName(words("First label"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        ringed(self, 4)

    def show_sheet(self, stock: Stock, start: int, count: int) -> None:
        """`count` labels are wanted, from label `start` on."""
        self._stock, self._start, self._count = stock, start, count
        row, column = divmod(start - 1, stock.columns)
        self.setAccessibleDescription(
            self._words(
                "Label {start} of {labels}, row {row}, column {column}",
                start=start,
                labels=stock.labels,
                row=row + 1,
                column=column + 1,
            )
        )
        self.updateGeometry()
        self.update()

    def label_rect(self, number: int) -> QRectF:
        """Where a label lies in this widget."""
        if self._stock is None:
            return QRectF()
        left, top = self._stock.place(number)
        wide, high = self._stock.label
        scale = self._scale()
        corner = QPointF(AIR + left * scale, AIR + top * scale)
        return QRectF(corner.x(), corner.y(), wide * scale, high * scale)

    def sizeHint(self) -> QSize:
        page = self._stock.page if self._stock else (210.0, 297.0)
        wide, high = (round(side * self._scale()) for side in page)
        return QSize(wide + 2 * AIR, high + 2 * AIR)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        stock = self._stock
        if stock is None:
            return
        moves = {
            Qt.Key.Key_Left: self._start - 1,
            Qt.Key.Key_Right: self._start + 1,
            Qt.Key.Key_Up: self._start - stock.columns,
            Qt.Key.Key_Down: self._start + stock.columns,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: stock.labels,
        }
        wanted = moves.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        else:
            self.picked.emit(wanted)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._stock is None:
            return
        for number in range(1, self._stock.labels + 1):
            if self.label_rect(number).contains(event.position()):
                self.picked.emit(number)

    def paintEvent(self, _event: QPaintEvent) -> None:
        stock = self._stock
        if stock is None:
            return
        with Easel.on(self) as easel:
            painter = easel.painter
            sheet = QRectF(self.rect()).adjusted(AIR, AIR, -AIR, -AIR)
            soft_shadow(painter, sheet, 3, reach=10, fall=3)
            painter.setBrush(colour("paper"))
            painter.drawRoundedRect(sheet, 3, 3)
            for number in range(1, stock.labels + 1):
                self._paint_label(painter, number)

    def _paint_label(self, painter: QPainter, number: int) -> None:
        rect = self.label_rect(number).adjusted(1.5, 1.5, -1.5, -1.5)
        if number < self._start:
            return
        painter.setPen(colour("pen", 0.35))
        is_written = number < self._start + self._count
        painter.setBrush(colour("pen", 0.12) if is_written else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 2, 2)
        if number == self._start:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("pen"))
            painter.drawRoundedRect(rect, 2, 2)

    def _scale(self) -> float:
        """A label of a roll may be wider than it is high, and is no larger for that than a sheet."""
        return HIGH / (max(self._stock.page) if self._stock else 297.0)
