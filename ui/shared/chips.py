"""Chips: filters over a list, tags on a person, and the one state a row may show."""

import math
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ui.shared.easel import CENTRE, Easel
from ui.shared.focus import ringed
from ui.shared.fonts import font, width
from ui.shared.theme import colour
from ui.shared.tokens import Token

Tone = Literal["good", "warn", "bad", "accent", "plain"]
_GROUNDS: dict[Tone, tuple[Token, Token]] = {
    "good": ("good_tint", "good"),
    "warn": ("warn_tint", "warn"),
    "bad": ("bad_tint", "bad"),
    "accent": ("tint", "accent"),
    "plain": ("sunken", "ink2"),
}


@dataclass(frozen=True, slots=True)
class State:
    """What a row may show at most one of: a word in its own tint."""

    words: str
    tone: Tone = "plain"


def state_width(state: State) -> float:
    """How wide the chip of `state` is."""
    return math.ceil(width(state.words, font(12, 500))) + 16


def paint_state(easel: Easel, rect: QRectF, state: State) -> None:
    """The chip of `state`, filling `rect`."""
    ground, ink = _GROUNDS[state.tone]
    easel.box(rect, rect.height() / 2, colour(ground))
    easel.text(rect, state.words, font(12, 500), colour(ink), CENTRE)


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


class _Pill(QPushButton):
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
        self._count = count
        self.setCheckable(True)

    def show_count(self, count: str) -> None:
        self._count = count
        self.setAccessibleDescription(count)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = width(self.text(), font(13, 500))
        wide += 8 + width(self._count, font(13, tabular=True)) if self._count else 0
        return QSize(math.ceil(wide) + 2 * self._padding, self._height)

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
                self._count,
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
        self._row.setSpacing(8)
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

    def choose(self, key: str) -> None:
        """Show `key` as chosen, silently."""
        self._keys[key].setChecked(True)

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
