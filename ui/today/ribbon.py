"""The seven days from today, each with the people whose birthday it is."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.shared.avatars import initials, paint_avatar
from ui.shared.easel import CENTRE, Easel
from ui.shared.focus import Ringed, ringed
from ui.shared.fonts import font
from ui.shared.theme import colour
from ui.shared.tokens import Token
from ui.today.page import Column
from ui.today.reading import Card

HEIGHT, RADIUS = 176, 12
SIDES = {1: 52.0, 2: 44.0, 3: 36.0}
"""How large the circles are at most, by how many stand on one day."""
LAP, EDGE = 8, 4
"""How far circles lie over each other, and what is kept free beside them; a narrow day has smaller ones."""
MIDDLE = 84.0
"""How far below the top the circles are centred."""
_BADGES: dict[Card, tuple[str, Token, Token]] = {
    Card.PRINTED: ("check-bold", "good", "canvas"),
    Card.DUE: ("printer", "warn", "canvas"),
}


class DayColumn(Ringed, QPushButton):
    """One day; a press leads to its person, or to the list when there are several."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.column = column
        self.setAccessibleName(column.aloud)
        # Names may be cut; here they are told whole.
        self.setToolTip("\n".join(one.name for one in column.people))
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ringed(self, RADIUS)
        if column.people:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setEnabled(False)

    def sizeHint(self) -> QSize:
        return QSize(98, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(64, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        column, wide = self.column, float(self.width())
        with Easel.on(self) as easel:
            if column.is_today:
                easel.box(QRectF(self.rect()), RADIUS, colour("tint"))
            elif column.people and self.underMouse():
                easel.box(QRectF(self.rect()), RADIUS, colour("ink", 0.04))
            self._paint_day(easel, wide)
            if column.people:
                self._paint_people(easel, wide / 2)
                self._paint_names(easel, wide)
            else:
                easel.dot(wide / 2, MIDDLE, 2, colour("edge", 0.5))

    def _paint_day(self, easel: Easel, wide: float) -> None:
        column = self.column
        ink: Token = "accent" if column.is_today else "ink" if column.people else "ink3"
        weight = 500 if column.is_today or column.people else 400
        room = QRectF(1, 12, wide - 2, 20)
        easel.text(room, column.weekday, font(13, weight), colour(ink), CENTRE)
        easel.text(
            QRectF(4, 30, wide - 8, 18), column.day, font(13, tabular=True), colour("ink2"), CENTRE
        )

    def _paint_people(self, easel: Easel, middle: float) -> None:
        people = self.column.people
        side = SIDES[len(people)]
        wide = side + (side - LAP) * (len(people) - 1)
        shrunk = min(1.0, (self.width() - 2 * EDGE) / wide)
        side, step = side * shrunk, (side - LAP) * shrunk
        start = middle - (side + step * (len(people) - 1)) / 2
        ground = colour("tint" if self.column.is_today else "canvas")
        for number, one in enumerate(people):
            box = QRectF(start + number * step, MIDDLE - side / 2, side, side)
            if number:
                easel.box(box.adjusted(-2, -2, 2, 2), side / 2 + 2, ground)
            paint_avatar(easel, box, initials(one.name), one.uid)
        self._paint_badge(easel, start + step * (len(people) - 1) + side - 7, MIDDLE + side / 2 - 6)

    def _paint_badge(self, easel: Easel, x: float, y: float) -> None:
        badge = _BADGES.get(self.column.card)
        if badge is None:
            return
        icon, fill, ink = badge
        easel.dot(x, y, 11, colour("tint" if self.column.is_today else "canvas"))
        easel.dot(x, y, 9, colour(fill))
        easel.icon(icon, QRectF(x - 5.5, y - 5.5, 11, 11), colour(ink))

    def _paint_names(self, easel: Easel, wide: float) -> None:
        top = 118.0
        for line in self.column.lines:
            room = QRectF(1, top, wide - 2, 16)
            easel.text(room, line, font(13, 500), colour("ink"), CENTRE)
            top += 16
        if self.column.detail:
            room = QRectF(1, top + 1, wide - 2, 17)
            easel.text(room, self.column.detail, font(12), colour("ink2"), CENTRE)


class Ribbon(QWidget):
    """A week of columns."""

    person_pressed = Signal(int)
    several_pressed = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self.setFixedHeight(HEIGHT)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Another week, or the same with other people in it."""
        while item := self._row.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for column in columns:
            shown = DayColumn(column)
            shown.clicked.connect(lambda _on=False, one=column: self._tell(one))
            self._row.addWidget(shown, 1)

    def _tell(self, column: Column) -> None:
        if column.count == 1:
            self.person_pressed.emit(column.people[0].id)
        else:
            self.several_pressed.emit()
