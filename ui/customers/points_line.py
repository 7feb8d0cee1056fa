"""The points in the head of the pane: a big figure, and beside it the way to the next reward."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.customers.points_said import PointsSaid
from ui.shared.easel import Easel
from ui.shared.text import ElidedText, Figure, Text
from ui.shared.theme import colour

BAR = 6


class PointsLine(QWidget):
    """Figure 40, its unit, and the bar at the trailing edge."""

    def __init__(self) -> None:
        super().__init__()
        self.figure, self.unit = Figure("", 40, 600), Text("", 14, ink="ink2")
        self.following, self.bar = ElidedText("", 13, ink="ink2"), Bar()
        self.unit.setContentsMargins(0, 0, 0, 8)
        self.following.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        way = QVBoxLayout()
        way.setSpacing(6)
        way.addStretch()
        way.addWidget(self.following)
        way.addWidget(self.bar)
        way.addSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.figure)
        row.addWidget(self.unit, 0, Qt.AlignmentFlag.AlignBottom)
        row.addSpacing(24)
        row.addLayout(way, 1)

    def show_points(self, points: PointsSaid) -> None:
        self.figure.setText(points.figure)
        self.unit.setText(points.unit)
        self.following.setText(points.following)
        self.bar.show_share(points.share)
        for part in (self.following, self.bar):
            part.setVisible(bool(points.following))
        said = (points.figure, points.unit, points.following)
        self.setAccessibleName(" ".join(part for part in said if part))


class Bar(QWidget):
    """Full from the leading edge as far as her balance goes."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(BAR)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            paint_bar(easel, QRectF(self.rect()), self._share)


def paint_bar(easel: Easel, rect: QRectF, share: float) -> None:
    """How much of a price is there, from the leading edge."""
    easel.box(rect, rect.height() / 2, colour("line"))
    full = QRectF(rect.left(), rect.top(), rect.width() * share, rect.height())
    if full.width() >= rect.height():
        easel.box(full, rect.height() / 2, colour("accent"))
