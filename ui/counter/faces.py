"""Five faces from worst to best: each with a mouth of its own and its word beneath."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources.words import Words
from ui.counter.measure import Measure
from ui.counter.parts import Touch, fitting
from ui.shared.easel import CENTRE, Easel
from ui.shared.theme import colour

SIDE, GAP, LEAST_GAP, LEAST_SIDE = 160, 48, 16, 96
BELOW, WORD = 20, 24
"""Under the face: air, then the line with its word."""
STROKE = 7
INKS: Sequence[tuple[str, str]] = (
    ("#E9B9B4", "#6E1B2C"),
    ("#F1CDB0", "#74390F"),
    ("#F2DFA6", "#5F4A00"),
    ("#CFE2B8", "#35520F"),
    ("#AFD9BE", "#12492F"),
)
"""Ground and drawing of each, the same by day and night."""


def called(words: Words) -> Sequence[str]:
    """The word under each face."""
    return (
        words.said("of a visit", "Very bad"),
        words.said("of a visit", "Bad"),
        words.said("of a visit", "All right"),
        words.said("of a visit", "Good"),
        words.said("of a visit", "Very good"),
    )


class Faces(QWidget):
    """The row of them; the worst is the first as one reads."""

    touched = Signal(int)
    """From 1 to 5."""

    def __init__(self, chosen: int | None, words: Words, measure: Measure) -> None:
        super().__init__()
        self._m = measure
        self.faces = [
            Face(number, said, measure, dimmed=chosen not in {None, number})
            for number, said in enumerate(called(words), 1)
        ]
        for face in self.faces:
            face.setParent(self)
            face.setObjectName(f"face.{face.number}")
            face.setChecked(face.number == chosen)
            face.clicked.connect(lambda _on=False, face=face: self.touched.emit(face.number))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px, side = self._m.px, self._side()
        return QSize(5 * px(SIDE) + 4 * px(GAP), side + px(BELOW + WORD))

    def minimumSizeHint(self) -> QSize:
        px = self._m.px
        return QSize(5 * LEAST_SIDE + 4 * LEAST_GAP, px(LEAST_SIDE + BELOW + WORD))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self._side()
        gap = min(self._m.px(GAP), (self.width() - 5 * side) // 4)
        start = (self.width() - 5 * side - 4 * gap) // 2
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for place, face in enumerate(self.faces):
            x = start + (4 - place if mirrored else place) * (side + gap)
            # The word may be wider than its face: half of the gap on either side is its, too.
            face.setGeometry(x - gap // 2, 0, side + gap, side + self._m.px(BELOW + WORD))
            face.side = side
        self.updateGeometry()

    def _side(self) -> int:
        if not self.width():
            return self._m.px(SIDE)
        fitting = (self.width() - 4 * LEAST_GAP) // 5
        return max(LEAST_SIDE, min(self._m.px(SIDE), fitting))


class Face(Touch):
    """The face and its word are one thing to touch; the chosen one has a ring, the others step back."""

    def __init__(self, number: int, words: str, measure: Measure, *, dimmed: bool) -> None:
        super().__init__(words, measure)
        self.number, self.side = number, measure.px(SIDE)
        self._dimmed = dimmed
        self.setCheckable(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, ink = (QColor(name) for name in INKS[self.number - 1])
        box = QRectF((self.width() - self.side) / 2, 0, self.side, self.side)
        with Easel.on(self) as easel:
            painter = easel.painter
            painter.setOpacity(0.45 if self._dimmed else 1)
            painter.setPen(QPen(ink, self.m.px(5)) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(ground.darker(106) if self.isDown() else ground)
            half = self.m.px(5) / 2 if self.isChecked() else 0
            painter.drawEllipse(box.adjusted(half, half, -half, -half))
            _draw(painter, self.number, box, ink)
            painter.setOpacity(1)
            self._paint_word(easel)

    def _paint_word(self, easel: Easel) -> None:
        px, weight = self.m.px, 600 if self.isChecked() else 500
        line = QRectF(0, self.side + px(BELOW), self.width(), px(WORD))
        face = fitting(self.text(), px(20), px(13), self.width() - 4, weight)
        ink = colour("ink2" if self._dimmed else "ink")
        easel.text(line, self.text(), face, ink, CENTRE)


def _draw(painter: QPainter, number: int, box: QRectF, ink: QColor) -> None:
    """The features, on a ground of 160 by 160."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / SIDE, box.height() / SIDE)
    pen = QPen(ink, STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _FEATURES[number - 1](painter, ink)
    painter.restore()


def _curve(painter: QPainter, start: tuple[float, float], bend: float, end: float) -> None:
    """From `start` to the point as high at `end`, its middle pulled towards the height `bend`."""
    path = QPainterPath(QPointF(*start))
    path.quadTo((start[0] + end) / 2, bend, end, start[1])
    painter.drawPath(path)


def _eyes(painter: QPainter, ink: QColor) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for x in (49.5, 110.5):
        painter.drawEllipse(QPointF(x, 65), 8, 10)
    painter.restore()


def _very_bad(painter: QPainter, ink: QColor) -> None:
    _eyes(painter, ink)
    painter.drawLine(QPointF(35, 48.5), QPointF(58, 40.5))
    painter.drawLine(QPointF(102, 40.5), QPointF(125, 48.5))
    _curve(painter, (47.5, 111.5), 69, 112.5)


def _bad(painter: QPainter, ink: QColor) -> None:
    _eyes(painter, ink)
    _curve(painter, (47.5, 108.5), 86, 112.5)


def _all_right(painter: QPainter, ink: QColor) -> None:
    _eyes(painter, ink)
    painter.drawLine(QPointF(48, 105.5), QPointF(112, 105.5))


def _good(painter: QPainter, ink: QColor) -> None:
    _eyes(painter, ink)
    _curve(painter, (47.5, 102), 126, 112.5)


def _very_good(painter: QPainter, ink: QColor) -> None:
    for x in (48, 112):
        _curve(painter, (x - 12, 69), 53, x + 12)
    mouth = QPainterPath(QPointF(42, 89))
    mouth.quadTo(80, 97, 118, 89)
    mouth.cubicTo(115, 113, 100, 127.5, 80, 127.5)
    mouth.cubicTo(60, 127.5, 45, 113, 42, 89)
    painter.setPen(
        QPen(ink, 5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(ink)
    painter.drawPath(mouth)


_FEATURES: Sequence[Callable[[QPainter, QColor], None]] = (
    _very_bad,
    _bad,
    _all_right,
    _good,
    _very_good,
)
