"""The three doors of an empty book: import a list, start empty, or look round a demo shop."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.demo.people import CUSTOMERS
from ui.desk import Desk
from ui.places import LISTS
from ui.shared.buttons import Button, Kind
from ui.shared.drawings import BookDrawing
from ui.shared.empty import EmptyState, Tile

DEMO_ICON = "storefront-outline"


def make_doors(desk: Desk) -> QWidget:
    """Fills a page whose book has nobody in it yet."""
    words = desk.words
    doors = EmptyState(
        BookDrawing((words("Thank you,"), words("Mrs Nováková!"))),
        words("Your customer book is ready to fill"),
        words(
            "Everyone who comes in, what they like, and when to thank them."
            " It stays on this computer."
        ),
    )
    doors.add(_import(desk, doors))
    doors.add(_first_one(desk))
    if desk.open_demo is not None:
        doors.add(_demo(desk))
    doors.hint(
        "file-excel-outline",
        words(
            "Or drop a file anywhere in this window:  {kinds}",
            kinds=words.isolated("  ".join(LISTS)),
        ),
    )
    return doors


def _import(desk: Desk, page: QWidget) -> Tile:
    words = desk.words
    choose = Button(words("Choose a file"), Kind.PRIMARY)
    choose.clicked.connect(lambda: _ask_for_file(desk, page))
    said = words(
        "Excel, LibreOffice, CSV or phone contacts. You see how it is read before anything is saved."
    )
    return Tile("tray-arrow-down", words("Import my list"), said, choose)


def _first_one(desk: Desk) -> Tile:
    words = desk.words
    add = Button(words("Add the first one"))
    add.clicked.connect(desk.add_customer)
    said = words("Add people as they come in. A name or a phone number is enough.")
    return Tile("account-plus-outline", words("Start empty"), said, add)


def _demo(desk: Desk) -> Tile:
    words = desk.words
    look = Button(words("Open the demo"))
    look.clicked.connect(desk.open_demo)
    said = words.plural(
        "A bakery with {n} invented customer. Nothing touches your own book.",
        "A bakery with {n} invented customers. Nothing touches your own book.",
        CUSTOMERS,
    )
    return Tile(DEMO_ICON, words("Look round a demo shop"), said, look)


def _ask_for_file(desk: Desk, page: QWidget) -> None:
    words = desk.words
    kinds = " ".join(f"*{kind}" for kind in LISTS)
    asked = QFileDialog(
        page, words("Choose a list of customers"), "", words("Lists ({kinds})", kinds=kinds)
    )
    asked.setFileMode(QFileDialog.FileMode.ExistingFile)
    asked.fileSelected.connect(lambda chosen: desk.take_in(Path(chosen)))
    asked.finished.connect(asked.deleteLater)
    asked.open()
