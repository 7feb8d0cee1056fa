"""The search field, always in the same place; what it finds opens below it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

from ui.shared.buttons import key_words
from ui.shared.easel import CENTRE, Easel
from ui.shared.fonts import font, width
from ui.shared.found import Found
from ui.shared.inputs import Input
from ui.shared.theme import colour

if TYPE_CHECKING:
    from ui.shared.results import ResultsPopup

WIDE, HIGH = 480, 40


class SearchField(Input):
    """Finds while one types; arrows walk the results, Enter opens one, Escape clears."""

    asked = Signal(str)
    """The words have changed; answer with `show_found`."""
    submitted = Signal(str)
    """Enter with no result chosen: a scan or a whole word."""
    chosen = Signal(str)
    """The key of the result that was opened."""

    def __init__(self, placeholder: str, key: str = "Ctrl+K") -> None:
        super().__init__(placeholder)
        self._key = key_words(key)
        self._popup: ResultsPopup | None = None
        self.setAccessibleName(placeholder)
        self.setFixedHeight(HIGH)
        self.setMinimumWidth(240)
        self.setMaximumWidth(WIDE)
        self._fit_margins()
        self.textEdited.connect(self._hear)

    def show_found(self, found: Sequence[Found], *, nothing: str = "") -> None:
        """Show what was found; `nothing` is said where the list is empty."""
        if self.hasFocus() and self.text().strip() and (found or nothing):
            popup = self._made()
            popup.found.show_found(found)
            popup.show_below(self, nothing if not found else "")
        else:
            self.close_results()

    def begin(self, typed: str) -> None:
        """Somebody began to type elsewhere: the rest comes here."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setText(typed)
        self._hear(typed)

    def close_results(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    @property
    def results_open(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    def sizeHint(self) -> QSize:
        return QSize(WIDE, HIGH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if (
            key in {Qt.Key.Key_Down, Qt.Key.Key_Up}
            and self._popup is not None
            and self.results_open
        ):
            self._popup.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.close_results()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with Easel.on(self) as easel:
            middle = self.height() / 2
            easel.icon("magnify", QRectF(12, middle - 10, 20, 20), colour("ink2"))
            if not self.text():
                wide = width(self._key, font(12)) + 16
                box = QRectF(self.width() - 8 - wide, middle - 11, wide, 22)
                easel.box(box, 5, colour("sunken"))
                easel.text(box, self._key, font(12), colour("ink2"), CENTRE)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fit_margins()

    def _fit_margins(self) -> None:
        ends = [38, int(width(self._key, font(12))) + 32]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            ends.reverse()
        self.setTextMargins(ends[0], 0, ends[1], 0)

    def _hear(self, words: str) -> None:
        if not words.strip():
            self.close_results()
        self.asked.emit(words.strip())

    def _enter(self) -> None:
        row = self._popup.current_row if self._popup is not None and self.results_open else -1
        if self._popup is not None and row >= 0:
            self._choose(self._popup.found.at(row).key)
        elif self.text().strip():
            self.submitted.emit(self.text().strip())

    def _escape(self) -> None:
        if self.results_open:
            self.close_results()
        else:
            self.clear()
            self.asked.emit("")

    def _choose(self, key: str) -> None:
        self.close_results()
        self.clear()
        self.chosen.emit(key)

    def _made(self) -> "ResultsPopup":
        if self._popup is None:
            # Its parts are imported at the first search: the window must not wait for them.
            from ui.shared.results import ResultsPopup

            popup = self._popup = ResultsPopup(self.window())
            popup.opened.connect(lambda row: self._choose(popup.found.at(row).key))
        return self._popup
