"""The field that a signature is written in with mouse, finger or pen, drawn as it is written."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QInputDevice,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources.words import Words
from ui.cards.pen_line import PenLine
from ui.cards.strokes import BASELINE, HIGH, UNKNOWN, WIDE, Point, Signature, Stroke
from ui.shared.easel import Easel
from ui.shared.theme import colour, theme

SCALE = 6
"""Pixels a millimetre."""
RADIUS = 8
_TOUCHES = frozenset(
    {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}
)


class WritingField(QWidget):
    """Only what is inside is written; a line that leaves the field ends there, as on paper.

    Each point is drawn once, onto a picture, so that the thousandth costs what the first did.
    """

    changed = Signal()
    """A stroke was ended or taken back."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._strokes: tuple[Stroke, ...] = ()
        self._before: list[tuple[Stroke, ...]] = []
        self._writing: list[Point] = []
        self._line: PenLine | None = None
        self._picture: QPixmap | None = None
        self._began = 0.0
        self._finger: int | None = None
        self.setAccessibleName(words("Field for the signature"))
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._draw_anew)

    @property
    def signature(self) -> Signature:
        return Signature(strokes=self._strokes)

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    def begin_anew(self) -> None:
        """An empty field; `undo` brings back what was there."""
        if self._strokes:
            self._become(())
            self._draw_anew()

    def undo(self) -> None:
        """As it was before the last stroke, or before the field was emptied."""
        if self._before:
            self._strokes = self._before.pop()
            self._draw_anew()
            self.changed.emit()

    def sizeHint(self) -> QSize:
        return QSize(round(WIDE * SCALE), round(HIGH * SCALE))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._write(event.position(), event.timestamp(), UNKNOWN)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._write(event.position(), event.timestamp(), UNKNOWN)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._lift()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Accepted always, else Qt would make a mouse of the pen as well."""
        if event.type() == QEvent.Type.TabletRelease:
            self._lift()
        elif event.buttons() & Qt.MouseButton.LeftButton:
            self._write(event.position(), event.timestamp(), event.pressure())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() in _TOUCHES and isinstance(event, QTouchEvent):
            self._touch(event)
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw_anew()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with Easel.on(self) as easel:
            easel.box(rect, RADIUS, colour("paper"), colour("edge", 0.55))
            easel.hairline(24, rect.width() - 24, BASELINE * SCALE, colour("edge", 0.35))
            easel.painter.drawPixmap(0, 0, self._drawn())

    def _touch(self, event: QTouchEvent) -> None:
        """One finger writes; the palm that comes to rest beside it does not."""
        if event.type() == QEvent.Type.TouchBegin:
            self._finger = event.points()[0].id()
        if event.type() == QEvent.Type.TouchCancel:
            self._lift()
        felt = QInputDevice.Capability.Pressure in event.device().capabilities()
        for finger in event.points():
            if finger.id() != self._finger:
                continue
            if finger.state() == QEventPoint.State.Released:
                self._lift()
            else:
                pressure = finger.pressure() if felt else UNKNOWN
                self._write(finger.position(), event.timestamp(), pressure)

    def _write(self, place: QPointF, moment: int, pressure: float) -> None:
        """`moment` in milliseconds of the system's own clock."""
        if not QRectF(self.rect()).contains(place):
            self._lift()
            return
        clock = moment / 1000
        if self._line is None:
            self._line = self._new_line()
            # Straight on from what was undone or emptied; a signature begins at 0.
            ended = Signature(strokes=self._strokes).ends_at
            self._began = min(self._began, clock - ended) if self._strokes else clock
        seconds = max(clock - self._began, self._writing[-1][2] if self._writing else 0.0)
        point = (place.x() / SCALE, place.y() / SCALE, seconds, min(max(pressure, 0.0), 1.0))
        self._writing.append(point)
        line = self._line
        self._draw(lambda painter: line.go_to(painter, point))

    def _lift(self) -> None:
        if self._line is not None:
            self._draw(self._line.end)
            stroke = tuple(self._writing)
            self._line, self._writing = None, []
            self._become((*self._strokes, stroke))

    def _become(self, strokes: tuple[Stroke, ...]) -> None:
        self._before.append(self._strokes)
        self._strokes = strokes
        self.changed.emit()

    def _draw(self, act: Callable[[QPainter], QRectF]) -> None:
        painter = QPainter(self._drawn())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawn = act(painter)
        painter.end()
        self.update(drawn.toAlignedRect())

    def _drawn(self) -> QPixmap:
        """The picture of all strokes, made anew after a change of colours or of the screen."""
        if self._picture is None:
            ratio = self.devicePixelRatioF()
            self._picture = QPixmap((self.sizeHint().toSizeF() * ratio).toSize())
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for stroke in self._strokes:
                self._new_line().draw(painter, stroke)
            if self._line is not None:
                self._line = self._new_line()
                for point in self._writing:
                    self._line.go_to(painter, point)
            painter.end()
        return self._picture

    def _draw_anew(self) -> None:
        self._picture = None
        self.update()

    def _new_line(self) -> PenLine:
        return PenLine(colour("pen"), SCALE)
