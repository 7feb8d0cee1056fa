"""A piece of paper with the owner's signature on it, as it will look under her cards."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources.words import Words
from ui.cards.ink import path_of
from ui.shared.easel import CENTRE, Easel
from ui.shared.fonts import font
from ui.shared.theme import colour

if TYPE_CHECKING:
    from reports.hand.signature import Picture, Signature

HIGH, RADIUS, AIR = 120, 8, 24


class SignaturePaper(QWidget):
    """Where there is no signature, it says so."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._say = words
        self._path, self._picture = QPainterPath(), QImage()
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_signature(None)

    @property
    def is_signed(self) -> bool:
        return not (self._path.isEmpty() and self._picture.isNull())

    def show_signature(self, signature: "Signature | None") -> None:
        """As it is drawn, in the colour of a pen; None for none."""
        self._path, self._picture = QPainterPath(), QImage()
        if signature is not None and signature.outline is not None:
            self._path = path_of(signature.outline.verbs, signature.outline.points)
            self._path.setFillRule(Qt.FillRule.WindingFill)
        if signature is not None and signature.picture is not None:
            self._picture = _inked(signature.picture, colour("pen"))
        self.setAccessibleName(self._said())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with Easel.on(self) as easel:
            easel.box(rect, RADIUS, colour("paper"), colour("edge", 0.4))
            if not self.is_signed:
                easel.text(rect, self._said(), font(14), colour("pen", 0.75), CENTRE)
                return
            easel.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self._draw(easel.painter, rect.adjusted(AIR, AIR, -AIR, -AIR))

    def _draw(self, painter: QPainter, room: QRectF) -> None:
        whole = QRectF(self._picture.rect()) if self._path.isEmpty() else self._path.boundingRect()
        scale = min(room.width() / whole.width(), room.height() / whole.height())
        painter.translate(room.center())
        painter.scale(scale, scale)
        painter.translate(-whole.center())
        if self._path.isEmpty():
            painter.drawImage(QPointF(0, 0), self._picture)
        else:
            painter.fillPath(self._path, colour("pen"))

    def _said(self) -> str:
        if self.is_signed:
            return self._say("Your signature")
        return self._say("Cards carry your name alone")


def _inked(picture: "Picture", ink: QColor) -> QImage:
    """The scan as it is printed: its darkness in one colour."""
    mask = QImage(
        picture.ink, picture.width, picture.height, picture.width, QImage.Format.Format_Alpha8
    )
    image = QImage(mask.size(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(ink)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawImage(0, 0, mask)
    painter.end()
    return image
