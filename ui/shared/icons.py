"""Material Design icons from the qtawesome package, drawn as outlines at any size and colour."""

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPixmap, QRawFont

FAMILY = "materialdesignicons6-"
EM = 24
"""The icons are drawn on a grid of 24 by 24."""
BASELINE = EM * 0.875
SHARE = 0.9
"""How much of its box an icon fills; whole, it shouts beside 14-px text."""


def draw_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """The icon `name` (as in `cake-variant-outline`) filled into the square `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.center())
    painter.scale(SHARE * box.width() / EM, SHARE * box.height() / EM)
    painter.translate(-EM / 2, -EM / 2)
    painter.fillPath(outline(name), colour)
    painter.restore()


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` pixels for a screen of `ratio`."""
    return _pixmap(name, colour, size, ratio)


@cache
def outline(name: str) -> QPainterPath:
    """The shape on the grid of `EM`; a name that the font does not know is a KeyError."""
    face = _face()
    (glyph, *_rest) = face.glyphIndexesForString(_letter(name))
    path = face.pathForGlyph(glyph)
    path.translate(QPointF(0, BASELINE))
    return path


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    picture = QPixmap(QSizeF(size * ratio, size * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_icon(painter, name, QRectF(0, 0, size, size), QColor(colour))
    painter.end()
    return picture


@cache
def _fonts() -> list[Path]:
    # Importing qtawesome loads a dozen fonts and takes 290 ms to the first icon; its files alone take 8 ms.
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name="qtawesome")
    fonts = Path(spec.origin).parent / "fonts"
    return [file for file in fonts.iterdir() if file.name.startswith(FAMILY)]


def _letter(name: str) -> str:
    """The letter that the font draws as `name`, found in the list's text: `"cake": "0xf00eb",`."""
    names, key = _charmap(), f'"{name}": "'.encode()
    start = names.find(key)
    if start < 0:
        raise KeyError(name)
    start += len(key)
    return chr(int(names[start : names.index(b'"', start)], 16))


@cache
def _charmap() -> bytes:
    # Reading all its 7,367 names would take 3 ms, for the ten that a screen shows.
    return _file(".json").read_bytes()


@cache
def _face() -> QRawFont:
    return QRawFont(str(_file(".ttf")), EM, QFont.HintingPreference.PreferNoHinting)


def _file(suffix: str) -> Path:
    (file,) = (one for one in _fonts() if one.suffix == suffix)
    return file
