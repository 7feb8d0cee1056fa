"""A card that nobody has yet was scanned: whoever holds it is in the book with one press of Enter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.loyalty import codes
from resources.words import Words
from ui.loyalty.saying import brief
from ui.loyalty.scanning import FRESH_NAME
from ui.shared.buttons import COUNTER, Button, Kind
from ui.shared.fields import Field
from ui.shared.flow import Flow
from ui.shared.inputs import Input
from ui.shared.margins import margins
from ui.shared.text import Text

COLUMN = 640


class FreshCard(QWidget):
    """The name may stay empty: the number of the card is enough to come again."""

    added = Signal(str, str)
    """The number of the card, and the name that was typed."""
    given = Signal(str)
    """The number of the card, which is that of whoever is at the counter."""
    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._say = words
        self._number = ""
        self.title = Text("", 32, 600, wrap=True)
        self.name = Field(words("Name, or nothing"), Input(height=48))
        self.name.control.setObjectName(FRESH_NAME)
        self.add = Button(
            words("Add the customer"), Kind.PRIMARY, icon="check", shown_key="Enter", height=COUNTER
        )
        self.add.setObjectName("loyalty.fresh.add")
        self.give = Button("", icon="card-account-details-outline", height=COUNTER)
        self.give.setObjectName("loyalty.fresh.give")
        self.away = Button(words("Not now"), Kind.QUIET, height=COUNTER)
        self.add.clicked.connect(self._ask)
        self.give.clicked.connect(lambda: self.given.emit(self._number))
        self.away.clicked.connect(self.left)
        self.setFocusProxy(self.name)
        self._lay_out()

    def show_card(self, number: str, here: str = "") -> None:
        """`here` is the name of whoever is at the counter."""
        self._number, shown = number, self._say.isolated(codes.grouped(number))
        self.title.setText(self._say("Card {number} is new", number=shown))
        short = self._say.isolated(brief(here))
        self.give.setText(self._say("It is the new card of {name}", name=short))
        self.give.setToolTip(here)
        self.give.setVisible(bool(here))
        if not self.isVisible():  # else it is scanned once more, or another one in its place
            self.name.set_text("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._ask()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        self.added.emit(self._number, self.name.text)

    def _lay_out(self) -> None:
        said = self._say("It belongs to nobody yet. Add whoever holds it, with a name or without.")
        acts = Flow(across=12, down=8)
        for act in (self.add, self.give, self.away):
            acts.addWidget(act)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for gap, part in (
            (8, self.title),
            (24, Text(said, 16, ink="ink2", wrap=True)),
            (24, self.name),
        ):
            column.addWidget(part)
            column.addSpacing(gap)
        column.addLayout(acts)
        column.addStretch()
        holder = QWidget()
        holder.setFixedWidth(COLUMN)
        holder.setLayout(column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(margins(40, 56, 32, 24))
        whole.addWidget(holder, 1)
