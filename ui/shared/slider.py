"""A slider for what has no number: steady to lively, thin to thick."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from ui.shared.easel import Easel
from ui.shared.focus import Ringed, ringed
from ui.shared.theme import colour

HIGH, KNOB = 28, 10


class Slider(Ringed, QSlider):
    """0 to 100 from the leading edge; a press on the line takes the knob there."""

    def __init__(self, label: str, *, steps: int = 100) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleName(label)
        self.setRange(0, steps)
        self.setPageStep(max(1, steps // 5))
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ringed(self, 8)

    def sizeHint(self) -> QSize:
        return QSize(200, HIGH)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(True)
        self._take(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._take(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, even where it passes over a slider."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        middle, span = self.height() / 2, self.width() - 2 * KNOB
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        knob = KNOB + span * share
        with Easel.on(self) as easel:
            easel.box(QRectF(KNOB, middle - 2, span, 4), 2, colour("edge", 0.45))
            easel.box(QRectF(KNOB, middle - 2, knob - KNOB, 4), 2, colour("accent"))
            easel.dot(knob, middle, KNOB - 1, colour("surface"))
            easel.circle(QPointF(knob, middle), KNOB, colour("accent"), 2)

    def _take(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
        share = min(1.0, max(0.0, (x - KNOB) / max(1, self.width() - 2 * KNOB)))
        self.setValue(round(self.minimum() + share * (self.maximum() - self.minimum())))
        event.accept()
