"""The pages on which nobody is there: one that invites, and one that sleeps while the shop is closed."""

from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import Words
from ui.counter.frame import Look, headline
from ui.counter.parts import paint_mark
from ui.shared.easel import Easel
from ui.shared.text import Text
from ui.shared.theme import colour
from ui.shared.tokens import DARK

MARK = 136
_NIGHT_MARK = 0.35


class Resting(QWidget):
    """A touch anywhere; whoever holds the mark for two seconds is asked for the PIN instead."""

    touched = Signal()
    held = Signal()

    def __init__(self, look: Look, *, is_night: bool = False) -> None:
        super().__init__()
        self.look, self.words, self.m = look, look.words, look.measure
        self._is_night, self._is_pressed = is_night, False
        self.mark = Mark(look.shop, self.m.px(MARK), is_night=is_night)
        self._hold = QTimer(self, interval=look.hold, singleShot=True)
        self._hold.timeout.connect(self._tell_held)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*[self.m.px(48)] * 4)
        self.column.setSpacing(0)

    def first_focus(self) -> QWidget | None:
        return None

    def add(self, part: QWidget, gap: int = 0) -> None:
        """`part` in the middle, and a gap before it."""
        if gap:
            self.column.addSpacing(self.m.px(gap))
        self.column.addWidget(part)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_pressed = True
        if self.mark.geometry().contains(event.position().toPoint()):
            self._hold.start()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._hold.stop()
        # A finger that came down on the page before has not touched this one.
        was_pressed, self._is_pressed = self._is_pressed, False
        if was_pressed:
            self.touched.emit()

    def hideEvent(self, event: QEvent) -> None:
        self._hold.stop()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.fill(QRectF(self.rect()), night() if self._is_night else colour("canvas"))

    def _tell_held(self) -> None:
        self._is_pressed = False
        self.held.emit()


class AttractPage(Resting):
    """The shop's mark, its name and its words, and that a touch is all."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setAccessibleName(look.shop)
        self.column.addStretch(5)
        self.column.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self.add(headline(look.shop, 56, self.m), 32)
        if look.shop_words:
            self.add(_line(look.shop_words, self.m.px(24)), 8)
        self.column.addStretch(4)
        self.add(headline(self.words("How was it today?"), 40, self.m))
        self.add(_line(self.words("Touch the screen. It takes ten seconds."), self.m.px(24)), 8)
        self.column.addStretch(5)


class AsleepPage(Resting):
    """Dark, whatever the theme; a touch is told when the shop opens."""

    def __init__(self, look: Look, *, told: bool, opens: datetime | None, now: datetime) -> None:
        super().__init__(look, is_night=True)
        self.setAccessibleName(look.shop)
        self.column.addStretch(5)
        self.column.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignHCenter)
        if told:
            self.add(_pale(headline(self.words("We are closed now"), 40, self.m)), 32)
            if opens is not None:
                line = _line(opening(opens, now, self.words), self.m.px(24))
                self.add(_pale(line), 8)
        self.column.addStretch(6)


class Mark(QWidget):
    """The shop's mark by itself; by night hardly to be seen."""

    def __init__(self, name: str, side: int, *, is_night: bool) -> None:
        super().__init__()
        self._name, self._is_night = name, is_night
        self.setFixedSize(side, side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.painter.setOpacity(_NIGHT_MARK if self._is_night else 1)
            paint_mark(easel, QRectF(self.rect()), self._name)


def opening(opens: datetime, now: datetime, words: Words) -> str:
    """When the shop opens, as one says it today."""
    hour = words.isolated(f"{opens.hour}:{opens.minute:02}")
    ahead = (opens.date() - now.date()).days
    if ahead == 0:
        return words("We open today at {hour}.", hour=hour)
    if ahead == 1:
        return words("We open tomorrow at {hour}.", hour=hour)
    day = words.weekday(opens.date())
    return words("We open again: {day}, {hour}.", day=day, hour=hour)


def night() -> QColor:
    return QColor(DARK.side)


def _line(said: str, px: int) -> Text:
    line = Text(said, px, ink="ink2", wrap=True)
    line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return line


def _pale(text: Text) -> Text:
    text.setStyleSheet(f"color: {DARK.ink2};")
    return text
