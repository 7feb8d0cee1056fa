"""The first step: a place to drop a list on, what became of it, and the sheets of a workbook."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.customers.import_drop_zone import CENTRE, DropZone
from ui.customers.import_sheets import SheetList
from ui.customers.import_shown import SheetChoice
from ui.places import LISTS
from ui.shared.pane import IconText


class ChoosePage(QWidget):
    """Shows one of three: the place to drop on, with trouble or without, reading, or the sheets."""

    asked = Signal()
    dropped = Signal(list)
    stopped = Signal()
    sheet_chosen = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.zone = DropZone(words)
        self.zone.choose.clicked.connect(self.asked)
        self.zone.stop.clicked.connect(self.stopped)
        self.zone.dropped.connect(self.dropped)
        self.sheets = SheetList(words)
        self.sheets.chosen.connect(self.sheet_chosen)
        self.sheets.another.clicked.connect(self.asked)
        self._promises = self._made_promises()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(0)
        column.addStretch(7)
        column.addWidget(self.zone, 0, CENTRE)
        column.addWidget(self.sheets, 0, CENTRE)
        column.addSpacing(32)
        column.addWidget(self._promises, 0, CENTRE)
        column.addStretch(16)
        self.show_choosing()

    @property
    def main_thing(self) -> QWidget:
        """Where the keyboard belongs."""
        if self.sheets.isVisibleTo(self):
            return self.sheets.rows[0]
        return self.zone.stop if self.zone.stop.isVisibleTo(self) else self.zone.choose

    def show_choosing(self) -> None:
        self._show(self.zone)
        self.zone.show_words(
            self.words("Drop your list of customers here"),
            self.words("Excel, LibreOffice, CSV or the contacts of a phone"),
        )
        self.zone.show_acts(
            self.words("Choose a file"), kinds=self.words.isolated("  ".join(LISTS))
        )

    def show_trouble(self, said: str, advice: str) -> None:
        self._show(self.zone)
        self.zone.show_words(said, advice, icon="alert-circle-outline")
        self.zone.show_acts(self.words("Choose another file"))

    def show_reading(self, said: str, share: float | None) -> None:
        self._show(self.zone)
        self.zone.show_words(said, "", icon="file-search-outline")
        self.zone.show_bar(share, said)

    def show_sheets(self, sheets: Sequence[SheetChoice]) -> None:
        self.sheets.show_sheets(sheets)
        self._show(self.sheets)

    def _show(self, part: QWidget) -> None:
        self.zone.setVisible(part is self.zone)
        self.sheets.setVisible(part is self.sheets)

    def _made_promises(self) -> QWidget:
        words, holder = self.words, QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(32)
        for icon, said in (
            ("eye-outline", words("You see it before anything is saved")),
            ("note-text-outline", words("What cannot be read is kept as a note")),
            ("undo", words("It can be taken back")),
        ):
            row.addWidget(IconText(icon, said, ink="ink2"))
        return holder
