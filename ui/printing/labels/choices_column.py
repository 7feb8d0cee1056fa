"""The trailing column: labels or envelopes, on what, in which order and how many, and the acts."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.amounts import typed_number
from reports.envelope_feed import Edge, EnvelopeFeed, Face, Guide
from reports.envelopes import ENVELOPES as SIZES
from reports.mailing import Sort
from reports.stock import Stock
from resources.words import Words
from ui.printing.labels.besides_field import BesidesField
from ui.printing.labels.sheet_buttons import LeftRow, StockButton
from ui.printing.labels.shown import LeftSheet, Total
from ui.printing.labels.wish import ENVELOPES, LABELS, MOST_COPIES, Wish
from ui.printing.sheets.stock_said import size_said
from ui.shared.buttons import MAIN, Button, Kind
from ui.shared.chips import FilterChips
from ui.shared.combo import Combo
from ui.shared.fields import Field
from ui.shared.focus import in_turn
from ui.shared.inputs import Input
from ui.shared.pane import scrolling
from ui.shared.text import Figure, Text
from ui.shared.toggle import Toggle

WIDE, ASIDE = 272, 14


class ChoicesColumn(QWidget):
    """`changed` tells fields of `Wish` by name; the acts are pressed at the foot."""

    changed = Signal(dict)
    stock_wanted = Signal()
    left_pressed = Signal(int)
    pages_typed = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words, self._fed = words, EnvelopeFeed()
        self.kinds = FilterChips(words("Labels or envelopes"))
        self.kinds.add(LABELS, words("Labels")).setObjectName("kind.labels")
        self.kinds.add(ENVELOPES, words("Envelopes")).setObjectName("kind.envelopes")
        self.stock = StockButton(words)
        self.envelope, self.design = Combo(_envelopes(words)), Combo()
        self.sort = Combo(_sorts(words))
        self.household = Toggle(words("One for each household"))
        self.copies, self.counted_by = Input(), Combo()
        self.sequence = Toggle(words("A small number on each"))
        self.sent_by = Toggle(words("With the return address"))
        self.stamp = Toggle(words("A box for the stamp"))
        self.edge = Combo(_edges(words))
        self.face = Combo([(Face.UP, words("face up")), (Face.DOWN, words("face down"))])
        self.guide = Combo(_guides(words))
        self.pages = Field(words("Only these pages"), help_words=words("Empty for all of them."))
        self.total, self.given = Figure("", 14, 500), Text("", 13, ink="ink2", wrap=True)
        self.after = Text("", 13, ink="ink2", wrap=True)
        self.keep = Toggle("")
        self.rest_name = Input(words("What you call it, if you like"))
        self.act = Button(words("Print"), Kind.PRIMARY, icon="printer-outline", height=MAIN)
        self.save = Button(words("Save as PDF"))
        self.later = Button(words("Print later"))
        self.was_printed = Button(words("It was printed"), Kind.LINK, height=24)
        self._left, self.besides = QVBoxLayout(), BesidesField(words)
        self._name()
        self._lay_out()
        self._connect()

    def show_wish(self, wish: Wish) -> None:
        """What is chosen, silently; what does not belong to it is not there."""
        self._fed = wish.feed
        self.kinds.choose(wish.kind)
        for combo, key in (
            (self.envelope, wish.envelope),
            (self.sort, wish.sort),
            (self.edge, wish.feed.first),
            (self.face, wish.feed.face),
            (self.guide, wish.feed.guide),
            (self.design, str(wish.design or "")),
            (self.counted_by, wish.counted_by),
        ):
            combo.choose(key)
        for toggle, on in (
            (self.household, wish.per_household),
            (self.sequence, wish.sequence),
            (self.sent_by, wish.return_address),
            (self.stamp, wish.postage_box),
            (self.keep, wish.keep),
        ):
            quiet = toggle.blockSignals(True)
            toggle.setChecked(on)
            toggle.blockSignals(quiet)
        if not self.copies.hasFocus():
            self.copies.setText(str(wish.copies))
        self._of_labels.setVisible(wish.is_labels)
        self._of_envelopes.setVisible(not wish.is_labels)

    def show_designs(self, designs: Sequence[tuple[str, str]]) -> None:
        self.design.clear()
        self.design.addItem(self._words("The plain address"), "")
        for key, name in designs:
            self.design.addItem(name, key)
        self._design.setVisible(bool(designs))

    def show_counting(self, tags: Sequence[str]) -> None:
        """Tags that say how many; whoever has none of them gets as many as everybody."""
        words = self._words
        says = [(one, words("as the tag “{tag}” says, else", tag=one)) for one in tags]
        everybody = ("", words("the same for everybody"))
        self.counted_by.offer([everybody, *says], self.counted_by.key)
        self.counted_by.setVisible(bool(tags))

    def show_stock(self, stock: Stock) -> None:
        self.stock.show_stock(stock)

    def show_left(self, sheets: Sequence[LeftSheet]) -> None:
        focused = self.focusWidget()
        held = focused.objectName() if focused and focused.hasFocus() else ""
        while item := self._left.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        rows = [LeftRow(one, self._words) for one in sheets]
        for one, row in zip(sheets, rows, strict=True):
            row.clicked.connect(partial(self._press_left, one.id))
            self._left.addWidget(row)
            if row.objectName() == held:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
        in_turn(self.stock, *rows)
        self._drawer.setVisible(bool(sheets))

    def show_total(self, total: Total) -> None:
        self.total.setText(total.said)
        self.given.setText(total.given)
        self.given.setVisible(bool(total.given))
        self.after.setText(total.after)
        for part in (self.after, self.was_printed):
            part.setVisible(bool(total.after))
        self.keep.setText(total.rest)
        self.keep.setVisible(bool(total.rest))
        self.setFixedWidth(self._wide() + ASIDE)
        self.rest_name.setVisible(bool(total.rest) and self.keep.isChecked())
        for button in (self.act, self.save, self.later):
            if total.why_not:
                button.disable(total.why_not)
            else:
                button.enable()

    def _press_left(self, part: int, _on: bool = False) -> None:
        self.left_pressed.emit(part)

    def _tell(self, **more: object) -> None:
        self.changed.emit(more)

    def _feed(self) -> None:
        feed = replace(
            self._fed,
            first=Edge(self.edge.key),
            face=Face(self.face.key),
            guide=Guide(self.guide.key),
        )
        self._tell(feed=feed)

    def _count(self, text: str) -> None:
        n = typed_number(text, 0)
        if n is not None and 1 <= n <= MOST_COPIES:
            self._tell(copies=int(n))
        self.copies.mark_wrong(n is None or not 1 <= n <= MOST_COPIES)

    def _connect(self) -> None:
        self.kinds.chosen.connect(lambda key: self._tell(kind=key))
        self.stock.clicked.connect(self.stock_wanted)
        self.envelope.activated.connect(lambda: self._tell(envelope=self.envelope.key))
        self.design.activated.connect(
            lambda: self._tell(design=int(self.design.key) if self.design.key else None)
        )
        self.counted_by.activated.connect(lambda: self._tell(counted_by=self.counted_by.key))
        self.sort.activated.connect(lambda: self._tell(sort=Sort(self.sort.key)))
        self.household.toggled.connect(lambda on: self._tell(per_household=on))
        self.sequence.toggled.connect(lambda on: self._tell(sequence=on))
        self.sent_by.toggled.connect(lambda on: self._tell(return_address=on))
        self.stamp.toggled.connect(lambda on: self._tell(postage_box=on))
        self.keep.toggled.connect(lambda on: self._tell(keep=on))
        self.rest_name.textEdited.connect(lambda text: self._tell(rest_name=text))
        self.edge.activated.connect(self._feed)
        self.face.activated.connect(self._feed)
        self.guide.activated.connect(self._feed)
        self.copies.textEdited.connect(self._count)
        self.pages.edited.connect(self.pages_typed)

    def _name(self) -> None:
        words = self._words
        self.edge.setAccessibleName(words("Which edge goes in first"))
        self.sequence.setToolTip(
            words("It ties the card, the envelope and the label of one person together.")
        )
        self.face.setAccessibleName(words("How it lies in the printer"))
        self.guide.setAccessibleName(words("Where the guides of the printer stand"))
        self.rest_name.setAccessibleName(words("Name of the sheet that is kept"))
        for part, name in (
            (self.envelope, "labels.envelope"),
            (self.sort, "labels.sort"),
            (self.household, "labels.household"),
            (self.counted_by, "labels.counted_by"),
            (self.copies, "labels.copies"),
            (self.pages.control, "labels.pages"),
            (self.keep, "labels.keep"),
            (self.rest_name, "labels.rest"),
            (self.act, "labels.print"),
            (self.save, "labels.save"),
            (self.later, "labels.later"),
            (self.was_printed, "labels.was_printed"),
        ):
            part.setObjectName(name)

    def _lay_out(self) -> None:
        words = self._words
        self._drawer = _group(Text(words("From the drawer"), 13, 500, ink="ink2"), self._left)
        self._design = Field(words("What stands on it"), self.design)
        self._of_labels = _group(
            Field(words("Sheet"), self.stock),
            self._drawer,
            self.keep,
            self.rest_name,
            self._design,
            self.besides,
        )
        self._of_envelopes = self._envelope_choices()
        column = QVBoxLayout()
        column.setContentsMargins(0, 4, 0, 12)
        column.setSpacing(14)
        for part in (
            self.kinds,
            self._of_labels,
            self._of_envelopes,
            Field(words("Order"), self.sort),
            self.household,
            self._how_many(),
            self.sequence,
            self.pages,
        ):
            column.addWidget(part)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 12)
        whole.setSpacing(12)
        self._area = scrolling(_beside_the_bar(column))
        whole.addWidget(self._area, 1)
        whole.addLayout(self._foot())
        self.setFixedWidth(self._wide() + ASIDE)

    def _how_many(self) -> QWidget:
        said = self._words("How many of each")
        self.counted_by.setAccessibleName(said)
        self.copies.setToolTip(
            self._words("A tag with a number, such as “labels 3”, may say it for each person.")
        )
        self.copies.setAccessibleName(said)
        return _group(Text(said, 13, 500, ink="ink2"), self.counted_by, self.copies)

    def _envelope_choices(self) -> QWidget:
        words = self._words
        return _group(
            Field(words("Envelope"), self.envelope),
            Field(words("How it goes into the printer"), self.edge),
            self.face,
            self.guide,
            self.sent_by,
            self.stamp,
        )

    def _wide(self) -> int:
        """In some languages what stands side by side needs more; once there, the column keeps it."""
        both = self.save.sizeHint().width() + 8 + self.later.sizeHint().width()
        bar = self._area.verticalScrollBar().sizeHint().width()
        toggles = (part.sizeHint().width() + bar for part in self._toggles)
        return max(WIDE, both, self.minimumWidth() - ASIDE, *toggles)

    @property
    def _toggles(self) -> tuple[Toggle, ...]:
        those = (self.household, self.sequence, self.sent_by, self.stamp)
        return (*those, self.keep, self.besides.each)

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setSpacing(8)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        for act in (self.save, self.later):
            act.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            pair.addWidget(act)
        self.act.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for part in (self.after, self.was_printed, self.total, self.given, self.act):
            foot.addWidget(part)
        foot.addLayout(pair)
        return _beside_the_bar(foot)


def _beside_the_bar(column: QVBoxLayout) -> QVBoxLayout:
    """As a space, not as a margin: margins do not change sides in Hebrew."""
    beside = QHBoxLayout()
    beside.setContentsMargins(0, 0, 0, 0)
    beside.addLayout(column, 1)
    beside.addSpacing(ASIDE)
    inside = QVBoxLayout()
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addLayout(beside)
    return inside


def _envelopes(words: Words) -> list[tuple[str, str]]:
    return [
        (key, f"{key}  {words.isolated(size_said(size, words))}") for key, size in SIZES.items()
    ]


def _sorts(words: Words) -> list[tuple[str, str]]:
    return [
        (Sort.LIST, words("As in the list")),
        (Sort.COUNTRY, words("By country")),
        (Sort.POSTAL_CODE, words("By post code")),
        (Sort.NAME, words("By name")),
    ]


def _edges(words: Words) -> list[tuple[str, str]]:
    return [
        (Edge.TOP, words("upper edge first")),
        (Edge.BOTTOM, words("lower edge first")),
        (Edge.LEFT, words("left edge first")),
        (Edge.RIGHT, words("right edge first")),
    ]


def _guides(words: Words) -> list[tuple[str, str]]:
    return [
        (Guide.OWN, words("the printer knows its size")),
        (Guide.CENTRE, words("in the middle of the tray")),
        (Guide.GUIDE_LEFT, words("at the left guide")),
        (Guide.GUIDE_RIGHT, words("at the right guide")),
    ]


def _group(*parts: QWidget | QVBoxLayout) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            part.setSpacing(2)
            column.addLayout(part)
    return holder
