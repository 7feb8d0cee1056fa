"""The empty page: a drawing, where one stands, one line of use, and up to three things to do next."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.shared.buttons import Button, Kind
from ui.shared.easel import Easel
from ui.shared.pane import IconText
from ui.shared.text import Text
from ui.shared.theme import colour

TILE = QSize(296, 232)
LOW = 560
"""On a lower page the drawing gives way to what there is to do."""


class Tile(QWidget):
    """One thing to do: icon, title, a sentence or two, and its button."""

    def __init__(self, icon: str, title: str, words: str, button: Button) -> None:
        super().__init__()
        self._icon, self.button = icon, button
        self.setMinimumSize(220, TILE.height())
        self.setMaximumWidth(TILE.width())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 64, 24, 24)
        column.setSpacing(4)
        column.addWidget(Text(title, 18, 600))
        column.addWidget(Text(words, 14, ink="ink2", wrap=True), 0, Qt.AlignmentFlag.AlignTop)
        column.addStretch()
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    @property
    def leads(self) -> bool:
        return self.button.kind is Kind.PRIMARY

    def sizeHint(self) -> QSize:
        return QSize(TILE.width(), max(TILE.height(), super().sizeHint().height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with Easel.on(self) as easel:
            easel.box(rect, 16, colour("surface"), None if self.leads else colour("line"))
            if self.leads:
                easel.ring(rect, 16, colour("accent"))
            easel.icon(
                self._icon, QRectF(23, 23, 28, 28), colour("accent" if self.leads else "ink2")
            )


class EmptyState(QWidget):
    """Fills the page; `add` tiles, first one primary, and `hint` at the foot."""

    def __init__(self, drawing: QWidget | None, sentence: str, use: str) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        self._tiles = QHBoxLayout()
        self._tiles.setSpacing(24)
        self._tiles.addStretch()
        self._tiles.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(32, 0, 32, 0)
        self._column.setSpacing(0)
        self._column.addStretch(9)
        self._drawing = drawing
        if drawing is not None:
            self._column.addWidget(drawing, 0, centre)
        for words, gap in (
            (Text(sentence, 32, 600, wrap=True), 0),
            (Text(use, 16, ink="ink2", wrap=True), 7),
        ):
            words.setAlignment(centre)
            self._column.addSpacing(gap)
            self._column.addWidget(words)
        self._column.addSpacing(32)
        self._column.addLayout(self._tiles)
        self._column.addStretch(16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._drawing is not None:
            self._drawing.setVisible(self.height() >= LOW)

    def add(self, tile: Tile) -> None:
        """One more thing to do, at most three."""
        self._tiles.insertWidget(self._tiles.count() - 1, tile, 3)

    def hint(self, icon: str, words: str) -> None:
        """A quiet line below the tiles."""
        line = IconText(icon, words, ink="ink2")
        line.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._column.insertSpacing(self._column.count() - 1, 24)
        self._column.insertWidget(self._column.count() - 1, line, 0, Qt.AlignmentFlag.AlignHCenter)
