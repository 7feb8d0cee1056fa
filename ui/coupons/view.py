"""The Coupons screen: coupons, gift cards, and cards to print."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.changes import Kind
from app.shop import Shop
from resources.words import Words
from ui.cards.outlets import Choosers
from ui.coupons.asked import Texts
from ui.coupons.card_makers import CustomerCardMaker, StampCardMaker, StatementMaker
from ui.coupons.coupon_maker import CouponMaker
from ui.coupons.gift_maker import GiftMaker
from ui.coupons.gifts_page import GiftsPage
from ui.coupons.maker import Maker
from ui.coupons.making_page import MakingPage
from ui.coupons.offers_page import OffersPage
from ui.desk import Desk
from ui.shared.buttons import Button
from ui.shared.buttons import Kind as Look
from ui.shared.chips import FilterChips
from ui.shared.headers import PageHeader
from ui.shared.margins import margins

COUPONS, GIFTS, CARDS, STAMPS, POINTS = "coupons", "gifts", "cards", "stamps", "points"
MAKERS: Mapping[str, Callable[[Shop, Words], Maker]] = {
    GIFTS: GiftMaker,
    CARDS: CustomerCardMaker,
    STAMPS: StampCardMaker,
    POINTS: StatementMaker,
}
SHOWN = frozenset({Kind.COUPONS, Kind.GIFT_CARDS, Kind.LOYALTY, Kind.SETTINGS, Kind.CUSTOMERS})


def make_coupons(desk: Desk) -> "CouponsScreen":
    """The screen for its place in the window."""
    return CouponsScreen(desk)


class CouponsScreen(QWidget):
    """A part at a time; what is made anew takes the place of its list until it came out."""

    def __init__(self, desk: Desk, choosers: Choosers | None = None) -> None:
        super().__init__()
        self._desk, self._choosers = desk, choosers or Choosers()
        self.coupon_maker = CouponMaker(desk.shop, desk.words)
        self.offers, self.gifts = OffersPage(desk), GiftsPage(desk)
        self._making: dict[str, MakingPage] = {}
        self._stack = QStackedWidget()
        self._part = COUPONS
        self.header, self.parts = PageHeader(""), FilterChips(desk.words("Coupons"))
        self.back = Button(desk.words("Back"), Look.QUIET)
        self.new = Button("", Look.PRIMARY, icon="plus")
        self._lay_out()
        self._connect()

    def visited(self) -> None:
        """Called at each visit; what was being made anew is still there."""
        self._refresh()
        if not self._is_making_anew():
            self._show()

    def choose_people(self, ids: Sequence[int]) -> None:
        """New coupons, one for each of these."""
        self.coupon_maker.named = tuple(ids)
        self.parts.choose(COUPONS)
        self._part = COUPONS
        self._make(COUPONS, {"whom": self.coupon_maker.usual()["whom"]})

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Passes the keyboard on. With a focus proxy, Tab would never leave the page for what is above."""
        if page := self._stack.currentWidget():
            page.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._is_making_anew():
            self._leave()
        else:
            self.offers.offers.leave()
            self.gifts.gifts.leave()

    def making(self, part: str) -> MakingPage:
        """The page on which something of that part is made."""
        if part not in self._making:
            made = self._maker(part)
            came = self._leave if part in {COUPONS, GIFTS} else partial(self._came_out, part)
            page = self._making[part] = MakingPage(self._desk, made, self._choosers, came)
            self._stack.addWidget(page)
            page.begin()
        return self._making[part]

    def _maker(self, part: str) -> Maker:
        if part == COUPONS:
            return self.coupon_maker
        return MAKERS[part](self._desk.shop, self._desk.words)

    def _came_out(self, part: str) -> None:
        """The fields stay, and the page is drawn as it would be now."""
        self._making[part].refresh_choices()

    def _choose(self, part: str) -> None:
        self._part = part
        self._show()

    def _make(self, part: str, texts: Texts) -> None:
        page = self.making(part)
        page.refresh_choices()
        page.begin(texts)
        self._put(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.coupon_maker.named = ()
        self._refresh()
        self._show()
        # In a field Ctrl+Z would take back what was typed, not what was done.
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        lists = {COUPONS: self.offers, GIFTS: self.gifts}
        if self._part in lists:
            self._put(lists[self._part])
            return
        page = self.making(self._part)
        page.refresh_choices()
        self._put(page)

    def _put(self, page: QWidget) -> None:
        words = self._desk.words
        self._stack.setCurrentWidget(page)
        anew = self._is_making_anew()
        self.back.setVisible(anew)
        self.parts.setVisible(not anew)
        is_list = page in {self.offers, self.gifts}
        self.new.setVisible(is_list)
        is_gift = self._part == GIFTS
        self.new.setText(words("Sell a gift card") if is_gift else words("New coupons"))
        self.new.updateGeometry()
        titles = {COUPONS: words("New coupons"), GIFTS: words("Sell a gift card")}
        self.header.show_words(titles[self._part] if anew else words("Coupons"))

    def _is_making_anew(self) -> bool:
        page = self._stack.currentWidget()
        return page in {self._making.get(COUPONS), self._making.get(GIFTS)}

    def _refresh(self) -> None:
        self.offers.offers.refresh()
        self.gifts.gifts.refresh()

    def _changed(self, kinds: frozenset[Kind]) -> None:
        if kinds & SHOWN and self.isVisible():
            self._refresh()

    def _connect(self) -> None:
        self.parts.chosen.connect(self._choose)
        self.back.clicked.connect(self._leave)
        self.new.clicked.connect(lambda: self._make(self._part, {}))
        self.offers.form_asked.connect(partial(self._make, COUPONS))
        self._desk.on_change(self, self._changed)

    def _lay_out(self) -> None:
        words = self._desk.words
        for key, said in (
            (COUPONS, words("Coupons")),
            (GIFTS, words("Gift cards")),
            (CARDS, words("Customer cards")),
            (STAMPS, words("Stamp cards")),
            (POINTS, words("Statements of points")),
        ):
            self.parts.add(key, said)
        self.back.setObjectName("coupons.back")
        self.new.setObjectName("coupons.new")
        self.header.add(self.back)
        self.header.add(self.new)
        self._stack.addWidget(self.offers)
        self._stack.addWidget(self.gifts)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(margins(40, 8, 32, 0))
        whole.setSpacing(20)
        whole.addWidget(self.header)
        whole.addWidget(self.parts)
        whole.addWidget(self._stack, 1)
