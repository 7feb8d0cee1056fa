"""One score, large, with how many answered, how sure it is, and how it was before."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout

from ui.feedback.shown import Figure
from ui.shared.easel import Easel
from ui.shared.focus import Ringed, ringed
from ui.shared.text import Figure as Large
from ui.shared.text import Text
from ui.shared.theme import colour

NARROWEST = 150
RADIUS = 16


class ScoreFigure(Ringed, QPushButton):
    """A press has the chart and the bars tell of it."""

    def __init__(self, shown: Figure) -> None:
        super().__init__()
        self.shown = shown
        self.setCheckable(True)
        self.setAccessibleName(shown.aloud)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        ringed(self, RADIUS)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 14, 16, 16)
        self._column.setSpacing(2)
        self._add(Text(shown.name, 13, 500, ink="ink2", wrap=True))
        self._add(Large(shown.figure, 40, 600, ink="ink3" if shown.is_grey else "ink"))
        for at, line in enumerate(shown.lines):
            self._add(Text(line, 13, ink="ink2" if at else "ink", wrap=True))
        self._column.addStretch()

    def sizeHint(self) -> QSize:
        wide = max(NARROWEST, self._column.sizeHint().width())
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, self._column.minimumSize().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column.heightForWidth(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with Easel.on(self) as easel:
            if self.isChecked():
                easel.box(rect, RADIUS, colour("tint"))
            else:
                ground = colour("sunken") if self.underMouse() else None
                easel.box(rect, RADIUS, ground, colour("line"))

    def _add(self, text: Text) -> None:
        text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._column.addWidget(text)
