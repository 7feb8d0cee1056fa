"""A case in a list: who, what she said, and when it is due."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent

from ui.feedback.shown import CaseLine
from ui.shared.avatars import initials, paint_avatar
from ui.shared.buttons import RowButton
from ui.shared.easel import TRAILING, Easel
from ui.shared.fonts import font, width
from ui.shared.states import paint_state, state_width
from ui.shared.theme import colour

if TYPE_CHECKING:
    from ui.shared.tokens import Token

HIGH, CIRCLE = 60, 36


class CaseRow(RowButton):
    """A press opens the case; the one that is open lies on tint."""

    def __init__(self, line: CaseLine, *, inset: int = 0) -> None:
        super().__init__(line.aloud)
        self.line, self._inset = line, inset
        self.setCheckable(True)
        self.setObjectName(f"case.{line.case}")
        # Both may be cut; here they are told whole.
        self.setToolTip(f"{line.who}\n{line.said}")

    def sizeHint(self) -> QSize:
        return QSize(280, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        line, middle = self.line, HIGH / 2
        with Easel.on(self) as easel:
            if self.isChecked():
                easel.box(QRectF(self.rect()), 8, colour("tint"))
            elif self.underMouse():
                easel.box(QRectF(self.rect()), 8, colour("sunken"))
            self._paint_lead(easel)
            face = font(13, 500 if line.is_urgent else 400)
            wide = width(line.due, face) + 2
            end = self.width() - self._inset - wide
            ink: Token = "bad" if line.is_urgent else "good" if line.is_done else "ink2"
            start = self._inset + CIRCLE + 12
            room = end - 12 - start
            # A name that would be cut has its line for itself, and the day stands under its end.
            is_long = width(line.who, font(14, 500)) + 2 > room
            due = QRectF(end, middle + 1, wide, 18) if is_long else QRectF(end, 0, wide, HIGH)
            easel.text(due, line.due, face, colour(ink), TRAILING)
            self._paint_name(easel, start, self.width() - self._inset - start if is_long else room)
            easel.text(QRectF(start, middle + 1, room, 18), line.said, font(13), colour("ink2"))

    def _paint_lead(self, easel: Easel) -> None:
        box = QRectF(self._inset, (HIGH - CIRCLE) / 2, CIRCLE, CIRCLE)
        if self.line.is_done:
            easel.icon("check-circle-outline", box.adjusted(8, 8, -8, -8), colour("good"))
        elif self.line.uid.isdecimal():
            easel.box(box, CIRCLE / 2, colour("sunken"))
            easel.icon("account-question-outline", box.adjusted(8, 8, -8, -8), colour("ink2"))
        else:
            paint_avatar(easel, box, initials(self.line.who), self.line.uid)

    def _paint_name(self, easel: Easel, start: float, room: float) -> None:
        line, middle = self.line, HIGH / 2
        face = font(14, 500)
        chip = state_width(line.state) if line.state else 0
        wide = min(width(line.who, face) + 2, room)
        easel.text(QRectF(start, middle - 20, wide, 20), line.who, face, colour("ink"))
        # Where there is no room for both, the name is what matters.
        if line.state and wide + 8 + chip <= room:
            box = QRectF(start + wide + 8, middle - 20, chip, 20)
            paint_state(easel, box, line.state)
