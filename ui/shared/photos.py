"""Photos cut round, read once for each size in which they are shown."""

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QImageReader, QPainter, QPixmap

KEPT = 512
"""How many circles stay in memory: a screen of a long list many times over."""


def paint_photo(painter: QPainter, box: QRectF, file: str) -> bool:
    """Fills the circle in the square `box`; False when there is no such picture any more."""
    ratio = painter.device().devicePixelRatio()
    picture = _round(file, round(box.width() * ratio))
    if picture is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(box, picture, QRectF(picture.rect()))
    return picture is not None


@lru_cache(maxsize=KEPT)
def _round(file: str, side: int) -> QPixmap | None:
    square = _square(file, side)
    if square is None:
        return None
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(square))
    painter.drawEllipse(0, 0, side, side)
    painter.end()
    return made


def _square(file: str, side: int) -> QPixmap | None:
    """The middle of the picture, a little above it where it is upright: there the face is."""
    reader = QImageReader(file)
    size = reader.size()
    if not size.isValid():
        return None
    grown = size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    reader.setScaledSize(grown)
    image = reader.read()
    if image.isNull():
        return None
    spare = grown - QSize(side, side)
    return QPixmap.fromImage(image.copy(QRect(spare.width() // 2, spare.height() // 3, side, side)))
