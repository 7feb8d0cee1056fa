"""The page on which something of a past sale comes back: its items, the amount, and what it will do."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.loyalty.amount_field import AmountField
from ui.loyalty.aside import Aside
from ui.loyalty.refunds import Bought, RefundSaid
from ui.shared.buttons import MAIN, Button, IconButton, Kind
from ui.shared.fonts import font
from ui.shared.text import ElidedText, Figure, Text

LOW = 64


class RefundPage(Aside):
    """Enter gives back what stands in the field."""

    typed = Signal(str)
    counted = Signal(str, bool)
    """The name of an item, and whether one more of it comes back."""
    give_asked = Signal()

    def __init__(self, words: Words, sign: str) -> None:
        super().__init__(words)
        self.line = Text("", 14, ink="ink2", wrap=True)
        self.amount = AmountField(sign)
        self.amount.setObjectName("loyalty.refund.amount")
        self.amount.setAccessibleName(words("Comes back"))
        self.amount.setFixedHeight(LOW)
        self.amount.setFont(font(28, 500, tabular=True))
        self.effects = Text("", 15, 500, wrap=True)
        self.give = Button(
            words("Give back"), Kind.PRIMARY, icon="cash-refund", shown_key="Enter", height=MAIN
        )
        self.give.setObjectName("loyalty.refund.give")
        self._rows: dict[str, BoughtRow] = {}
        self._items = QVBoxLayout()
        self._items.setSpacing(4)
        self._lay_out()
        self.amount.textEdited.connect(self.typed)
        self.amount.submitted.connect(self.give_asked)
        self.give.clicked.connect(self.give_asked)

    def show_refund(self, refund: RefundSaid) -> None:
        self.show_title(refund.title)
        self.line.setText(refund.line)
        self._show_items(refund.bought)
        if self.amount.text() != refund.amount:
            self.amount.setText(refund.amount)
        self.amount.mark_wrong(bool(refund.wrong))
        self.amount.setAccessibleDescription(refund.wrong)
        self.effects.setText(refund.wrong or "\n".join(refund.effects))
        self.effects.paint_in("bad" if refund.wrong else "ink")

    def _show_items(self, bought: Sequence[Bought]) -> None:
        if [one.name for one in bought] != list(self._rows):
            for row in self._rows.values():
                row.hide()
                row.deleteLater()
            self._rows = {one.name: self._row(one.name) for one in bought}
        for one in bought:
            self._rows[one.name].show_bought(one)

    def _row(self, name: str) -> "BoughtRow":
        row = BoughtRow(name, self._say)
        row.less.clicked.connect(partial(self._count, name, more=False))
        row.more.clicked.connect(partial(self._count, name, more=True))
        self._items.addWidget(row)
        return row

    def _count(self, name: str, *, more: bool) -> None:
        self.counted.emit(name, more)

    def _lay_out(self) -> None:
        self.body.addWidget(self.line)
        self.body.addLayout(self._items)
        field = QVBoxLayout()
        field.setSpacing(8)
        field.addWidget(Text(self._say("Comes back"), 13, 500, ink="ink2"))
        field.addWidget(self.amount)
        self.body.addLayout(field)
        self.body.addWidget(self.effects)
        self.body.addStretch()
        self.foot.addWidget(self.give, 0, Qt.AlignmentFlag.AlignLeading)


class BoughtRow(QWidget):
    """An item, how many of it there are, and how many come back."""

    def __init__(self, name: str, words: Words) -> None:
        super().__init__()
        self._say = words
        shown = words.isolated(name)
        self.name, self.count = ElidedText(name, 15), Figure("", 15, 600)
        self.count.setMinimumWidth(32)
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.left = Figure("", 14, ink="ink2")
        self.less = IconButton("minus", words("One less of {item}", item=shown))
        self.more = IconButton("plus", words("One more of {item}", item=shown))
        self.less.setObjectName(f"loyalty.refund.less.{name}")
        self.more.setObjectName(f"loyalty.refund.more.{name}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        for part in (self.less, self.count, self.more, self.left):
            row.addWidget(part)

    def show_bought(self, one: Bought) -> None:
        self.count.setText(one.back)
        self.left.setText(self._say("of {n}", n=one.left))
        self.more.setEnabled(not one.is_all)
        self.less.setEnabled(one.back != self._say.number(0))
        self.setAccessibleName(f"{one.name}, {one.back} {self.left.text()}")
