"""What did not come out of the printer: names to tick, and what is to become of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from resources.words import Words
from ui.cards.tick_list import Name, TickList
from ui.shared.buttons import IN_ROW, Button, Kind
from ui.shared.pane import Panel
from ui.shared.text import ElidedText

MOST_ROWS = 5
"""More names than stand in so many rows are scrolled to."""


class Missing(Panel):
    """The names to tick, and what is to become of those pieces."""

    print_again = Signal(list)
    put_back = Signal(list)
    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(radius=10)
        self._words = words
        self.names = TickList(words("What did not come out"), most_rows=MOST_ROWS)
        self._title = ElidedText("", 14, 500)
        self.all = Button("", Kind.LINK, height=IN_ROW)
        self.again = Button(words("Print these again"), height=IN_ROW)
        self.back = Button(words("Put them back"), height=IN_ROW)
        self.names.ticked.connect(self._say)
        self.all.clicked.connect(lambda: self.names.tick_all(ticked=not self.names.ids))
        self.again.clicked.connect(lambda: self.print_again.emit(self.names.ids))
        self.back.clicked.connect(lambda: self.put_back.emit(self.names.ids))
        self.hide()
        self._lay_out()

    def show_names(self, names: Sequence[Name]) -> None:
        """A card that was printed alone is ticked already."""
        self.names.show_names(names)
        if len(names) == 1:
            self.names.tick_all(ticked=True)
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        words, n = self._words, len(self.names.ids)
        said = words.plural("{n} did not come out", "{n} did not come out", n)
        self._title.setText(said if n else words("Tick what did not come out"))
        self.all.setText(words("Clear") if n else words("Tick all"))
        for button in (self.again, self.back):
            if n:
                button.enable()
            else:
                button.disable(words("Tick one first"))

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.all)
        foot.setSpacing(8)
        foot.addStretch()
        foot.addWidget(self.back)
        foot.addWidget(self.again)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 8, 12, 12)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self.names)
        whole.addLayout(foot)
