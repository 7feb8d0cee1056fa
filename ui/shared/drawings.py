"""What an empty page shows instead of nothing: the open customer book with a card on it."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources.words import reading_way
from ui.shared.easel import soft_shadow
from ui.shared.fonts import font
from ui.shared.theme import colour, theme

SIZE = QSize(320, 200)
_COVER = QRectF(38, 34, 244, 128)
_SPINE, _PAGE = 160.0, 114.5
_FILLED = (("TH", 0, 62, 50, 34), ("OB", 2, 91, 43, 39), ("VK", 1, 120, 36, 44))
"""Initials, their colours, height on the page, lengths of the two lines."""
_RIBBON = "#E0A63A"


class BookDrawing(QWidget):
    """An open book with three people in it, room for more, and a card in the shop's hand."""

    def __init__(self, card_lines: tuple[str, str]) -> None:
        super().__init__()
        self._lines = card_lines
        self.setFixedSize(SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(_COVER, 8, 8)
        _paint_pages(painter)
        _paint_people(painter)
        _paint_room(painter)
        _paint_card(painter, self._lines)


def _paint_pages(painter: QPainter) -> None:
    painter.setBrush(colour("surface"))
    painter.setPen(QPen(colour("line"), 1))
    for way in (-1, 1):
        painter.drawPath(_page(way))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_RIBBON))
    ribbon = [(152, 154), (166, 154), (166, 180), (159, 176), (152, 180)]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in ribbon]))


def _page(way: int) -> QPainterPath:
    outer = _SPINE + way * _PAGE
    path = QPainterPath(QPointF(_SPINE, 35))
    path.cubicTo(_SPINE + way * 32, 16, _SPINE + way * 80, 17, outer, 30)
    path.lineTo(outer, 150.5)
    path.cubicTo(_SPINE + way * 80, 137, _SPINE + way * 32, 137, _SPINE, 154)
    path.closeSubpath()
    return path


def _paint_people(painter: QPainter) -> None:
    for letters, pair, y, long, short in _FILLED:
        ground, ink = theme().tokens.avatars[pair]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawEllipse(QPointF(72, y), 10, 10)
        for top, length, share in ((y - 6, long, 0.20), (y + 2, short, 0.11)):
            painter.setBrush(colour("ink", share))
            painter.drawRoundedRect(QRectF(90, top, length, 4), 2, 2)
        face = font(12, 600)
        face.setPixelSize(7)
        painter.setFont(face)
        painter.setPen(QColor(ink))
        painter.drawText(QRectF(62, y - 10, 20, 20), Qt.AlignmentFlag.AlignCenter, letters)


def _paint_room(painter: QPainter) -> None:
    dashed = QPen(colour("ink", 0.22), 1.2)
    dashed.setDashPattern([4, 3])
    for y, length in ((62, 46), (91, 38), (120, 0)):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(dashed)
        painter.drawEllipse(QPointF(190, y), 10, 10)
        if length:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("ink", 0.09))
            painter.drawRoundedRect(QRectF(208, y - 3, length, 5), 2.5, 2.5)


def _paint_card(painter: QPainter, lines: tuple[str, str]) -> None:
    painter.save()
    painter.translate(214, 89)
    painter.rotate(8.6)
    card = QRectF(0, 0, 90.5, 60.5)
    soft_shadow(painter, card, 3, reach=8, fall=3)
    painter.setBrush(colour("paper"))
    painter.drawRoundedRect(card, 2, 2)
    painter.setPen(colour("pen"))
    # The card is written as its words run, whichever way the window reads.
    hebrew = reading_way(lines[0]) == "R"
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if hebrew else Qt.LayoutDirection.LeftToRight
    )
    painter.setFont(_hebrew_hand() if hebrew else _hand())
    lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    for top, words in zip((7, 27), lines, strict=True):
        painter.drawText(QRectF(9, top, 73, 20), int(lead), words)
    painter.restore()


@cache
def _hand() -> QFont:
    face = _face("fontpkg_caveat", "Caveat", 14)
    face.setVariableAxis(QFont.Tag("wght"), 500)
    return face


@cache
def _hebrew_hand() -> QFont:
    face = _face("font_amatic_sc", "Amatic SC", 18)
    face.setBold(True)
    return face


def _face(package: str, family: str, px: int) -> QFont:
    spec = find_spec(package)
    if spec is not None and spec.origin is not None:
        for file in Path(spec.origin).parent.glob("files/*.ttf"):
            QFontDatabase.addApplicationFont(str(file))
    face = QFont(family)
    face.setPixelSize(px)
    return face
