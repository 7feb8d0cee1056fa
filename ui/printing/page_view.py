"""One page as it will lie on the table, at any size, between two rulers and with what the printer reaches."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from ui.printing.device import Rims
from ui.shared.easel import soft_shadow
from ui.shared.focus import ringed
from ui.shared.fonts import font
from ui.shared.theme import colour

if TYPE_CHECKING:
    from ui.cards.pages import Pages

RULER, _AIR = 22, 20
LEAST, MOST, STEP = 0.1, 6.0, 1.25
FIT = 0.0
"""Instead of a zoom: as large as there is room."""
_INCH = 25.4
_PLAUSIBLE = (50.0, 350.0)  # dots per inch that a screen may say of itself
_USUAL_DPI = 96.0
_TICKS = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0)
_TIGHT, _NUMBERED = 5.0, 36.0  # pixels that ticks and numbers need at least
_NOTCH = 120


@dataclass(slots=True)
class _Drawn:
    """What was drawn last: of which page, at what size, which rows."""

    key: tuple[int, int, int, int, int]
    picture: QImage


class PageView(QAbstractScrollArea):
    """The wheel scrolls, with Ctrl it zooms, as + and − do; 0 fits, 1 is true size; keys turn the pages.

    Paper is neither mirrored nor darkened.
    """

    zoomed = Signal()
    turned = Signal(int)
    """By how many pages a key asks to go on."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._pages: Pages | None = None
        self._at = 0
        self._rims: Rims | None = None
        self._zoom = FIT
        self._drawn: _Drawn | None = None
        self.setAccessibleName(label)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumSize(240, 240)
        ringed(self, 8)

    def sizeHint(self) -> QSize:
        return QSize(520, 560)

    def show_page(self, pages: "Pages", at: int, rims: Rims | None) -> None:
        """Another page; `rims` is what the printer leaves white at the left, top, right and bottom."""
        self._pages, self._at, self._rims = pages, at, rims
        self._lay()

    def clear(self) -> None:
        """No page: its document is about to be closed."""
        self._pages = self._drawn = None
        self.viewport().update()

    def show_rims(self, rims: Rims | None) -> None:
        self._rims = rims
        self.viewport().update()

    @property
    def zoom(self) -> float:
        """1 is the size it will have on paper."""
        return self._zoom or self._fitting()

    @property
    def is_fitted(self) -> bool:
        return self._zoom == FIT

    def set_zoom(self, zoom: float) -> None:
        """`FIT`, or how much larger than on paper."""
        self._zoom = min(max(zoom, LEAST), MOST) if zoom else FIT
        self._lay()
        self.zoomed.emit()

    def larger(self) -> None:
        self.set_zoom(self.zoom * STEP)

    def smaller(self) -> None:
        self.set_zoom(self.zoom / STEP)

    def sheet(self) -> QRectF:
        """Where the page lies in the viewport."""
        wide, high = self._sheet_size()
        room = self._room()
        left = RULER + max(_AIR, (room.width() - wide) / 2)
        top = RULER + max(_AIR, (room.height() - high) / 2)
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QRectF(round(left - across), round(top - down), wide, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()
        if self.is_fitted:
            self.zoomed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * STEP ** (event.angleDelta().y() / _NOTCH))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.larger()
        elif key == Qt.Key.Key_Minus:
            self.smaller()
        elif key == Qt.Key.Key_0:
            self.set_zoom(FIT)
        elif key == Qt.Key.Key_1:
            self.set_zoom(1.0)
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self.turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("desk"))
        painter.drawRect(self.viewport().rect())
        if self._pages is not None:
            sheet = self.sheet()
            soft_shadow(painter, sheet, 2, reach=14, fall=4)
            self._paint_page(painter, sheet)
            self._paint_reach(painter, sheet)
            self._paint_rulers(painter, sheet)
        painter.end()

    def _paint_page(self, painter: QPainter, sheet: QRectF) -> None:
        if self._pages is None:
            return
        ratio = self.devicePixelRatioF()
        seen = sheet.intersected(QRectF(self.viewport().rect()))
        if seen.isEmpty():
            return
        size = (max(1, round(sheet.width() * ratio)), max(1, round(sheet.height() * ratio)))
        top = max(0, int((seen.top() - sheet.top()) * ratio))
        rows = min(size[1] - top, int(seen.height() * ratio) + 2)
        key = (self._at, *size, top, rows)
        if self._drawn is None or self._drawn.key != key:
            self._drawn = _Drawn(key, self._pages.strip(self._at, size, top, rows))
        place = QRectF(sheet.left(), sheet.top() + top / ratio, sheet.width(), rows / ratio)
        painter.drawImage(place, self._drawn.picture)

    def _paint_reach(self, painter: QPainter, sheet: QRectF) -> None:
        if self._rims is None or not any(self._rims):
            return
        dots = self.zoom * self._dots()
        left, top, right, foot = (one * dots for one in self._rims)
        pen = QPen(colour("edge", 0.7), 1)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet.adjusted(left, top, -right, -foot))

    def _paint_rulers(self, painter: QPainter, sheet: QRectF) -> None:
        view = QRectF(self.viewport().rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("side"))
        painter.drawRect(QRectF(0, 0, view.width(), RULER))
        painter.drawRect(QRectF(0, 0, RULER, view.height()))
        dots = self.zoom * self._dots()
        painter.setFont(font(12))
        self._paint_ruler(painter, (sheet.left(), sheet.right()), dots, is_level=True)
        self._paint_ruler(painter, (sheet.top(), sheet.bottom()), dots, is_level=False)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("side"))
        painter.drawRect(QRectF(0, 0, RULER, RULER))

    def _paint_ruler(
        self, painter: QPainter, span: tuple[float, float], dots: float, *, is_level: bool
    ) -> None:
        start, end = span
        tick = next((one for one in _TICKS if one * dots >= _TIGHT), _TICKS[-1])
        group = next((one for one in _TICKS if one * dots >= _NUMBERED and one >= tick), _TICKS[-1])
        painter.setPen(QPen(colour("ink2"), 1))
        at = 0.0
        while start + at * dots <= end + 0.5:
            place = start + at * dots
            is_group = abs(at / group - round(at / group)) < 0.001  # noqa: PLR2004 - it is a whole number
            reach = 8 if is_group else 4
            if is_level:
                painter.drawLine(QPointF(place, RULER - reach), QPointF(place, RULER))
            else:
                painter.drawLine(QPointF(RULER - reach, place), QPointF(RULER, place))
            if is_group and at:
                self._paint_number(painter, place, round(at), is_level=is_level)
            at += tick

    def _paint_number(self, painter: QPainter, place: float, n: int, *, is_level: bool) -> None:
        middle = int(Qt.AlignmentFlag.AlignCenter)
        painter.save()
        if is_level:
            painter.drawText(QRectF(place - 20, 0, 40, RULER - 8), middle, str(n))
        else:
            painter.translate(0, place)
            painter.rotate(-90)
            painter.drawText(QRectF(-20, 0, 40, RULER - 8), middle, str(n))
        painter.restore()

    def _lay(self) -> None:
        wide, high = self._sheet_size()
        room = self._room()
        for bar, needed, there in (
            (self.horizontalScrollBar(), wide, room.width()),
            (self.verticalScrollBar(), high, room.height()),
        ):
            bar.setRange(0, max(0, round(needed + 2 * _AIR - there)))
            bar.setPageStep(round(there))
            bar.setSingleStep(24)
        self.viewport().update()

    def _room(self) -> QRectF:
        return QRectF(self.viewport().rect()).adjusted(RULER, RULER, 0, 0)

    def _sheet_size(self) -> tuple[int, int]:
        if self._pages is None:
            return 1, 1
        dots = self.zoom * self._dots()
        wide, high = self._pages.size(self._at)
        return max(1, round(wide * dots)), max(1, round(high * dots))

    def _fitting(self) -> float:
        if self._pages is None:
            return 1.0
        wide, high = self._pages.size(self._at)
        # Without scroll bars, which would take their room from what is fitted and come and go.
        room = self.maximumViewportSize()
        across = (room.width() - RULER - 2 * _AIR) / (wide * self._dots())
        down = (room.height() - RULER - 2 * _AIR) / (high * self._dots())
        return min(max(min(across, down), LEAST), MOST)

    def _dots(self) -> float:
        """Of the screen, for each millimetre."""
        said = self.screen().physicalDotsPerInch()
        least, most = _PLAUSIBLE
        return (said if least <= said <= most else _USUAL_DPI) / _INCH
