"""The Customers screen: the list, and the person beside it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.changes import Kind
from app.keeping.history import StepId
from ui.customers.empty import empty_book, nobody_chosen
from ui.customers.filters import TAG, Filter
from ui.customers.head import EDIT
from ui.customers.list_side import ListSide
from ui.customers.newcomer_pane import NewcomerPane
from ui.customers.pane import PersonPane
from ui.customers.presenter import CustomerList
from ui.desk import Desk
from ui.shared.margins import margins
from ui.shared.pane import WIDE, Pane

MARGINS = (40, 8, 32, 24)
BETWEEN = 32


def make_customers(desk: Desk) -> "CustomersScreen":
    """The screen for its place in the window."""
    return CustomersScreen(desk)


class CustomersScreen(QStackedWidget):
    """The view of `CustomerList`, with the pane of one person or the form for a new one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stale = self._listening = True
        self.people = CustomerList(desk, self)
        self.side = ListSide(desk.words, self.people.fetch, self.people, desk.window.memory)
        self.table, self.notice_over = self.side.table, self.side
        self.pane, self.newcomer = PersonPane(desk), NewcomerPane(desk)
        self._beside = QStackedWidget()
        self._nobody = nobody_chosen(desk.words)
        for pane in (self._nobody, self.pane, self.newcomer):
            self._beside.addWidget(pane)
        self._lay_out()
        self._connect()
        self._bind()
        desk.on_change(self, self._changed)

    @property
    def person_at_hand(self) -> int | None:
        """Whose sale is recorded when one is."""
        return self.pane.person.id if self._beside.currentWidget() is self.pane else None

    def visited(self) -> None:
        """Called at each visit: what changed elsewhere shows now."""
        if self._stale:
            self._stale = False
            self._refresh(frozenset(Kind))

    def show_customer(self, customer: int) -> None:
        """Brings `customer` into the list and shows everything about her."""
        self.visited()
        self._beside.setCurrentWidget(self.pane)
        self.people.bring(customer)

    def turn_to(self, customer: int) -> None:
        """The same with the keyboard on her: an amount that is typed now is the one of her sale."""
        self.show_customer(customer)
        self.pane.take_hold()

    def choose_people(self, ids: Sequence[int]) -> None:
        """Everybody's list, with these people selected in it."""
        self.visited()
        self._beside.setCurrentWidget(self.pane)
        self.people.gather(ids)

    def choose_list(self, name: str) -> None:
        """Those who are on this list, and nobody else."""
        self.visited()
        self._beside.setCurrentWidget(self.pane)
        self.people.choose(name)

    def add_customer(self) -> None:
        """The form for somebody new."""
        self.setCurrentWidget(self._book)
        self._beside.setCurrentWidget(self.newcomer)
        self.newcomer.open()

    def show_count(self, words: str) -> None:
        self.side.header.show_words(self._desk.words("Customers"), words)

    def show_filters(self, filters: Sequence[Filter], chosen: str) -> None:
        self.setCurrentWidget(self._book)
        self.side.filters.show_filters(filters, chosen)

    def show_people(self, ids: Sequence[int], selected: Sequence[int] = ()) -> None:
        if ids:
            self.side.show_table()
        with self._unheard():
            self.table.show_ids(ids, selected)

    def show_selected(self, customer: int) -> None:
        with self._unheard():
            self.table.go_to(customer)

    def show_again(self) -> None:
        self.table.rows.forget()

    def show_sorting(self, key: str, *, descending: bool) -> None:
        self.table.sort_shown(key, descending=descending)

    def show_nobody(self, sentence: str = "") -> None:
        self.side.show_nobody(sentence)

    def show_empty_book(self) -> None:
        self.table.show_ids([])
        self.pane.person.show(None)
        self.setCurrentWidget(self._empty)

    def show_several(self, words: str) -> None:
        self.side.show_several(words)

    def show_person(self, customer: int | None) -> None:
        self.pane.person.show(customer)

    @contextmanager
    def _unheard(self) -> Iterator[None]:
        """What is selected in here was not selected by anybody."""
        self._listening = False
        try:
            yield
        finally:
            self._listening = True

    def _tell_selected(self) -> None:
        if not self._listening:
            return
        if self._beside.currentWidget() is self.newcomer and not self.newcomer.is_begun:
            self._beside.setCurrentWidget(self.pane)
        self.people.select(self.table.selected_ids())

    def _changed(self, kinds: frozenset[Kind]) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self._refresh(kinds)

    def _refresh(self, kinds: frozenset[Kind]) -> None:
        before = self.pane.person.id
        self.people.refresh(kinds)
        if self.pane.person.id == before:
            self.pane.person.refresh()

    def _bring(self) -> None:
        self._desk.window.go("import")

    def _write(self, ids: Sequence[int]) -> None:
        self._desk.write_cards(list(ids), self.people.letter())

    def _offer(self, customer: int, place: QPoint) -> None:
        """What can be done with the row, or with all that are selected together with it."""
        if customer not in self.people.selected:
            self.table.go_to(customer)
        several = len(self.people.selected) > 1
        menu = self.side.bulk.whole_menu() if several else self.pane.top.menu(whole=True)
        menu.popup(place)

    def _edit(self) -> None:
        if len(self.people.selected) == 1:
            self.pane.edit()

    def _edit_shown(self) -> None:
        if self._beside.currentWidget() is self.pane:
            self.pane.edit()

    def _give_up(self) -> None:
        """Leaves the form for somebody new."""
        shown = self._nobody if self.pane.person.id is None else self.pane
        self._beside.setCurrentWidget(shown)
        self.people.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_way(self) -> None:
        """Esc in the table: of several one stays selected, of one nobody."""
        if len(self.people.selected) > 1:
            self._let_go()
        else:
            self.table.clearSelection()

    def _let_go(self) -> None:
        current = self.table.current_id()
        self.table.clearSelection()
        if current >= 0:
            self.table.go_to(current)

    def _added(self, customer: int) -> None:
        self.show_customer(customer)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        side, table = self.side, self.table
        side.add.clicked.connect(self.add_customer)
        side.bring.clicked.connect(self._bring)
        side.filters.chosen.connect(self.people.choose)
        side.nobody.everybody.clicked.connect(lambda: self.people.choose("all"))
        side.bulk.cards_asked.connect(lambda: self._write(self.people.selected))
        side.bulk.coupons_asked.connect(lambda: self._desk.give_coupons(self.people.selected))
        side.bulk.labels_asked.connect(lambda: self._desk.print_labels(self.people.selected))
        side.bulk.let_go.connect(self._let_go)
        side.delete_asked.connect(self.people.delete)
        side.escaped.connect(self._give_way)
        table.selection_changed.connect(self._tell_selected)
        table.sort_asked.connect(lambda key, down: self.people.sort(key, descending=down))
        table.activated_id.connect(lambda _: self._edit())
        table.typed.connect(self._desk.window.search.begin)
        table.menu_asked.connect(self._offer)
        self._connect_panes()

    def _connect_panes(self) -> None:
        pane, newcomer, beside = self.pane, self.newcomer, self._beside
        pane.sale_asked.connect(self._desk.serve)
        pane.sale_begun.connect(self._desk.begin_amount)
        pane.name_begun.connect(self._desk.window.search.begin)
        pane.till_asked.connect(self._desk.do_besides)
        pane.step_wanted.connect(lambda step: self._desk.undo(StepId(step)))
        pane.card_asked.connect(lambda customer: self._write([customer]))
        pane.card_wanted.connect(self._show_card)
        pane.case_wanted.connect(self._desk.open_case)
        pane.person_asked.connect(self.show_customer)
        pane.tag_asked.connect(lambda tag: self.people.choose(f"{TAG}{tag}"))
        pane.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        pane.nobody.connect(lambda: beside.setCurrentWidget(self._nobody))
        pane.somebody.connect(lambda: self._unless_adding(pane))
        newcomer.added.connect(self._added)
        newcomer.left.connect(self._give_up)
        newcomer.person_asked.connect(self.show_customer)

    def _show_card(self, card: int) -> None:
        from ui.customers.card_again import open_card

        open_card(self._desk, card, self)

    def _unless_adding(self, pane: Pane) -> None:
        if self._beside.currentWidget() is not self.newcomer:
            self._beside.setCurrentWidget(pane)

    def _bind(self) -> None:
        self._desk.window.name_key("Ctrl+N", self._desk.words("Add customer"))
        self._desk.window.name_key(EDIT, self._desk.words("Edit the customer"))
        QShortcut(QKeySequence("Ctrl+N"), self, self.add_customer)
        QShortcut(QKeySequence(EDIT), self, self._edit_shown)

    def _lay_out(self) -> None:
        self._beside.setFixedWidth(WIDE)
        self._book, self._empty = (
            QWidget(),
            empty_book(self._desk.words, self._bring, self.add_customer),
        )
        whole = QHBoxLayout(self._book)
        whole.setContentsMargins(margins(*MARGINS))
        whole.setSpacing(BETWEEN)
        whole.addWidget(self.side, 1)
        whole.addWidget(self._beside)
        self.addWidget(self._book)
        self.addWidget(self._empty)
        self.setFocusProxy(self.table)
