"""Parts of the counter's pages: buttons for fingers, chips, dots, the shop's head, the promise."""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.counter.measure import Measure
from ui.shared.avatars import initials
from ui.shared.buttons import Kind
from ui.shared.easel import CENTRE, Easel
from ui.shared.fonts import font, width
from ui.shared.text import Text
from ui.shared.theme import colour

if TYPE_CHECKING:
    from ui.shared.tokens import Token

SMALL, LITTLE = 15, 12
"""How small the name of the shop and its line are set before either is cut."""
HOLD = 2000
"""Milliseconds for which the owner holds the shop's mark to get out."""


class Touch(QPushButton):
    """Pressed by a finger alone: a key, from whatever device, presses nothing at the counter."""

    def __init__(self, words: str, measure: Measure) -> None:
        super().__init__(words)
        self.m = measure
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class TouchButton(Touch):
    """A verb, 56 high."""

    def __init__(
        self,
        words: str,
        measure: Measure,
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        padding: int = 20,
        px: int = 17,
    ) -> None:
        super().__init__(words, measure)
        self.kind = kind
        self._icon, self._padding = icon, padding
        self._face = font(measure.px(px), 500)

    def sizeHint(self) -> QSize:
        return QSize(math.ceil(self._content()) + 2 * self.m.px(self._padding), self.m.px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        icon, rect = self.m.px(20), QRectF(self.rect())
        with Easel.on(self) as easel:
            self._paint_ground(easel, rect)
            x = (rect.width() - self._content()) / 2
            if self._icon:
                box = QRectF(x, (rect.height() - icon) / 2, icon, icon)
                is_plain = self.kind is Kind.SECONDARY and self.isEnabled()
                easel.icon(self._icon, box, colour("ink2") if is_plain else self._ink())
                x += icon + self._gap()
            room = QRectF(x, 0, rect.width() - x, rect.height())
            easel.text(room, self.text(), self._face, self._ink())

    def _gap(self) -> int:
        return self.m.px(10 if self._padding > self.m.px(20) else 8)

    def _content(self) -> float:
        icon = self.m.px(20) + self._gap() if self._icon else 0
        return width(self.text(), self._face) + icon

    def _paint_ground(self, easel: Easel, rect: QRectF) -> None:
        radius, down = self.m.px(8), self.isDown()
        if not self.isEnabled():
            easel.box(rect, radius, colour("sunken"))
        elif self.kind is Kind.PRIMARY:
            easel.box(rect, radius, colour("accent_hover" if down else "accent"))
        elif self.kind is Kind.SECONDARY:
            ground = colour("sunken" if down else "surface")
            easel.box(rect, radius, ground, colour("edge", 0.55))
        elif down:
            easel.box(rect, radius, colour("sunken"))

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return colour("ink3")
        inks: dict[Kind, Token] = {Kind.PRIMARY: "on_accent", Kind.SECONDARY: "ink"}
        return colour(inks.get(self.kind, "accent"))


class Chip(Touch):
    """One of several words; the chosen one is filled with ink."""

    def __init__(self, words: str, measure: Measure, *, high: int = 48, px: int = 16) -> None:
        super().__init__(words, measure)
        self._high, self._px = measure.px(high), measure.px(px)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        face = font(self._px, 500 if self.isChecked() else 400)
        return QSize(math.ceil(width(self.text(), face)) + 2 * self.m.px(20), self._high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect, chosen = QRectF(self.rect()), self.isChecked()
        with Easel.on(self) as easel:
            if chosen:
                easel.box(rect, rect.height() / 2, colour("ink"))
            else:
                ground = colour("sunken") if self.isDown() else None
                easel.box(rect, rect.height() / 2, ground, colour("edge"))
            face = font(self._px, 500 if chosen else 400)
            easel.text(rect, self.text(), face, colour("canvas" if chosen else "ink"), CENTRE)


class Dots(QWidget):
    """Where in the survey one is."""

    def __init__(self, at: int, of: int, said: str, measure: Measure) -> None:
        super().__init__()
        self._at, self._of, self._m = at, of, measure
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._m.px(16 * (self._of - 1) + 24), self._m.px(8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, x = self._m.px, 0
        with Easel.on(self) as easel:
            for number in range(self._of):
                here = number == self._at
                wide = px(24 if here else 8)
                ink = colour("accent") if here else colour("edge", 0.4)
                easel.box(QRectF(x, 0, wide, px(8)), px(4), ink)
                x += wide + px(8)


class ShopHead(QWidget):
    """The shop's mark, its name, and a line. Whoever holds the mark for two seconds is asked for the PIN."""

    held = Signal()

    def __init__(self, name: str, line: str, measure: Measure, hold: int = HOLD) -> None:
        super().__init__()
        self._name, self._line, self._m = name, line, measure
        self.setAccessibleName(f"{name}, {line}" if line else name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hold = QTimer(self, interval=hold, singleShot=True)
        self._hold.timeout.connect(self.held)

    def sizeHint(self) -> QSize:
        px = self._m.px
        wide = max(
            width(self._name, font(px(22), 600)),
            width(self._line, font(px(15))),
        )
        return QSize(px(72) + math.ceil(wide), px(56))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._m.px(56), self._m.px(56))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._m.px(56)
        x = self.width() - event.position().x() if self._is_mirrored() else event.position().x()
        if x <= at:
            self._hold.start()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._hold.stop()

    def hideEvent(self, event: QEvent) -> None:
        self._hold.stop()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        px = self._m.px
        with Easel.on(self) as easel:
            paint_mark(easel, QRectF(0, 0, px(56), px(56)), self._name)
            room = self.width() - px(72)
            high = px(28) if self._line else px(56)
            top = px(4) if self._line else 0
            name = fitting(self._name, px(22), px(SMALL), room, 600)
            easel.text(QRectF(px(72), top, room, high), self._name, name, colour("ink"))
            line = fitting(self._line, px(15), px(LITTLE), room)
            easel.text(QRectF(px(72), px(32), room, px(22)), self._line, line, colour("ink2"))

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft


def fitting(said: str, px: int, least: int, room: float, weight: int = 400) -> QFont:
    """As large as `px`, or down to `least` where `said` would be cut otherwise."""
    while px > least and width(said, font(px, weight)) > room:
        px -= 1
    return font(px, weight)


def paint_mark(easel: Easel, box: QRectF, name: str) -> None:
    """The shop's mark: its first letter on the accent."""
    easel.box(box, box.width() * 0.25, colour("accent"))
    face = font(round(box.width() / 2), 600)
    easel.text(box, initials(name)[:1], face, colour("on_accent"), CENTRE)


class Promise(QWidget):
    """What becomes of the answer, with the icon of a lock."""

    def __init__(self, words: str, measure: Measure, icon: str = "lock-outline") -> None:
        super().__init__()
        self._icon, self._m = icon, measure
        said = Text(words, measure.px(16), ink="ink2", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        # A spacing, for margins are not mirrored.
        row.addSpacing(measure.px(32))
        row.addWidget(said, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self._m.px(20)
        with Easel.on(self) as easel:
            box = QRectF(0, (self.height() - side) / 2, side, side)
            easel.icon(self._icon, box, colour("ink2"))
