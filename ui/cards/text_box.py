"""The box of the writing on a card: shown under the mouse, and dragged to other margins."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QWidget

from resources.words import Words
from ui.cards.margins import STEP, WHOLE, Grip, Margins, Size
from ui.cards.measure import Measure, millimetres
from ui.shared.paper import PaperSheet
from ui.shared.theme import colour, theme
from ui.shared.tokens import Token, contrast

HANDLE, REACH = 10, 9
"""Side of a handle; how far from its middle a press still means it."""
GRIPS: tuple[Grip, ...] = tuple((x, y) for y in (-1, 0, 1) for x in (-1, 0, 1) if (x, y) != WHOLE)
_ARROWS: dict[int, tuple[float, float]] = {
    Qt.Key.Key_Left: (-STEP, 0.0),
    Qt.Key.Key_Right: (STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -STEP),
    Qt.Key.Key_Down: (0.0, STEP),
}
_CURSORS: dict[Grip, Qt.CursorShape] = {
    (0, 0): Qt.CursorShape.SizeAllCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
}
_SEEN = 3.0
"""WCAG 2 contrast of what must be told from its ground."""


class TextBox(QWidget):
    """Lies over `sheet`. Arrows move the box, with Shift they move its lower right corner; Esc gives a drag
    back, a double click the usual margins. Paper is not mirrored, and neither is this.
    """

    dragged = Signal(float, float, float, float)
    """On the way: millimetres from the left, upper, right and lower edge of the card."""
    settled = Signal(float, float, float, float)
    """The same at the end; not after Esc, and not where nothing changed."""

    def __init__(self, words: Words, sheet: PaperSheet) -> None:
        super().__init__(sheet)
        self._words, self._sheet = words, sheet
        self._card: Size = (148.0, 105.0)
        self._margins = self._usual = self._before = Margins(11.5, 10.5, 11.5, 9.0)
        self._held: tuple[Grip, QPointF] | None = None
        self._near = False
        self._measure = Measure(words, self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words("Where the writing stands"))
        self.setToolTip(words("Drag the writing or its edges; double-click for the usual margins"))
        sheet.installEventFilter(self)
        self.setGeometry(sheet.rect())
        self._tell_aloud()

    def show_box(self, card: Size, margins: Margins, usual: Margins) -> None:
        """On a card of `card` millimetres; while the box is being dragged it stays where it is held."""
        self._card, self._usual = card, usual
        if self._held is None:
            self._margins = self._before = margins
            self._tell_aloud()
        self.update()

    @property
    def margins(self) -> Margins:
        return self._margins

    def box(self) -> QRectF:
        """Where the box lies in this widget."""
        m, sheet, scale = self._margins, self._sheet.sheet(), self._scale()
        return sheet.adjusted(m.left * scale, m.top * scale, -m.right * scale, -m.bottom * scale)

    def handle(self, grip: Grip) -> QPointF:
        """The middle of a handle in this widget."""
        box, (across, down) = self.box(), grip
        half = QPointF(across * box.width() / 2, down * box.height() / 2)
        return box.center() + half

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._sheet.rect())
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        grip = self._grip(event.position())
        if grip is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._held, self._before = (grip, event.position()), self._margins
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            self._hover(event.position())
            return
        (grip, start), scale = self._held, self._scale()
        by = event.position() - start
        # The whole box only moves when it is meant: a press there may be the first of a double click.
        far = by.manhattanLength() >= QApplication.startDragDistance()
        if grip != WHOLE or far or self._margins != self._before:
            card, place = self._card, event.position()
            self._take(self._before.dragged(grip, by.x() / scale, by.y() / scale, card))
            self._measure.show_margins(self._margins, grip, place)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None
        self._settle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._grip(event.position()) is None:
            event.ignore()
            return
        self._take(self._usual)
        self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(event.key())
        if step is not None and self._held is None:
            larger = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._take(self._margins.dragged((1, 1) if larger else WHOLE, *step, self._card))
        elif event.key() == Qt.Key.Key_Escape and self._margins != self._before:
            self._held = None
            self._take(self._before)
            self._settle()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat() and event.key() in _ARROWS:
            self._settle()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._held = None
        self._settle()

    def leaveEvent(self, _event: QEvent) -> None:
        self._near = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._near or self._held or self.hasFocus():
            self._paint_box(painter)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        ink = _on_paper("accent") if self.hasFocus() else colour("edge")
        painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.box().toRect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QPen(ink, 1))
        painter.setBrush(colour("paper"))
        for grip in GRIPS:
            square = QRectF(0, 0, HANDLE - 1, HANDLE - 1)
            square.moveCenter(self.handle(grip))
            painter.drawRoundedRect(square, 2, 2)

    def _grip(self, place: QPointF) -> Grip | None:
        """What is under the mouse; None beside the box."""
        for grip in GRIPS:
            away = place - self.handle(grip)
            if max(abs(away.x()), abs(away.y())) <= REACH:
                return grip
        return WHOLE if self.box().contains(place) else None

    def _hover(self, place: QPointF) -> None:
        grip = self._grip(place)
        if grip is None:
            self.unsetCursor()
        else:
            across, down = grip
            turned = (-across, -down)
            self.setCursor(_CURSORS.get(grip) or _CURSORS[turned])
        near = grip is not None or self._sheet.sheet().contains(place)
        if near != self._near:
            self._near = near
            self.update()

    def _take(self, margins: Margins) -> None:
        if margins != self._margins:
            self._margins = margins
            self.update()
            self.dragged.emit(margins.left, margins.top, margins.right, margins.bottom)

    def _settle(self) -> None:
        self._measure.hide()
        self.update()
        if self._margins != self._before:
            m = self._before = self._margins
            self._tell_aloud()
            self.settled.emit(m.left, m.top, m.right, m.bottom)

    def _tell_aloud(self) -> None:
        said = {side: millimetres(self._words, getattr(self._margins, side)) for side in _SIDES}
        self.setAccessibleDescription(
            self._words(
                "{left} from the left edge, {top} from the upper, {right} from the right,"
                " {bottom} from the lower",
                **said,
            )
        )

    def _scale(self) -> float:
        """Pixels a millimetre."""
        return self._sheet.sheet().width() / self._card[0]


_SIDES = ("left", "top", "right", "bottom")


def _on_paper(token: Token) -> QColor:
    """The colour, or that of the pen where it could not be told from the paper."""
    tokens = theme().tokens
    seen = contrast(getattr(tokens, token), tokens.paper) >= _SEEN
    return colour(token if seen else "pen")
