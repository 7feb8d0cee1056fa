"""Where cards and labels go from the screen: the dialogs of the system, and work on the side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from app.keeping.history import StepId
from app.progress import unheard
from ui.cards.order import Printer
from ui.cards.shown import Paperwork, Work
from ui.desk import Desk
from ui.shared.buttons import Kind
from ui.shared.dialog import Dialog

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ui.printing.devices import Devices

AskFile = Callable[[QWidget, str, str], Path | None]
"""Parent, title, suggested name."""
AskPicture = Callable[[QWidget, str], Path | None]
"""Parent, title."""
AskPrinter = Callable[[QWidget, tuple[float, float], str], "QPrinter | None"]
"""Parent, page in millimetres, title."""


def ask_file(parent: QWidget, title: str, suggested: str) -> Path | None:
    """The system's own dialog for a PDF; None when it was left."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, str(Path(folder, suggested)), "PDF (*.pdf)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    taken = dialog.exec() == QFileDialog.DialogCode.Accepted
    files: Sequence[str] = dialog.selectedFiles() if taken else ()
    dialog.deleteLater()
    return Path(files[0]) if files else None


def ask_picture(parent: QWidget, title: str) -> Path | None:
    """A picture, or a PDF whose first page is one; None when it was left."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    kinds = "*.png *.jpg *.jpeg *.webp *.tif *.tiff *.bmp *.gif *.pdf"
    chosen, _ = QFileDialog.getOpenFileName(parent, title, folder, f"({kinds})")
    return Path(chosen) if chosen else None


def has_printer() -> bool:
    from ui.cards import printing

    return printing.has_printer()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosers:
    """The dialogs of the system; a test brings its own. Without `printer` ours asks, among `devices`."""

    file: AskFile = ask_file
    printer: AskPrinter | None = None
    picture: AskPicture = ask_picture
    has_printer: Callable[[], bool] = has_printer
    devices: "Devices | None" = None


class Outlets:
    """What a screen needs to print and to save; `instead` saves where there is no printer."""

    def __init__(
        self, desk: Desk, over: QWidget, choosers: Choosers, instead: Callable[[], None]
    ) -> None:
        self._desk, self._over = desk, over
        self._choosers, self._instead = choosers, instead

    def ask_file(self, suggested: str) -> Path | None:
        return self._choosers.file(self._over, self._desk.words("Save as PDF"), suggested)

    def ask_printer(
        self, page: tuple[float, float], title: str, work: Paperwork | None = None
    ) -> Printer | None:
        """The printer that was chosen; where the system has none, says so and offers a file."""
        if not self._choosers.has_printer():
            self._tell_no_printer()
            return None
        if self._choosers.printer is None:
            from ui.printing.asking import ask_printer

            devices = self._choosers.devices
            return ask_printer(self._desk, self._over, page, title, work, devices)
        printer = self._choosers.printer(self._over, page, title)
        if printer is None:
            return None
        from ui.cards.printing import PaperPrinter, Way

        off = self._desk.shop.printing.corrections.of(printer.printerName())
        return PaperPrinter(printer, page, Way(off=off))

    def work(self, work: Work) -> None:
        def done(result: object) -> None:
            if isValid(self._over):
                work.done(result)

        if work.quiet:
            job = self._desk.look_up(lambda shop: work.act(shop, unheard), done)
        else:
            job = self._desk.work(
                work.act, done, say=work.say, changes=work.changes, icon=work.icon
            )
        if work.stopped:
            job.cancelled.connect(self._while_here(partial(self.tell, work.stopped)))
        job.ended.connect(self._while_here(work.ended))

    def tell(self, said: str) -> None:
        self._desk.window.tell(said)

    def tell_step(self, step: StepId | None, said: str = "") -> None:
        self._desk.tell_step(step, said)

    def _while_here(self, act: Callable[[], None]) -> Callable[[], None]:
        """The dialog may be closed, or the window gone, before the work ends."""
        return lambda: act() if isValid(self._over) else None

    def _tell_no_printer(self) -> None:
        words = self._desk.words
        dialog = Dialog(words("This computer has no printer"), self._over)
        dialog.say(
            words(
                "Connect one and set it up in the system's settings, or save the pages as a PDF"
                " and print them elsewhere, at 100 %."
            )
        )
        dialog.add_way_out(words("Not now"))
        save = dialog.add_verb(words("Save as PDF"), Kind.PRIMARY)
        save.clicked.connect(dialog.accept)
        save.clicked.connect(self._instead)
        dialog.open()


class PutsOut:
    """A view that prints and saves through its `_outlets`: that side of `ui.cards.shown.Outlet`."""

    _outlets: Outlets

    def ask_file(self, suggested: str) -> Path | None:
        return self._outlets.ask_file(suggested)

    def ask_printer(
        self, page: tuple[float, float], title: str, work: Paperwork | None = None
    ) -> Printer | None:
        return self._outlets.ask_printer(page, title, work)

    def work(self, work: Work) -> None:
        self._outlets.work(work)

    def tell(self, said: str) -> None:
        self._outlets.tell(said)

    def tell_step(self, step: StepId | None, said: str = "") -> None:
        self._outlets.tell_step(step, said)
