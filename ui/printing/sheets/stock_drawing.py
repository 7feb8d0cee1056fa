"""Draws a sheet or a roll of labels, small or large, with what became of each label."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reports.grid import Shape
from reports.stock import Feed, Stock
from ui.shared.easel import soft_shadow
from ui.shared.theme import colour

SHADOWED_FROM = 100
"""Pixels: smaller pictures lie flat."""
_THIN = 20
"""Labels less high than this, in pixels, lie edge to edge."""
_COIL, _NEXT = 0.16, 0.4
"""Of the height of a label: what of the roll is seen above it, and of the label that comes next."""


class Mark(Enum):
    """What became of a label, or will: it is free, is written, was used, or is spoilt."""

    FREE = "free"
    WRITTEN = "written"
    GONE = "gone"
    TORN = "torn"


def all_free(_label: int) -> Mark:
    return Mark.FREE


def lie(stock: Stock, room: QRectF) -> QRectF:
    """Where the paper lies in `room`, as large as fits."""
    wide, high = stock.page
    if stock.feed is not Feed.SHEET:
        high *= 1 + _COIL + _NEXT
    fitted = QSizeF(wide, high).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    rect = QRectF(QPointF(), fitted)
    rect.moveCenter(room.center())
    return QRectF(round(rect.x()), round(rect.y()), round(rect.width()), round(rect.height()))


def label_rect(stock: Stock, paper: QRectF, label: int) -> QRectF:
    """Where a label lies on the paper."""
    left, top = stock.place(label)
    wide, high = stock.label
    scale = paper.width() / stock.page[0]
    if stock.feed is not Feed.SHEET:
        top += stock.page[1] * _COIL
    return QRectF(paper.x() + left * scale, paper.y() + top * scale, wide * scale, high * scale)


def paint_stock(
    painter: QPainter, stock: Stock, paper: QRectF, mark: Callable[[int], Mark] = all_free
) -> None:
    """The paper with its labels; it looks the same in every language and theme."""
    if paper.height() >= SHADOWED_FROM:
        soft_shadow(painter, paper, 3, reach=10, fall=3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("paper"))
    painter.drawRoundedRect(paper, 3, 3)
    if stock.feed is not Feed.SHEET:
        _paint_roll(painter, stock, paper)
    for label in range(1, stock.labels + 1):
        paint_label(painter, stock, label_rect(stock, paper, label), mark(label))


def paint_label(painter: QPainter, stock: Stock, rect: QRectF, mark: Mark) -> None:
    """One label: its edge, filled where it is written, crossed out where it is torn."""
    air = 1.0 if rect.height() >= _THIN else 0.5
    rect = rect.adjusted(air, air, -air, -air)
    if mark is Mark.GONE:
        painter.setPen(QPen(colour("pen", 0.22), 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _outline(painter, stock, rect)
        return
    painter.setPen(QPen(colour("pen", 0.4), 1))
    painter.setBrush(_fill(mark))
    _outline(painter, stock, rect)
    if mark is Mark.TORN:
        painter.setPen(QPen(colour("pen", 0.55), 1.5))
        inner = rect.adjusted(rect.width() * 0.1, rect.height() * 0.15, 0, 0)
        inner.setSize(QSizeF(rect.width() * 0.8, rect.height() * 0.7))
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.bottomLeft(), inner.topRight())


def _fill(mark: Mark) -> QColor:
    share = {Mark.WRITTEN: 0.16, Mark.TORN: 0.05}
    return colour("pen", share.get(mark, 0.0))


def _outline(painter: QPainter, stock: Stock, rect: QRectF) -> None:
    if stock.shape is Shape.ROUND:
        painter.drawEllipse(rect)
        return
    corner = min(max(stock.corner, 0.5) * rect.width() / stock.label[0], rect.height() / 2)
    painter.drawRoundedRect(rect, corner, corner)


def _paint_roll(painter: QPainter, stock: Stock, paper: QRectF) -> None:
    """The coil from which it comes at the top, and the label that comes next at the foot."""
    scale = paper.width() / stock.page[0]
    coil = QRectF(paper.x(), paper.y(), paper.width(), stock.page[1] * _COIL * scale)
    painter.setBrush(colour("pen", 0.1))
    painter.drawRoundedRect(coil, min(coil.height() / 2, 6), min(coil.height() / 2, 6))
    if stock.feed is Feed.CONTINUOUS:
        return
    top = label_rect(stock, paper, 1).bottom() + 2
    painter.save()
    painter.setClipRect(paper)
    painter.setPen(QPen(colour("pen", 0.25), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    following = QRectF(paper.x(), top, paper.width(), stock.label[1] * scale)
    _outline(painter, stock, following.adjusted(1, 1, -1, -1))
    painter.restore()
