"""What has happened, newest first: icons on a thread."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.shared.easel import TRAILING, Easel
from ui.shared.focus import Ringed, ringed
from ui.shared.fonts import font, width
from ui.shared.theme import colour

STEP, DOT = 52, 32
_PRESSES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


@dataclass(frozen=True, slots=True)
class Happening:
    """One entry of the thread."""

    icon: str
    words: str
    detail: str = ""
    when: str = ""
    key: str = ""
    quiet: bool = False
    """Can be pressed, and does not ask for it by its colour."""


class Timeline(QWidget):
    """Happenings on a thread; one that has a key can be pressed."""

    pressed = Signal(str)

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_happenings(self, happenings: Sequence[Happening]) -> None:
        while item := self._column.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for place, one in enumerate(happenings):
            knot = _Knot(one, last=place == len(happenings) - 1)
            knot.pressed.connect(self.pressed)
            self._column.addWidget(knot)


class _Knot(Ringed, QWidget):
    pressed = Signal(str)

    def __init__(self, one: Happening, *, last: bool) -> None:
        super().__init__()
        self._one, self._last = one, last
        self.setFixedHeight(STEP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            ", ".join(part for part in (one.words, one.detail, one.when) if part)
        )
        if one.key:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        ringed(self, 6)

    def sizeHint(self) -> QSize:
        return QSize(200, STEP)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._one.key and self.rect().contains(event.position().toPoint()):
            self.pressed.emit(self._one.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._one.key and event.key() in _PRESSES:
            self.pressed.emit(self._one.key)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        one = self._one
        with Easel.on(self) as easel:
            if not self._last:
                easel.fill(QRectF(15, DOT, 2, STEP - DOT), colour("line"))
            easel.box(QRectF(0, 0, DOT, DOT), DOT / 2, colour("sunken"))
            easel.icon(one.icon, QRectF(8, 8, 16, 16), colour("ink2"))
            when = width(one.when, font(13)) + 1 if one.when else 0
            room = self.width() - 44 - when - (12 if when else 0)
            middle = 0 if one.detail else 8
            ink = colour("accent" if one.key and not one.quiet else "ink")
            easel.text(QRectF(44, middle - 2, room, 19), one.words, font(14), ink)
            easel.text(QRectF(44, 17, self.width() - 44, 17), one.detail, font(13), colour("ink2"))
            end = QRectF(self.width() - when, middle - 2, when, 18)
            easel.text(end, one.when, font(13), colour("ink2"), TRAILING)
