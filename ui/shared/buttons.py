"""Buttons: one primary a page, secondary beside it, quiet links, and those that cannot be undone."""

import math
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.shared.easel import Easel
from ui.shared.focus import Ringed, ringed
from ui.shared.fonts import font, width
from ui.shared.theme import colour
from ui.shared.tokens import Token

RADIUS = 8
ICON = 20
IN_ROW, USUAL, MAIN, COUNTER = 32, 40, 48, 56
"""Heights: inside a row, a button, the main act of a page, the counter."""


class Kind(Enum):
    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DESTRUCTIVE = "destructive"
    LINK = "link"
    """Quiet without ground or padding, in line with text."""


class Pressed(Ringed, QPushButton):
    """Pressed by Enter when it has the focus, as by Space."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class Button(Pressed):
    """A verb; `key` (as in "F2") is shown beside it and presses it; `shown_key` is worked elsewhere."""

    def __init__(
        self,
        words: str,
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        key: str = "",
        shown_key: str = "",
        height: int = USUAL,
    ) -> None:
        super().__init__(words)
        self.kind = kind
        self._icon, self._height = icon, height
        self._face = font(16 if height > USUAL else 14, 500)
        self._key = key_words(key or shown_key)
        if key:
            # Not the button's own shortcut: that waits for 100 ms, in which one types on elsewhere.
            QShortcut(QKeySequence(key), self).activated.connect(self.click)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ringed(self, 4 if kind is Kind.LINK else RADIUS)

    def disable(self, why: str) -> None:
        """Stop answering, and say why in the tool tip."""
        self.setEnabled(False)
        self.setToolTip(why)

    def enable(self) -> None:
        self.setEnabled(True)
        self.setToolTip("")

    def show_icon(self, icon: str) -> None:
        self._icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(math.ceil(self._content() + 2 * self._padding()), self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            self._paint_ground(easel)
            x = max(self._padding(), (self.width() - self._content()) / 2)
            middle = self.height() / 2
            if self._icon:
                easel.icon(self._icon, QRectF(x, middle - ICON / 2, ICON, ICON), self._icon_ink())
                x += ICON + 8
            wide = math.ceil(width(self.text(), self._face))
            easel.text(QRectF(x, 0, wide + 1, self.height()), self.text(), self._face, self._ink())
            if self._key:
                x += wide + 14
                rest = QRectF(x, 0, self.width() - x, self.height())
                easel.text(rest, self._key, font(12), self._key_ink())

    def _content(self) -> float:
        wide = width(self.text(), self._face)
        wide += ICON + 8 if self._icon else 0
        return wide + (14 + width(self._key, font(12)) if self._key else 0)

    def _padding(self) -> int:
        if self.kind is Kind.LINK:
            return 0
        return 12 if self._height < USUAL else 16

    def _paint_ground(self, easel: Easel) -> None:
        rect = QRectF(self.rect())
        if not self.isEnabled():
            if self.kind not in {Kind.LINK, Kind.QUIET}:
                easel.box(rect, RADIUS, colour("sunken"))
            return
        hovered = self.underMouse() or self.isDown()
        if self.kind is Kind.PRIMARY:
            easel.box(rect, RADIUS, colour("accent_hover" if hovered else "accent"))
        elif self.kind in {Kind.SECONDARY, Kind.DESTRUCTIVE}:
            ground = colour("sunken" if hovered else "surface")
            easel.box(rect, RADIUS, ground, colour("edge", 0.55))
        elif self.kind is Kind.QUIET and hovered:
            easel.box(rect, RADIUS, colour("sunken"))
        if self.isDown() and self.kind is not Kind.LINK:
            easel.box(rect, RADIUS, colour("ink", 0.04))

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return colour("ink3")
        by_kind: dict[Kind, Token] = {
            Kind.PRIMARY: "on_accent",
            Kind.SECONDARY: "ink",
            Kind.DESTRUCTIVE: "bad",
        }
        resting = by_kind.get(self.kind, "accent")
        return colour("accent_hover" if resting == "accent" and self.underMouse() else resting)

    def _icon_ink(self) -> QColor:
        resting = self.isEnabled() and self.kind is Kind.SECONDARY
        return colour("ink2") if resting else self._ink()

    def _key_ink(self) -> QColor:
        return self._ink() if self.kind is Kind.PRIMARY else colour("ink3")


class RowButton(Pressed):
    """A whole row that is pressed; its kind paints it."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ringed(self, RADIUS)


class IconButton(Pressed):
    """An act told by its icon alone; `words` are its tool tip and its accessible name."""

    def __init__(
        self,
        icon: str,
        words: str,
        *,
        ink: Token = "ink2",
        size: int = IN_ROW,
        icon_size: int = ICON,
    ) -> None:
        super().__init__()
        self._icon, self._ink, self._side = icon, ink, icon_size
        self.setFixedSize(size, size)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ringed(self, RADIUS)

    def show_icon(self, icon: str, words: str) -> None:
        self._icon = icon
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            if self.isEnabled() and (self.underMouse() or self.isDown()):
                easel.box(QRectF(self.rect()), RADIUS, colour("ink", 0.06))
            box = QRectF(0, 0, self._side, self._side)
            box.moveCenter(QRectF(self.rect()).center())
            easel.icon(self._icon, box, colour(self._ink if self.isEnabled() else "ink3"))


def key_words(key: str) -> str:
    """The key as it is shown: `Ctrl K` for `Ctrl+K`, in the words of this system."""
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    # Qt's word for the key on which everybody reads Enter.
    return native.replace("+", " ").replace("Return", "Enter")
