"""A QR code painted on the screen: black on white by day and by night, for cameras want it so."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reports.codes import Symbol


class SymbolPicture(QWidget):
    """`symbol` with its quiet zone, as large as whole pixels a module allow within `side`."""

    def __init__(self, symbol: Symbol, said: str, side: int) -> None:
        super().__init__()
        self._symbol, self._side = symbol, side
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.white)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(Qt.GlobalColor.black)
        module = max(1, self._side // self._symbol.wide)
        start = (self._side - module * self._symbol.wide) / 2
        for left, top, wide, high in self._symbol.boxes:
            painter.drawRect(
                QRectF(start + left * module, start + top * module, wide * module, high * module)
            )
        painter.end()
