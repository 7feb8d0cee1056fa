"""All pages small, one below the other, each drawn when it comes into sight: a thousand cost nothing."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from ui.shared.focus import ringed
from ui.shared.fonts import font
from ui.shared.theme import colour

if TYPE_CHECKING:
    from ui.cards.pages import Pages

WIDE = 124
_AIR, _NUMBER, _GAP = 14, 18, 10
_KEPT = 200
_TALLEST = 150.0


class Thumbnails(QAbstractScrollArea):
    """The arrows and a press choose a page."""

    chosen = Signal(int)

    def __init__(self, label: str) -> None:
        super().__init__()
        self._pages: Pages | None = None
        self._count = self._at = 0
        self._drawn: OrderedDict[int, QImage] = OrderedDict()
        self._missing: list[int] = []
        self._draws = QTimer(self, singleShot=True, interval=0)
        self._draws.timeout.connect(self._draw_next)
        self.setAccessibleName(label)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(WIDE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        ringed(self, 8)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, 560)

    def show_pages(self, pages: "Pages") -> None:
        self._pages, self._count, self._at = pages, len(pages), 0
        self._drawn.clear()
        self._lay()

    def clear(self) -> None:
        """No pages: their document is about to be closed."""
        self._pages, self._count, self._missing = None, 0, []
        self._draws.stop()
        self.viewport().update()

    def choose(self, at: int) -> None:
        """Show page `at` as chosen, silently, and bring it into sight."""
        self._at = at
        top, bar = at * self._pitch(), self.verticalScrollBar()
        if top < bar.value():
            bar.setValue(round(top))
        elif top + self._pitch() > bar.value() + self.viewport().height():
            bar.setValue(round(top + self._pitch() - self.viewport().height()))
        self.viewport().update()

    @property
    def drawn(self) -> int:
        """How many pages were drawn so far."""
        return len(self._drawn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = int((event.position().y() + self.verticalScrollBar().value()) // self._pitch())
        self._go(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 5,
            Qt.Key.Key_PageUp: -5,
            Qt.Key.Key_Home: -self._count,
            Qt.Key.Key_End: self._count,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._go(min(max(self._at + step, 0), self._count - 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch, offset = self._pitch(), self.verticalScrollBar().value()
        first = max(0, int(offset // pitch))
        last = min(self._count, int((offset + self.viewport().height()) // pitch) + 1)
        self._missing = [at for at in range(first, last) if at not in self._drawn]
        for at in range(first, last):
            self._paint_one(painter, at, at * pitch - offset)
        painter.end()
        if self._missing:
            self._draws.start()

    def _paint_one(self, painter: QPainter, at: int, top: float) -> None:
        wide, high = self._size()
        sheet = QRectF((self.viewport().width() - wide) / 2, top + _GAP / 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        if at == self._at:
            painter.setBrush(colour("accent"))
            painter.drawRoundedRect(sheet.adjusted(-3, -3, 3, 3), 4, 4)
        painter.setBrush(colour("paper"))
        painter.drawRect(sheet)
        if at in self._drawn:
            painter.drawImage(sheet, self._drawn[at])
        if at != self._at:  # a white page on a light ground
            painter.setPen(colour("line"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(sheet)
        painter.setFont(font(12, 500 if at == self._at else 400))
        painter.setPen(colour("ink" if at == self._at else "ink2"))
        room = QRectF(0, sheet.bottom() + 3, self.viewport().width(), _NUMBER)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), str(at + 1))

    def _draw_next(self) -> None:
        """One at a time, so that the keyboard is never kept waiting by more than one page."""
        if self._pages is None or not self._missing:
            return
        at = self._missing.pop(0)
        ratio = self.devicePixelRatioF()
        wide, high = (round(side * ratio) for side in self._size())
        self._drawn[at] = self._pages.strip(at, (wide, high), 0, high)
        while len(self._drawn) > _KEPT:
            self._drawn.popitem(last=False)
        self.viewport().update()

    def _go(self, at: int) -> None:
        if 0 <= at < self._count:
            self.choose(at)
            self.chosen.emit(at)

    def _size(self) -> tuple[float, float]:
        if self._pages is None or not self._count:
            return 1.0, 1.0
        wide, high = self._pages.size(0)
        scale = min((WIDE - 2 * _AIR - 8) / wide, _TALLEST / high)
        return wide * scale, high * scale

    def _pitch(self) -> float:
        return self._size()[1] + _NUMBER + _GAP + 4

    def _lay(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(self._count * self._pitch() - self.viewport().height())))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(round(self._pitch() / 2))
        self.viewport().update()
