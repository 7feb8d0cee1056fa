"""One line of a section: a chip or a circle, who it is, what of it, and at most one act."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.shared.avatars import initials, paint_avatar
from ui.shared.buttons import IN_ROW, Button, Kind
from ui.shared.easel import TRAILING, Easel
from ui.shared.focus import Ringed, ringed
from ui.shared.fonts import font, width
from ui.shared.margins import margins
from ui.shared.states import State, paint_state, state_width
from ui.shared.theme import colour
from ui.today.page import Line

HIGH, CIRCLE = 60, 36
LAST = 44
"""Height of the line that says how many more there are."""
AFTER_CIRCLE, AFTER_CHIP, AFTER_CHIP_CLOSE = 48, 100, 76
ROOMY = 300
"""On a narrower line names need the room more than they need to begin below each other."""


class PersonLine(Ringed, QPushButton):
    """A press anywhere leads to the person; `add_act` gives it a button of its own, too."""

    act: Button | None = None

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line
        parts = (line.chip, line.person.name, line.detail, line.aside)
        self.setAccessibleName(", ".join(part for part in parts if part))
        # Both may be cut; here they are told whole.
        self.setToolTip("\n".join(part for part in (line.person.name, line.detail) if part))
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ringed(self, 8)

    def add_act(self, words: str) -> Button:
        """A button at the trailing end; it does what it is connected to."""
        self.act = Button(words, Kind.LINK, height=IN_ROW)
        self.act.setAccessibleName(f"{words}, {self.line.person.name}")
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(0, 0, 4, 0))
        row.addStretch()
        row.addWidget(self.act)
        return self.act

    def sizeHint(self) -> QSize:
        return QSize(280, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            start = self._paint_lead(easel)
            end = self._paint_end(easel)
            room = end - start
            ink = colour("accent_hover" if self.underMouse() else "ink")
            lift = 20 if self.line.detail else 10
            middle = HIGH / 2
            easel.text(
                QRectF(start, middle - lift, room, 20), self.line.person.name, font(14, 500), ink
            )
            easel.text(
                QRectF(start, middle + 1, room, 18), self.line.detail, font(13), colour("ink2")
            )

    def _paint_lead(self, easel: Easel) -> float:
        line, middle = self.line, HIGH / 2
        if line.chip:
            state = State(line.chip, line.tone)
            paint_state(easel, QRectF(0, middle - 12, state_width(state), 24), state)
            after = AFTER_CHIP if self.width() >= ROOMY else AFTER_CHIP_CLOSE
            return max(after, state_width(state) + 12)
        box = QRectF(0, middle - CIRCLE / 2, CIRCLE, CIRCLE)
        paint_avatar(easel, box, initials(line.person.name), line.person.uid)
        return AFTER_CIRCLE

    def _paint_end(self, easel: Easel) -> float:
        end = float(self.width())
        if self.act is not None:
            return end - self.act.sizeHint().width() - 16
        wide = width(self.line.aside, font(13)) + 2
        room = QRectF(end - wide, 0, wide, HIGH)
        easel.text(room, self.line.aside, font(13), colour("ink2"), TRAILING)
        return end - wide - 12


class MoreLine(QWidget):
    """The last line of a section that does not show everybody: how many more, as a link."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.link = Button(words, Kind.LINK, height=IN_ROW)
        self.link.setObjectName("more")
        self.setFixedHeight(LAST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.link)
        row.addStretch()
