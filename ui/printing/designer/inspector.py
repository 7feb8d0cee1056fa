"""What is known of the chosen box, at the trailing side, each of it to be changed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reports.label_design import Box, CodeBox, PictureBox, ShapeBox, TextBox
from reports.stock import Stock
from resources.words import Words, mark
from ui.printing.designer.box_pages import (
    CodePage,
    PicturePage,
    PlaceFields,
    ShapePage,
    TextPage,
)
from ui.printing.labels.sheet_buttons import StockButton
from ui.shared.buttons import Button, IconButton, Kind
from ui.shared.fields import Field
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.pane import scrolling
from ui.shared.text import Text

WIDE = 280
KINDS = (
    ("text", mark("Text"), "format-text"),
    ("hand", mark("Handwriting"), "draw-pen"),
    ("picture", mark("Picture"), "image-outline"),
    ("qr", mark("QR code"), "qrcode"),
    ("bars", mark("Barcode"), "barcode"),
    ("line", mark("Line"), "minus"),
    ("frame", mark("Frame"), "rectangle-outline"),
)
"""What can be put on a label: its name, its words, its icon."""


class Inspector(QWidget):
    """Shows one kind of box at a time; `changed` tells the box as it is to be."""

    changed = Signal(object, str)
    """The box, and the run of changes to which this one belongs."""
    acted = Signal(str)
    """remove, double, forward or back."""
    added = Signal(str)
    """One of `KINDS` is to be put on the label."""
    picture_wanted = Signal()
    sheet_wanted = Signal()

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
        self.stock = StockButton(words)
        self.stock.setObjectName("design.stock")
        self.stock.clicked.connect(self.sheet_wanted)
        self._alone = QWidget()
        self.adds = {kind: Button(words(said), Kind.QUIET, icon=icon) for kind, said, icon in KINDS}
        self._pages = (self.text, self.code, self.shape, self.picture)
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
        shown = self._page(box)
        for page in self._pages:
            page.setVisible(page is shown)
        self.place.show_box(box)

    def show_stock(self, stock: Stock | None) -> None:
        """The sheet for which the label is made; none where there is no such sheet any more."""
        self.stock.setVisible(stock is not None)
        if stock is not None:
            self.stock.show_stock(stock)

    def begin_typing(self) -> None:
        """The keyboard goes to what the box says."""
        if self._box is not None:
            self._page(self._box).setFocus(Qt.FocusReason.OtherFocusReason)

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
        for page in self._pages:
            inner.addWidget(page)
        inner.addWidget(self.place)
        inner.addLayout(acts)
        alone = QVBoxLayout(self._alone)
        alone.setContentsMargins(0, 0, 0, 0)
        alone.setSpacing(0)
        alone.addWidget(self._nothing)
        alone.addSpacing(12)
        for kind, add in self.adds.items():
            add.setObjectName(f"add.{kind}")
            add.clicked.connect(partial(self.added.emit, kind))
            alone.addWidget(add, 0, Qt.AlignmentFlag.AlignLeading)
        alone.addSpacing(20)
        alone.addWidget(Field(self._words("Sheet of labels"), self.stock))
        column = QVBoxLayout()
        column.setContentsMargins(margins(4, 4, 14, ROOM))
        column.addWidget(self._alone)
        column.addWidget(self._there)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(column))
        self._there.hide()
