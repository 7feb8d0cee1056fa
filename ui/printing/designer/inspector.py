"""What is known of the chosen box, at the trailing side, each of it to be changed."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reports.label_design import Box, CodeBox, PictureBox, ShapeBox, TextBox
from resources.words import Words
from ui.printing.designer.box_pages import (
    CodePage,
    PicturePage,
    PlaceFields,
    ShapePage,
    TextPage,
)
from ui.shared.buttons import IconButton
from ui.shared.combo import Combo
from ui.shared.fields import Field
from ui.shared.pane import scrolling
from ui.shared.text import Text

WIDE = 280


class Inspector(QWidget):
    """Shows one kind of box at a time; `changed` tells the box as it is to be."""

    changed = Signal(object, str)
    """The box, and the run of changes to which this one belongs."""
    acted = Signal(str)
    """remove, double, forward or back."""
    picture_wanted = Signal()
    sheet_chosen = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setFixedWidth(WIDE)
        self._box: Box | None = None
        self.text = TextPage(words, self._give)
        self.code = CodePage(words, self._give)
        self.shape = ShapePage(words, self._give)
        self.picture = PicturePage(words, self._give)
        self.picture.choose.clicked.connect(self.picture_wanted)
        self._nothing = Text(
            words("Press something on the label to change it, or put something new on it."),
            13,
            ink="ink2",
            wrap=True,
        )
        self.sheets = Combo()
        self.sheets.activated.connect(lambda: self.sheet_chosen.emit(self.sheets.key))
        self._alone = QWidget()
        self._pages = QStackedWidget()
        self.place = PlaceFields(words, self._give)
        self.acts = {
            name: IconButton(icon, said)
            for name, icon, said in (
                ("double", "content-copy", words("Double (Ctrl+D)")),
                ("forward", "arrange-bring-forward", words("Bring forward")),
                ("back", "arrange-send-backward", words("Send backward")),
                ("remove", "trash-can-outline", words("Remove (Delete)")),
            )
        }
        self._there = QWidget()
        self._lay_out()

    def show_box(self, box: Box | None) -> None:
        self._box = box
        self._there.setVisible(box is not None)
        self._alone.setVisible(box is None)
        if box is None:
            return
        page = self._page(box)
        if self._pages.currentWidget() is not page:
            self._pages.setCurrentWidget(page)
        self.place.show_box(box)
        self._pages.setFixedHeight(page.sizeHint().height())

    def offer_sheets(self, sheets: Sequence[tuple[str, str]]) -> None:
        self.sheets.clear()
        for key, said in sheets:
            self.sheets.addItem(said, key)

    def show_sheet(self, sheet: str) -> None:
        self.sheets.choose(sheet)

    def begin_typing(self) -> None:
        """The keyboard goes to what the box says."""
        page = self._pages.currentWidget()
        if self._box is not None and page is not None:
            page.setFocus()

    def _page(self, box: Box) -> QWidget:
        """The page of its kind, filled."""
        if isinstance(box, TextBox):
            self.text.show_box(box)
            return self.text
        if isinstance(box, CodeBox):
            self.code.show_box(box)
            return self.code
        if isinstance(box, PictureBox):
            self.picture.show_box(box)
            return self.picture
        if isinstance(box, ShapeBox):
            self.shape.show_box(box)
        return self.shape

    def _give(self, change: Callable[[Box], Box], run: str = "") -> None:
        if self._box is not None:
            self._box = change(self._box)
            self.changed.emit(self._box, run)

    def _lay_out(self) -> None:
        for page in (self.text, self.code, self.shape, self.picture):
            self._pages.addWidget(page)
        acts = QHBoxLayout()
        acts.setSpacing(4)
        for name, button in self.acts.items():
            button.setObjectName(f"box.{name}")
            button.clicked.connect(partial(self.acted.emit, name))
            acts.addWidget(button)
        acts.addStretch()
        inner = QVBoxLayout(self._there)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(16)
        inner.addWidget(self._pages)
        inner.addWidget(self.place)
        inner.addLayout(acts)
        alone = QVBoxLayout(self._alone)
        alone.setContentsMargins(0, 0, 0, 0)
        alone.setSpacing(20)
        alone.addWidget(self._nothing)
        alone.addWidget(Field(self._words("Sheet of labels"), self.sheets))
        column = QVBoxLayout()
        column.setContentsMargins(4, 4, 14, 24)
        column.addWidget(self._alone)
        column.addWidget(self._there)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(column))
        self._there.hide()
