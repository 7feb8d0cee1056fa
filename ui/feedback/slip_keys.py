"""The fields of a slip that are ticked: each press of a key goes to the one that is next."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.feedback.slip_fields import Asked, Pick
from ui.feedback.slip_presenter import Shown
from ui.shared.chips import FilterChip
from ui.shared.easel import CENTRE, Easel
from ui.shared.flow import Flow
from ui.shared.fonts import font
from ui.shared.inputs import paint_frame
from ui.shared.pane import RADIUS, Panel
from ui.shared.text import Text
from ui.shared.theme import colour

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MOVES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_EDGE, _BAR = 20, 3


class SlipKeys(Panel):
    """Takes the keyboard as a whole; the mouse may press any of its chips."""

    entered = Signal()
    erased = Signal()
    picked = Signal(str, str)

    def __init__(self, fields: Sequence[Asked], press: Callable[[str], bool]) -> None:
        super().__init__(radius=RADIUS)
        self._press = press
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rows = {
            field.key: _FieldRow(field, partial(self.picked.emit, field.key)) for field in fields
        }
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 12)
        whole.setSpacing(4)
        for row in self.rows.values():
            whole.addWidget(row)

    def show_fields(self, shown: Shown) -> None:
        for key, row in self.rows.items():
            row.show_field(shown.number, shown.chosen.get(key, ()), is_next=key == shown.at)
        now = self.rows.get(shown.at)
        self.setAccessibleName(now.said if now else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.erased.emit()
        elif event.modifiers() & _MOVES or not self._takes(event.text()):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            with Easel.on(self) as easel:
                easel.ring(QRectF(self.rect()), RADIUS, colour("accent"))

    def _takes(self, typed: str) -> bool:
        return bool(typed) and typed.isprintable() and self._press(typed)


class _FieldRow(QWidget):
    """A bar at its beginning where the next key goes to it."""

    def __init__(self, field: Asked, picked: Callable[[str], None]) -> None:
        super().__init__()
        self._is_next = False
        self.title = Text(field.title, 14, ink="ink2")
        self.said = f"{field.title} {' '.join(one.sign for one in field.picks)}"
        self.number = None if field.picks else _NumberBox()
        self.chips: Mapping[str, FilterChip] = {one.value: _chip(one) for one in field.picks}
        flow = Flow()
        for value, chip in self.chips.items():
            chip.clicked.connect(partial(picked, value))
            flow.addWidget(chip)
        if self.number:
            flow.addWidget(self.number)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_EDGE, 6, _EDGE, 8)
        whole.setSpacing(6)
        whole.addWidget(self.title)
        whole.addLayout(flow)

    def show_field(self, number: str, chosen: Sequence[str], *, is_next: bool) -> None:
        self._is_next = is_next
        self.title.paint_in("ink" if is_next else "ink2")
        self.title.set_weight(600 if is_next else 400)
        for value, chip in self.chips.items():
            chip.setChecked(value in chosen)
        if self.number:
            self.number.show_number(number, is_next=is_next)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._is_next:
            with Easel.on(self) as easel:
                bar = QRectF(8, 8, _BAR, self.height() - 16)
                easel.box(bar, _BAR / 2, colour("accent"))


class _NumberBox(QWidget):
    """The number as far as it was typed."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._is_next = "", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def number(self) -> str:
        return self._number

    def show_number(self, number: str, *, is_next: bool) -> None:
        self._number, self._is_next = number, is_next
        self.setAccessibleName(number)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(104, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            rect = QRectF(self.rect())
            paint_frame(easel, rect, focused=False)
            easel.text(rect, self._number, font(16, 600, tabular=True), colour("ink"), CENTRE)


def _chip(pick: Pick) -> FilterChip:
    """Its sign stands beside its words; pressed with the mouse, it leaves the keyboard where it is."""
    chip = FilterChip(pick.words or pick.sign, pick.sign if pick.words else "")
    chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    chip.setAccessibleName(f"{pick.sign} {pick.words}".strip())
    return chip
