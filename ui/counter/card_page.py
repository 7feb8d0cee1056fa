"""The page for a card or a phone number, by which somebody may be known."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.counter.frame import Frame, Look, headline
from ui.counter.pad import Pad
from ui.counter.pages import ShowingCard
from ui.counter.parts import Promise, TouchButton
from ui.counter.presenter import Counter
from ui.shared.buttons import Kind
from ui.shared.text import Text

FEWEST_SIGNS = 3


class CardPage(Frame):
    """The view of `ShowingCard`."""

    def __init__(self, shown: ShowingCard, look: Look, counter: Counter) -> None:
        super().__init__(look)
        words = self.words
        self.pad = Pad(words, self.m, words("Card or phone number"))
        self._lay_out_middle(shown)
        without = TouchButton(words("Go on without a card"), self.m, padding=24)
        without.setObjectName("no card")
        without.clicked.connect(counter.no_card)
        self.take = TouchButton(words("That is me"), self.m, Kind.PRIMARY, icon="check", padding=32)
        self.take.setObjectName("take card")
        self.take.setEnabled(False)
        self.take.clicked.connect(lambda: counter.take_card(self.pad.text))
        self.pad.changed.connect(
            lambda text: self.take.setEnabled(len(text.strip()) >= FEWEST_SIGNS)
        )
        self.foot.fill([without], [self.take])

    def first_focus(self) -> QWidget | None:
        return self.pad.field

    def _lay_out_middle(self, shown: ShowingCard) -> None:
        words, px = self.words, self.m.px
        said = QVBoxLayout()
        said.setSpacing(px(24))
        asked = words("We do not know that number") if shown.unknown else words("Show your card")
        title = headline(asked, 40, self.m)
        title.setAlignment(Qt.AlignmentFlag.AlignLeading)
        line = (
            words("Perhaps a digit is wrong. Try once more, or go on without it.")
            if shown.unknown
            else words("Hold it before the scanner, or type its number or your phone number.")
        )
        said.addWidget(title)
        said.addWidget(Text(line, px(20), ink="ink2", wrap=True))
        told = words(
            "The owner will see that the answer is yours. Here only your first name shows."
        )
        said.addWidget(Promise(told, self.m, icon="account-outline"))
        said.addStretch()
        row = QHBoxLayout()
        row.setSpacing(px(64))
        row.addStretch(1)
        row.addLayout(said, 6)
        row.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.middle.addLayout(row)
