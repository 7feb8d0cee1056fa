"""The month of promotions with its name, the ways to another month, and what is to be said of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.loyalty.programme_calendar import MonthGrid
from ui.loyalty.programme_presenter import Calendar
from ui.shared.buttons import Button, IconButton, Kind
from ui.shared.headers import SECTION, Heading
from ui.shared.text import Text


class PromotionMonth(QWidget):
    """`turned` asks for so many months later; 0 is the month of today."""

    turned = Signal(int)
    day_chosen = Signal(object)
    promotion_chosen = Signal(int)

    def __init__(self, words: Words, week: Sequence[str]) -> None:
        super().__init__()
        back, on = ("chevron-right", "chevron-left") if words.right_to_left else _WAYS
        self.heading = Heading("", "", SECTION)
        self.back = IconButton(back, words("The month before"))
        self.on = IconButton(on, words("The next month"))
        self.now = Button(words("Today"), Kind.LINK, height=24)
        self.grid = MonthGrid(words, week)
        self.said = Text("", 13, ink="warn", wrap=True)
        self.stops: Sequence[QWidget] = (self.now, self.back, self.on, self.grid)
        """In the order in which Tab comes to them."""
        self._connect()
        self._lay_out()

    def show_calendar(self, calendar: Calendar) -> None:
        self.heading.show_words(calendar.title)
        self.grid.show_calendar(calendar)
        self.said.setText(calendar.said)
        self.said.setVisible(bool(calendar.said))
        first, today = calendar.month.first, calendar.today
        self.now.setVisible((first.year, first.month) != (today.year, today.month))

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        self.on.clicked.connect(lambda: self.turned.emit(1))
        self.now.clicked.connect(lambda: self.turned.emit(0))
        self.grid.month_asked.connect(self.turned)
        self.grid.day_chosen.connect(self.day_chosen)
        self.grid.promotion_chosen.connect(self.promotion_chosen)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading, 1)
        for part in (self.now, self.back, self.on):
            head.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self.grid)
        whole.addWidget(self.said)


_WAYS = ("chevron-left", "chevron-right")
