"""Tiles of one size in rows, as many side by side as there is room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shared.focus import in_turn

GAP = 16


class TileGrid(QWidget):
    """Filled anew each time; its height follows from its width."""

    def __init__(self) -> None:
        super().__init__()
        self.tiles: Sequence[QWidget] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_tiles(self, tiles: Sequence[QWidget]) -> None:
        for old in self.tiles:
            old.hide()
            old.deleteLater()
        self.tiles = tiles
        for one in tiles:
            one.setParent(self)
            one.show()
        in_turn(*tiles)
        self._lie()

    def sizeHint(self) -> QSize:
        return QSize(400, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lie()

    def _lie(self) -> None:
        if not self.tiles:
            self.setFixedHeight(0)
            return
        size = self.tiles[0].sizeHint().expandedTo(self.tiles[0].minimumSize())
        columns = max(1, (self.width() + GAP) // (size.width() + GAP))
        for at, tile in enumerate(self.tiles):
            row, column = divmod(at, columns)
            x = column * (size.width() + GAP)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                x = self.width() - x - size.width()
            tile.move(x, row * (size.height() + GAP))
        rows = -(-len(self.tiles) // columns)
        self.setFixedHeight(rows * (size.height() + GAP) - GAP)
