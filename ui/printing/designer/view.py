"""The part *Label designs*: all of them, or the one that is being made."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.changes import Kind
from app.printing.designs import LabelDesign
from reports.shop_stock import known
from reports.stock import Stock
from ui.cards.outlets import Choosers
from ui.desk import Desk
from ui.printing.designer.copies_dialog import CopiesDialog
from ui.printing.designer.editor import Editor
from ui.printing.designer.gallery import Gallery
from ui.printing.designer.gallery_page import GalleryPage
from ui.printing.sheets.finding import found
from ui.printing.sheets.picker import StockPicker

_SHOWN = frozenset({Kind.PRINTING, Kind.CUSTOMERS, Kind.SETTINGS, Kind.LOYALTY})


def make_designs(desk: Desk) -> "DesignsPart":
    """The part for the Printing screen."""
    return DesignsPart(desk)


class DesignsPart(QWidget):
    """The editor takes the place of the list; what is in it is saved when it is left."""

    def __init__(self, desk: Desk, choosers: Choosers | None = None) -> None:
        super().__init__()
        self._desk, self._choosers = desk, choosers or Choosers()
        self._asks: QWidget | None = None
        self.copies: CopiesDialog | None = None
        """The dialog in which a label for nobody in particular is printed, as long as it is open."""
        self.gallery = Gallery(desk.shop, desk.words, self._stocks)
        self.all = GalleryPage(desk, self.gallery)
        self.editor = Editor(desk, self._choosers, self.gallery)
        words = desk.words
        self.picker = StockPicker(words, lambda text: found(desk.shop, text, words))
        self._pages = QStackedWidget()
        for page in (self.all, self.editor, self.picker):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._connect()

    @property
    def is_editing(self) -> bool:
        return self._pages.currentWidget() is not self.all and self._asks is not self.all

    def visited(self) -> None:
        """Called at each visit; a design that is being made is still there."""
        if self.is_editing:
            self.editor.presenter.refresh_people()
        else:
            self.all.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Passes the keyboard on, so that Tab can leave the page for what is above."""
        target: QWidget = self.editor.canvas if self.is_editing else self.all.stock
        if not self.is_editing and self.all.own.tiles:
            target = self.all.own.tiles[0]
        if self._asks is not None:
            target = self.picker
        target.setFocus(event.reason())

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere finds the design as it was left, whatever happens meanwhile."""
        super().hideEvent(event)
        if self.is_editing and not event.spontaneous():
            self.editor.close_up()

    def open(self, number: int) -> None:
        """Opens the design of that number in the editor."""
        one = self._desk.attempt(lambda: self.gallery.one(number))
        if one is not None:
            self._show(one)

    def _begin(self, start: str, sheet: str) -> None:
        one = self._desk.attempt(lambda: self.gallery.begin(start, sheet))
        if one is not None:
            self._show(one)

    def _show(self, one: LabelDesign) -> None:
        if self._went(lambda: self.editor.open(one)):
            self._pages.setCurrentWidget(self.editor)
            self.editor.canvas.setFocus(Qt.FocusReason.MouseFocusReason)

    def _ask_sheet(self, page: QWidget, sheet: str) -> None:
        """The stock picker takes the place of the page that asks."""
        self._asks = page
        self._pages.setCurrentWidget(self.picker)
        self.picker.begin(sheet)
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_sheet(self, sheet: str) -> None:
        asks = self._asks
        self._put_back()
        if asks is self.all:
            self.all.choose_sheet(sheet)
        else:
            self.editor.fit(sheet)

    def _put_back(self) -> None:
        page, self._asks = self._asks or self.all, None
        self._pages.setCurrentWidget(page)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        if self.editor.close_up():
            self._pages.setCurrentWidget(self.all)
            self.all.refresh()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self, number: int) -> None:
        """A label that says the same for everybody is printed from here, others where people are chosen."""
        found = self._desk.attempt(lambda: (self.gallery.copies(number),))
        if found is None:
            return
        if found[0] is None:
            self._desk.print_labels((), number)
            return
        self.copies = CopiesDialog(self._desk, found[0], self._choosers, self)
        self.copies.finished.connect(self._forget_copies)
        self.copies.open()

    def _forget_copies(self) -> None:
        self.copies = None

    def _double(self, number: int) -> None:
        if self._went(lambda: self.gallery.double(number)):
            self._desk.tell_last()

    def _remove(self, number: int) -> None:
        self._desk.tell_step(self._desk.attempt(lambda: self.gallery.remove(number)))

    def _went(self, act: Callable[[], None]) -> bool:
        """Whether it was done; where it is refused, that is said."""

        def did() -> bool:
            act()
            return True

        return bool(self._desk.attempt(did))

    def _changed(self, kinds: frozenset[Kind]) -> None:
        if not (kinds & _SHOWN and self.isVisible()):
            return
        if not self.is_editing:
            self.all.refresh()
        elif Kind.PRINTING in kinds:
            self._look_again()
        else:
            self.editor.presenter.refresh_people()

    def _look_again(self) -> None:
        """What was saved may have been taken back, or the design removed, elsewhere or by Ctrl+Z."""
        editor = self.editor
        found = {one.id: one for one in self._desk.shop.printing.designs.all()}
        one = found.get(editor.presenter.id)
        if one is None:
            self._pages.setCurrentWidget(self.all)
            self.all.refresh()
        elif not editor.is_saving and not editor.is_changed:
            editor.reopen(one)

    def _stocks(self) -> Sequence[Stock]:
        return known(self._desk.shop)

    def _connect(self) -> None:
        self.picker.taken.connect(self._take_sheet)
        self.picker.left.connect(self._put_back)
        self.all.sheet_wanted.connect(partial(self._ask_sheet, self.all))
        self.editor.sheet_wanted.connect(partial(self._ask_sheet, self.editor))
        self.all.opened.connect(self.open)
        self.all.begun.connect(self._begin)
        self.all.removed.connect(self._remove)
        self.all.doubled.connect(self._double)
        self.all.print_wanted.connect(self._print)
        self.editor.left.connect(self._leave)
        self.editor.print_wanted.connect(self._print)
        self._desk.on_change(self, self._changed)
