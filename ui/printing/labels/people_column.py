"""The leading column: whom it is for, whose address wants a look, and the names in the order of print."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.cards.shown import Chosen
from ui.printing.labels.name_list import NameList
from ui.printing.labels.shown import Missing, PeopleShown
from ui.shared.buttons import Button, Kind, RowButton
from ui.shared.combo import Combo
from ui.shared.easel import Easel
from ui.shared.fields import Field
from ui.shared.focus import in_turn
from ui.shared.fonts import font
from ui.shared.headers import Section
from ui.shared.margins import margins
from ui.shared.pane import scrolling
from ui.shared.text import Figure, Text
from ui.shared.theme import colour

WIDE, ASIDE, HIGH = 248, 14, 48
_MOST_HIGH = 220
_MANY = 2
"""So much more room for them than for the names, as long as there is little of it."""


class MissingRow(RowButton):
    """Somebody whose address is not whole; a press opens her."""

    def __init__(self, one: Missing) -> None:
        super().__init__(f"{one.name}, {one.said}")
        self._one = one
        self.setObjectName("missing")
        # Either may be cut; here it is told whole.
        self.setToolTip(f"{one.name}\n{one.said}")

    def sizeHint(self) -> QSize:
        return QSize(160, HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with Easel.on(self) as easel:
            if self.underMouse():
                easel.box(rect, 8, colour("sunken"))
            room = rect.width() - 16 - 24
            easel.text(QRectF(8, 5, room, 20), self._one.name, font(14, 500), colour("ink"))
            easel.text(QRectF(8, 25, room, 18), self._one.said, font(13), colour("warn"))
            easel.icon("pencil-outline", QRectF(rect.width() - 24, 16, 16, 16), colour("ink3"))


class PeopleColumn(QWidget):
    """The list, who wants a look before anything is printed, and everybody else."""

    list_chosen = Signal(str)
    opened = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.lists = Combo()
        self.lists.setObjectName("labels.list")
        self.count = Figure("", 13, ink="ink2")
        self.missing = Section(words("Addresses that are not whole"))
        self.missing_area = scrolling(self._held(self.missing))
        self.left_out = Text("", 13, ink="ink2", wrap=True)
        self.names = NameList(words("In the order of print"))
        self.names.setObjectName("labels.names")
        self.only = Text("", 13, ink="ink2", wrap=True)
        self.all_again = Button(words("All of them"), Kind.LINK, height=24)
        self.lists.activated.connect(lambda: self.list_chosen.emit(self.lists.key))
        self.all_again.clicked.connect(self.names.clearSelection)
        self.names.narrowed.connect(lambda places: self._show_only(len(places)))
        self.setFixedWidth(WIDE + ASIDE)
        self._lay_out()
        self._show_only(0)

    def show_lists(self, lists: Chosen) -> None:
        self.lists.offer(lists.choices, lists.key)

    def show_people(self, people: PeopleShown) -> None:
        self.count.setText(people.count)
        self.left_out.setText(people.left_out)
        self.left_out.setVisible(bool(people.left_out))
        self._show_missing(people)

    def show_names(self, names: Sequence[str], chosen: Sequence[int] = ()) -> None:
        """In the order of print, those at the `chosen` places chosen."""
        self.names.show_names(names, chosen)
        self._show_only(len(chosen))

    def _show_missing(self, people: PeopleShown) -> None:
        self.missing.clear()
        rows = [MissingRow(one) for one in people.missing]
        for one, row in zip(people.missing, rows, strict=True):
            row.clicked.connect(partial(self._open, one.customer))
            self.missing.add(row)
        in_turn(self.lists, *rows, self.names)
        if people.more:
            more = Text(people.more, 13, ink="ink2")
            more.setContentsMargins(margins(8, 8, 0, 8))
            self.missing.add(more)
        shown = len(people.missing)
        self.missing_area.setVisible(bool(shown))
        self.missing_area.setMaximumHeight(min(_MOST_HIGH, 32 + (HIGH + 1) * shown + 8))

    def _open(self, customer: int, _on: bool = False) -> None:
        self.opened.emit(customer)

    def _show_only(self, n: int) -> None:
        said = self._words.plural(
            "Only the one chosen comes out, at the same place.",
            "Only the {n} chosen come out, at the same places.",
            n,
        )
        self.only.setText(said)
        for part in (self.only, self.all_again):
            part.setVisible(bool(n))

    def _held(self, section: Section) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(margins(0, 0, ASIDE, 0))
        column.addWidget(section)
        column.addStretch()
        return column

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        for part in (
            Field(self._words("For whom"), self.lists),
            self.count,
            self.left_out,
        ):
            head.addWidget(part)
        # As a space, not as a margin: margins do not change sides in Hebrew.
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addLayout(head, 1)
        beside.addSpacing(ASIDE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 12)
        whole.setSpacing(12)
        whole.addLayout(beside)
        whole.addWidget(self.missing_area, _MANY)
        whole.addWidget(self.names, 1)
        whole.addWidget(self.only)
        whole.addWidget(self.all_again, 0, Qt.AlignmentFlag.AlignLeading)
