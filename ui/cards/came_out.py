"""What is asked after printing: whether all of it came out, and if not, which cards did not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.cards.tick_list import Name, TickList
from ui.shared.buttons import IN_ROW, Button, Kind
from ui.shared.pane import Panel
from ui.shared.text import Figure
from ui.shared.tokens import Token
from ui.shared.warning import Warn

MOST_ROWS = 5
"""More names than stand in so many rows are scrolled to."""


class CameOut(QWidget):
    """A strip, and under it the names once something did not come out."""

    all_came = Signal(list)
    """The ids of all cards: every one came out."""
    print_again = Signal(list)
    """The ids of those that did not and are to be printed at once; the others came out."""
    put_back = Signal(list)
    """The same, to be printed another day."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._cards: Sequence[Name] = ()
        self.strip: _Asked | None = None
        self.missing = Missing(words)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(8)
        self._whole.addWidget(self.missing)
        self.missing.print_again.connect(self.print_again)
        self.missing.put_back.connect(self.put_back)
        self.missing.left.connect(self._close)
        self.hide()

    def ask(self, cards: Sequence[Name], detail: str = "") -> None:
        """Ids and names of the cards just printed; `detail` says what holds until it is answered."""
        self._cards = tuple(cards)
        if self.strip is not None:
            self.strip.hide()
            self.strip.deleteLater()
        self.strip = _Asked(self._words, len(cards), detail)
        self.strip.all_came.clicked.connect(self._all)
        self.strip.some_not.clicked.connect(self._open)
        self._whole.insertWidget(0, self.strip)
        self.missing.hide()
        self.show()

    def _all(self) -> None:
        self.all_came.emit([one for one, _name in self._cards])

    def _open(self) -> None:
        if self.missing.isVisible():
            self._close()
        else:
            self.missing.show_names(self._cards)
            self.missing.show()
            self.missing.names.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self.missing.hide()
        if self.strip is not None:
            self.strip.some_not.setFocus(Qt.FocusReason.OtherFocusReason)


class _Asked(Warn):
    ground: Token = "good_tint"
    ink: Token = "good"

    def __init__(self, words: Words, n: int, detail: str) -> None:
        said = words.plural(
            "{n} card printed. Did it come out?", "{n} cards printed. Did all of them come out?", n
        )
        super().__init__(said, detail, "printer-check")
        self.all_came = self.add_act(words.plural("It came out", "All came out", n))
        self.some_not = self.add_act(words.plural("It did not…", "These did not…", n))


class Missing(Panel):
    """The names to tick, and what is to become of those cards."""

    print_again = Signal(list)
    put_back = Signal(list)
    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__(radius=10)
        self._words = words
        self.names = TickList(words("Cards that did not come out"))
        self._title = Figure("", 14, 500)
        self.all = Button("", Kind.LINK, height=IN_ROW)
        self.again = Button(words("Print these again"), icon="printer-outline", height=IN_ROW)
        self.back = Button(words("Put them back"), height=IN_ROW)
        self.names.ticked.connect(self._say)
        self.all.clicked.connect(self._all_or_none)
        self.again.clicked.connect(lambda: self.print_again.emit(self.names.ids))
        self.back.clicked.connect(lambda: self.put_back.emit(self.names.ids))
        self.hide()
        self._lay_out()

    def show_names(self, names: Sequence[Name]) -> None:
        self._count = len(names)
        self.names.show_names(names)
        self.names.setFixedHeight(self.names.rows_high(MOST_ROWS))
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _all_or_none(self) -> None:
        self.names.tick_all(ticked=not self.names.ids)

    def _say(self) -> None:
        words, n = self._words, len(self.names.ids)
        self._title.setText(
            words.plural("{n} card did not come out", "{n} cards did not come out", n)
            if n
            else words("Tick the cards that did not come out")
        )
        self.all.setText(words("Clear") if n else words("All"))
        for button in (self.again, self.back):
            if n:
                button.enable()
            else:
                button.disable(words("Tick a card first"))

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.all)
        foot.setSpacing(8)
        foot.addStretch()
        foot.addWidget(self.back)
        foot.addWidget(self.again)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 8, 16, 12)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self.names)
        whole.addLayout(foot)
