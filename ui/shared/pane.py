"""Panels at the trailing side: a head that stays, and a body that scrolls under it."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.shared.easel import Easel
from ui.shared.text import ElidedText, Text
from ui.shared.theme import colour
from ui.shared.tokens import Token

WIDE = 392
RADIUS = 16
Ground = Literal["surface", "sunken", "desk"]


class Panel(QWidget):
    """A rounded ground: `surface` with a hairline, or `sunken` or `desk` without."""

    def __init__(self, ground: Ground = "surface", *, radius: int = RADIUS) -> None:
        super().__init__()
        self._ground: Ground = ground
        self._radius = radius

    def paintEvent(self, _event: QPaintEvent) -> None:
        edge = colour("line") if self._ground == "surface" else None
        with Easel.on(self) as easel:
            easel.box(QRectF(self.rect()), self._radius, colour(self._ground), edge)


class Pane(Panel):
    """`head` holds who it is and the acts; `body` scrolls, the head stays."""

    def __init__(self, label: str, *, width: int = WIDE, ground: Ground = "surface") -> None:
        super().__init__(ground)
        self.setAccessibleName(label)
        self.setFixedWidth(width)
        self.head, self.body = QVBoxLayout(), QVBoxLayout()
        self.head.setContentsMargins(24, 24, 24, 16)
        self.head.setSpacing(16)
        self.body.setContentsMargins(24, 4, 24, 24)
        self.body.setSpacing(16)
        self.area = scrolling(self.body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 12)
        whole.setSpacing(0)
        whole.addLayout(self.head)
        whole.addWidget(self.area, 1)


class Fact(QWidget):
    """An icon, one line, and a quiet line below it."""

    def __init__(self, icon: str, words: str, detail: str = "", *, ink: Token = "ink2") -> None:
        super().__init__()
        self._icon, self._ink = icon, ink
        self.words = ElidedText(words, 14, 500 if ink == "accent" else 400)
        self.detail = ElidedText(detail, 13, ink="ink2")
        if not detail:  # shown before it has a parent, it would be a window for a moment
            self.detail.hide()
        self.lines = QVBoxLayout()
        self.lines.setSpacing(3)
        self.lines.addWidget(self.words)
        self.lines.addWidget(self.detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addSpacing(32)
        row.addLayout(self.lines, 1)

    def show_words(self, words: str, detail: str = "") -> None:
        self.words.setText(words)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))

    def add(self, part: QWidget) -> None:
        """Something below the lines, as the dots of a rhythm."""
        self.lines.addSpacing(2)
        self.lines.addWidget(part, 0, Qt.AlignmentFlag.AlignLeading)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            box = QRectF(0, self.height() / 2 - 10, 20, 20)
            easel.icon(self._icon, box, colour(self._ink))


class IconText(QWidget):
    """An icon and a word in one line, as a phone number."""

    def __init__(self, icon: str, words: str, *, ink: Token = "ink") -> None:
        super().__init__()
        self._icon = icon
        self.words = Text(words, ink=ink)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addSpacing(26)
        row.addWidget(self.words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.icon(self._icon, QRectF(0, self.height() / 2 - 9, 18, 18), colour("ink2"))


def scrolling(content: QVBoxLayout) -> QScrollArea:
    """`content` in an area that scrolls up and down on the ground it lies on."""
    inner = QWidget()
    inner.setLayout(content)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    # A viewport of our own: asking for the area's makes PySide load every widget class first, 25 ms.
    area.setViewport(QWidget())
    area.setWidget(inner)
    # QScrollArea.setWidget gives its widget a ground of its own, square and of another colour.
    inner.setAutoFillBackground(False)
    return area


def narrow(content: QVBoxLayout, widest: int, *, least: int = 0) -> QScrollArea:
    """`content` at the leading side of an area that scrolls, from `least` to `widest` pixels wide: lines that
    run on to the far end of a window are not read with ease.
    """
    holder = QWidget()
    holder.setMinimumWidth(least)
    holder.setMaximumWidth(widest)
    holder.setLayout(content)
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(holder, 1000)
    row.addStretch(1)
    inner = QVBoxLayout()
    inner.setContentsMargins(0, 0, 0, 0)
    inner.addLayout(row)
    return scrolling(inner)
