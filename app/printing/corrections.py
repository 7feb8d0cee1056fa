"""By how much each printer misses, as it was measured; whole numbers, for its tray and way of feeding."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.changes import Kind
from app.clock import moment, stamp
from app.keeping.database import Book
from app.keeping.history import History, StepId
from app.printing.rows import Rows
from app.values import value

KIND = "correction"


@value
class Correction:
    """What `printer` does to a page that comes out of `tray`, fed by `feed`.

    It prints `right_um` and `down_um` micrometres too far right and down, `across_ppm` and `along_ppm`
    millionths too long, and turned `turn_urad` microradians clockwise, about the middle of the upper edge.
    `proved` says that a second page was looked at; `at` is when it was measured, None before it is kept.
    """

    printer: str
    tray: str = ""
    feed: str = ""
    right_um: int = 0
    down_um: int = 0
    across_ppm: int = 0
    along_ppm: int = 0
    turn_urad: int = 0
    proved: bool = False
    at: datetime | None = None


class Corrections:
    """One holds for each printer, tray and feed; each verb is one step of history that can be undone."""

    def __init__(self, book: Book, history: History) -> None:
        self._book, self._history = book, history
        self._rows = Rows(book, history, "corrections", KIND)
        self.restore = self._rows.restore

    def all(self) -> list[Correction]:
        return [_correction(row) for row in self._rows.standing()]

    def of(self, printer: str, tray: str = "", feed: str = "") -> Correction | None:
        """That of this very tray and feed; None where nobody has measured it."""
        found = self._standing(printer, tray, feed)
        return _correction(found[-1]) if found else None

    def keep(self, one: Correction) -> StepId:
        """In the place of what was measured there before."""
        with self._book.atomic(Kind.PRINTING):
            step = self._history.begin("set up printer", name=one.printer)
            self._clear(step, one.printer, one.tray, one.feed)
            self._rows.insert(
                step,
                at=stamp(self._book.now()),
                printer=one.printer,
                tray=one.tray,
                feed=one.feed,
                right_um=one.right_um,
                down_um=one.down_um,
                across_ppm=one.across_ppm,
                along_ppm=one.along_ppm,
                turn_urad=one.turn_urad,
                proved=int(one.proved),
            )
        return step

    def forget(self, printer: str, tray: str = "", feed: str = "") -> StepId | None:
        """None where nothing was known of it."""
        if self.of(printer, tray, feed) is None:
            return None
        with self._book.atomic(Kind.PRINTING):
            step = self._history.begin("forget printer", name=printer)
            self._clear(step, printer, tray, feed)
        return step

    def _clear(self, step: StepId, printer: str, tray: str, feed: str) -> None:
        for row in self._standing(printer, tray, feed):
            self._rows.write(step, row["id"], removed=True)

    def _standing(self, printer: str, tray: str, feed: str) -> list[Mapping[str, Any]]:
        return self._rows.standing("printer = ? AND tray = ? AND feed = ?", (printer, tray, feed))


def _correction(row: Mapping[str, Any]) -> Correction:
    return Correction(
        printer=row["printer"],
        tray=row["tray"],
        feed=row["feed"],
        right_um=row["right_um"],
        down_um=row["down_um"],
        across_ppm=row["across_ppm"],
        along_ppm=row["along_ppm"],
        turn_urad=row["turn_urad"],
        proved=row["proved"],
        at=moment(row["at"]),
    )
