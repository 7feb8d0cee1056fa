"""Reads a logo from a file: a photograph, a picture with nothing around it, or a drawing in SVG."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from reports.dress import DOTS, logo_from, logo_of
from reports.pictures import PictureRefused

KINDS = ("png", "jpg", "jpeg", "webp", "svg", "tif", "tiff", "bmp", "gif")
_LARGEST = 5_000_000  # bytes of a drawing


def read_logo(file: Path) -> bytes:
    """As the book keeps it. Raises `PictureRefused`."""
    return _drawn(file) if file.suffix.casefold() == ".svg" else logo_from(file)


def _drawn(file: Path) -> bytes:
    """A drawing as a picture that is large enough for any paper."""
    from io import BytesIO

    from PIL import Image

    renderer = QSvgRenderer(_content(file))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise PictureRefused(path=file, why="unknown_kind")
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    size.scale(DOTS, DOTS, Qt.AspectRatioMode.KeepAspectRatio)
    size = size.expandedTo(QSize(1, 1))
    image = QImage(size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return logo_of(Image.open(BytesIO(buffer.data().data())))


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            content = opened.read(_LARGEST + 1)
    except FileNotFoundError as error:
        raise PictureRefused(path=file, why="absent") from error
    except OSError as error:
        raise PictureRefused(path=file, why="unreadable") from error
    if len(content) > _LARGEST:
        raise PictureRefused(path=file, why="too_large")
    return content
