"""The calendar of promotions: a month with bars over its days; a day or a bar is pressed to change it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from resources.words import Words
from ui.loyalty.programme_month import Bar, Week
from ui.loyalty.programme_presenter import Calendar
from ui.loyalty.programme_said import weekday
from ui.shared.easel import CENTRE, LEADING, Easel
from ui.shared.fonts import font, width
from ui.shared.theme import colour

if TYPE_CHECKING:
    from ui.shared.tokens import Token

DAYS = 7
HEAD, NUMBER, LANE, BAR, AIR, GAP = 28, 30, 23, 20, 6, 5
_STEPS = {Qt.Key.Key_Up: -DAYS, Qt.Key.Key_Down: DAYS}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthGrid(QWidget):
    """The arrows go from day to day, Page Up and Down from month to month; Enter opens what is there."""

    day_chosen = Signal(object)
    promotion_chosen = Signal(int)
    month_asked = Signal(int)

    def __init__(self, words: Words, week: Sequence[str]) -> None:
        super().__init__()
        self._say, self._heads = words, [weekday(day, words, short=True) for day in week]
        self._shown: Calendar | None = None
        self._cursor = date.min
        self._under: date | None = None
        self.setObjectName("programme.calendar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(words("Enter adds or changes the promotion of the day."))

    def show_calendar(self, shown: Calendar) -> None:
        self._shown = shown
        if not any(self._cursor in week.days for week in shown.month.weeks):
            is_now = (shown.today.year, shown.today.month) == (
                shown.month.first.year,
                shown.month.first.month,
            )
            self._cursor = shown.today if is_now else shown.month.first
        self._name_cursor()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, HEAD + sum(map(_high, self._weeks())))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def bar_at(self, promotion: int) -> QRectF:
        """Where the first bar of a promotion really lies; for whoever points at it."""
        for top, week in self._tops():
            for bar in week.bars:
                if bar.promotion == promotion:
                    return self._mirrored(self._box(bar, top))
        return QRectF()

    def day_at(self, day: date) -> QRectF:
        """Where a day really lies."""
        for top, week in self._tops():
            if day in week.days:
                return self._mirrored(self._cell(week.days.index(day), top, week))
        return QRectF()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        ahead = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = _STEPS | {Qt.Key.Key_Right: ahead, Qt.Key.Key_Left: -ahead}
        if key in steps:
            self._go(self._cursor + timedelta(days=steps[key]))
        elif key in _PAGES:
            self.month_asked.emit(_PAGES[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open(self._cursor)
        elif key in {Qt.Key.Key_Insert, Qt.Key.Key_Plus}:
            self.day_chosen.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar, day = self._at(event.position())
        if day is not None:
            self._cursor = day
            self._name_cursor()
        if bar is not None:
            self.promotion_chosen.emit(bar.promotion)
        elif day is not None:
            self.day_chosen.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        bar, self._under = self._at(event.position())
        points = bar is not None or self._under is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if points else Qt.CursorShape.ArrowCursor)
        shown = self._shown
        self.setToolTip(" ".join(shown.names[bar.promotion]) if bar and shown else "")
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._under = None
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        wide = self.width() / DAYS
        with Easel.on(self) as easel:
            for column, head in enumerate(self._heads):
                box = QRectF(column * wide + 8, 0, wide - 8, HEAD)
                easel.text(box, head, font(12, 500), colour("ink2"))
            for top, week in self._tops():
                easel.hairline(0, self.width(), top)
                for column, day in enumerate(week.days):
                    self._paint_day(easel, self._cell(column, top, week), day)
                for bar in week.bars:
                    self._paint_bar(easel, self._box(bar, top), bar, week)

    def _paint_day(self, easel: Easel, cell: QRectF, day: date) -> None:
        shown = self._shown
        if shown is None:
            return
        if day == self._under:
            easel.box(cell.adjusted(2, 2, -2, -2), 8, colour("sunken"))
        if day == shown.today:
            easel.box(QRectF(cell.left() + 4, cell.top() + 4, 24, 22), 8, colour("tint"))
        is_inside = day.month == shown.month.first.month
        ink: Token = "accent" if day == shown.today else "ink" if is_inside else "ink3"
        face = font(13, 600 if day == shown.today else 400, tabular=True)
        number = QRectF(cell.left() + 4, cell.top() + 4, 24, 22)
        easel.text(number, self._say.number(day.day), face, colour(ink), CENTRE)
        if day == self._cursor and self.hasFocus():
            easel.ring(cell.adjusted(1, 1, -1, -1), 8, colour("accent"))

    def _paint_bar(self, easel: Easel, box: QRectF, bar: Bar, week: Week) -> None:
        shown = self._shown
        if shown is None:
            return
        is_over = week.days[bar.column + bar.span - 1] < shown.today and not bar.goes_on
        easel.box(box, 4, colour("sunken" if is_over else "tint"))
        if not bar.began:
            start = QRectF(box.left(), box.top(), 3, box.height())
            easel.box(start, 1.5, colour("ink3" if is_over else "accent"))
        name, gives = shown.names[bar.promotion]
        ink, face = colour("ink2" if is_over else "ink"), font(12, 500)
        room = box.adjusted(10, 0, -6, 0)
        # Where it is narrow the name is cut, never what it gives.
        wide = width(gives, face) + 1
        said = max(0.0, min(width(name, face) + 1, room.width() - wide - GAP))
        easel.text(QRectF(room.left(), room.top(), said, BAR), name, face, ink, LEADING)
        place = QRectF(room.left() + said + GAP, room.top(), wide, BAR)
        easel.text(place, gives, face, ink, LEADING)

    def _go(self, day: date) -> None:
        """To that day, turning the page where it lies in another month."""
        first = self._shown.month.first if self._shown else day
        self._cursor = day
        apart = (day.year - first.year) * 12 + day.month - first.month
        if apart:
            self.month_asked.emit(apart)
        self._name_cursor()
        self.update()

    def _open(self, day: date) -> None:
        there = self._shown.month.on(day) if self._shown else ()
        if there:
            self.promotion_chosen.emit(there[0])
        else:
            self.day_chosen.emit(day)

    def _name_cursor(self) -> None:
        shown = self._shown
        there = [" ".join(shown.names[n]) for n in shown.month.on(self._cursor)] if shown else []
        day = self._say.date(self._cursor, "full") if self._cursor != date.min else ""
        self.setAccessibleName(", ".join((day, *there)))

    def _at(self, point: QPointF) -> tuple[Bar | None, date | None]:
        for top, week in self._tops():
            for bar in week.bars:
                if self._mirrored(self._box(bar, top)).contains(point):
                    return bar, None
            for column, day in enumerate(week.days):
                if self._mirrored(self._cell(column, top, week)).contains(point):
                    return None, day
        return None, None

    def _weeks(self) -> Sequence[Week]:
        return self._shown.month.weeks if self._shown else ()

    def _tops(self) -> list[tuple[float, Week]]:
        found, top = [], float(HEAD)
        for week in self._weeks():
            found.append((top, week))
            top += _high(week)
        return found

    def _cell(self, column: int, top: float, week: Week) -> QRectF:
        wide = self.width() / DAYS
        return QRectF(column * wide, top, wide, _high(week))

    def _box(self, bar: Bar, top: float) -> QRectF:
        wide = self.width() / DAYS
        start = bar.column * wide + (0 if bar.began else 4)
        end = (bar.column + bar.span) * wide - (0 if bar.goes_on else 4)
        return QRectF(start, top + NUMBER + bar.lane * LANE, end - start, BAR)

    def _mirrored(self, rect: QRectF) -> QRectF:
        if self.layoutDirection() != Qt.LayoutDirection.RightToLeft:
            return rect
        return QRectF(self.width() - rect.right(), rect.top(), rect.width(), rect.height())


def _high(week: Week) -> int:
    return NUMBER + max(1, week.lanes) * LANE + AIR
