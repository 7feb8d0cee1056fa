"""The test page drawn small beside the fields, with what is to be measured just now shown on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shared.easel import Easel, soft_shadow
from ui.shared.fonts import font
from ui.shared.theme import colour

if TYPE_CHECKING:
    from reports.correction import Point
    from reports.test_page import Layout

_AIR, _ARM, _HEAD = 24.0, 7.0, 5.0
_WIDE, _HIGH = 300, 420
_EDGES = 8
"""So many numbers are distances from edges; behind them come the rulers."""


class PageDrawing(QWidget):
    """Paper is not mirrored and not darkened. `show_asked` lights one measure up."""

    def __init__(self, label: str, layout: "Layout") -> None:
        super().__init__()
        self._layout = layout
        self._asked = -1
        self.setAccessibleName(label)
        self.setMinimumSize(220, 280)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_layout(self, layout: "Layout") -> None:
        self._layout = layout
        self.update()

    def show_asked(self, at: int) -> None:
        """The measure at that place: of each mark from the side and from above or below, then the rulers."""
        self._asked = at
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            painter, sheet = easel.painter, self._sheet()
            soft_shadow(painter, sheet, 3, reach=16, fall=5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("paper"))
            painter.drawRoundedRect(sheet, 3, 3)
            self._paint_lines(painter)
            self._paint_asked(painter)

    def _sheet(self) -> QRectF:
        room = QRectF(self.rect()).adjusted(_AIR, _AIR, -_AIR, -_AIR)
        wide, high = self._layout.page
        scale = min(room.width() / wide, room.height() / high)
        sheet = QRectF(0, 0, wide * scale, high * scale)
        sheet.moveCenter(room.center())
        return sheet

    def _at(self, place: "Point") -> QPointF:
        sheet, (wide, high) = self._sheet(), self._layout.page
        return QPointF(
            sheet.left() + place[0] / wide * sheet.width(),
            sheet.top() + place[1] / high * sheet.height(),
        )

    def _paint_lines(self, painter: QPainter) -> None:
        painter.setPen(QPen(colour("pen"), 1.2))
        for number, mark in enumerate(self._layout.marks, 1):
            middle = self._at(mark)
            for off in (QPointF(_ARM, 0), QPointF(0, _ARM)):
                painter.drawLine(middle - off, middle + off)
            self._paint_number(painter, number, mark)
        for ruler in self._layout.rulers:
            since, to = self._at(ruler.begins), self._at(ruler.ends)
            painter.drawLine(since, to)
            for at in range(11):
                place = since + (to - since) * at / 10
                reach = 6 if at in {0, 10} else 3
                tick = QPointF(0, reach) if ruler.axis == 0 else QPointF(reach, 0)
                painter.drawLine(place, place + tick)

    def _paint_number(self, painter: QPainter, number: int, mark: "Point") -> None:
        middle, (wide, high) = self._at(mark), self._layout.page
        across = 6 if mark[0] < wide / 2 else -20
        down = 4 if mark[1] < high / 2 else -20
        painter.setFont(font(12, 600))
        room = QRectF(middle.x() + across, middle.y() + down, 14, 16)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), str(number))

    def _paint_asked(self, painter: QPainter) -> None:
        ends = self._ends()
        if ends is None:
            return
        # On paper, which stays light in the dark theme: the accent of the light one is read on it.
        painter.setPen(QPen(QColor("#B0452A"), 2.4))
        since, to = ends
        painter.drawLine(since, to)
        along = to - since
        length = max(1.0, (along.x() ** 2 + along.y() ** 2) ** 0.5)
        one = along / length
        side = QPointF(-one.y(), one.x())
        for tip, way in ((since, one), (to, -one)):
            for turn in (1, -1):
                painter.drawLine(tip, tip + way * _HEAD + side * turn * _HEAD * 0.7)

    def _ends(self) -> tuple[QPointF, QPointF] | None:
        if self._asked < 0:
            return None
        if self._asked >= _EDGES:
            ruler = self._layout.rulers[self._asked - _EDGES]
            return self._at(ruler.begins), self._at(ruler.ends)
        mark, axis = self._layout.marks[self._asked // 2], self._asked % 2
        page = self._layout.page
        edge = 0.0 if mark[axis] < page[axis] / 2 else page[axis]
        since = (edge, mark[1]) if axis == 0 else (mark[0], edge)
        return self._at(since), self._at(mark)
