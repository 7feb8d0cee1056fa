"""The label on the desk, on which boxes are put by mouse and by keys; paper, so it is never mirrored."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reports.grid import Shape
from reports.label_design import Design, PictureBox, Place
from ui.printing.designer.grips import cursor_over, grip_at, grips, is_over
from ui.printing.designer.snapping import Guide, grown, moved_to, resized_to, stepped
from ui.shared.easel import Easel, soft_shadow
from ui.shared.focus import ringed
from ui.shared.theme import colour

_RADIUS, _AIR, _MOST = 16, 36, 14.0
"""The corners of the desk, the air around the label, and the pixels of a millimetre at the most."""
_NEAR, _BEGUN = 6, 3
"""Pixels from which a box is drawn to a line, and those a press must move to be a drag."""
_STEP, _STRIDE = 0.5, 5.0  # millimetres by keys
_WAYS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


@dataclass(slots=True)
class _Drag:
    """A press on a box: where, and which of its edges; all of it without."""

    start: QPointF
    place: Place
    edges: str
    number: int
    begun: bool = False


class Canvas(QWidget):
    """Tab goes from box to box, arrows move it (Shift: far, Ctrl: its size), Delete takes it away."""

    chosen = Signal(int)
    """The box that was pressed, -1 for none."""
    stepped_on = Signal(int)
    """Tab: to the next box, or the one before."""
    placed = Signal(Place, str)
    """Where the chosen box goes, and the run to which that belongs."""
    acted = Signal(str)
    """remove, double or open."""
    resized = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self._design = Design(size=(63.5, 38.1))
        self._shape, self._corner = Shape.RECTANGLE, 0.0
        self._chosen: int | None = None
        self._picture: QImage | None = None
        self._drag: _Drag | None = None
        self._drags = 0
        self._guides: tuple[Guide, ...] = ()
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(240, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        ringed(self, _RADIUS)

    def show_paper(self, shape: Shape, corner: float) -> None:
        """What is cut out of the sheet."""
        self._shape, self._corner = shape, corner
        self.update()

    def show_design(self, design: Design, chosen: int | None, said: str) -> None:
        """`said` tells of the chosen box, for whoever does not see it."""
        self._design, self._chosen = design, chosen
        self.setAccessibleDescription(said)
        self.update()

    def show_picture(self, picture: QImage | None) -> None:
        self._picture = picture
        self.update()

    def sheet(self) -> QRectF:
        """Where the label lies in this widget."""
        wide, high = self._design.size
        scale = self.scale()
        rect = QRectF(0, 0, wide * scale, high * scale)
        rect.moveCenter(QRectF(self.rect()).center())
        return rect

    def scale(self) -> float:
        """Pixels of a millimetre."""
        wide, high = self._design.size
        room = (self.width() - 2 * _AIR) / wide, (self.height() - 2 * _AIR) / high
        return max(0.5, min(*room, _MOST))

    def rect_of(self, place: Place) -> QRectF:
        """Where a place on the label lies in this widget."""
        scale, corner = self.scale(), self.sheet().topLeft()
        return QRectF(
            corner.x() + place.left * scale,
            corner.y() + place.top * scale,
            place.wide * scale,
            place.high * scale,
        )

    def sizeHint(self) -> QSize:
        return QSize(640, 420)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """From box to box, and at the last one on to the next part of the page."""
        way, last = 1 if forward else -1, len(self._design.boxes) - 1
        at = (0 if forward else last) if self._chosen is None else self._chosen + way
        if self.hasFocus() and 0 <= at <= last:
            self.stepped_on.emit(way)
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        place = self._place()
        if key in _WAYS and place:
            self._go(_WAYS[key], held, place)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and place:
            self.acted.emit("remove")
        elif key == Qt.Key.Key_D and held == Qt.KeyboardModifier.ControlModifier and place:
            self.acted.emit("double")
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and place:
            self.acted.emit("open")
        elif key == Qt.Key.Key_Escape and place:
            self.chosen.emit(-1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        edges = self._edges(at)
        if not edges:
            found = self._box_at(at)
            self.chosen.emit(-1 if found is None else found)
        if place := self._place():
            self._drags += 1
            self._drag = _Drag(at, place, edges, self._drags)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        drag, at = self._drag, event.position()
        if drag is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._point(at)
            return
        way = at - drag.start
        drag.begun = drag.begun or way.manhattanLength() >= _BEGUN
        if drag.begun:
            alone = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._pull(drag, way / self.scale(), near=0.0 if alone else _NEAR / self.scale())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._drag, self._guides = None, ()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._box_at(event.position()) is not None:
            self.acted.emit("open")

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            painter, sheet = easel.painter, self.sheet()
            easel.box(QRectF(self.rect()), _RADIUS, colour("desk"))
            self._paint_paper(painter, sheet)
            if self._picture is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(sheet, self._picture)
            self._paint_boxes(easel)
            self._paint_guides(painter, sheet)

    def _paint_paper(self, painter: QPainter, sheet: QRectF) -> None:
        radius = max(3.0, self._corner * self.scale())
        if self._shape is Shape.ROUND:
            radius = min(sheet.width(), sheet.height()) / 2
        soft_shadow(painter, sheet, radius, reach=20, fall=6)
        painter.setBrush(colour("paper"))
        painter.drawRoundedRect(sheet, radius, radius)

    def _paint_boxes(self, easel: Easel) -> None:
        painter = easel.painter
        painter.setBrush(Qt.BrushStyle.NoBrush)
        is_busy = self.underMouse() or self.hasFocus()
        for at, box in enumerate(self._design.boxes):
            rect = self.rect_of(box.place)
            if isinstance(box, PictureBox) and not box.picture:
                spot = QRectF(0, 0, 24, 24)
                spot.moveCenter(rect.center())
                easel.icon("image-outline", easel.place(spot), colour("pen", 0.5))
            if is_busy and at != self._chosen:
                painter.setPen(QPen(colour("pen", 0.35), 1, Qt.PenStyle.DotLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(rect)
        if place := self._place():
            self._paint_chosen(painter, self.rect_of(place))

    def _paint_chosen(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(QPen(colour("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        painter.setBrush(colour("paper"))
        for _edges, spot in grips(rect):
            painter.drawRect(spot)

    def _paint_guides(self, painter: QPainter, sheet: QRectF) -> None:
        painter.setPen(QPen(colour("accent"), 1, Qt.PenStyle.DashLine))
        for guide in self._guides:
            at = guide.at * self.scale()
            if guide.upright:
                x = sheet.left() + at
                painter.drawLine(QPointF(x, sheet.top() - 14), QPointF(x, sheet.bottom() + 14))
            else:
                y = sheet.top() + at
                painter.drawLine(QPointF(sheet.left() - 14, y), QPointF(sheet.right() + 14, y))

    def _pull(self, drag: _Drag, way: QPointF, near: float) -> None:
        start, size = drag.place, self._design.size
        others = [box.place for at, box in enumerate(self._design.boxes) if at != self._chosen]
        left = way.x() if "l" in drag.edges or not drag.edges else 0.0
        top = way.y() if "t" in drag.edges or not drag.edges else 0.0
        wide = {"l": -way.x(), "r": way.x()}.get(drag.edges[:1], 0.0)
        high = {"t": -way.y(), "f": way.y()}.get(drag.edges[-1:], 0.0)
        place = Place(
            left=start.left + left,
            top=start.top + top,
            wide=start.wide + wide,
            high=start.high + high,
        )
        if drag.edges:
            snapped = resized_to(place, drag.edges, size, others, near)
        else:
            snapped = moved_to(place, size, others, near)
        self._guides = snapped.guides
        self.placed.emit(snapped.place, f"drag {drag.number}")

    def _go(self, way: tuple[float, float], held: Qt.KeyboardModifier, place: Place) -> None:
        far = _STRIDE if held & Qt.KeyboardModifier.ShiftModifier else _STEP
        step = (way[0] * far, way[1] * far)
        grows = bool(held & Qt.KeyboardModifier.ControlModifier)
        put = (grown if grows else stepped)(place, step, self._design.size)
        self.placed.emit(put, "size by keys" if grows else "place by keys")

    def _place(self) -> Place | None:
        if self._chosen is None or self._chosen >= len(self._design.boxes):
            return None
        return self._design.boxes[self._chosen].place

    def _edges(self, at: QPointF) -> str:
        place = self._place()
        return grip_at(self.rect_of(place), at) if place else ""

    def _box_at(self, at: QPointF) -> int | None:
        """The uppermost box there; the one that is chosen goes before those over it."""
        place = self._place()
        if place and is_over(self.rect_of(place), at):
            return self._chosen
        boxes = reversed(list(enumerate(self._design.boxes)))
        return next((n for n, box in boxes if is_over(self.rect_of(box.place), at)), None)

    def _point(self, at: QPointF) -> None:
        edges = self._edges(at)
        if edges:
            self.setCursor(cursor_over(edges))
        elif self._box_at(at) is not None:
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.unsetCursor()
        self.update()
