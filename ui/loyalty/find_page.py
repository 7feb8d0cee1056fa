"""Nobody is at the counter yet: scan or type, or take one of those who were here a moment ago."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import Words
from ui.shared.avatars import initials, paint_avatar
from ui.shared.buttons import Button, Kind, RowButton
from ui.shared.easel import TRAILING, Easel
from ui.shared.fonts import font
from ui.shared.headers import PageHeader, Section
from ui.shared.margins import margins
from ui.shared.text import Text
from ui.shared.theme import colour

COLUMN = 560


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """Somebody who was here lately."""

    id: int
    uid: str
    name: str
    photo: str
    aside: str


class FindPage(QWidget):
    """What is typed here goes to the search field above."""

    typed = Signal(str)
    chosen = Signal(int)
    programme_asked = Signal()
    sales_asked = Signal()
    """Those of today, of which something may come back."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._say = words
        self.setAccessibleName(words("Who is at the counter?"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.header = PageHeader(words("Loyalty"))
        self.programme = Button(words("Programme"), icon="star-cog-outline")
        self.programme.setObjectName("loyalty.programme")
        self.programme.clicked.connect(self.programme_asked)
        self.sales = Button(words("Past sales"), Kind.QUIET, icon="cash-refund")
        self.sales.setObjectName("loyalty.finding.sales")
        self.sales.clicked.connect(self.sales_asked)
        self.header.add(self.sales)
        self.header.add(self.programme)
        self.lately = Section(words("Here lately"))
        self._lay_out()

    def show_served(self, people: Sequence[Served]) -> None:
        self.lately.clear()
        for one in people:
            row = ServedRow(one)
            row.clicked.connect(lambda _on=False, who=one.id: self.chosen.emit(who))
            self.lately.add(row)
        self.lately.setVisible(bool(people))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        say = self._say
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(say("Who is at the counter?"), 32, 600, wrap=True))
        column.addSpacing(8)
        said = say(
            "Scan a card, or type a name, a phone or a number."
            " Who is not in the book yet is added with Enter."
            " F2 is for a sale without a customer."
        )
        column.addWidget(Text(said, 16, ink="ink2", wrap=True))
        column.addSpacing(40)
        column.addWidget(self.lately)
        column.addStretch()
        holder = QWidget()
        holder.setFixedWidth(COLUMN)
        holder.setLayout(column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(margins(40, 8, 32, 24))
        whole.setSpacing(40)
        whole.addWidget(self.header)
        whole.addWidget(holder, 1)


class ServedRow(RowButton):
    """Avatar, name, and what she has."""

    def __init__(self, one: Served) -> None:
        super().__init__(f"{one.name}, {one.aside}")
        self._one = one
        self.setObjectName(f"loyalty.served.{one.id}")

    def sizeHint(self) -> QSize:
        return QSize(COLUMN, 56)

    def paintEvent(self, _event: QPaintEvent) -> None:
        one, rect = self._one, QRectF(self.rect())
        with Easel.on(self) as easel:
            if self.underMouse():
                easel.box(rect, 8, colour("sunken"))
            paint_avatar(easel, QRectF(12, 12, 32, 32), initials(one.name), one.uid, one.photo)
            easel.text(rect.adjusted(56, 0, -140, 0), one.name, font(14, 500), colour("ink"))
            easel.text(rect.adjusted(56, 0, -12, 0), one.aside, font(14), colour("ink2"), TRAILING)
