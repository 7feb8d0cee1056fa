"""A USB scanner: a keyboard that types faster than any hand and ends with Enter, wherever the focus is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

Meant = Callable[[str, QWidget | None], Callable[[], object] | None]
FAST = 35
"""Milliseconds from one sign to the next at most; a quick typist needs twice as many."""
FEWEST = 4


class Scanner(QObject):
    """Listens at the window itself, before any field. `meant` answers what a scan does, or None where it
    means nothing there and stays what was typed; it is told the field in which the scan began.
    """

    def __init__(self, window: QWindow, meant: Meant) -> None:
        super().__init__(window)
        self._meant = meant
        self._read, self._last = "", 0
        self._field: QWidget | None = None
        self._before = ""
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.isAutoRepeat():
            self._begin("")
            return False
        fast = event.timestamp() - self._last <= FAST
        self._last = event.timestamp()
        if not (fast and self._read):
            # A scanner presses Shift before a capital; what a hand typed before that is no part of the code.
            self._begin("")
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return fast and self._end()
        text = event.text()
        if text.isprintable():
            self._read += text
        return False

    def _begin(self, read: str) -> None:
        """Remembers what stood in the field, so that a scan leaves it as it was."""
        self._read = read
        self._field = QApplication.focusWidget()
        self._before = _text_of(self._field)

    def _end(self) -> bool:
        read, field, before = self._read, self._field, self._before
        self._begin("")
        if len(read) < FEWEST:
            return False
        act = self._meant(read, field)
        if act is None:
            return False
        _put_back(field, before)
        if (came_to := QApplication.focusWidget()) is not field:
            # What one types elsewhere may lead into a field, where it stands after what was there.
            there = _text_of(came_to)
            _put_back(came_to, there.removesuffix(read) if there.endswith(read) else "")
        act()
        return True


def _text_of(field: QWidget | None) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else ""


def _put_back(field: QWidget | None, before: str) -> None:
    if field is None or not isValid(field):
        return
    if isinstance(field, QLineEdit):
        field.setText(before)
        field.textEdited.emit(before)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(before)
