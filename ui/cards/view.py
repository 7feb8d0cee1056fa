"""The Cards screen: the people, the card on the desk, and the controls beside it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.changes import Kind
from app.shop import Shop
from ui.cards.controls import Controls
from ui.cards.looking_over import Findings
from ui.cards.nobody import Nobody
from ui.cards.order import Printer
from ui.cards.outlets import Choosers, Outlets
from ui.cards.people_column import ASIDE, PeopleColumn
from ui.cards.presenter import CardsPresenter
from ui.cards.preview import Preview
from ui.cards.shown import Chosen, Empty, Page, Remark, Total, Work
from ui.cards.strips import Strips
from ui.desk import Desk

_BETWEEN = 32
_SHOWN_OF = frozenset({Kind.CUSTOMERS, Kind.PRINTS, Kind.SETTINGS})


def make_cards(desk: Desk) -> QWidget:
    """The screen for its place in the window."""
    return CardsScreen(desk, Choosers())


class CardsScreen(QWidget):
    """What the presenter knows, laid out."""

    def __init__(self, desk: Desk, choosers: Choosers) -> None:
        super().__init__()
        self._desk, self._choosers = desk, choosers
        words = desk.words
        self.presenter = CardsPresenter(desk.shop, words, self)
        self.column = PeopleColumn(words, self.presenter.row)
        self.preview = Preview(words, desk.explain)
        self.strips = Strips(words)
        self.controls = Controls(words)
        self.nobody = Nobody(words)
        self.notice_over = QWidget()
        self._outlets = Outlets(desk, self, choosers, instead=self.presenter.save)
        self._lay_out()
        self._connect()
        desk.on_change(self, self._hear)

    def visited(self) -> None:
        """The day may have changed, and much else."""
        self.presenter.refresh()

    def choose_people(self, ids: Sequence[int]) -> None:
        """Cards for these people, in this order."""
        self.presenter.choose_people(ids)

    def show_choices(self, lists: Chosen, letters: Chosen, papers: Chosen) -> None:
        self.column.show_lists(lists)
        self.controls.show_choices(letters, papers)

    def show_people(self, count: int) -> None:
        self.column.people.show_people(count)

    def show_ticks(self) -> None:
        self.column.people.show_ticks()

    def show_page(self, at: int, page: Page) -> None:
        self.column.people.go_to(at)
        self.preview.show_page(page)

    def show_total(self, total: Total) -> None:
        self.column.show_total(total)
        self.controls.show_total(total)

    def show_remarks(self, remarks: Sequence[Remark], more: str) -> None:
        self.strips.show_remarks(remarks, more)

    def show_empty(self, empty: Empty | None) -> None:
        if empty is not None:
            self.nobody.show_empty(empty)
        self.column.show_whether_empty(empty=empty is not None)
        self.nobody.setVisible(empty is not None)
        for part in (self.notice_over, self.controls):
            part.setVisible(empty is None)

    def open_labels(self, ids: Sequence[int]) -> None:
        from ui.cards.labels_dialog import LabelsDialog

        LabelsDialog(self._desk, ids, self._choosers, self).open()

    def go(self, place: str) -> None:
        self._desk.window.go(place)

    def look_up(self, read: Callable[[Shop], Findings], show: Callable[[Findings], None]) -> None:
        self._desk.look_up(read, show)

    def ask_file(self, suggested: str) -> Path | None:
        return self._outlets.ask_file(suggested)

    def ask_printer(self, page: tuple[float, float], title: str) -> Printer | None:
        return self._outlets.ask_printer(page, title)

    def work(self, work: Work) -> None:
        self._outlets.work(work)

    def tell(self, said: str) -> None:
        self._outlets.tell(said)

    def _lay_out(self) -> None:
        middle = QVBoxLayout(self.notice_over)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(12)
        middle.addWidget(self.preview, 1)
        middle.addWidget(self.strips)
        self.nobody.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 8, 32, 24)
        row.setSpacing(0)
        row.addWidget(self.column)
        row.addSpacing(_BETWEEN - ASIDE)
        row.addWidget(self.notice_over, 1)
        row.addWidget(self.nobody, 1)
        row.addSpacing(_BETWEEN)
        row.addWidget(self.controls)
        self.setFocusProxy(self.column.people)

    def _connect(self) -> None:
        does = self.presenter
        self.column.list_chosen.connect(does.choose_list)
        self.column.people.came_to.connect(does.go_to)
        self.column.people.ticked.connect(does.toggle)
        self.column.tick.clicked.connect(does.tick_or_clear)
        self.preview.stepped.connect(does.step)
        self.preview.jumped.connect(does.go_to)
        self.strips.shown.connect(does.show)
        self.strips.settled.connect(does.settle)
        self.controls.letter_chosen.connect(does.choose_letter)
        self.controls.paper_chosen.connect(does.choose_paper)
        self.controls.print_button.clicked.connect(does.print_out)
        self.controls.save_button.clicked.connect(does.save)
        self.controls.labels_button.clicked.connect(does.labels)
        self.nobody.followed.connect(does.follow)

    def _hear(self, changed: frozenset[Kind]) -> None:
        """Out of sight it waits: the next visit asks anew anyway."""
        if self.isVisible() and changed & _SHOWN_OF:
            self.presenter.refresh()
