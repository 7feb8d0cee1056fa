"""Gift cards: what the shop owes on them, those that are out, and one at the trailing side."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import mark
from ui.coupons.find_field import FindField
from ui.coupons.gifts import Gifts
from ui.coupons.offers import Line, Shown
from ui.coupons.offers_page import beside, fill
from ui.coupons.pane import AMOUNT, REASON, Act, CodePane
from ui.coupons.rows import LineRow
from ui.desk import Desk
from ui.shared.buttons import Kind
from ui.shared.headers import Section
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.text import Figure, Text

ACTS: Mapping[str, Act] = {
    "pay": Act(mark("Pay with it"), (AMOUNT,), mark("Take it off")),
    "load": Act(mark("Load it"), (AMOUNT,), mark("Load it")),
    "back": Act(mark("Put a payment back"), (AMOUNT,), mark("Put it back")),
    "out": Act(mark("Pay it out"), (AMOUNT,), mark("Pay it out")),
    "void": Act(mark("Cancel this card"), (REASON,), mark("Cancel it"), Kind.DESTRUCTIVE),
}


class GiftsPage(QWidget):
    """The view of `Gifts`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, words = desk, desk.words
        self.gifts = Gifts(desk, self)
        self.owed, self.on_cards = Figure("", 40, 600), Text("", 14, ink="ink2")
        self.finding = FindField(words, words("Code of a gift card"), self.gifts.find)
        self.out = Section(words("Gift cards"))
        self.pane = CodePane(words, words("The gift card"), ACTS, self.gifts.act)
        self.pane.left.connect(self.gifts.leave)
        self.pane.hide()
        self._lay_out()
        self.setFocusProxy(self.finding)

    def show_owed(self, amount: str, detail: str) -> None:
        self.owed.setText(amount)
        self.on_cards.setText(detail)

    def show_out(self, lines: Sequence[Line]) -> None:
        rows = []
        for line in lines:
            row = LineRow(line)
            row.setObjectName("gift")
            row.clicked.connect(lambda _on=False, code=line.key: self.gifts.find(code))
            rows.append(row)
        fill(self.out, rows, self._desk.words("No gift card is out yet. They are sold above."))

    def show_one(self, shown: Shown | None) -> None:
        self.pane.setVisible(shown is not None)
        if shown is not None:
            self.pane.show_one(shown)

    def _lay_out(self) -> None:
        owed = QVBoxLayout()
        owed.setSpacing(0)
        owed.addWidget(Text(self._desk.words("What you still owe"), 13, 500, ink="ink2"))
        owed.addWidget(self.owed)
        owed.addWidget(self.on_cards)
        column = QVBoxLayout()
        column.setContentsMargins(margins(0, 4, 4, ROOM))
        column.setSpacing(32)
        column.addLayout(owed)
        column.addWidget(self.finding)
        column.addWidget(self.out)
        column.addStretch()
        beside(self, column, self.pane)
