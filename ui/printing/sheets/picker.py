"""The stock picker: a search field over the list of sheets, filtered with every key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import Words
from ui.printing.sheets.finding import StockRow
from ui.printing.sheets.stock_list import StockList
from ui.shared.inputs import Input
from ui.shared.text import Text

Find = Callable[[str], Sequence[StockRow]]
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class StockPicker(QWidget):
    """The arrows walk the list from the field, Enter takes, Escape leaves."""

    walked = Signal(str)
    taken = Signal(str)
    left = Signal()

    def __init__(self, words: Words, find: Find) -> None:
        super().__init__()
        self._find = find
        self.field = SearchLine(words("Number, size, how many on a sheet, maker"))
        self.field.setObjectName("stock.search")
        self.list = StockList(words("Sheets of labels"))
        self.list.setObjectName("stock.list")
        self._nothing = Text(
            words("No sheet fits that. It may be measured, or read from a template file."),
            14,
            ink="ink2",
            wrap=True,
        )
        self._lay_out()
        self.field.textChanged.connect(lambda _text: self.refresh())
        self.field.stepped.connect(self.list.step)
        self.field.entered.connect(self.list.take)
        self.list.walked.connect(self.walked)
        self.list.taken.connect(self.taken)
        self.setFocusProxy(self.field)

    def begin(self, chosen: str = "") -> None:
        """Everything is shown, and what is chosen now."""
        self.field.clear()
        self.refresh(chosen)

    def refresh(self, chosen: str = "") -> None:
        """Finds anew."""
        rows = self._find(self.field.text())
        self.list.show_rows(rows, chosen or self.list.current)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.field.text():
                self.field.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(4, 4, 4, 0)
        whole.setSpacing(12)
        whole.addWidget(self.field)
        whole.addWidget(self._nothing)
        whole.addWidget(self.list, 1)
        self._nothing.hide()


class SearchLine(Input):
    """Tells where the arrows want to go, and leaves Escape to whoever holds it."""

    stepped = Signal(int)
    entered = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder)
        self.setAccessibleName(placeholder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
