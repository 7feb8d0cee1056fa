"""Chips: filters over a list, tags on a person, and the one state a row may show."""

import math

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ui.shared.easel import CENTRE, Easel
from ui.shared.focus import Ringed, ringed
from ui.shared.fonts import font, width
from ui.shared.states import State, paint_state, state_width
from ui.shared.theme import colour

GAP = 8


class StateChip(QWidget):
    """A state standing by itself, outside a table."""

    def __init__(self, state: State, height: int = 20) -> None:
        super().__init__()
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(state)

    def show_state(self, state: State) -> None:
        self._state = state
        self.setAccessibleName(state.words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(state_width(self._state)), self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            paint_state(easel, QRectF(self.rect()), self._state)


class _Pill(Ringed, QPushButton):
    def __init__(self, words: str, height: int, padding: int) -> None:
        super().__init__(words)
        self._height, self._padding = height, padding
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ringed(self, height / 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class FilterChip(_Pill):
    """One choice among several, with how many it holds; the chosen one is filled with ink."""

    def __init__(self, words: str, count: str = "") -> None:
        super().__init__(words, height=32, padding=12)
        self._count, self._short = count, False
        self.setCheckable(True)

    def show_count(self, count: str) -> None:
        self._count = count
        self.setAccessibleDescription(count)
        self.updateGeometry()
        self.update()

    def set_short(self, *, short: bool) -> None:
        """Leave the count out, where room is short."""
        self._short = short
        self.updateGeometry()
        self.update()

    def wide(self, *, short: bool) -> int:
        """How wide the chip is with its count, or without when `short`."""
        needed = width(self.text(), font(13, 500))
        if self._count and not short:
            needed += 8 + width(self._count, font(13, tabular=True))
        return math.ceil(needed) + 2 * self._padding

    def sizeHint(self) -> QSize:
        return QSize(self.wide(short=self._short), self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect, chosen = QRectF(self.rect()), self.isChecked()
        with Easel.on(self) as easel:
            if chosen:
                easel.box(rect, rect.height() / 2, colour("ink"))
            else:
                ground = colour("sunken") if self.underMouse() else None
                easel.box(rect, rect.height() / 2, ground, colour("edge", 0.4))
            face = font(13, 500 if chosen else 400)
            wide = width(self.text(), face) + 1
            easel.text(
                QRectF(self._padding, 0, wide, rect.height()),
                self.text(),
                face,
                colour("canvas" if chosen else "ink"),
            )
            start = self._padding + wide + 7
            easel.text(
                QRectF(start, 0, rect.width() - start, rect.height()),
                "" if self._short else self._count,
                font(13, tabular=True),
                colour("canvas", 0.75) if chosen else colour("ink2"),
            )


class FilterChips(QWidget):
    """A row of filters of which one holds."""

    chosen = Signal(str)

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self._group = QButtonGroup(self)
        self._keys: dict[str, FilterChip] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addStretch()
        self._group.buttonClicked.connect(self._tell)

    def add(self, key: str, words: str, count: str = "") -> FilterChip:
        """One more filter at the trailing end; the first one holds until another is chosen."""
        chip = FilterChip(words, count)
        chip.setChecked(not self._keys)
        self._keys[key] = chip
        self._group.addButton(chip)
        self._row.insertWidget(self._row.count() - 1, chip)
        return chip

    def show_count(self, key: str, count: str) -> None:
        self._keys[key].show_count(count)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._needed(short=True), 32)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        short = self._needed(short=False) > self.width()
        for chip in self._keys.values():
            chip.set_short(short=short)

    def _needed(self, *, short: bool) -> int:
        chips = self._keys.values()
        return sum(chip.wide(short=short) + GAP for chip in chips)

    @property
    def key(self) -> str:
        """What is chosen; empty where nothing is."""
        return next((key for key, chip in self._keys.items() if chip.isChecked()), "")

    def choose(self, key: str) -> None:
        """Show `key` as chosen, silently."""
        self._keys[key].setChecked(True)
        # Qt lets Tab pass the others by only once the keyboard was among them.
        for chip in self._keys.values():
            stops = Qt.FocusPolicy.StrongFocus if chip.isChecked() else Qt.FocusPolicy.ClickFocus
            chip.setFocusPolicy(stops)

    def _tell(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(key for key, chip in self._keys.items() if chip is button))


class TagChip(_Pill):
    """A word that the owner has put on a person; a press asks to see or change it."""

    def __init__(self, words: str) -> None:
        super().__init__(words, height=28, padding=12)

    def sizeHint(self) -> QSize:
        return QSize(math.ceil(width(self.text(), font(13, 500))) + 2 * self._padding, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with Easel.on(self) as easel:
            easel.box(rect, rect.height() / 2, colour("sunken"))
            if self.underMouse():
                easel.box(rect, rect.height() / 2, colour("ink", 0.04))
            easel.text(rect, self.text(), font(13, 500), colour("ink2"), CENTRE)
