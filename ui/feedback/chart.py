"""A score over the months: dots on a calm line in the band of what is sure, open where nobody answered."""

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.feedback.shown import Chart, Point
from ui.shared.easel import CENTRE, TRAILING, Easel
from ui.shared.focus import Ringed, ringed
from ui.shared.fonts import font, width
from ui.shared.theme import colour

HIGH = 232
TOP, FOOT = 12, 56
"""Air above the highest grid line, and room for the months and what is said of one below the lowest."""
DOT, CHOSEN_DOT = 3.5, 5.5
BAND = 0.14
"""How much of the accent the band shows."""


class TrendChart(Ringed, QWidget):
    """The mouse or the arrow keys point at a month, and what it says stands below."""

    def __init__(self) -> None:
        super().__init__()
        self._chart = Chart(title="", points=(), ticks=())
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ringed(self, 8)

    @property
    def said(self) -> str:
        """What stands below the chart just now."""
        return self._chart.points[self._at].said if self._chart.points else ""

    def show_chart(self, chart: Chart) -> None:
        same = chart.title == self._chart.title and len(chart.points) == len(self._chart.points)
        self._chart = chart
        answered = [n for n, one in enumerate(chart.points) if one.level is not None]
        self.setAccessibleName(chart.title)
        newest = answered[-1] if answered else len(chart.points) - 1
        self._point_at(self._at if same else newest)

    def sizeHint(self) -> QSize:
        return QSize(480, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, HIGH)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
        places = [self._x(n) for n in range(len(self._chart.points))]
        if places:
            self._point_at(min(range(len(places)), key=lambda n: abs(places[n] - x)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        back, on = Qt.Key.Key_Left, Qt.Key.Key_Right
        last = len(self._chart.points) - 1
        steps = {
            (on if mirrored else back): self._at - 1,
            (back if mirrored else on): self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        wanted = steps.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        else:
            self._point_at(max(0, min(last, wanted)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            self._paint_grid(easel)
            for run in _runs(self._chart.points):
                self._paint_band(easel, run)
                self._paint_line(easel, run)
            self._paint_dots(easel)
            self._paint_months(easel)

    def _point_at(self, place: int) -> None:
        self._at = place
        self.setAccessibleDescription(self.said)
        self.update()

    def _paint_grid(self, easel: Easel) -> None:
        face = font(12, tabular=True)
        room = self._lead() - 12
        for level, said in self._chart.ticks:
            y = round(self._y(level))
            easel.hairline(self._lead(), self.width(), y)
            easel.text(QRectF(0, y - 9, room, 18), said, face, colour("ink3"), TRAILING)

    def _paint_band(self, easel: Easel, run: Sequence[int]) -> None:
        points = self._chart.points
        ends = [(n, points[n].high) for n in run] + [(n, points[n].low) for n in reversed(run)]
        if len(run) == 1:
            self._paint_reach(easel, run[0])
            return
        corners = [self._corner(easel, n, level) for n, level in ends]
        easel.painter.setPen(Qt.PenStyle.NoPen)
        easel.painter.setBrush(colour("accent", BAND))
        easel.painter.drawPolygon(QPolygonF(corners))

    def _paint_reach(self, easel: Easel, at: int) -> None:
        """The band of a month that stands alone."""
        one = self._chart.points[at]
        top, bottom = self._y(one.high), self._y(one.low)
        easel.box(QRectF(self._x(at) - 5, top, 10, bottom - top), 5, colour("accent", BAND))

    def _paint_line(self, easel: Easel, run: Sequence[int]) -> None:
        points = self._chart.points
        easel.painter.setPen(QPen(colour("accent"), 2))
        easel.painter.setBrush(Qt.BrushStyle.NoBrush)
        line = [self._corner(easel, n, points[n].level or 0) for n in run]
        easel.painter.drawPolyline(QPolygonF(line))

    def _paint_dots(self, easel: Easel) -> None:
        for n, one in enumerate(self._chart.points):
            if one.level is None:
                continue
            x, y = self._x(n), self._y(one.level)
            radius = CHOSEN_DOT if n == self._at else DOT
            easel.dot(x, y, radius + 1.5, colour("canvas"))
            if one.is_grey:
                easel.dot(x, y, radius, colour("canvas"))
                easel.circle(QPointF(x, y), radius, colour("ink3"), 1.5)
            else:
                easel.dot(x, y, radius, colour("accent"))

    def _paint_months(self, easel: Easel) -> None:
        foot = self.height() - FOOT
        face = font(12)
        widest = max((width(one.short, face) for one in self._chart.points), default=0)
        every = max(1, math.ceil((widest + 8) / self._pitch()))
        last = len(self._chart.points) - 1
        for n, one in enumerate(self._chart.points):
            if (last - n) % every:
                continue
            chosen = n == self._at
            box = QRectF(self._x(n) - self._pitch(), foot + 6, self._pitch() * 2, 18)
            ink = colour("ink" if chosen else "ink3")
            easel.text(box, one.short, font(12, 500 if chosen else 400), ink, CENTRE)
        room = QRectF(self._lead(), self.height() - 24, self.width() - self._lead(), 20)
        easel.text(room, self.said, font(13, tabular=True), colour("ink2"))

    def _corner(self, easel: Easel, place: int, level: float) -> QPointF:
        return easel.place(QRectF(self._x(place), self._y(level), 0, 0)).topLeft()

    def _lead(self) -> float:
        """Where the grid begins."""
        face = font(12, tabular=True)
        return max((width(said, face) for _, said in self._chart.ticks), default=0) + 14

    def _pitch(self) -> float:
        return (self.width() - self._lead()) / max(1, len(self._chart.points))

    def _x(self, place: int) -> float:
        return self._lead() + self._pitch() * (place + 0.5)

    def _y(self, level: float) -> float:
        return TOP + (1 - level) * (self.height() - TOP - FOOT)


def _runs(points: Sequence[Point]) -> Iterator[list[int]]:
    """Places of months that follow one another and have answers."""
    run: list[int] = []
    for n, one in enumerate(points):
        if one.level is not None:
            run.append(n)
        elif run:
            yield run
            run = []
    if run:
        yield run
