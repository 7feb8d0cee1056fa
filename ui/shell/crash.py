"""When something breaks that nobody foresaw: one calm dialog, one line in the log, and the day goes on."""

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb, format_tb
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtWidgets import QWidget

from resources.words import Words

if TYPE_CHECKING:
    from ui.shell.crash_dialog import CrashDialog

log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.DEBUG,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Crash(QObject):
    """Stands behind the program from `watch` until `leave`."""

    caught = Signal(str)

    def __init__(
        self,
        words: Words,
        window: Callable[[], QWidget | None],
        is_mended: Callable[[], bool] = lambda: False,
    ) -> None:
        """`is_mended` answers true where nobody is to be told, because customers would read it."""
        super().__init__()
        self._words, self._window, self._is_mended = words, window, is_mended
        self.dialog: CrashDialog | None = None
        # Queued: what broke may have broken in the middle of a paint or in another thread.
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def watch(self) -> None:
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self._broke
        threading.excepthook = self._broke_in_thread
        qInstallMessageHandler(_heard)

    def leave(self) -> None:
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)

    def report(self, broken: BaseException) -> str:
        """What we need to mend it: versions and the trace, nothing of the shop's data."""
        # Looked up only now: it takes 30 ms.
        from importlib.metadata import version

        python, system = ".".join(map(str, sys.version_info[:3])), sys.platform
        facts = f"Regulars {version('regulars')}, Python {python}, Qt {qVersion()}, {system}"
        return f"{facts}\n\n{_trace(broken)}"

    def _broke(
        self, kind: type[BaseException], broken: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, broken, trace)
            return
        places = extract_tb(trace)
        where = f"{Path(places[-1].filename).name}:{places[-1].lineno}" if places else "?"
        log.error("unforeseen: %s at %s", kind.__name__, where)
        self.caught.emit(self.report(broken))

    def _broke_in_thread(self, facts: threading.ExceptHookArgs) -> None:
        if facts.exc_value is not None:
            self._broke(facts.exc_type, facts.exc_value, facts.exc_traceback)

    def _show(self, report: str) -> None:
        if self._is_mended() or self.dialog is not None:
            return
        from ui.shell.crash_dialog import CrashDialog

        self.dialog = CrashDialog(self._words, report, self._window())
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        self.dialog = None


def _trace(broken: BaseException) -> str:
    # The message of an error may quote a name that somebody typed; its kind and its place do not.
    before = broken.__cause__ or broken.__context__
    earlier = f"{_trace(before)}then\n" if before is not None else ""
    return f"{earlier}{''.join(format_tb(broken.__traceback__))}{type(broken).__name__}\n"


def _heard(kind: QtMsgType, _where: QMessageLogContext, said: str) -> None:
    log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", said)
