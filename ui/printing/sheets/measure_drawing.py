"""The drawing beside the numbers: the sheet with its labels, and the one that is measured with its arrows."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from reports.stock import Stock
from resources.words import Words
from ui.printing.sheets.measuring_form import NUMBERS
from ui.printing.sheets.stock_drawing import label_rect, lie, paint_stock
from ui.printing.sheets.stock_said import millimetres
from ui.shared.easel import Easel
from ui.shared.fonts import font, width
from ui.shared.theme import colour

AIR, HEAD = 44, 6
Span = tuple[QPointF, QPointF]


class MeasureDrawing(QWidget):
    """Paper is the same in every language, not mirrored."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._stock: Stock | None = None
        self.measured = ""
        """The number that has the keyboard."""
        self.setAccessibleName(words("The sheet as it was measured"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 260)

    def show_stock(self, stock: Stock) -> None:
        self._stock = stock
        self.update()

    def measure(self, key: str) -> None:
        """Points out one of `NUMBERS`."""
        self.measured = key
        said = self._words(NUMBERS[key]) if key in NUMBERS else ""
        self.setAccessibleDescription(said)
        self.update()

    def span(self) -> Span | None:
        """From where to where the arrow goes, in this widget."""
        if self._stock is None:
            return None
        return _span(self.measured, self._stock, self._paper(self._stock))

    def sizeHint(self) -> QSize:
        return QSize(420, 520)

    def paintEvent(self, _event: QPaintEvent) -> None:
        stock = self._stock
        if stock is None:
            return
        with Easel.on(self) as easel:
            painter, paper = easel.painter, self._paper(stock)
            paint_stock(painter, stock, paper)
            if self.measured.startswith("labels_"):
                self._paint_count(painter, stock, paper)
            elif span := self.span():
                _paint_span(painter, span, self._value(stock))

    def _paper(self, stock: Stock) -> QRectF:
        return lie(stock, QRectF(self.rect()).adjusted(AIR, AIR, -AIR, -AIR))

    def _value(self, stock: Stock) -> str:
        sides = {
            "page_width": stock.page[0],
            "page_height": stock.page[1],
            "label_width": stock.label[0],
            "label_height": stock.label[1],
            "left_margin": stock.first[0],
            "upper_margin": stock.first[1],
            "pitch_across": stock.pitch[0],
            "pitch_down": stock.pitch[1],
        }
        side = millimetres(sides[self.measured], self._words)
        return self._words.isolated(self._words("{side} mm", side=side))

    def _paint_count(self, painter: QPainter, stock: Stock, paper: QRectF) -> None:
        """The labels that are counted, numbered."""
        is_across = self.measured == "labels_across"
        step = 1 if is_across else stock.columns
        counted = stock.columns if is_across else stock.rows
        painter.setFont(font(12, 500))
        for number in range(counted):
            rect = label_rect(stock, paper, 1 + number * step)
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(colour("accent", 0.12))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 2, 2)
            middle = int(Qt.AlignmentFlag.AlignCenter)
            painter.drawText(rect, middle, self._words.number(number + 1))


def _span(key: str, stock: Stock, paper: QRectF) -> Span | None:
    one = label_rect(stock, paper, 1)
    beside = label_rect(stock, paper, min(2, stock.columns))
    below = label_rect(stock, paper, min(stock.columns + 1, stock.labels))
    top, left = paper.top() - 14, paper.left() - 14
    middle = one.center()
    spans = {
        "page_width": (QPointF(paper.left(), top), QPointF(paper.right(), top)),
        "page_height": (QPointF(left, paper.top()), QPointF(left, paper.bottom())),
        "label_width": (QPointF(one.left(), middle.y()), QPointF(one.right(), middle.y())),
        "label_height": (QPointF(middle.x(), one.top()), QPointF(middle.x(), one.bottom())),
        "left_margin": (QPointF(paper.left(), middle.y()), QPointF(one.left(), middle.y())),
        "upper_margin": (QPointF(middle.x(), paper.top()), QPointF(middle.x(), one.top())),
        "pitch_across": (QPointF(one.left(), middle.y()), QPointF(beside.left(), middle.y())),
        "pitch_down": (QPointF(middle.x(), one.top()), QPointF(middle.x(), below.top())),
    }
    return spans.get(key)


def _paint_span(painter: QPainter, span: Span, said: str) -> None:
    """A line with an arrow at each end, and how long it is."""
    start, end = span
    is_flat = start.y() == end.y()
    painter.setPen(QPen(colour("accent"), 2))
    painter.drawLine(start, end)
    along = QPointF(1, 0) if is_flat else QPointF(0, 1)
    across = QPointF(0, 1) if is_flat else QPointF(1, 0)
    painter.setBrush(colour("accent"))
    painter.setPen(Qt.PenStyle.NoPen)
    for tip, way in ((start, 1), (end, -1)):
        back = tip + along * HEAD * way
        painter.drawPolygon(QPolygonF([tip, back + across * HEAD / 2, back - across * HEAD / 2]))
    for place in (start, end):
        painter.setPen(QPen(colour("accent"), 1))
        painter.drawLine(place - across * 7, place + across * 7)
    _paint_said(painter, (start + end) / 2, said, is_flat=is_flat)


def _paint_said(painter: QPainter, middle: QPointF, said: str, *, is_flat: bool) -> None:
    face = font(12, 500, tabular=True)
    wide = width(said, face) + 12
    shift = QPointF(0, -16) if is_flat else QPointF(wide / 2 + 8, 0)
    box = QRectF(0, 0, wide, 20)
    box.moveCenter(middle + shift)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("accent"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(colour("on_accent"))
    painter.setFont(face)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), said)
