"""What a score is broken down by: a bar each, with the figure and how many answered."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.feedback.shown import Bar
from ui.shared.buttons import RowButton
from ui.shared.easel import TRAILING, Easel
from ui.shared.fonts import font, width
from ui.shared.text import Text
from ui.shared.theme import colour

HIGH, THICK = 36, 8
NAMES, MOST_NAMES = 0.34, 240
"""How much of a row its name may take, and at most."""


class Bars(QWidget):
    """A press on one leads to what people said of it."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(0)

    def show_bars(self, bars: Sequence[Bar], nothing: str, *, leads_on: bool) -> None:
        while item := self._column.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self.rows = []
        face = font(13, tabular=True)
        asides = max((width(one.n, face) for one in bars), default=0)
        for one in bars:
            row = BarRow(one, asides)
            row.setEnabled(leads_on)
            row.clicked.connect(lambda _=False, key=one.key: self.pressed.emit(key))
            self._column.addWidget(row)
            self.rows.append(row)
        if not bars:
            self._column.addWidget(Text(nothing, ink="ink2", wrap=True))


class BarRow(RowButton):
    """Name, bar, figure, and how many; few answers are grey."""

    def __init__(self, bar: Bar, aside: float) -> None:
        super().__init__(bar.aloud)
        self._bar, self._aside = bar, aside
        self.setToolTip(bar.name if width(bar.name, font(14)) > MOST_NAMES else "")

    def setEnabled(self, on: bool) -> None:
        """One that leads nowhere still can be read, by keyboard and mouse."""
        self.setCursor(Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor)

    def sizeHint(self) -> QSize:
        return QSize(320, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        one, wide, middle = self._bar, float(self.width()), HIGH / 2
        ink = colour("ink3" if one.is_grey else "ink")
        names = min(MOST_NAMES, wide * NAMES)
        aside = self._aside + 4
        with Easel.on(self) as easel:
            if self.underMouse() and self.cursor().shape() == Qt.CursorShape.PointingHandCursor:
                easel.box(QRectF(self.rect()), 8, colour("sunken"))
            easel.text(QRectF(8, 0, names - 16, HIGH), one.name, font(14), colour("ink"))
            end = wide - 8 - aside
            easel.text(
                QRectF(end, 0, aside, HIGH), one.n, font(13, tabular=True), colour("ink2"), TRAILING
            )
            end -= 68
            easel.text(
                QRectF(end, 0, 56, HIGH), one.figure, font(14, 500, tabular=True), ink, TRAILING
            )
            self._paint_bar(easel, QRectF(names, middle - THICK / 2, end - names - 4, THICK))

    def _paint_bar(self, easel: Easel, room: QRectF) -> None:
        one = self._bar
        easel.box(room, THICK / 2, colour("sunken"))
        if one.level is None:
            return
        first, last = sorted((one.start, one.level))
        filled = QRectF(
            room.left() + room.width() * first,
            room.top(),
            max(THICK, room.width() * (last - first)),
            THICK,
        )
        if one.start and one.level < one.start:
            filled.moveRight(room.left() + room.width() * one.start)
        easel.box(filled, THICK / 2, colour("ink3", 0.5) if one.is_grey else colour("accent"))
        if one.start:
            x = room.left() + room.width() * one.start
            easel.fill(QRectF(x - 0.5, room.top() - 4, 1, THICK + 8), colour("edge"))
