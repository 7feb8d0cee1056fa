"""A PDF that was saved, put right for one printer: to be printed by another program or elsewhere."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import ShopError
from app.printing.corrections import Correction
from ui.cards.outlets import AskFile

if TYPE_CHECKING:
    from ui.desk import Desk

AskPdf = Callable[[QWidget, str], Path | None]
"""Parent, title."""


class NotAPdf(ShopError):
    """The file `path` cannot be read as a PDF."""


def ask_pdf(parent: QWidget, title: str) -> Path | None:
    """The system's own dialog; None when it was left."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getOpenFileName(parent, title, folder, "PDF (*.pdf)")
    return Path(chosen) if chosen else None


def put_right(desk: "Desk", over: QWidget, one: Correction, ask: AskPdf, ask_file: AskFile) -> None:
    """Asks for the file and where the other one goes, and writes it on the side."""
    words = desk.words
    source = ask(over, words("Put a PDF right for this printer"))
    if source is None:
        return
    suggested = f"{source.stem} – {one.printer}.pdf".replace("/", "-")
    path = ask_file(over, words("Save as PDF"), suggested)
    if path is None:
        return
    desk.work(
        lambda _shop, _report: write(source, one, path),
        lambda _nothing: desk.window.tell(
            words("Saved as {file}", file=words.isolated(path.name)), icon="check"
        ),
        say=lambda _done, _total: words("Writing the file"),
        icon="file-pdf-box",
    )


def write(source: Path, one: Correction, path: Path) -> None:
    """Raises `NotAPdf` and `CannotWrite`."""
    import pypdfium2

    from reports.corrected import write_corrected
    from reports.files import whole_file

    try:
        pdf = source.read_bytes()
        with whole_file(path) as to:
            write_corrected(pdf, one, to)
    except (pypdfium2.PdfiumError, FileNotFoundError, PermissionError) as refused:
        raise NotAPdf(path=source.name) from refused
