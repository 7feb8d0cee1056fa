"""A lost card that was replaced turns up again: it says so, and whose it was."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.loyalty import codes
from app.loyalty.scanned import Scanned
from app.people.customers import UnknownCustomer
from app.shop import Shop
from resources.words import Words
from ui.loyalty.saying import brief
from ui.shared.buttons import COUNTER, Button, Kind
from ui.shared.margins import margins
from ui.shared.text import Text

COLUMN = 560


class DeadCard(QWidget):
    """Whoever holds it may be somebody else, so she is opened only when that is asked for."""

    opened = Signal(int)
    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._say, self._customer = words, 0
        self.title, self.line = Text("", 32, 600, wrap=True), Text("", 16, ink="ink2", wrap=True)
        self.open = Button("", Kind.PRIMARY, icon="account-outline", height=COUNTER)
        self.open.setObjectName("loyalty.dead.open")
        self.away = Button(words("Not now"), height=COUNTER)
        self.open.clicked.connect(lambda: self.opened.emit(self._customer))
        self.away.clicked.connect(self.left)
        self.setFocusProxy(self.open)
        self._lay_out()

    def show_card(self, shop: Shop, card: Scanned) -> None:
        say, number = self._say, self._say.isolated(codes.grouped(card.code))
        self.title.setText(say("Card {number} was replaced", number=number))
        day = say.date(card.day) if card.day else ""
        try:
            one = shop.customers.get(card.subject)
        except UnknownCustomer:
            self.open.hide()
            self.line.setText(say("That was on {day}. It is not good any more.", day=day))
            return
        self._customer, name = one.id, say.isolated(one.name)
        self.open.show()
        self.open.setText(say("Open {name}", name=say.isolated(brief(one.name))))
        self.line.setText(
            say(
                "That was on {day}. It was the card of {name}, and it is not good any more."
                " Please keep it.",
                day=day,
                name=name,
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self.open)
        acts.addWidget(self.away)
        acts.addStretch()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addSpacing(8)
        column.addWidget(self.line)
        column.addSpacing(24)
        column.addLayout(acts)
        column.addStretch()
        holder = QWidget()
        holder.setFixedWidth(COLUMN)
        holder.setLayout(column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(margins(40, 56, 32, 24))
        whole.addWidget(holder, 1)
