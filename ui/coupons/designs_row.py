"""The designs to choose from: tiles with the thing itself drawn in each, and its name."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from ui.shared.choices import Choice, Choices
from ui.shared.easel import CENTRE, Easel
from ui.shared.fonts import font
from ui.shared.theme import colour

IN_A_ROW, WIDE, HIGH, GAP, RADIUS = 3, 132, 124, 8, 8
PIXELS = 380
"""How wide the picture in a tile is drawn."""
_AIR, _NAME_HIGH = 10, 24


class DesignsRow(Choices):
    """Three in a row, as wide as there is room."""

    def __init__(self, label: str, designs: Sequence[tuple[str, str]]) -> None:
        super().__init__(label)
        self._tiles = {key: DesignTile(key, name) for key, name in designs}
        self.offer(self._tiles.values())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        for at, tile in enumerate(self._tiles.values()):
            grid.addWidget(tile, *divmod(at, IN_A_ROW))

    @property
    def is_drawn(self) -> bool:
        """Whether every tile shows its design."""
        return all(tile.is_drawn for tile in self._tiles.values())

    def show_pictures(self, pictures: Mapping[str, QImage]) -> None:
        """As they are now; one that could not be drawn keeps its name alone."""
        for key, tile in self._tiles.items():
            tile.show_picture(pictures.get(key, QImage()))


class DesignTile(Choice):
    """One design; without a picture it shows its name alone."""

    def __init__(self, key: str, name: str) -> None:
        super().__init__(key, QSize(WIDE, HIGH), RADIUS)
        self._words, self._picture = name, QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName(f"design.{key}")
        self.name(name)

    @property
    def is_drawn(self) -> bool:
        return not self._picture.isNull()

    def show_picture(self, picture: QImage) -> None:
        self._picture = picture
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect, chosen = QRectF(self.rect()), self.isChecked()
        with Easel.on(self) as easel:
            ground = colour("sunken" if self.underMouse() and not chosen else "surface")
            easel.box(rect, RADIUS, ground, None if chosen else colour("edge", 0.4))
            if chosen:
                easel.ring(rect, RADIUS, colour("accent"))
            below = rect.adjusted(_AIR, rect.height() - _NAME_HIGH - 6, -_AIR, -6)
            if self.is_drawn:
                self._paint_picture(easel.painter, rect.adjusted(_AIR, _AIR, -_AIR, -34))
            ink = colour("ink" if chosen else "ink2")
            easel.text(below, self._words, font(12, 500 if chosen else 400), ink, CENTRE)

    def _paint_picture(self, painter: QPainter, room: QRectF) -> None:
        """A piece of paper is the same whichever way one reads."""
        size = QRectF(self._picture.rect()).size()
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._picture)
        painter.setPen(colour("edge", 0.35))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
