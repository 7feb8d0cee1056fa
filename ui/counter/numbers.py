"""A strip of numbers to touch, with a word at either end; in two rows where one does not fit."""

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.voice.scales import ENDS, Scale
from resources.words import Words
from ui.counter.measure import Measure
from ui.counter.parts import Touch
from ui.shared.easel import CENTRE, LEADING, TRAILING, Easel
from ui.shared.fonts import font
from ui.shared.theme import colour

WIDE, HIGH, GAP, LEAST = 88, 96, 12, 64
ENDS_GAP, ENDS_HIGH = 18, 24


def ends(scale: Scale, words: Words) -> tuple[str, str]:
    """What the least and the greatest figure mean."""
    if scale is Scale.NPS:
        return words.said("to recommend", "Never"), words.said("to recommend", "Gladly")
    if scale is Scale.EFFORT:
        return words.said("of an effort", "Very hard"), words.said("of an effort", "Very easy")
    return words.said("of a visit", "Very bad"), words.said("of a visit", "Very good")


class Numbers(QWidget):
    """The figures of `scale` in reading order."""

    touched = Signal(int)

    def __init__(self, scale: Scale, chosen: int | None, words: Words, measure: Measure) -> None:
        super().__init__()
        self._m = measure
        self._ends = ends(scale, words)
        least, most = ENDS[scale]
        self.numbers = [Number(figure, measure) for figure in range(least, most + 1)]
        self._name_ends()
        for one in self.numbers:
            one.setParent(self)
            one.setObjectName(f"number.{one.figure}")
            one.setChecked(one.figure == chosen)
            one.clicked.connect(lambda _on=False, one=one: self.touched.emit(one.figure))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, wide: int) -> int:
        px, (rows, _wide) = self._m.px, self._fit(wide)
        return rows * px(HIGH) + (rows - 1) * px(GAP) + px(ENDS_GAP + ENDS_HIGH)

    def sizeHint(self) -> QSize:
        px, count = self._m.px, len(self.numbers)
        wide = count * px(WIDE) + (count - 1) * px(GAP)
        return QSize(wide, self.heightForWidth(self.width() or wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._m.px(LEAST) * math.ceil(len(self.numbers) / 2), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._m.px
        rows, wide = self._fit(self.width())
        in_row = math.ceil(len(self.numbers) / rows)
        start = self._start()
        for place, one in enumerate(self.numbers):
            row, column = divmod(place, in_row)
            x = start + column * (wide + px(GAP))
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                x = self.width() - x - wide
            one.setGeometry(x, row * px(HIGH + GAP), wide, px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, start = self._m.px, self._start()
        line = QRectF(start, self.height() - px(ENDS_HIGH), self.width() - 2 * start, px(ENDS_HIGH))
        first, last = self._ends
        with Easel.on(self) as easel:
            easel.text(line, first, font(px(18), 500), colour("ink2"), LEADING)
            easel.text(line, last, font(px(18), 500), colour("ink2"), TRAILING)

    def _start(self) -> int:
        rows, wide = self._fit(self.width())
        in_row = math.ceil(len(self.numbers) / rows)
        taken = in_row * wide + (in_row - 1) * self._m.px(GAP)
        return max(0, (self.width() - taken) // 2)

    def _fit(self, room: int) -> tuple[int, int]:
        """How many rows, and how wide each number is in them."""
        px, count = self._m.px, len(self.numbers)
        for rows in (1, 2, 3):
            in_row = math.ceil(count / rows)
            fitting = (room - (in_row - 1) * px(GAP)) // in_row
            if fitting >= px(LEAST):
                return rows, min(px(WIDE), fitting)
        return 3, px(LEAST)

    def _name_ends(self) -> None:
        """Read aloud, the first and the last number say what they mean."""
        first, last = self.numbers[0], self.numbers[-1]
        first.setAccessibleName(f"{first.text()}, {self._ends[0]}")
        last.setAccessibleName(f"{last.text()}, {self._ends[1]}")


class Number(Touch):
    """One figure."""

    def __init__(self, figure: int, measure: Measure) -> None:
        super().__init__(str(figure), measure)
        self.figure = figure
        self.setCheckable(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect, radius, chosen = QRectF(self.rect()), self.m.px(16), self.isChecked()
        with Easel.on(self) as easel:
            if chosen:
                easel.box(rect, radius, colour("accent"))
            else:
                ground = colour("sunken" if self.isDown() else "surface")
                easel.box(rect, radius, ground)
                easel.ring(rect, radius, colour("edge", 0.65), 1.5)
            face = font(self.m.px(34), 600 if chosen else 500, tabular=True)
            easel.text(rect, self.text(), face, colour("on_accent" if chosen else "ink"), CENTRE)
