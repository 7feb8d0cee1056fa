"""One choice of a few that exclude each other: a ring, filled when it holds, and its words."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from ui.shared.easel import Easel
from ui.shared.focus import ringed
from ui.shared.fonts import font, width
from ui.shared.theme import colour

HEIGHT, RING, GAP = 32, 18, 10


class Radio(QRadioButton):
    """None of its neighbours need hold at first."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ringed(self, 6)

    def sizeHint(self) -> QSize:
        return QSize(RING + GAP + int(width(self.text(), font(14, 500))) + 6, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place: object) -> bool:  # noqa: ARG002 - the words are part of the target
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        centre = QPointF(RING / 2, HEIGHT / 2)
        disc = QRectF(0, (HEIGHT - RING) / 2, RING, RING)
        rest = QRectF(RING + GAP, 0, self.width() - RING - GAP, HEIGHT)
        with Easel.on(self) as easel:
            easel.box(disc, RING / 2, colour("surface"))
            if self.isChecked():
                easel.circle(centre, RING / 2, colour("accent"), 5)
            else:
                easel.circle(centre, RING / 2, colour("edge"), 1)
            easel.text(rest, self.text(), font(14, 500 if self.isChecked() else 400), colour("ink"))
