"""Takes a picture from anywhere as a small upright photo, or refuses it with a reason."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from app.people.photos import NotAPicture, PictureTooLarge

KINDS = ("jpg", "jpeg", "png", "webp", "gif", "bmp", "tif", "tiff")
_JPEG = frozenset({"jpg", "jpeg", "jfif"})
_READABLE = _JPEG.union(KINDS)
SIDE = 640
"""The longer side of what is kept: ten times the circle it is shown in."""
QUALITY = 88
LARGEST_FILE = 100_000_000
"""Bytes."""
LARGEST_JPEG, LARGEST_OTHER = 250_000_000, 60_000_000
"""Pixels. The cameras of telephones give 200 million at most, as JPEG, which need not be unpacked whole."""


def small_copy(file: Path) -> bytes:
    """The picture in `file` as JPEG, turned upright, no side longer than `SIDE`, without what the camera
    noted about place and time. Raises `NotAPicture`, `PictureTooLarge`.
    """
    _must_be_bearable(file)
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    kind = bytes(reader.format().data()).decode().lower()
    if kind not in _READABLE or not size.isValid():
        raise NotAPicture(name=file.name)
    limit = LARGEST_JPEG if kind in _JPEG else LARGEST_OTHER
    if size.width() * size.height() > limit:
        raise PictureTooLarge(name=file.name, limit=limit, what="pixels")
    if max(size.width(), size.height()) > SIDE:
        reader.setScaledSize(size.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    if picture.isNull():
        raise NotAPicture(name=file.name)
    return _jpeg(_on_white(picture))


def _must_be_bearable(file: Path) -> None:
    try:
        size = file.stat().st_size
    except OSError as error:
        raise NotAPicture(name=file.name) from error
    if size > LARGEST_FILE:
        raise PictureTooLarge(name=file.name, limit=LARGEST_FILE, what="bytes")


def _on_white(picture: QImage) -> QImage:
    if not picture.hasAlphaChannel():
        return picture
    ground = QImage(picture.size(), QImage.Format.Format_RGB32)
    ground.fill(QColor("white"))
    painter = QPainter(ground)
    painter.drawImage(0, 0, picture)
    painter.end()
    return ground


def _jpeg(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "JPEG", QUALITY)  # type: ignore[call-overload] # the stub asks for bytes
    return bytes(buffer.data().data())
