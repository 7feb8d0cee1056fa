"""The rules on the page: a row for each, and the one that unfolds those that are rarely changed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from resources.words import Words
from ui.loyalty.programme_changes import Row
from ui.shared.easel import TRAILING, Easel
from ui.shared.focus import Ringed, ringed
from ui.shared.fonts import font, width
from ui.shared.states import State, paint_state, state_width
from ui.shared.theme import colour

HIGH, HIGHER, LINE = 48, 60, 18
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Bar(Ringed, QPushButton):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ringed(self, 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class RuleRow(_Bar):
    """A rule in words; a press opens its fields. Alt with an arrow moves it among its like."""

    moved = Signal(int)

    def __init__(self, row: Row, words: Words) -> None:
        super().__init__()
        self._row, self._rule = row, row.rule
        self._state = _state(row, words)
        was = row.rule.was
        self._now = words("Now: {rule}", rule=was) if was else ""
        said = (row.rule.aloud, self._state.words if self._state else "", self._now)
        self.setAccessibleName(", ".join(part for part in said if part))

    def sizeHint(self) -> QSize:
        lines = bool(self._rule.detail) + bool(self._now)
        return QSize(200, HIGH if not lines else HIGHER + (lines - 1) * LINE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _MOVES.get(Qt.Key(event.key()))
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rule, wide = self._rule, self.width()
        quiet = rule.is_over or self._row.is_gone
        with Easel.on(self) as easel:
            if self.underMouse():
                easel.box(QRectF(self.rect()), 8, colour("sunken"))
            icon = "undo-variant" if self._row.is_gone else "pencil-outline"
            middle = self.height() / 2
            easel.icon(icon, QRectF(wide - 28, middle - 8, 16, 16), colour("ink3"))
            self._paint_end(easel, wide - 44, middle)
            room, lines = self._room(), self._lines()
            top = middle - (20 + LINE * len(lines)) / 2
            ink = colour("ink3" if quiet else "ink")
            easel.text(QRectF(12, top, room, 20), rule.words, font(14, 500), ink)
            for number, line in enumerate(lines, 1):
                box = QRectF(12, top + 3 + LINE * number, room, LINE)
                easel.text(box, line, font(13), colour("ink3" if quiet else "ink2"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room, lines = self._room(), self._lines()
        cut = width(self._rule.words, font(14, 500)) > room
        cut = cut or any(width(line, font(13)) > room for line in lines)
        self.setToolTip("\n".join((self._rule.words, *lines)) if cut else "")

    def _lines(self) -> list[str]:
        """What stands below the rule."""
        return [part for part in (self._rule.detail, self._now) if part]

    def _room(self) -> float:
        """How wide the rule may be before what stands at its end and the pen."""
        aside = width(self._rule.aside, font(14)) + 13 if self._rule.aside else 0.0
        state = state_width(self._state) + 12 if self._state else 0.0
        return self.width() - 56 - aside - state

    def _paint_end(self, easel: Easel, end: float, middle: float) -> None:
        """What stands before the pen."""
        aside = width(self._rule.aside, font(14)) + 1 if self._rule.aside else 0.0
        box = QRectF(end - aside, 0, aside, self.height())
        easel.text(box, self._rule.aside, font(14), colour("ink2"), TRAILING)
        end -= aside + (12 if aside else 0)
        if self._state:
            wide = state_width(self._state)
            paint_state(easel, QRectF(end - wide, middle - 10, wide, 20), self._state)


class FoldRow(_Bar):
    """Unfolds the rules that are as in most shops, and folds them again."""

    def __init__(self, words: str, *, unfolded: bool) -> None:
        super().__init__()
        self._words, self._unfolded = words, unfolded
        self.setAccessibleName(words)
        self.setObjectName("rule.fold")

    def sizeHint(self) -> QSize:
        return QSize(200, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            if self.underMouse():
                easel.box(QRectF(self.rect()), 8, colour("sunken"))
            icon = "chevron-up" if self._unfolded else "chevron-down"
            easel.icon(icon, QRectF(10, 11, 18, 18), colour("ink2"))
            rest = QRectF(36, 0, self.width() - 48, self.height())
            easel.text(rest, self._words, font(13), colour("ink2"))


def _state(row: Row, words: Words) -> State | None:
    if row.is_gone:
        return State(words("Goes"), "warn")
    if row.rule.was is None:
        return None
    return State(words("Waits"), "warn")
