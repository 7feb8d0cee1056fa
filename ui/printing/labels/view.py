"""The part *Labels and envelopes*: whom at the start, the paper in the middle, the choices at the end."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.changes import Kind
from reports.stock import Stock
from ui.cards.outlets import Choosers, Outlets, PutsOut
from ui.cards.shown import Chosen
from ui.desk import Desk
from ui.printing.labels.besides_said import Offered
from ui.printing.labels.choices_column import ChoicesColumn
from ui.printing.labels.paper_column import PaperColumn
from ui.printing.labels.people_column import PeopleColumn
from ui.printing.labels.presenter import Labels
from ui.printing.labels.shown import LeftSheet, PageShown, PeopleShown, Total
from ui.printing.labels.wish import Wish
from ui.printing.sheets.finding import found
from ui.printing.sheets.lately import lately
from ui.printing.sheets.picker import StockPicker
from ui.shared.buttons import Button
from ui.shared.buttons import Kind as Look
from ui.shared.empty import EmptyState, Tile
from ui.shared.margins import margins

_WHOSE = frozenset({Kind.CUSTOMERS, Kind.SETTINGS})
"""What changes whose names stand on the paper, and their addresses."""

_WHAT = frozenset({Kind.PRINTING, Kind.COUPONS})
"""What changes what may stand there, and what has to be given out for it."""

_ROOMY = 960
"""A part so wide has room for the sheets to choose from beside the people."""


def make_labels(desk: Desk) -> "LabelsPart":
    """The part for the Printing screen."""
    return LabelsPart(desk)


class LabelsPart(PutsOut, QWidget):
    """The view of `Labels`."""

    def __init__(self, desk: Desk, choosers: Choosers | None = None) -> None:
        super().__init__()
        self._desk, words, memory = desk, desk.words, desk.window.memory
        self.people, self.paper = PeopleColumn(words), PaperColumn(words)
        self.choices = ChoicesColumn(words)
        self.picker = StockPicker(words, lambda text: found(desk.shop, text, words, lately(memory)))
        self._middle, self._pages, self._there = QStackedWidget(), QStackedWidget(), QWidget()
        self._outlets = Outlets(desk, self, choosers or Choosers(), instead=self._save)
        self.presenter = Labels(desk, self, memory)
        self._lay_out()
        self._connect()

    def visited(self) -> None:
        """Called at each visit."""
        self.presenter.visited()

    def choose_people(self, ids: Sequence[int], design: int | None = None) -> None:
        """These people, perhaps with one of the owner's own designs."""
        self.presenter.choose_people(ids, design)

    def choose_stock(self, name: str) -> None:
        """Labels on that sheet."""
        self.presenter.choose_stock(name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Passes the keyboard on, so that Tab can leave the page for what is above."""
        self.people.lists.setFocus(event.reason())

    def show_empty(self, *, empty: bool) -> None:
        self._pages.setCurrentWidget(self._nothing if empty else self._there)

    def show_lists(self, lists: Chosen) -> None:
        self.people.show_lists(lists)

    def show_wish(self, wish: Wish) -> None:
        self.choices.show_wish(wish)

    def show_designs(self, designs: Sequence[tuple[str, str]]) -> None:
        self.choices.show_designs(designs)

    def show_counting(self, tags: Sequence[str]) -> None:
        self.choices.show_counting(tags)

    def show_besides(self, offered: Sequence[Offered], chosen: Sequence[str]) -> None:
        self.choices.besides.show_besides(offered, chosen)

    def show_stock(self, stock: Stock) -> None:
        self.choices.show_stock(stock)

    def show_people(self, people: PeopleShown) -> None:
        self.people.show_people(people)

    def show_names(self, names: Sequence[str], chosen: Sequence[int] = ()) -> None:
        self.people.show_names(names, chosen)

    def show_left(self, sheets: Sequence[LeftSheet]) -> None:
        self.choices.show_left(sheets)

    def show_page(self, page: PageShown) -> None:
        self.paper.show_page(page)

    def show_picture(self, pdf: bytes) -> None:
        self.paper.show_picture(pdf)

    def show_total(self, total: Total) -> None:
        self.choices.show_total(total)

    def show_pages_wrong(self, said: str) -> None:
        self.choices.pages.show_error(said)

    def _save(self) -> None:
        self.presenter.save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self, _at: int = 0) -> None:
        """In a small window the sheets to choose from stand in the place of the people, too."""
        is_picking = self._middle.currentWidget() is self.picker
        self.people.setVisible(not is_picking or self.width() >= _ROOMY)

    def _pick(self) -> None:
        self._middle.setCurrentWidget(self.picker)
        self.picker.begin(self.presenter.wish.stock)
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, more: Mapping[str, object]) -> None:
        """It is seen on the paper, and not behind the sheets that there were to choose from."""
        self._middle.setCurrentWidget(self.paper)
        self.presenter.change(**more)

    def _picked(self, name: str) -> None:
        self._put_back()
        self.presenter.choose_stock(name)

    def _put_back(self) -> None:
        self._middle.setCurrentWidget(self.paper)
        self.choices.stock.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, kinds: frozenset[Kind]) -> None:
        if not self.isVisible():
            return
        if kinds & _WHOSE:
            self.presenter.visited()
        elif kinds & _WHAT:
            self.presenter.refresh()

    def _connect(self) -> None:
        one = self.presenter
        self.people.list_chosen.connect(lambda name: one.change(list_name=name))
        self.people.opened.connect(one.show_customer)
        self.people.names.narrowed.connect(one.choose_only)
        self.paper.marked.connect(one.mark)
        self.paper.turned.connect(one.turn)
        self.choices.changed.connect(self._change)
        self.choices.stock_wanted.connect(self._pick)
        self.choices.left_pressed.connect(one.use)
        self.choices.pages_typed.connect(one.choose_pages)
        self.choices.act.clicked.connect(one.print_out)
        self.choices.save.clicked.connect(self._save)
        self.choices.later.clicked.connect(one.later)
        self.choices.was_printed.clicked.connect(one.was_printed)
        self.choices.besides.added.connect(one.add_besides)
        self.choices.besides.dropped.connect(one.drop_besides)
        self.picker.taken.connect(self._picked)
        self.picker.left.connect(self._put_back)
        self._middle.currentChanged.connect(self._make_room)
        self._desk.on_change(self, self._changed)

    def _lay_out(self) -> None:
        self._middle.addWidget(self.paper)
        self._middle.addWidget(self.picker)
        row = QHBoxLayout(self._there)
        row.setContentsMargins(margins(4, 0, 0, 0))
        row.setSpacing(20)
        row.addWidget(self.people)
        row.addWidget(self._middle, 1)
        row.addWidget(self.choices)
        self._nothing = self._make_nothing()
        for page in (self._there, self._nothing):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _make_nothing(self) -> QWidget:
        words = self._desk.words
        page = EmptyState(
            None,
            words("Nobody is in the book yet"),
            words("Bring in your list, and labels and envelopes are printed here."),
        )
        go = Button(words("Go to customers"), Look.PRIMARY)
        go.setObjectName("labels.customers")
        go.clicked.connect(lambda: self._desk.window.go("customers"))
        said = words("A spreadsheet or the contacts of your phone will do.")
        page.add(Tile("tray-arrow-down", words("Begin with your customers"), said, go))
        return page
