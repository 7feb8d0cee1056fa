"""Pictures of labels, drawn in another thread from the bytes that will be printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtGui import QImage

from app.progress import Report
from ui.shared.jobs import Job

if TYPE_CHECKING:
    from reports.cautions import Caution
    from reports.designed_labels import DesignedLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A label as it looks, and what is to be known of it."""

    label: "DesignedLabel"
    image: QImage
    cautions: "Sequence[Caution]"


@dataclass(frozen=True, slots=True)
class _Wanted:
    label: "DesignedLabel"
    pixels: tuple[int, int]


class Drawings(QObject):
    """Shows the label that was asked for last; those that were overtaken are never drawn."""

    def __init__(
        self,
        parent: QObject,
        show: Callable[[Seen], None],
        explain: Callable[[Exception], None],
        pool: QThreadPool | None = None,
    ) -> None:
        super().__init__(parent)
        self._show, self._explain = show, explain
        self._wanted: _Wanted | None = None
        self._under_way: _Wanted | None = None
        self._shown: _Wanted | None = None
        self._pool = pool or QThreadPool(self)
        if pool is None:
            self._pool.setMaxThreadCount(1)

    @property
    def waiting(self) -> bool:
        """Whether what was asked for is still to come."""
        return self._wanted is not None

    @property
    def shown(self) -> "DesignedLabel | None":
        """The label whose picture was shown last."""
        return self._shown.label if self._shown else None

    def ask(self, label: "DesignedLabel", pixels: tuple[int, int]) -> None:
        wanted = _Wanted(label, pixels)
        if self._under_way is not None:
            self._wanted = wanted
        elif min(pixels) > 0 and wanted != self._shown:
            self._wanted = wanted
            self._draw(wanted)

    def _draw(self, wanted: _Wanted) -> None:
        self._under_way = wanted
        job = Job(partial(_drawn, wanted))
        # Methods of this object and nothing else: Qt lets go of them when the screen is closed.
        job.done.connect(self._take)
        job.failed.connect(self._fail)
        job.ended.connect(self._go_on)
        job.start(self._pool)

    def _take(self, seen: Seen) -> None:
        self._shown = self._under_way
        if self._under_way == self._wanted:
            self._wanted = None
        self._show(seen)

    def _fail(self, why: Exception) -> None:
        if self._under_way == self._wanted:
            self._wanted = None
        self._explain(why)

    def _go_on(self) -> None:
        self._under_way = None
        if self._wanted is not None:
            self._draw(self._wanted)


def _drawn(wanted: _Wanted, _report: Report) -> Seen:
    from reports.designed_labels import preview
    from ui.cards.pages import opened

    pdf, cautions = preview(wanted.label)
    with opened(pdf) as pages:
        image = pages.ink(0, wanted.pixels)
    return Seen(label=wanted.label, image=image, cautions=cautions)
