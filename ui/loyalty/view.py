"""The Loyalty screen: who is at the counter, what she has, and the sale."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.changes import Kind
from app.loyalty.scanned import Scanned
from reports.amounts import sign
from ui.desk import Desk
from ui.loyalty.beside import Beside
from ui.loyalty.bill import Foreseen, Taken
from ui.loyalty.dead_card import DeadCard
from ui.loyalty.find_page import FindPage
from ui.loyalty.fresh_card import FreshCard
from ui.loyalty.new_card import give_card
from ui.loyalty.newcomers import add_with_card
from ui.loyalty.person_head import RING, NoteStrip, PersonHead
from ui.loyalty.presenter import Counter
from ui.loyalty.sale_side import SaleSide
from ui.loyalty.scanning import take
from ui.loyalty.served import served_lately
from ui.loyalty.side_acts import SALES
from ui.loyalty.standing import Standing
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.pane import scrolling

LEADING = 408
NOTES = 2
"""So many notes pop up at once; the others stand in her pane."""


def make_loyalty(desk: Desk) -> "LoyaltyScreen":
    """The screen for its place in the window."""
    return LoyaltyScreen(desk)


class LoyaltyScreen(QStackedWidget):
    """The view of `Counter`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stale = True
        self.counter = Counter(desk, self)
        self.finding, self.fresh = FindPage(desk.words), FreshCard(desk.words)
        self.head = PersonHead(desk.words)
        self.side = SaleSide(desk.words, sign(desk.shop.till.currency, desk.words))
        self.beside = Beside(desk)
        self.panel = self.beside.panel
        self.dead = DeadCard(desk.words)
        self._lay_out()
        self._connect()
        desk.on_change(self, self._changed)

    @property
    def person_at_hand(self) -> int | None:
        """Whose sale is recorded when one is."""
        return self.counter.customer

    def visited(self) -> None:
        """Called at each visit: what changed elsewhere shows now."""
        self._catch_up()
        self._focus()

    def serve(self, customer: int | None, coupon: str = "", gift_card: str = "") -> None:
        """She, or somebody unknown, is at the counter; the amount is next."""
        self._stale = False
        self.counter.open(customer, coupon, gift_card)
        self.beside.go_home()
        self._focus()

    def begin_sale(self) -> None:
        """The amount of whoever is there; it may be said later who that is."""
        if self.counter.is_served:
            self.setCurrentWidget(self._served)
            self._focus()
        else:
            self.serve(None)

    def begin_amount(self, customer: int, typed: str) -> None:
        """She is at the counter, and her amount begins with `typed`, whatever was typed before."""
        self.serve(customer)
        if self.counter.customer == customer:
            self.side.amount.begin(typed)

    def do_besides(self, customer: int, key: str) -> None:
        """Something of `side_acts.ACTS` for her."""
        self.serve(customer)
        if self.counter.customer is not None:
            self._open_beside(key)

    def show_fresh_card(self, number: str) -> None:
        """A card that nobody has yet."""
        here = self.counter.customer
        name = self._desk.shop.customers.get(here).name if here is not None else ""
        self.fresh.show_card(number, name)
        self._show_card(self.fresh)

    def show_dead_card(self, card: Scanned) -> None:
        """A card that was lost and replaced."""
        self.dead.show_card(self._desk.shop, card)
        self._show_card(self.dead)

    def show_nobody(self) -> None:
        self.finding.show_served(served_lately(self._desk.shop, self._desk.words))
        self.setCurrentWidget(self.finding)

    def show_standing(self, one: Standing) -> None:
        self.setCurrentWidget(self._served)
        self.head.show_standing(one)
        self._show_notes(one)
        self.side.show_standing(one)
        self.beside.show_standing(one)
        self._give_way()

    def show_foreseen(self, foreseen: Foreseen) -> None:
        self.side.show_foreseen(foreseen)

    def show_payment(self, *, points: bool, coupon: str) -> None:
        self.side.show_payment(points=points)
        self.panel.show_taken(coupon)

    def show_taken(self, taken: Sequence[Taken]) -> None:
        self.side.taken.show_taken(taken)

    def show_amount(self, text: str) -> None:
        self.side.show_amount(text)

    def take_code(self, text: str) -> None:
        take(self._desk, text)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Passes the keyboard on. With a focus proxy, Tab would never leave what stands beside it."""
        self._focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.currentWidget() is self._served:
            if self.beside.is_home:
                self._leave()
            else:
                self.beside.leave()
        elif self._awaits_amount and event.text().isdecimal():
            self._type_on(event.text())
        else:
            super().keyPressEvent(event)

    @property
    def _awaits_amount(self) -> bool:
        """Whether figures that are typed beside every field are the amount."""
        return self.currentWidget() is self._served and self.beside.is_home

    def _type_on(self, typed: str) -> None:
        amount = self.side.amount
        amount.setFocus(Qt.FocusReason.OtherFocusReason)
        amount.end(False)
        amount.insert(typed)
        amount.textEdited.emit(amount.text())

    def _focus(self) -> None:
        here = self.side.amount if self.currentWidget() is self._served else self.currentWidget()
        if here is not None:
            here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_card(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_beside(self, key: str) -> None:
        self.beside.open(key)
        self._give_way()

    def _give_way(self) -> None:
        """While something else is done beside it, adding the sale is not the main act."""
        self.side.step_back(back=not self.beside.is_home)

    def _go_home(self) -> None:
        self._give_way()
        self._focus()

    def _turn_away(self) -> None:
        """A card was not for anybody after all: whoever was there still is."""
        if self.counter.is_served:
            self.setCurrentWidget(self._served)
            self._catch_up()
            self._focus()
        else:
            self._leave()

    def _show_sales(self) -> None:
        self.serve(None)
        self._open_beside(SALES)

    def _give_card(self, number: str) -> None:
        here = self.counter.customer
        if here is None:
            return
        refused = give_card(self._desk, here, number, self._desk.words("Lost"))
        if refused is None:
            self._turn_away()
        else:
            self._desk.explain(refused)

    def _leave(self) -> None:
        self.counter.leave()
        self._focus()

    def _changed(self, kinds: frozenset[Kind]) -> None:
        if self.isVisible() and not self._asks_about_a_card:
            self.counter.refresh(kinds)
        else:
            self._stale = True

    @property
    def _asks_about_a_card(self) -> bool:
        """Whether a page stands there that whatever happens elsewhere must not take away."""
        return self.currentWidget() in {self.fresh, self.dead}

    def _catch_up(self) -> None:
        if self._stale and not self._asks_about_a_card:
            self._stale = False
            self.counter.refresh()

    def _give(self, reward: str) -> None:
        self.side.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self.counter.give(reward)

    def _add_sale(self) -> None:
        self.side.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self.counter.add_sale()

    def _take_coupon(self, code: str) -> None:
        self.counter.take_coupon(code)
        self.side.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pay(self, on: bool) -> None:
        self.counter.pay_with_points(on=on)
        self.side.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_with_card(self, number: str, name: str) -> None:
        added = add_with_card(self._desk, number, name)
        if added is not None:
            self.serve(added)

    def _show_programme(self) -> None:
        self._desk.window.go("programme")

    def _open(self) -> None:
        if self.counter.customer is not None:
            self._desk.show_customer(self.counter.customer)

    def _show_notes(self, one: Standing) -> None:
        while item := self._notes.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for note in one.notes[:NOTES]:
            self._notes.addWidget(NoteStrip(note.text, note.signed))
        self._notes.setContentsMargins(RING, 16 if one.notes else 0, RING, 0)

    def _connect(self) -> None:
        side, panel = self.side, self.panel
        side.typed.connect(self.counter.type)
        side.add_asked.connect(self._add_sale)
        side.points_asked.connect(self._pay)
        side.sales_asked.connect(partial(self._open_beside, SALES))
        side.taken.put_away.connect(self.counter.lay_aside)
        side.amount.name_begun.connect(self._desk.window.search.begin)
        side.stamps.stamp_asked.connect(self.counter.stamp)
        side.stamps.gift_asked.connect(self.counter.give_for_stamps)
        panel.give_asked.connect(self._give)
        panel.coupon_asked.connect(self._take_coupon)
        panel.programme_asked.connect(self._show_programme)
        self.head.left.connect(self._leave)
        self.head.more_asked.connect(self._open)
        self.head.act_asked.connect(self._open_beside)
        self.beside.went_home.connect(self._go_home)
        self.beside.currentChanged.connect(self._give_way)
        self._connect_pages()

    def _connect_pages(self) -> None:
        self.finding.typed.connect(self._desk.window.search.begin)
        self.finding.chosen.connect(self.serve)
        self.finding.programme_asked.connect(self._show_programme)
        self.finding.sales_asked.connect(self._show_sales)
        self.fresh.added.connect(self._add_with_card)
        self.fresh.given.connect(self._give_card)
        self.fresh.left.connect(self._turn_away)
        self.dead.opened.connect(self.serve)
        self.dead.left.connect(self._turn_away)

    def _lay_out(self) -> None:
        self._served = QWidget()
        self._notes = QVBoxLayout()
        self._notes.setSpacing(8)
        column = QVBoxLayout()
        column.setContentsMargins(RING, 0, RING, ROOM)
        column.addWidget(self.side, 1)
        leading = scrolling(column)
        leading.setMinimumWidth(LEADING)
        below = QHBoxLayout()
        below.setContentsMargins(0, 24, 0, 0)
        below.setSpacing(48)
        below.addWidget(leading, 1)
        below.addWidget(self.beside)
        below.addSpacing(RING)
        whole = QVBoxLayout(self._served)
        whole.setContentsMargins(margins(40 - RING, 8, 32 - RING, 24))
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addLayout(self._notes)
        whole.addLayout(below, 1)
        for page in (self.finding, self._served, self.fresh, self.dead):
            self.addWidget(page)
        self.notice_over = leading
