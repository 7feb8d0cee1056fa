"""The list of customers: title, filters or verbs, table, or the word that nobody is here."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.customers.bulk_bar import BulkBar, Several
from ui.customers.columns import COLUMNS
from ui.customers.filter_bar import FilterBar
from ui.customers.rows import Row
from ui.shared.buttons import Button, Kind, key_words
from ui.shared.focus import in_turn
from ui.shared.headers import PageHeader
from ui.shared.notice import ROOM
from ui.shared.table import Table
from ui.shared.text import Text
from ui.shell.memory import Memory

LAYOUT = "customers.columns"
Fetch = Callable[[Sequence[int]], Mapping[int, Row]]


class ListSide(QWidget):
    """Everything on the leading side of the screen."""

    delete_asked = Signal()
    escaped = Signal()

    def __init__(self, words: Words, fetch: Fetch, several: Several, memory: Memory) -> None:
        super().__init__()
        self.header = PageHeader(words("Customers"))
        self.bring = Button(words("Import"), Kind.QUIET, icon="tray-arrow-down")
        self.add = Button(words("Add customer"), Kind.PRIMARY, icon="plus")
        self.bring.setObjectName("import")
        self.add.setObjectName("add")
        self.add.setToolTip(key_words("Ctrl+N"))
        self.filters = FilterBar(words)
        self.bulk = BulkBar(several, words)
        self.table = Table(COLUMNS, words, fetch, label=words("Customers"))
        self.table.setObjectName("customers")
        self.nobody = Nobody(words)
        self._lay_out()
        self.table.take_layout(memory.get(LAYOUT))
        self.table.layout_changed.connect(lambda: memory.set(LAYOUT, self.table.layout_text()))
        self.table.installEventFilter(self)

    def show_several(self, said: str) -> None:
        self.bulk.show_several(said)
        self._above.setCurrentWidget(self.bulk if said else self.filters)

    def show_nobody(self, sentence: str) -> None:
        self.nobody.show_sentence(sentence)
        self._below.setCurrentWidget(self.nobody)

    def show_table(self) -> None:
        self._below.setCurrentWidget(self.table)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        asked = {
            Qt.Key.Key_Delete: self.delete_asked,
            Qt.Key.Key_Escape: self.escaped,
        }
        act = asked.get(Qt.Key(event.key())) if event.type() == QEvent.Type.KeyPress else None
        if act is not None:
            act.emit()
        return act is not None

    def _lay_out(self) -> None:
        self.header.add(self.bring)
        self.header.add(self.add)
        self._above, self._below = QStackedLayout(), QStackedLayout()
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addLayout(self._above, 1)
        chooser = self.table.column_chooser()
        bar.addWidget(chooser)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addSpacing(20)
        whole.addLayout(bar)
        whole.addSpacing(14)
        whole.addLayout(self._below, 1)
        whole.addSpacing(ROOM)
        # Only now: without a place in the page each would be a window of its own for a moment.
        for stacked, parts in (
            (self._above, (self.filters, self.bulk)),
            (self._below, (self.table, self.nobody)),
        ):
            for part in parts:
                stacked.addWidget(part)
        in_turn(self.filters.more, self.bulk.close_all, chooser, self.table)


class Nobody(QWidget):
    """Nobody stands behind this filter."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._sentence = Text("", 16, 600, wrap=True)
        self.everybody = Button(words("Show everybody"), Kind.LINK, height=24)
        self.everybody.setObjectName("everybody")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 40, 12, 0)
        whole.setSpacing(8)
        whole.addWidget(self._sentence)
        whole.addWidget(self.everybody)
        whole.addStretch()

    def show_sentence(self, sentence: str) -> None:
        self._sentence.setText(sentence)
