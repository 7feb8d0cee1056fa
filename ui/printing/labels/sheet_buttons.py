"""What is pressed to choose sheets: the one that is printed on, and those that lie in the drawer."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent

from reports.stock import Stock
from resources.words import Words
from ui.printing.labels.shown import LeftSheet
from ui.printing.sheets.stock_drawing import lie, paint_stock
from ui.printing.sheets.stock_said import detail_said, size_said
from ui.shared.buttons import RowButton
from ui.shared.easel import TRAILING, Easel
from ui.shared.fonts import font, width
from ui.shared.inputs import RADIUS, paint_frame
from ui.shared.theme import colour


class StockButton(RowButton):
    """The sheet that is chosen, with its picture; a press opens the stock picker."""

    def __init__(self, words: Words) -> None:
        super().__init__(words("Sheet"))
        self._words = words
        self._stock: Stock | None = None
        self.setObjectName("labels.stock")

    def show_stock(self, stock: Stock) -> None:
        self._stock = stock
        self.setAccessibleDescription(f"{stock.name}, {detail_said(stock, self._words)}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 68)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._stock is None:
            return
        rect, stock = QRectF(self.rect()), self._stock
        with Easel.on(self) as easel:
            paint_frame(easel, rect, focused=False)
            if self.underMouse():
                easel.box(rect, RADIUS, colour("ink", 0.03))
            box = easel.place(QRectF(10, 10, 40, 48))
            easel.painter.save()
            paint_stock(easel.painter, stock, lie(stock, box))
            easel.painter.restore()
            room = rect.width() - 60 - 34
            size = size_said(stock.label, self._words)
            easel.text(QRectF(60, 13, room, 20), stock.name, font(14, 500), colour("ink"))
            easel.text(QRectF(60, 35, room, 18), size, font(13), colour("ink2"))
            chevron = QRectF(rect.width() - 30, 25, 18, 18)
            easel.icon("chevron-down", chevron, colour("ink2"))


class LeftRow(RowButton):
    """A part-used sheet of the drawer: a press takes it, numbered in its turn; another puts it back."""

    def __init__(self, one: LeftSheet, words: Words) -> None:
        turn = words("used as number {n}", n=one.turn) if one.turn else ""
        super().__init__(", ".join(part for part in (one.words, one.detail, turn) if part))
        self._one = one
        self._turn = words.number(one.turn) if one.turn else ""
        self.setObjectName(f"left.{one.id}")
        self.setCheckable(True)
        self.setChecked(bool(one.turn))

    def sizeHint(self) -> QSize:
        return QSize(160, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect, one = QRectF(self.rect()), self._one
        with Easel.on(self) as easel:
            if one.turn:
                easel.box(rect, 8, colour("tint"))
            elif self.underMouse():
                easel.box(rect, 8, colour("sunken"))
            wide = rect.width()
            if self._turn:
                badge = QRectF(wide - 30, 10, 20, 20)
                easel.box(badge, 10, colour("accent"))
                middle = Qt.AlignmentFlag.AlignCenter
                easel.text(badge, self._turn, font(12, 500), colour("on_accent"), middle)
            small = font(13)
            aside = width(one.detail, small) + 2 if one.detail else 0
            end = wide - 10 - (28 if self._turn else 0) - aside
            easel.text(QRectF(end, 0, aside, 40), one.detail, small, colour("ink2"), TRAILING)
            easel.text(QRectF(10, 0, end - 18, 40), one.words, font(14), colour("ink"))
