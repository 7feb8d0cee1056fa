"""What lies on the counter beside the amount: a coupon or a gift card, until it is put away again."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.loyalty.bill import Taken
from ui.shared.buttons import IconButton
from ui.shared.easel import Easel
from ui.shared.text import Text
from ui.shared.theme import colour

HIGH, GAP = 48, 8
_ICONS = {
    "coupon": "ticket-percent-outline",
    "points": "star-circle-outline",
    "gift card": "wallet-giftcard",
}


class TakenRows(QWidget):
    """One row for each; the rows of before stay as long as they only say something else."""

    put_away = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._say = words
        self._rows: dict[str, TakenRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 16, 0, 0)
        self._column.setSpacing(GAP)
        self.hide()

    def show_taken(self, taken: Sequence[Taken]) -> None:
        wanted = {one.what: one for one in taken}
        for gone in self._rows.keys() - wanted.keys():
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        for what, one in wanted.items():
            if what not in self._rows:
                self._rows[what] = self._new(what)
            self._rows[what].show_words(one.words)
        self.setVisible(bool(wanted))

    def _new(self, what: str) -> "TakenRow":
        row = TakenRow(_ICONS[what], self._say("Put away"))
        row.away.setObjectName(f"loyalty.taken.{what}")
        row.away.clicked.connect(partial(self.put_away.emit, what))
        self._column.addWidget(row)
        return row


class TakenRow(QWidget):
    """An icon, what it is and does, and a cross."""

    def __init__(self, icon: str, away_words: str) -> None:
        super().__init__()
        self._icon = icon
        self.words = Text("", 15, 500, wrap=True)
        self.away = IconButton("close", away_words)
        self.setMinimumHeight(HIGH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addSpacing(44)
        row.addWidget(self.words, 1)
        row.addWidget(self.away)
        row.addSpacing(8)

    def show_words(self, words: str) -> None:
        self.words.setText(words)
        self.setAccessibleName(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.box(QRectF(self.rect()), 10, colour("good_tint"))
            box = QRectF(16, self.height() / 2 - 10, 20, 20)
            easel.icon(self._icon, box, colour("good"))
