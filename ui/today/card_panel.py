"""The trailing panel of Today: the card that is to be printed first, as it will lie on the counter."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from resources.words import Words
from ui.shared.avatars import Avatar
from ui.shared.buttons import Button, Kind
from ui.shared.pane import Panel
from ui.shared.paper import Draw, PaperSheet
from ui.shared.text import ElidedText, Text
from ui.today.page import NextCard

WIDE, CLOSE = 384, 304
"""As it stands beside the morning: in a roomy window, and in one of 1280."""
A6 = QSizeF(148, 105)
SHEET_AIR = 22
PIXELS = (888, 630)
"""Of the picture of a card: three times what the panel shows, for screens of any density."""
AIR = 24
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
FLAT = QSize(310, 236)
"""Room for the paper with its shadow; where the panel stands, it is as wide as the words."""


class CardPanel(Panel):
    """Who gets the next card, the card itself, and the way to print it."""

    print_pressed = Signal(int)
    person_pressed = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__("sunken")
        self._card: NextCard | None = None
        self.title = Text(words("Next card"), 16, 600)
        self.rest = Text("", 14, ink="ink2", wrap=True)
        self._avatar = Avatar(size=48)
        self._name, self._detail = ElidedText("", 16, 600), ElidedText("", 13, ink="ink2")
        self.sheet = PaperSheet(words("The card"), A6, air=SHEET_AIR)
        self.print = Button(words("Print this card"), Kind.PRIMARY, icon="printer-outline")
        self.open = Button(words("Open the customer"), Kind.QUIET)
        self.print.clicked.connect(self._print)
        self.open.clicked.connect(self._open)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._lay_out()

    def show_card(self, card: NextCard | None, rest: str) -> None:
        """The next card; None when every card is printed, and `rest` says what comes then."""
        self._card = card
        self.rest.setText("" if card else rest)
        self.rest.setVisible(card is None)
        for part in (self._who, self.sheet, self._foot):
            part.setVisible(card is not None)
        self.sheet.show_sheet(A6, None, "")
        if card is not None:
            self._avatar.show_person(card.person.name, card.person.uid)
            self._name.setText(card.person.name)
            self._detail.setText(card.detail)

    def show_paper(self, draw: Draw | None, said: str) -> None:
        """What is written on the card; `said` is read aloud."""
        self.sheet.show_sheet(A6, draw, said)

    def lie(self, *, flat: bool) -> None:
        """`flat` below the ribbon of a narrow window, the paper beside the words; else upright."""
        for part in (self._head, self.sheet, self._foot):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._head, 0, 0)
        if flat:
            self._grid.addWidget(self._foot, 1, 0, Qt.AlignmentFlag.AlignBottom)
            self._grid.addWidget(self.sheet, 0, 1, 2, 1)
        else:
            self._grid.addWidget(self.sheet, 1, 0)
            self._grid.addWidget(self._foot, 2, 0)
        self._grid.setColumnStretch(0, 1)
        if flat:
            self._acts.setDirection(ACROSS)
            self.sheet.setFixedSize(FLAT)

    def stand(self, wide: int) -> None:
        """Upright, and so many pixels across."""
        self.setFixedWidth(wide)
        inside = wide - 2 * AIR
        self.sheet.setFixedSize(inside, inside * 3 // 4)
        both = self.print.sizeHint().width() + self._acts.spacing() + self.open.sizeHint().width()
        self._acts.setDirection(DOWN if both > inside else ACROSS)

    def _lay_out(self) -> None:
        self._head, self._who, self._foot = QWidget(), QWidget(), QWidget()
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addStretch()
        names.addWidget(self._name)
        names.addWidget(self._detail)
        names.addStretch()
        person = QHBoxLayout(self._who)
        person.setContentsMargins(0, 0, 0, 0)
        person.setSpacing(12)
        person.addWidget(self._avatar)
        person.addLayout(names, 1)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(16)
        head.addWidget(self.title)
        head.addWidget(self._who)
        head.addWidget(self.rest)
        head.addStretch()
        self._acts = QBoxLayout(ACROSS, self._foot)
        self._acts.setContentsMargins(0, 0, 0, 0)
        self._acts.setSpacing(8)
        for act in (self.print, self.open):
            self._acts.addWidget(act, 0, Qt.AlignmentFlag.AlignLeading)
        self._acts.addStretch()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(AIR, AIR, AIR, AIR)
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(12)
        # At once: a part that stands nowhere yet would open as a window of its own.
        self.lie(flat=False)
        self.stand(WIDE)

    def _print(self) -> None:
        if self._card is not None:
            self.print_pressed.emit(self._card.person.id)

    def _open(self) -> None:
        if self._card is not None:
            self.person_pressed.emit(self._card.person.id)


def picture_of(pdf: bytes) -> Draw:
    """Draws the one page of `pdf`, written on nothing, over the whole sheet."""
    from ui.cards.pages import opened

    with opened(pdf) as pages:
        picture = pages.ink(0, PIXELS)

    def draw(painter: QPainter, size: QSizeF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), picture)

    return draw
