"""The list of the next thirty days, as a table."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import mark
from ui.desk import Desk
from ui.shared.buttons import Button, IconButton, Kind
from ui.shared.cells import Cell, Column, Said, Someone
from ui.shared.headers import PageHeader
from ui.shared.margins import margins
from ui.shared.states import State
from ui.shared.table import Table
from ui.today.coming import Coming, ComingBirthdays


def make_coming(desk: Desk, back: Callable[[], None]) -> QWidget:
    """The list; `back` leads to where one came from."""
    presenter = ComingBirthdays(desk)
    page = ComingPage(desk, presenter, back)
    presenter.show(page)
    desk.on_change(page, lambda _kinds: presenter.refresh())
    return page


class ComingPage(QWidget):
    def __init__(self, desk: Desk, presenter: ComingBirthdays, back: Callable[[], None]) -> None:
        super().__init__()
        words = desk.words
        self._title = words("Birthdays, the next 30 days")
        self.header = PageHeader(self._title)
        self.back = IconButton(
            "arrow-right" if words.right_to_left else "arrow-left", words("Back to Today"), size=40
        )
        self.back.clicked.connect(back)
        self.write = Button(words("Write cards"), Kind.SECONDARY, icon="email-edit-outline")
        self.table = Table(_columns(desk), words, presenter.rows, label=self._title)
        self.write.clicked.connect(lambda: presenter.write_cards(self.table.selected_ids()))
        self.table.activated_id.connect(presenter.open)
        self.header.add(self.write)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back)
        head.addWidget(self.header, 1)
        QShortcut(QKeySequence("Escape"), self, back)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(margins(40, 8, 32, 24))
        whole.setSpacing(16)
        whole.addLayout(head)
        whole.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def show_rows(self, ids: Sequence[int], count: str) -> None:
        self.header.show_words(self._title, count)
        self.table.rows.forget(None)
        self.table.show_ids(ids)


def _columns(desk: Desk) -> list[Column]:
    words = desk.words
    printed = words("Card printed")

    def card(row: Coming) -> Cell:
        return State(printed, "good") if row.printed else ""

    return [
        Column("name", mark("Name"), 240, _name, stretch=True, fixed=True),
        Column("day", mark("Day"), 136, lambda row: Said(row.day, "ink2" if row.past else "ink")),
        Column("date", mark("Date"), 136, lambda row: row.date),
        Column("turning", mark("Turns"), 96, lambda row: row.turning, align="trailing"),
        Column("card", mark("Greeting card"), 136, card),
    ]


def _name(row: Coming) -> Cell:
    return Someone(row.name, row.uid)
