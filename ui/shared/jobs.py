"""Long work in another thread: a plain function that reports how far it is and can be stopped."""

import logging
from collections.abc import Callable
from functools import cache
from itertools import count
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
        self.running = False

    def start(self, pool: QThreadPool | None = None) -> "Job":
        self.running = True
        # Until it ends a job keeps itself alive: its maker may already have gone to another place.
        number = next(_NUMBERS)
        _RUNNING[number] = self
        run = _Run(number, self._work, self._stop, _post())
        (pool or QThreadPool.globalInstance()).start(run)
        return self

    def cancel(self) -> None:
        """Ask the work to stop; it does so at its next report."""
        self._stop.set()


_NUMBERS = count(1)
_RUNNING: dict[int, Job] = {}


class _Post(QObject):
    """Carries the news of every job over to the thread of the screens.

    One for all and for ever, and jobs go by number: whatever a thread alone still held would be
    destroyed in that thread, while Qt lets go of it in this one.
    """

    progress = Signal(int, int, int)
    done = Signal(int, object)
    failed = Signal(int, Exception)

    def __init__(self) -> None:
        super().__init__()
        self.progress.connect(self._tell_progress)
        self.done.connect(self._tell_done)
        self.failed.connect(self._tell_failed)

    def _tell_progress(self, number: int, done: int, total: int) -> None:
        _RUNNING[number].progress.emit(done, total)

    def _tell_done(self, number: int, result: object) -> None:
        job = _ended(number)
        job.done.emit(result)
        job.ended.emit()

    def _tell_failed(self, number: int, why: Exception) -> None:
        job = _ended(number)
        if isinstance(why, Cancelled):
            job.cancelled.emit()
        else:
            job.failed.emit(why)
        job.ended.emit()


@cache
def _post() -> _Post:
    return _Post()


def _ended(number: int) -> Job:
    job = _RUNNING.pop(number)
    job.running = False
    return job


class _Run(QRunnable):
    def __init__(
        self, number: int, work: Callable[[Report], Any], stop: Event, post: _Post
    ) -> None:
        super().__init__()
        self._number, self._work, self._stop, self._post = number, work, stop, post

    def run(self) -> None:
        try:
            result = self._work(self._report)
        except Exception as why:
            # Whatever went wrong is told on the screen: in a thread nobody would see it.
            if not isinstance(why, Cancelled):
                log.info("a job failed", exc_info=why)
            self._post.failed.emit(self._number, why)
        else:
            self._post.done.emit(self._number, result)

    def _report(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self._post.progress.emit(self._number, done, total)
