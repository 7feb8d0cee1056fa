"""Long work in another thread: a plain function that reports how far it is and can be stopped."""

import logging
from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from app.progress import Cancelled, Report

log = logging.getLogger(__name__)


class Job(QObject):
    """Runs `work(report)` once; its signals arrive in the thread that made the job."""

    progress = Signal(int, int)
    """Done and total; a total of 0 is unknown."""
    done = Signal(object)
    """What the work returned."""
    failed = Signal(Exception)
    cancelled = Signal()
    ended = Signal()
    """After any of the three."""

    def __init__(self, work: Callable[[Report], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()
        self._over = _Over()
        self._over.progress.connect(self.progress)
        self._over.done.connect(self._tell_done)
        self._over.failed.connect(self._tell_failed)
        self.running = False

    def start(self, pool: QThreadPool | None = None) -> "Job":
        self.running = True
        # Until it ends a job keeps itself alive: its maker may already have gone to another place.
        _RUNNING.add(self)
        (pool or QThreadPool.globalInstance()).start(_Run(self._work, self._stop, self._over))
        return self

    def cancel(self) -> None:
        """Ask the work to stop; it does so at its next report."""
        self._stop.set()

    def _tell_done(self, result: object) -> None:
        self._end()
        self.done.emit(result)
        self.ended.emit()

    def _tell_failed(self, why: Exception) -> None:
        self._end()
        if isinstance(why, Cancelled):
            self.cancelled.emit()
        else:
            self.failed.emit(why)
        self.ended.emit()

    def _end(self) -> None:
        self.running = False
        _RUNNING.discard(self)


_RUNNING: set[Job] = set()


class _Over(QObject):
    """Carries the news over to the thread of the screens."""

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(Exception)


class _Run(QRunnable):
    def __init__(self, work: Callable[[Report], Any], stop: Event, over: _Over) -> None:
        super().__init__()
        self._work, self._stop, self._over = work, stop, over

    def run(self) -> None:
        try:
            result = self._work(self._report)
        except Exception as why:
            # Whatever went wrong is told on the screen: in a thread nobody would see it.
            if not isinstance(why, Cancelled):
                log.info("a job failed", exc_info=why)
            self._over.failed.emit(why)
        else:
            self._over.done.emit(result)

    def _report(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self._over.progress.emit(done, total)
