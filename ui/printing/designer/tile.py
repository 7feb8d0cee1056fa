"""A label design among others: how it looks, what it is called, and for which label it is."""

from PySide6.QtCore import QRectF, QSize, Qt, QThreadPool
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from reports.designed_labels import DesignedLabel
from ui.desk import Desk
from ui.printing.designer.drawing import Drawings, Seen
from ui.shared.buttons import Pressed
from ui.shared.easel import Easel, soft_shadow
from ui.shared.focus import ringed
from ui.shared.fonts import font
from ui.shared.theme import colour

TILE = QSize(224, 208)
FOOT = 56
"""Pixels for its words."""
_RADIUS, _AIR, _ASIDE = 12, 20, 34
_MOST = 5.0
"""Pixels of a millimetre at the most: a small label stays small beside a large one."""


class DesignTile(Pressed):
    """Pressed to open it; without a label, it says why there is none."""

    def __init__(
        self,
        desk: Desk,
        pool: QThreadPool,
        title: str,
        detail: str,
        label: DesignedLabel | None,
    ) -> None:
        super().__init__(title)
        self._title, self._detail, self._label = title, detail, label
        self._picture: QImage | None = None
        self._drawings = Drawings(self, self._show, desk.explain, pool)
        self.setAccessibleName(f"{title}, {detail}")
        self.setToolTip(title)  # which may be too long for the tile
        self.setFixedSize(TILE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ringed(self, _RADIUS)

    @property
    def is_drawn(self) -> bool:
        return self._label is None or not self._drawings.waiting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            hovered = self.underMouse() or self.isDown()
            desk = QRectF(0, 0, self.width(), self.height() - FOOT)
            easel.box(desk, _RADIUS, colour("desk"))
            if hovered:
                easel.box(desk, _RADIUS, None, colour("edge"))
            if self._label is not None:
                self._paint_label(easel.painter, self._sheet())
            words = QRectF(4, desk.bottom() + 8, self.width() - _ASIDE - 4, 20)
            easel.text(words, self._title, font(14, 500), colour("ink"))
            below = QRectF(4, words.bottom(), self.width() - 8, 20)
            easel.text(below, self._detail, font(13), colour("ink2"))

    def _paint_label(self, painter: QPainter, sheet: QRectF) -> None:
        soft_shadow(painter, sheet, 3, reach=10, fall=3)
        painter.setBrush(colour("paper"))
        painter.drawRoundedRect(sheet, 3, 3)
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(sheet, self._picture)

    def _sheet(self) -> QRectF:
        if self._label is None:
            return QRectF()
        wide, high = self._label.design.size
        room = QRectF(0, 0, self.width(), self.height() - FOOT).adjusted(_AIR, _AIR, -_AIR, -_AIR)
        scale = min(room.width() / wide, room.height() / high, _MOST)
        rect = QRectF(0, 0, wide * scale, high * scale)
        rect.moveCenter(room.center())
        return rect

    def _ask(self) -> None:
        if self._label is not None:
            sheet, ratio = self._sheet(), self.devicePixelRatioF()
            pixels = (round(sheet.width() * ratio), round(sheet.height() * ratio))
            self._drawings.ask(self._label, pixels)

    def _show(self, seen: Seen) -> None:
        self._picture = seen.image
        self.update()
