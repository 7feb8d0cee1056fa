"""The one field of the counter: an amount, as large as it can be read from where one stands."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from ui.shared.easel import TRAILING, Easel
from ui.shared.fonts import font, width
from ui.shared.inputs import Input
from ui.shared.theme import colour

HEIGHT, RADIUS, ASIDE = 88, 12, 24
LONGEST = 18


class AmountField(Input):
    """`sign` is that of the currency; Enter asks to record what was typed, Esc clears it."""

    submitted = Signal()
    name_begun = Signal(str)
    """A letter where an amount begins, while it is not known who is there."""

    def __init__(self, sign: str) -> None:
        super().__init__(height=HEIGHT)
        self._sign = sign
        self.asks_who = False
        """Whether letters begin the name of whoever is there."""
        self.setMaxLength(LONGEST)
        self.setFont(font(44, 500, tabular=True))
        self._fit_margins()

    def begin(self, typed: str) -> None:
        """Somebody began to type elsewhere: the rest comes here."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setText(typed)
        self.textEdited.emit(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif self.asks_who and not self.text() and event.text().isalpha():
            self.name_begun.emit(event.text())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fit_margins()

    def paintEvent(self, event: QPaintEvent) -> None:
        rect, focused = QRectF(self.rect()), self.hasFocus()
        is_marked = focused or self._wrong
        with Easel.on(self) as easel:
            easel.box(rect, RADIUS, colour("surface"), None if is_marked else colour("edge"))
            if is_marked:
                ink = colour("bad" if self._wrong else "accent")
                easel.ring(rect, RADIUS, ink, 2 if focused else 1)
            room = rect.adjusted(ASIDE, 0, -ASIDE, 0)
            easel.text(room, self._sign, font(24), colour("ink2"), TRAILING)
        QLineEdit.paintEvent(self, event)

    def _fit_margins(self) -> None:
        ends = [ASIDE - 2, ASIDE + int(width(self._sign, font(24))) + 8]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            ends.reverse()
        self.setTextMargins(ends[0], 0, ends[1], 0)
