"""What a gLabels file holds: the sheets that may be kept, and those that do not fit their page."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.printing.sheets.finding import StockRow
from ui.printing.sheets.picker import SearchLine
from ui.printing.sheets.stock_list import StockList
from ui.shared.buttons import MAIN, Button, Kind
from ui.shared.margins import margins
from ui.shared.text import Text


class TemplatesPage(QWidget):
    """Several may be chosen with Shift and Ctrl."""

    kept = Signal(list)
    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._rows: Sequence[StockRow] = ()
        self.file = Text("", 14, ink="ink2", wrap=True)
        self.field = SearchLine(words("Number or name"))
        self.list = StockList(words("Sheets in the file"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.keep = Button(words("Keep"), Kind.PRIMARY, height=MAIN)
        self.whole = Button(words("Choose all that fit"), Kind.QUIET)
        self._lay_out()
        self.field.textChanged.connect(self._find)
        self.field.stepped.connect(self.list.step)
        self.field.entered.connect(self._keep)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._count())
        self.keep.clicked.connect(self._keep)
        self.whole.clicked.connect(self._choose_all)
        self.setFocusProxy(self.field)

    def show_rows(self, rows: Sequence[StockRow], file: str) -> None:
        words, self._rows = self._words, rows
        amiss = sum(bool(row.stock.amiss) for row in rows)
        said = words.plural(
            "{n} sheet in {file}.", "{n} sheets in {file}.", len(rows), file=words.isolated(file)
        )
        if amiss:
            bad = words.plural("{n} does not fit its page.", "{n} do not fit their page.", amiss)
            said = f"{said} {bad}"
        self.file.setText(said)
        self.field.clear()
        self._find("")
        if len(rows) == 1:
            self.list.choose(rows[0].name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @property
    def chosen(self) -> list[str]:
        """Of those that are chosen the ones that fit."""
        fit = {row.name for row in self._rows if not row.stock.amiss}
        return [name for name in self.list.chosen if name in fit]

    def _find(self, text: str) -> None:
        asked = text.casefold().split()
        rows = [row for row in self._rows if all(one in _told(row) for one in asked)]
        self.list.show_rows(rows)
        self._count()

    def _count(self) -> None:
        n = len(self.chosen)
        self.keep.setText(
            self._words.plural("Keep {n} sheet", "Keep {n} sheets", n) if n else self._words("Keep")
        )
        self.keep.updateGeometry()
        if n:
            self.keep.enable()
        else:
            self.keep.disable(self._words("Choose the sheets that you use"))

    def _choose_all(self) -> None:
        self.list.choose_several([row.name for row in self._rows if not row.stock.amiss])

    def _keep(self) -> None:
        if self.chosen:
            self.kept.emit(self.chosen)

    def _lay_out(self) -> None:
        self.field.setObjectName("templates.search")
        self.list.setObjectName("templates.list")
        self.keep.setObjectName("templates.keep")
        self.whole.setObjectName("templates.whole")
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.keep)
        acts.addWidget(self.whole)
        acts.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(4, 4, 8, 16))
        column.setSpacing(12)
        column.addWidget(self.file)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addLayout(acts)


def _told(row: StockRow) -> str:
    return f"{row.name} {' '.join(row.stock.aliases)} {row.detail}".casefold()
