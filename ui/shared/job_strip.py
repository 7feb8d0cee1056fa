"""Work under way, told in the top strip: one line, a thin bar, and a close button that stops it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.shared.buttons import IconButton
from ui.shared.easel import Easel
from ui.shared.jobs import Job
from ui.shared.text import ElidedText
from ui.shared.theme import colour


class Bar(QWidget):
    """How far something is, from the leading edge; accent on a quiet ground."""

    def __init__(self, height: int = 3) -> None:
        super().__init__()
        self._share: float | None = 0.0
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float | None, words: str = "") -> None:
        """`share` from 0 to 1, None for unknown; `words` say it aloud."""
        self._share = None if share is None else min(1.0, max(0.0, share))
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect, radius = QRectF(self.rect()), self.height() / 2
        with Easel.on(self) as easel:
            easel.box(rect, radius, colour("line"))
            if self._share is None:
                easel.box(QRectF(0, 0, rect.width(), rect.height()), radius, colour("accent", 0.35))
            elif self._share > 0:
                wide = max(rect.height(), rect.width() * self._share)
                easel.box(QRectF(0, 0, wide, rect.height()), radius, colour("accent"))


class JobStrip(QWidget):
    """230 wide in the strip, hidden while nothing runs."""

    def __init__(self, cancel_words: str) -> None:
        super().__init__()
        self._jobs: list[Job] = []
        self._icon = "progress-clock"
        self._words = ElidedText("", 13, ink="ink2")
        self._bar = Bar()
        self._cancel = IconButton("close", cancel_words, size=32, icon_size=18)
        self._cancel.clicked.connect(self._stop)
        self.setFocusProxy(self._cancel)
        self.setFixedSize(230, 40)
        lines = QVBoxLayout()
        lines.setContentsMargins(0, 5, 0, 3)
        lines.setSpacing(2)
        lines.addWidget(self._words)
        lines.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addSpacing(27)
        row.addLayout(lines, 1)
        row.addWidget(self._cancel)
        self.hide()

    def watch(self, job: Job, say: Callable[[int, int], str], icon: str = "progress-clock") -> None:
        """Show `job` until it ends, worded by `say(done, total)`; the close button cancels it.

        Of several the one that began last is shown.
        """

        def tell(done: int, total: int) -> None:
            if self._jobs[-1:] == [job]:
                self.show_work(say(done, total), done, total, icon)

        self._jobs.append(job)
        tell(0, 0)
        job.progress.connect(tell)
        job.ended.connect(partial(self._end, job))

    def show_work(self, words: str, done: int, total: int, icon: str = "progress-clock") -> None:
        self._icon = icon
        self._words.setText(words)
        self._bar.show_share(done / total if total else None, words)
        self.setAccessibleName(words)
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(230, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.icon(self._icon, QRectF(0, 6, 20, 20), colour("ink2"))

    def _stop(self) -> None:
        if self._jobs:
            self._jobs[-1].cancel()

    def _end(self, job: Job) -> None:
        """Another one that goes on tells of itself when it next has something to tell."""
        self._jobs.remove(job)
        if isValid(self):  # the window may have gone before its last job ended
            self.setVisible(bool(self._jobs))
