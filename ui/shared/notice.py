"""The dark strip that tells what was done and takes it back: telling with Undo instead of asking."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.shared.easel import CENTRE, Easel, soft_shadow
from ui.shared.fonts import font, width
from ui.shared.theme import colour, theme

HEIGHT, REACH, LEAD = 48, 16, 47
ROOM = 64
"""What a page keeps free at its foot, so that a notice covers nothing."""
SECONDS, FADE_MS = 8, 120
LINE, CLOSE, MOST, HIGHER = 19, 17, 3, 8
"""From line to line: two stand in the height of the strip, three closer and in one that is higher."""


class Notice(QWidget):
    """One sentence and an act; gone after eight seconds, unless the mouse or the keyboard is on it."""

    gone = Signal()

    def __init__(self, parent: QWidget, *, seconds: float = SECONDS) -> None:
        super().__init__(parent)
        self._words, self._icon = "", "check"
        self._act: Callable[[], object] | None = None
        self._button = _Act()
        self._button.setObjectName("undo")
        self._button.clicked.connect(self.act)
        self._button.left.connect(self._wait)
        self._clock = QTimer(self, singleShot=True, interval=int(seconds * 1000))
        self._clock.timeout.connect(self.leave)
        row = QHBoxLayout(self)
        row.setSpacing(0)
        row.setContentsMargins(REACH, REACH, REACH, REACH + 4)
        row.addStretch()
        row.addWidget(self._button)
        row.addSpacing(26)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def tell(
        self,
        words: str,
        undo_words: str = "",
        undo: Callable[[], object] | None = None,
        *,
        icon: str = "check",
    ) -> None:
        """Say `words`; with `undo` a button of `undo_words` takes it back."""
        self._words, self._icon, self._act = words, icon, undo
        self._button.setVisible(undo is not None)
        self._button.setText(undo_words)
        self.setAccessibleName(words)
        self._show_fully()
        self.adjustSize()
        self.show()
        self.raise_()
        self.update()
        self._wait()

    def act(self) -> bool:
        """Take back what was told; False when nothing here can be."""
        act, self._act = self._act, None
        if act is None or not self.isVisible():
            return False
        self.leave()
        act()
        return True

    @property
    def words(self) -> str:
        return self._words if self.isVisible() else ""

    def leave(self) -> None:
        """Go, unless it is being looked at."""
        if self._act is not None and (self.underMouse() or self._button.hasFocus()):
            return
        self._clock.stop()
        self._act = None
        if theme().less_motion:
            self._end()
        else:
            self._fade()

    def sizeHint(self) -> QSize:
        wide = LEAD + width(self._words, font(14)) + 2 + self._taken()
        return QSize(int(wide) + 2 * REACH, HEIGHT + 2 * REACH + 4)

    def lie_over(self, page: QRect, *, bottom: int) -> None:
        """In the middle of `page`, its shadow ending at `bottom`."""
        size = self.sizeHint()
        wide = min(size.width(), page.width() + 2 * REACH)
        room = wide - 2 * REACH - LEAD - self._taken()
        lines = lines_of(self._words, room)
        # Only what no line has room for is cut; here it is told whole.
        is_cut = any(width(line, font(14)) > room + 1 for line in lines)
        self.setToolTip(self._words if is_cut else "")
        place = QRect(QPoint(), QSize(wide, size.height() + (HIGHER if len(lines) == MOST else 0)))
        place.moveCenter(QPoint(page.center().x(), 0))
        place.moveBottom(bottom)
        self.setGeometry(place)

    def _taken(self) -> int:
        """How much of the trailing end is not for words."""
        return 10 + self._button.sizeHint().width() + 26 if self._act else 22

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._clock.stop()

    def leaveEvent(self, _event: QEvent) -> None:
        self._wait()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect()).adjusted(REACH, REACH, -REACH, -REACH - 4)
        with Easel.on(self) as easel:
            soft_shadow(easel.painter, rect, 10)
            easel.box(rect, 10, colour("notice"))
            ink = colour("on_notice")
            easel.icon(self._icon, QRectF(rect.left() + 16, rect.center().y() - 10, 20, 20), ink)
            room = rect.adjusted(LEAD, 0, -self._taken(), 0)
            lines = lines_of(self._words, room.width())
            high = CLOSE if len(lines) == MOST else LINE
            top = room.center().y() - high * len(lines) / 2
            for place, line in enumerate(lines):
                at = QRectF(room.left(), top + place * high, room.width(), high)
                easel.text(at, line, font(14), ink)

    def _wait(self) -> None:
        if self.isVisible() and not self.underMouse() and not self._button.hasFocus():
            self._clock.start()

    def _show_fully(self) -> None:
        self.setGraphicsEffect(None)  # type: ignore[arg-type] # None takes the effect away

    def _fade(self) -> None:
        from PySide6.QtCore import QEasingCurve, QPropertyAnimation
        from PySide6.QtWidgets import QGraphicsOpacityEffect

        # The effect lives only for the fade: left in place it would redraw the strip on every change.
        veil = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(veil)
        fade = QPropertyAnimation(veil, b"opacity", veil)
        fade.setDuration(FADE_MS)
        fade.setStartValue(1.0)
        fade.setEndValue(0.0)
        fade.setEasingCurve(QEasingCurve.Type.OutQuad)
        fade.finished.connect(self._end)
        fade.start()

    def _end(self) -> None:
        self.hide()
        self.gone.emit()


def lines_of(told: str, room: float) -> tuple[str, ...]:
    """On one line, or broken between words where that is too narrow for it; the last one takes the rest."""
    face, lines = font(14), [""]
    for word in told.split(" "):
        longer = f"{lines[-1]} {word}".lstrip(" ")
        if not lines[-1] or len(lines) == MOST or width(longer, face) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


class _Act(QPushButton):
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(int(width(self.text(), font(14, 500))) + 17, 32)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with Easel.on(self) as easel:
            if self.hasFocus():
                easel.ring(rect, 8, colour("notice_act"))
            elif self.underMouse():
                easel.box(rect, 8, colour("notice_act", 0.12))
            easel.text(rect, self.text(), font(14, 500), colour("notice_act"), CENTRE)
