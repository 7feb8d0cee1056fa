"""The line that a pen leaves: drawn point by point, smooth, and as wide as its nib is there."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.cards.nib import THICK, Nib
from ui.cards.strokes import Point, Stroke

_PIECES = 4
"""Straight pieces between two points; more would not be seen."""
_Spot = tuple[QPointF, float]
"""A place in pixels, and how wide the line is there."""


class PenLine:
    """One stroke, `scale` pixels a millimetre, that runs through the middles between its points."""

    def __init__(self, ink: QColor, scale: float) -> None:
        self._pen = QPen(ink, 1, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        self._scale = scale
        self._nib = Nib()
        self._last: _Spot | None = None
        self._drawn_to: _Spot | None = None

    def draw(self, painter: QPainter, stroke: Stroke) -> None:
        """The whole of a stroke."""
        for point in stroke:
            self.go_to(painter, point)
        self.end(painter)

    def go_to(self, painter: QPainter, point: Point) -> QRectF:
        """Draws as far as is known now; answers where."""
        wide = self._nib.width_at(point) * self._scale
        here = (QPointF(point[0], point[1]) * self._scale, wide)
        last, self._last = self._last, here
        if last is None or self._drawn_to is None:
            self._drawn_to = here
            return QRectF()
        start, self._drawn_to = self._drawn_to, _between(last, here, 0.5)
        return self._curve(painter, start, last, self._drawn_to)

    def end(self, painter: QPainter) -> QRectF:
        """Draws the rest; a stroke of one point is a dot."""
        if self._last is None or self._drawn_to is None:
            return QRectF()
        return self._curve(painter, self._drawn_to, self._last, self._last)

    def _curve(self, painter: QPainter, start: _Spot, over: _Spot, end: _Spot) -> QRectF:
        """From `start` to `end`, bent towards `over`."""
        here = start
        for piece in range(1, _PIECES + 1):
            share = piece / _PIECES
            there = _between(_between(start, over, share), _between(over, end, share), share)
            self._pen.setWidthF(there[1])
            painter.setPen(self._pen)
            if here[0] == there[0]:
                painter.drawPoint(there[0])
            else:
                painter.drawLine(here[0], there[0])
            here = there
        reach = THICK * self._scale
        corners = (start[0], over[0], end[0])
        xs, ys = [p.x() for p in corners], [p.y() for p in corners]
        around = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        return around.adjusted(-reach, -reach, reach, reach)


def _between(one: _Spot, other: _Spot, share: float) -> _Spot:
    (a, wide), (b, as_wide) = one, other
    return a + (b - a) * share, wide + (as_wide - wide) * share
