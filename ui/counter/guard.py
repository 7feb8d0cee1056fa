"""Stands before the whole program while customers use it: lets through touches and letters, nothing else."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.counter.pad import Digits

_KIND = QEvent.Type
_KEYS = frozenset({_KIND.KeyPress, _KIND.KeyRelease, _KIND.ShortcutOverride})
_PRESSES = frozenset({_KIND.MouseButtonPress, _KIND.MouseButtonDblClick, _KIND.TouchBegin})
_REFUSED = frozenset(
    {
        _KIND.Shortcut,
        _KIND.ContextMenu,
        _KIND.DragEnter,
        _KIND.DragMove,
        _KIND.Drop,
        _KIND.Quit,
        _KIND.WhatsThis,
        _KIND.ToolTip,
    }
)
_ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_META = Qt.KeyboardModifier.MetaModifier


class Guard(QObject):
    """Hears every event of the program from `stand` until `leave`."""

    touched = Signal()
    """A finger or a key: somebody is there."""
    called = Signal()
    """The owner's keys, Ctrl+Alt+L."""

    def __init__(self, deaf: int) -> None:
        super().__init__()
        self._own: list[QWidget] = []
        self._deaf = QTimer(self, interval=deaf, singleShot=True)

    @property
    def is_deaf(self) -> bool:
        return self._deaf.isActive()

    def stand(self, *own: QWidget) -> None:
        """From now on; `own` are the only windows that may be shown."""
        self._own.extend(own)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def let_in(self, window: QWidget) -> None:
        """One more window that may be shown."""
        self._own.append(window)

    def leave(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._own.clear()

    def be_deaf(self) -> None:
        """No touch counts for a moment: the second tap of a finger was meant for the page before."""
        if self._deaf.interval():
            self._deaf.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _REFUSED:
            event.ignore()
            return True
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return self._hold_back(watched, event)
        if kind in _PRESSES:
            return self._hear_press(watched)
        if kind == _KIND.Show and isinstance(watched, QWidget):
            self._meet(watched)
        return False

    def _hear_press(self, watched: QObject) -> bool:
        if self.is_deaf:
            return True
        if isinstance(watched, QWindow):
            self.touched.emit()
        return False

    def _hold_back(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether a key goes no further."""
        if _is_owners(event):
            if event.type() == _KIND.KeyPress and isinstance(watched, QWindow | QWidget):
                self.called.emit()
            return True
        if event.key() in _ENTERS:
            # The window itself may hear it, where a scan ends; of all fields only that of a PIN.
            return isinstance(watched, QWidget) and not isinstance(watched, Digits)
        if not _is_harmless(event):
            return True
        if event.type() == _KIND.KeyPress and isinstance(watched, QWindow):
            self.touched.emit()
        return False

    def _meet(self, shown: QWidget) -> None:
        """A dialog, menu or notice of the program behind: it goes away unseen."""
        if shown.isWindow() and shown not in self._own:
            QTimer.singleShot(0, self, lambda: shown.hide() if isValid(shown) else None)


def _is_owners(event: QKeyEvent) -> bool:
    both = _CONTROL | _ALT
    return event.key() == Qt.Key.Key_L and event.modifiers() & both == both


def _is_harmless(event: QKeyEvent) -> bool:
    """A letter, digit or sign, also by the third level of a keyboard; Backspace; a shift or dead key."""
    with_control = bool(event.modifiers() & _CONTROL)
    with_alt = bool(event.modifiers() & _ALT)
    if with_control != with_alt or event.modifiers() & _META:
        return False
    if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Shift, Qt.Key.Key_AltGr}:
        return True
    text = event.text()
    return bool(text) and text.isprintable()
