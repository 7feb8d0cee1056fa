"""The leading column: which list, how many of it are ticked, and the people themselves."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.cards.people_list import PeopleList
from ui.cards.shown import Chosen, Row, Total
from ui.shared.buttons import Button, Kind
from ui.shared.combo import Combo
from ui.shared.headers import PageHeader
from ui.shared.text import Figure

WIDE = 248
ASIDE = 14
"""For the scroll bar, beside the people and not over them."""


class PeopleColumn(QWidget):
    """248 wide, and beside that room for the scroll bar."""

    list_chosen = Signal(str)

    def __init__(self, words: Words, row: Callable[[int], Row]) -> None:
        super().__init__()
        self.lists = Combo()
        self.lists.setAccessibleName(words("Whom to write to"))
        self.tick = Button("", Kind.LINK, height=20)
        self.people = PeopleList(words("People"), row)
        self._count = Figure("", 13, ink="ink2")
        self.lists.activated.connect(lambda: self.list_chosen.emit(self.lists.key))
        self.setFixedWidth(WIDE + ASIDE)
        self._lay_out(words("Cards"))

    def show_lists(self, lists: Chosen) -> None:
        self.lists.offer(lists.choices, lists.key)

    def show_total(self, total: Total) -> None:
        self._count.setText(total.people)
        self.tick.setText(total.tick)

    def show_whether_empty(self, *, empty: bool) -> None:
        for part in (self._count, self.tick):
            part.setVisible(not empty)

    def _lay_out(self, title: str) -> None:
        line = QHBoxLayout()
        line.addWidget(self._count, 1)
        line.addWidget(self.tick)
        head = QVBoxLayout()
        head.setSpacing(10)
        head.addWidget(PageHeader(title))
        head.addWidget(self.lists)
        head.addLayout(line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(7)
        # As a space, not as a margin: margins do not change sides in Hebrew.
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addLayout(head)
        beside.addSpacing(ASIDE)
        whole.addLayout(beside)
        whole.addWidget(self.people, 1)
