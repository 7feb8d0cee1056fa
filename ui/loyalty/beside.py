"""What stands beside the amount: the rewards, and in their place whatever else is done at the counter."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from app.amounts import typed
from app.errors import ShopError
from app.loyalty import past_sales
from app.loyalty.past_sales import PastSale
from reports.amounts import sign
from ui.loyalty.past_said import past_said
from ui.loyalty.refunds import Refunds, RefundSaid
from ui.loyalty.reward_panel import RewardPanel
from ui.loyalty.side_acts import CARD, POINTS, SALES
from ui.loyalty.standing import Standing

if TYPE_CHECKING:
    from ui.cards.outlets import Choosers
    from ui.desk import Desk
    from ui.loyalty.by_hand import ByHandPage
    from ui.loyalty.new_card import NewCardPage
    from ui.loyalty.past_page import PastPage
    from ui.loyalty.refund_page import RefundPage
    from ui.loyalty.statement_page import StatementPage


class Beside(QStackedWidget):
    """The view of `Refunds`; each page is made when it is first asked for."""

    went_home = Signal()
    """The rewards are back: the amount is next."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self.choosers: Choosers | None = None
        """The dialogs of the system, unless a test brings its own."""
        self._customer: int | None = None
        self._receipt = ""
        self._past: PastPage | None = None
        self._refund: RefundPage | None = None
        self._by_hand: ByHandPage | None = None
        self._card: NewCardPage | None = None
        self._statement: StatementPage | None = None
        self.refunds = Refunds(desk, self)
        self.panel = RewardPanel(desk.words)
        self.addWidget(self.panel)

    @property
    def is_home(self) -> bool:
        """Whether nothing else than a sale is being done."""
        home = self.panel if self._customer is not None else self._past
        return self.currentWidget() is home

    def show_standing(self, one: Standing) -> None:
        """Of somebody else the first page; of the same one what was asked about her stays."""
        is_other, self._customer = one.id != self._customer, one.id
        if one.id is not None:
            self.panel.show_standing(one)
        if is_other or self.currentWidget() in {None, self.panel}:
            self.go_home()
        elif self.currentWidget() is self._past:
            self._list_sales()

    def open(self, key: str) -> None:
        """One of `ui.loyalty.side_acts.ACTS`."""
        customer = self._customer
        if key == SALES:
            self._open_sales()
        elif customer is None:
            return
        elif key == POINTS:
            self._turn(self.by_hand)
            self.by_hand.open(customer)
        elif key == CARD:
            self._turn(self.card)
            self.card.open(self._desk.shop.customers.get(customer))
        else:
            self._turn(self.statement)
            self.statement.open(customer)

    def show_refund(self, refund: RefundSaid) -> None:
        self.refund.show_refund(refund)

    def end_refund(self) -> None:
        self.leave()

    @property
    def past(self) -> "PastPage":
        if self._past is None:
            from ui.loyalty.past_page import PastPage

            page = self._past = PastPage(self._desk.words)
            page.chosen.connect(self._take_back)
            page.receipt_asked.connect(self._look_for)
            page.left.connect(self.leave)
            self.addWidget(page)
        return self._past

    @property
    def refund(self) -> "RefundPage":
        if self._refund is None:
            from ui.loyalty.refund_page import RefundPage

            currency = sign(self._desk.shop.till.currency, self._desk.words)
            page = self._refund = RefundPage(self._desk.words, currency)
            page.typed.connect(self.refunds.type)
            page.counted.connect(lambda name, more: self.refunds.count(name, more=more))
            page.give_asked.connect(self.refunds.give_back)
            page.left.connect(self._open_sales)
            self.addWidget(page)
        return self._refund

    @property
    def by_hand(self) -> "ByHandPage":
        if self._by_hand is None:
            from ui.loyalty.by_hand import ByHandPage

            self._by_hand = ByHandPage(self._desk)
            self._by_hand.left.connect(self.leave)
            self.addWidget(self._by_hand)
        return self._by_hand

    @property
    def card(self) -> "NewCardPage":
        if self._card is None:
            from ui.loyalty.new_card import NewCardPage

            self._card = NewCardPage(self._desk)
            self._card.left.connect(self.leave)
            self.addWidget(self._card)
        return self._card

    @property
    def statement(self) -> "StatementPage":
        if self._statement is None:
            from ui.cards.outlets import Choosers
            from ui.loyalty.statement_page import StatementPage

            self._statement = StatementPage(self._desk, self.choosers or Choosers())
            self._statement.left.connect(self.leave)
            self.addWidget(self._statement)
        return self._statement

    def _turn(
        self, page: "ByHandPage | NewCardPage | StatementPage | PastPage | RefundPage"
    ) -> None:
        self.setCurrentWidget(page)

    def go_home(self) -> None:
        """To the rewards, or of somebody unknown to the sales of today."""
        self._receipt = ""
        if self._customer is None:
            self._list_sales()
            self._turn(self.past)
        else:
            self.setCurrentWidget(self.panel)

    def leave(self) -> None:
        """Back to the sale."""
        self.go_home()
        self.went_home.emit()

    def _open_sales(self) -> None:
        self._list_sales()
        self._turn(self.past)
        self.past.go_to_first()

    def _look_for(self, receipt: str) -> None:
        self._receipt = receipt.strip()
        self._list_sales()

    def _list_sales(self) -> None:
        words, is_known = self._desk.words, self._customer is not None
        if not self._receipt:
            title = words("Past sales") if is_known else words("Sales today")
            self.past.open(title, all_sales=not is_known)
        said = past_said(self._desk.shop, self._found(), words, named=not is_known)
        self.past.show_sales(said, self._nothing())

    def _found(self) -> Sequence[PastSale]:
        shop = self._desk.shop
        if self._customer is not None:
            return past_sales.of_customer(shop.book, self._customer)
        if not self._receipt:
            return past_sales.of_day(shop.book, shop.today())
        return past_sales.of_receipt(shop.book, self._receipt) or self._of_amount()

    def _of_amount(self) -> Sequence[PastSale]:
        shop = self._desk.shop
        try:
            money = typed(self._receipt, shop.till.currency)
        except ShopError:
            return ()
        return past_sales.of_amount(shop.book, shop.today(), money.minor)

    def _nothing(self) -> str:
        words = self._desk.words
        if self._customer is not None:
            return words("Nothing bought yet.")
        if self._receipt:
            return words("No sale has this receipt, and none of today this amount.")
        return words("Nothing was sold today yet. An older sale is found by its receipt.")

    def _take_back(self, sale: int) -> None:
        self._turn(self.refund)
        self.refunds.open(sale)
        if self.currentWidget() is self._refund:
            self.refund.amount.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refund.amount.selectAll()
