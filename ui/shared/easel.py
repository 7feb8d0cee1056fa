"""Painting in reading order: rectangles are given from the leading edge and mirrored where Hebrew reads."""

from functools import lru_cache
from typing import Self

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from resources.words import fenced
from ui.shared.icons import draw_icon
from ui.shared.theme import colour, theme

LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
WIDEST = 1.25
"""No text is wider than this many times its size for each of its letters; most are half as wide."""
# As a number: adding flags by name costs more than drawing the word.
_ONE_LINE = (Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip).value


class Easel:
    """A painter that knows the width of its ground and from which side it is read."""

    def __init__(self, painter: QPainter, ground: QRectF, direction: Qt.LayoutDirection) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(direction)
        self.painter, self.ground = painter, ground
        self.mirrored = direction == Qt.LayoutDirection.RightToLeft

    @classmethod
    def on(cls, widget: QWidget) -> Self:
        """An easel over the whole of `widget`, put away at the end of the `with` in its paint event."""
        return cls(QPainter(widget), QRectF(widget.rect()), widget.layoutDirection())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_broken: object) -> None:
        self.painter.end()

    def place(self, rect: QRectF) -> QRectF:
        """Where `rect`, given from the leading edge, really lies."""
        if not self.mirrored:
            return rect
        start = self.ground.left() + self.ground.right() - rect.right()
        return QRectF(start, rect.top(), rect.width(), rect.height())

    def box(
        self, rect: QRectF, radius: float, fill: QColor | None = None, edge: QColor | None = None
    ) -> None:
        """A rounded rectangle, with a hairline edge when `edge` is given."""
        inset = 0.5 if edge else 0.0
        self.painter.setPen(QPen(edge, 1) if edge else Qt.PenStyle.NoPen)
        self.painter.setBrush(fill or Qt.BrushStyle.NoBrush)
        placed = self.place(rect).adjusted(inset, inset, -inset, -inset)
        self.painter.drawRoundedRect(placed, radius, radius)

    def ring(self, rect: QRectF, radius: float, ink: QColor, thickness: float = 2) -> None:
        """A line of `thickness` just inside `rect`."""
        half = thickness / 2
        self.painter.setPen(QPen(ink, thickness))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        placed = self.place(rect).adjusted(half, half, -half, -half)
        self.painter.drawRoundedRect(placed, radius - half, radius - half)

    def dot(self, x: float, y: float, radius: float, fill: QColor) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(fill)
        self.painter.drawEllipse(self._point(x, y), radius, radius)

    def circle(self, centre: QPointF, radius: float, ink: QColor, thickness: float) -> None:
        """A ring whose outer edge is `radius` from `centre`."""
        self.painter.setPen(QPen(ink, thickness))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = radius - thickness / 2
        self.painter.drawEllipse(self._point(centre.x(), centre.y()), inner, inner)

    def hairline(self, start: float, end: float, y: float, ink: QColor | None = None) -> None:
        """A line one pixel high from `start` to `end`, on the pixel row `y`."""
        self.fill(QRectF(start, y, end - start, 1), ink or colour("line"))

    def fill(self, rect: QRectF, ink: QColor) -> None:
        """`rect` in one colour, without an edge."""
        # Not `fillRect`: to choose among its 21 forms, PySide learns the names of all gradients, 2 ms.
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(ink)
        self.painter.drawRect(self.place(rect))

    def icon(self, name: str, box: QRectF, ink: QColor) -> None:
        draw_icon(self.painter, name, self.place(box), ink)

    def text(
        self,
        rect: QRectF,
        words: str,
        face: QFont,
        ink: QColor,
        align: Qt.AlignmentFlag = LEADING,
    ) -> None:
        """`words` on one line, cut with an ellipsis where `rect` ends."""
        self.painter.setFont(face)
        self.painter.setPen(ink)
        fits = len(words) * face.pixelSize() * WIDEST <= rect.width()
        said = words if fits else _fitted(words, face, round(rect.width()))
        line = _fenced(said, self.mirrored)
        self.painter.drawText(self.place(rect), align.value | _ONE_LINE, line)

    def _point(self, x: float, y: float) -> QPointF:
        return (
            QPointF(self.ground.left() + self.ground.right() - x, y)
            if self.mirrored
            else QPointF(x, y)
        )


@lru_cache(maxsize=4096)
def _fitted(words: str, face: QFont, room: int) -> str:
    # Measuring a word takes as long as drawing it, and a list shows the same words at every step it scrolls.
    return QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, room + 0.5)


@lru_cache(maxsize=4096)
def _fenced(words: str, mirrored: bool) -> str:
    return fenced(words, right_to_left=mirrored)


def soft_shadow(
    painter: QPainter, rect: QRectF, radius: float, *, reach: int = 12, fall: int = 4
) -> None:
    """The shadow of paper, notices and popups: stacked translucent rectangles, `fall` lower than `rect`."""
    painter.setPen(Qt.PenStyle.NoPen)
    # Black alone: at so little alpha a brown would round to pink.
    painter.setBrush(QColor(0, 0, 0, 9 if theme().dark else 2))
    for out in range(reach, 0, -2):
        painter.drawRoundedRect(
            rect.adjusted(-out, fall - out, out, fall + out), radius + out, radius + out
        )
