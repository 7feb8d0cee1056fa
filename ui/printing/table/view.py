"""The part *For the table*: place cards, menus and table numbers, each with its page beside the form."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.changes import Kind
from app.shop import Shop
from resources.words import Words, mark
from ui.cards.outlets import Choosers
from ui.coupons.maker import Maker
from ui.coupons.making_page import MakingPage
from ui.desk import Desk
from ui.printing.table.menu_maker import MenuMaker
from ui.printing.table.number_maker import NumberMaker
from ui.printing.table.place_maker import PlaceMaker
from ui.shared.chips import FilterChips
from ui.shared.margins import margins

PLACES, MENUS, NUMBERS = "places", "menus", "numbers"
MAKERS: Mapping[str, tuple[str, Callable[[Shop, Words], Maker]]] = {
    PLACES: (mark("Place cards"), PlaceMaker),
    MENUS: (mark("Menus"), MenuMaker),
    NUMBERS: (mark("Table numbers"), NumberMaker),
}
_SHOWN = frozenset({Kind.SETTINGS, Kind.CUSTOMERS})


def make_table(desk: Desk) -> "TablePart":
    """The part for the Printing screen."""
    return TablePart(desk)


class TablePart(QWidget):
    """One kind at a time; what was typed of the others is still there."""

    def __init__(self, desk: Desk, choosers: Choosers | None = None) -> None:
        super().__init__()
        self._desk, self._choosers = desk, choosers or Choosers()
        self.kinds = FilterChips(desk.words("For the table"))
        self.acts = (self.kinds,)
        self._stack = QStackedWidget()
        self._pages: dict[str, MakingPage] = {}
        self._kind = PLACES
        for key, (title, _make) in MAKERS.items():
            self.kinds.add(key, desk.words(title)).setObjectName(f"table.{key}")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(margins(4, 0, 8, 0))
        whole.addWidget(self._stack, 1)
        self.kinds.chosen.connect(self.show_kind)
        desk.on_change(self, self._changed)

    def visited(self) -> None:
        """Called at each visit; lists and hands may have changed since the last."""
        self.show_kind(self._kind)

    def show_kind(self, kind: str) -> None:
        """Shows another kind."""
        self._kind = kind
        self.kinds.choose(kind)
        page = self.page(kind)
        page.refresh_choices()
        self._stack.setCurrentWidget(page)

    def page(self, kind: str) -> MakingPage:
        """On which things of that kind are made."""
        if kind not in self._pages:
            maker = MAKERS[kind][1](self._desk.shop, self._desk.words)
            page = self._pages[kind] = MakingPage(self._desk, maker, self._choosers)
            self._stack.addWidget(page)
            page.begin()
        return self._pages[kind]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Passes the keyboard on. With a focus proxy, Tab would never leave for what is above."""
        if page := self._stack.currentWidget():
            page.setFocus(event.reason())

    def _changed(self, kinds: frozenset[Kind]) -> None:
        if kinds & _SHOWN and self.isVisible():
            self.show_kind(self._kind)
