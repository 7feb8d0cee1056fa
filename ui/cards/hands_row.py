"""The hands to write in: tiles with a word drawn in each, and its short name."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from resources.words import Words
from ui.shared.choices import Choice, Choices
from ui.shared.easel import CENTRE, Easel
from ui.shared.fonts import font
from ui.shared.theme import colour, theme

IN_A_ROW, WIDE, HIGH, GAP, RADIUS = 3, 80, 64, 8, 8
_SAMPLE = QRectF(13, 9, -13, 38)
"""Leading, top, trailing (from the trailing edge) and bottom of where the word is drawn."""
_NAME_AT, _NAME_HIGH = 40, 18

Hand = tuple[str, str, QPainterPath]
"""Key, name, and a word written in it, of any size."""


class HandsRow(Choices):
    """Three in a row, as wide as there is room; more wrap."""

    def __init__(self, words: Words) -> None:
        super().__init__(words("Hand"))
        self._tiles: dict[str, HandTile] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        for column in range(IN_A_ROW):
            self._grid.setColumnStretch(column, 1)

    def show_hands(self, hands: Sequence[Hand], chosen: str) -> None:
        """The same hands again keep their tiles: the keyboard may be on one."""
        keys = [key for key, _name, _path in hands]
        if keys != list(self._tiles):
            self._tiles = {key: HandTile(key) for key in keys}
            self.offer(self._tiles.values())
            for at, tile in enumerate(self._tiles.values()):
                self._grid.addWidget(tile, *divmod(at, IN_A_ROW))
        for key, name, path in hands:
            self._tiles[key].show_hand(name, path)
        self.choose(chosen)


class HandTile(Choice):
    """A hand; without a word it shows its name alone."""

    def __init__(self, key: str) -> None:
        super().__init__(key, QSize(WIDE, HIGH), RADIUS)
        self._name, self._path = "", QPainterPath()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_hand(self, name: str, path: QPainterPath) -> None:
        self._name, self._path = name, QPainterPath(path)
        self._path.setFillRule(Qt.FillRule.WindingFill)
        self.name(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect, chosen = QRectF(self.rect()), self.isChecked()
        with Easel.on(self) as easel:
            ground = colour("sunken" if self.underMouse() and not chosen else "surface")
            easel.box(rect, RADIUS, ground, None if chosen else colour("edge", 0.4))
            if chosen:
                easel.ring(rect, RADIUS, colour("accent"))
            empty = self._path.isEmpty()
            below = QRectF(6, 0 if empty else _NAME_AT, rect.width() - 12, _NAME_HIGH)
            if empty:
                below.setHeight(rect.height())
            else:
                self._write(easel)
            ink = colour("ink" if chosen else "ink2")
            easel.text(below, self._name, font(12, 500 if chosen else 400), ink, CENTRE)

    def _write(self, easel: Easel) -> None:
        room = QRectF(self.rect()).adjusted(_SAMPLE.x(), _SAMPLE.y(), _SAMPLE.width(), 0)
        room.setBottom(_SAMPLE.height())
        word = self._path.boundingRect()
        scale = min(room.width() / word.width(), room.height() / word.height())
        painter = easel.painter
        painter.save()
        painter.translate(room.center())
        painter.scale(scale, scale)
        painter.translate(-word.center())
        painter.fillPath(self._path, _pen())
        painter.restore()


def _pen() -> QColor:
    # The blue of the pen is for paper; on the dark ground of a tile it could not be seen.
    return colour("ink" if theme().dark else "pen")
