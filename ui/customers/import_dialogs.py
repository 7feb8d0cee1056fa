"""The system's own dialogs for the file to import and the place for the rows to correct."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from resources.words import Words
from ui.places import LISTS

Chosen = Callable[[Path], object]
AskList = Callable[[QWidget, Words, Chosen], None]
AskWhere = Callable[[QWidget, Words, str, Chosen], None]


def ask_list(parent: QWidget, words: Words, chosen: Chosen) -> None:
    """Asks for a list of customers; nothing happens when the dialog is left."""
    kinds = " ".join(f"*{kind}" for kind in LISTS)
    said = words("Choose a list of customers")
    asked = QFileDialog(parent, said, _documents(), words("Lists ({kinds})", kinds=kinds))
    asked.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(asked, chosen)


def ask_where(parent: QWidget, words: Words, suggested: str, chosen: Chosen) -> None:
    """Asks where to keep a spreadsheet."""
    place = str(Path(_documents(), suggested))
    asked = QFileDialog(parent, words("Save the rows to correct"), place, "Excel (*.xlsx)")
    asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    asked.setDefaultSuffix("xlsx")
    _open(asked, chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosers:
    """The dialogs; a test brings its own."""

    list: AskList = ask_list
    where: AskWhere = ask_where


def _open(asked: QFileDialog, chosen: Chosen) -> None:
    asked.fileSelected.connect(lambda path: chosen(Path(path)))
    asked.finished.connect(asked.deleteLater)
    asked.open()


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
