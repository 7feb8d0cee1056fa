"""The page before, fading from over the next one: so that one sees that something new is asked."""

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.shared.theme import theme

LASTS = 120
"""Milliseconds."""


class Fading(QWidget):
    """A picture of `page` that is gone in a moment, and lets every touch through."""

    def __init__(self, page: QWidget, over: QWidget) -> None:
        super().__init__(over)
        self._picture, self._share = page.grab(), 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(page.geometry())
        fades = QVariantAnimation(self)
        fades.setDuration(LASTS)
        fades.setEasingCurve(QEasingCurve.Type.OutCubic)
        fades.setStartValue(1.0)
        fades.setEndValue(0.0)
        fades.valueChanged.connect(self._fade)
        fades.finished.connect(self.end)
        self.show()
        self.raise_()
        fades.start()

    def end(self) -> None:
        self.hide()
        self.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(self._share)
        painter.drawPixmap(QRectF(self.rect()), self._picture, QRectF(self._picture.rect()))
        painter.end()

    def _fade(self, share: float) -> None:
        self._share = share
        self.update()


def fade(page: QWidget | None, over: QWidget) -> Fading | None:
    """Fades `page`, unless the system asks for less motion."""
    if page is None or theme().less_motion or not page.isVisible():
        return None
    return Fading(page, over)
