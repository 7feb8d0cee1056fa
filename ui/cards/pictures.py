"""Pictures of cards, drawn in a thread of their own from the bytes that will be printed, and kept."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtGui import QImage

from app.progress import Report
from ui.shared.jobs import Job

if TYPE_CHECKING:
    from reports.cards import CardFacts
    from reports.papers import Paper
    from reports.stationery import Stationery

_KEPT = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """A card as it is seen: what it says, on what, and how many pixels it has here."""

    facts: "CardFacts"
    on: "Stationery | Paper"
    pixels: tuple[int, int]


class Pictures(QObject):
    """Shows the sight that was asked for last; None where its text does not fit the card."""

    def __init__(
        self,
        parent: QObject,
        show: Callable[[QImage | None], None],
        explain: Callable[[Exception], None],
    ) -> None:
        super().__init__(parent)
        self._show, self._explain = show, explain
        self._kept: OrderedDict[Sight, QImage | None] = OrderedDict()
        self._wanted: Sight | None = None
        self._under_way: Sight | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    @property
    def waiting(self) -> bool:
        """Whether what was asked for is still to come."""
        return self._wanted is not None

    def ask(self, sight: Sight) -> None:
        """Shows it now if it was drawn before, else as soon as it is."""
        if sight in self._kept:
            self._wanted = None
            self._kept.move_to_end(sight)
            self._show(self._kept[sight])
            return
        self._wanted = sight
        if self._under_way is None:
            self._draw(sight)

    def give_up(self) -> None:
        """Nothing is wanted any more."""
        self._wanted = None

    def _draw(self, sight: Sight) -> None:
        self._under_way = sight
        job = Job(partial(_drawn, sight))
        # Methods of this object and nothing else: Qt lets go of them when the screen is closed, while
        # a picture may still be under way.
        job.done.connect(self._take)
        job.failed.connect(self._fail)
        job.ended.connect(self._go_on)
        job.start(self._pool)

    def _take(self, picture: QImage | None) -> None:
        drawn = self._under_way
        if drawn is None:
            return
        self._kept[drawn] = picture
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if drawn == self._wanted:
            self._wanted = None
            self._show(picture)

    def _fail(self, why: Exception) -> None:
        if self._under_way == self._wanted:
            self._wanted = None
        self._explain(why)

    def _go_on(self) -> None:
        drawn, self._under_way = self._under_way, None
        if self._wanted is not None and self._wanted != drawn:
            self._draw(self._wanted)


def _drawn(sight: Sight, _report: Report) -> QImage | None:
    from reports.cards import CardTooLong, preview_card
    from ui.cards.pages import opened

    try:
        pdf = preview_card(sight.facts, sight.on)
    except CardTooLong:
        return None
    with opened(pdf) as pages:
        return pages.ink(0, sight.pixels)
