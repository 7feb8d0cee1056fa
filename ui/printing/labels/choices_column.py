"""The trailing column: labels or envelopes, on what, in which order and how many, and the acts."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.amounts import typed_number
from reports.envelope_feed import Edge, EnvelopeFeed, Face
from reports.envelopes import ENVELOPES as SIZES
from reports.mailing import Sort
from reports.stock import Stock
from resources.words import Words
from ui.printing.labels.shown import LeftSheet, Total
from ui.printing.labels.wish import ENVELOPES, LABELS, MOST_COPIES, Wish
from ui.printing.sheets.stock_drawing import lie, paint_stock
from ui.printing.sheets.stock_said import detail_said, size_said
from ui.shared.buttons import MAIN, Button, Kind, RowButton
from ui.shared.chips import FilterChips
from ui.shared.combo import Combo
from ui.shared.easel import TRAILING, Easel
from ui.shared.fields import Field
from ui.shared.fonts import font, width
from ui.shared.inputs import RADIUS, Input, paint_frame
from ui.shared.pane import scrolling
from ui.shared.text import Figure, Text
from ui.shared.theme import colour
from ui.shared.toggle import Toggle

WIDE, ASIDE = 272, 14


class StockButton(RowButton):
    """The sheet that is chosen, with its picture; a press opens the stock picker."""

    def __init__(self, words: Words) -> None:
        super().__init__(words("Sheet"))
        self._words = words
        self._stock: Stock | None = None
        self.setObjectName("labels.stock")

    def show_stock(self, stock: Stock) -> None:
        self._stock = stock
        self.setAccessibleDescription(f"{stock.name}, {detail_said(stock, self._words)}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 68)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._stock is None:
            return
        rect, stock = QRectF(self.rect()), self._stock
        with Easel.on(self) as easel:
            paint_frame(easel, rect, focused=False)
            if self.underMouse():
                easel.box(rect, RADIUS, colour("ink", 0.03))
            box = easel.place(QRectF(10, 10, 40, 48))
            easel.painter.save()
            paint_stock(easel.painter, stock, lie(stock, box))
            easel.painter.restore()
            room = rect.width() - 60 - 34
            size = size_said(stock.label, self._words)
            easel.text(QRectF(60, 13, room, 20), stock.name, font(14, 500), colour("ink"))
            easel.text(QRectF(60, 35, room, 18), size, font(13), colour("ink2"))
            chevron = QRectF(rect.width() - 30, 25, 18, 18)
            easel.icon("chevron-down", chevron, colour("ink2"))


class LeftRow(RowButton):
    """A part-used sheet of the drawer: a press takes it, numbered in its turn; another puts it back."""

    def __init__(self, one: LeftSheet, words: Words) -> None:
        turn = words("used as number {n}", n=one.turn) if one.turn else ""
        super().__init__(", ".join(part for part in (one.words, one.detail, turn) if part))
        self._one = one
        self._turn = words.number(one.turn) if one.turn else ""
        self.setObjectName(f"left.{one.id}")
        self.setCheckable(True)
        self.setChecked(bool(one.turn))

    def sizeHint(self) -> QSize:
        return QSize(160, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect, one = QRectF(self.rect()), self._one
        with Easel.on(self) as easel:
            if one.turn:
                easel.box(rect, 8, colour("tint"))
            elif self.underMouse():
                easel.box(rect, 8, colour("sunken"))
            wide = rect.width()
            if self._turn:
                badge = QRectF(wide - 30, 10, 20, 20)
                easel.box(badge, 10, colour("accent"))
                middle = Qt.AlignmentFlag.AlignCenter
                easel.text(badge, self._turn, font(12, 500), colour("on_accent"), middle)
            small = font(13)
            aside = width(one.detail, small) + 2 if one.detail else 0
            end = wide - 10 - (28 if self._turn else 0) - aside
            easel.text(QRectF(end, 0, aside, 40), one.detail, small, colour("ink2"), TRAILING)
            easel.text(QRectF(10, 0, end - 18, 40), one.words, font(14), colour("ink"))


class ChoicesColumn(QWidget):
    """`changed` tells fields of `Wish` by name; the acts are pressed at the foot."""

    changed = Signal(dict)
    stock_wanted = Signal()
    left_pressed = Signal(int)
    pages_typed = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.kinds = FilterChips(words("Labels or envelopes"))
        self.kinds.add(LABELS, words("Labels")).setObjectName("kind.labels")
        self.kinds.add(ENVELOPES, words("Envelopes")).setObjectName("kind.envelopes")
        self.stock = StockButton(words)
        self.envelope, self.design = Combo(_envelopes(words)), Combo()
        self.sort = Combo(_sorts(words))
        self.household = Toggle(words("One for each household"))
        self.copies = Input()
        self.sequence = Toggle(words("A small number on each"))
        self.sent_by = Toggle(words("With the return address"))
        self.stamp = Toggle(words("A box for the stamp"))
        self.edge = Combo(_edges(words))
        self.face = Combo([(Face.UP, words("face up")), (Face.DOWN, words("face down"))])
        self.pages = Field(words("Only these pages"), help_words=words("Empty for all of them."))
        self.total, self.after = Figure("", 14, 500), Text("", 13, ink="ink2", wrap=True)
        self.keep = Toggle("")
        self.rest_name = Input(words("What you call it, if you like"))
        self.act = Button(words("Print"), Kind.PRIMARY, icon="printer-outline", height=MAIN)
        self.save = Button(words("Save as PDF"))
        self.later = Button(words("Print later"))
        self.was_printed = Button(words("It was printed"), Kind.LINK, height=24)
        self._left = QVBoxLayout()
        self._name()
        self._lay_out()
        self._connect()

    def show_wish(self, wish: Wish) -> None:
        """What is chosen, silently; what does not belong to it is not there."""
        self.kinds.choose(wish.kind)
        for combo, key in (
            (self.envelope, wish.envelope),
            (self.sort, wish.sort),
            (self.edge, wish.feed.first),
            (self.face, wish.feed.face),
            (self.design, str(wish.design or "")),
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

    def show_stock(self, stock: Stock) -> None:
        self.stock.show_stock(stock)

    def show_left(self, sheets: Sequence[LeftSheet]) -> None:
        focused = self.focusWidget()
        held = focused.objectName() if focused and focused.hasFocus() else ""
        while item := self._left.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for one in sheets:
            row = LeftRow(one, self._words)
            row.clicked.connect(partial(self._press_left, one.id))
            self._left.addWidget(row)
            if row.objectName() == held:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drawer.setVisible(bool(sheets))

    def show_total(self, total: Total) -> None:
        self.total.setText(total.said)
        self.after.setText(total.after)
        for part in (self.after, self.was_printed):
            part.setVisible(bool(total.after))
        self.keep.setText(total.rest)
        self.keep.setVisible(bool(total.rest))
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
        feed = EnvelopeFeed(first=Edge(self.edge.key), face=Face(self.face.key))
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
        self.sort.activated.connect(lambda: self._tell(sort=Sort(self.sort.key)))
        self.household.toggled.connect(lambda on: self._tell(per_household=on))
        self.sequence.toggled.connect(lambda on: self._tell(sequence=on))
        self.sent_by.toggled.connect(lambda on: self._tell(return_address=on))
        self.stamp.toggled.connect(lambda on: self._tell(postage_box=on))
        self.keep.toggled.connect(lambda on: self._tell(keep=on))
        self.rest_name.textEdited.connect(lambda text: self._tell(rest_name=text))
        self.edge.activated.connect(self._feed)
        self.face.activated.connect(self._feed)
        self.copies.textEdited.connect(self._count)
        self.pages.edited.connect(self.pages_typed)

    def _name(self) -> None:
        words = self._words
        self.edge.setAccessibleName(words("Which edge goes in first"))
        self.sequence.setToolTip(
            words("It ties the card, the envelope and the label of one person together.")
        )
        self.face.setAccessibleName(words("How it lies in the printer"))
        self.rest_name.setAccessibleName(words("Name of the sheet that is kept"))
        for part, name in (
            (self.envelope, "labels.envelope"),
            (self.sort, "labels.sort"),
            (self.household, "labels.household"),
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
        )
        self._of_envelopes = _group(
            Field(words("Envelope"), self.envelope),
            Field(words("How it goes into the printer"), self.edge),
            self.face,
            self.sent_by,
            self.stamp,
        )
        column = QVBoxLayout()
        column.setContentsMargins(0, 4, 0, 12)
        column.setSpacing(14)
        for part in (
            self.kinds,
            self._of_labels,
            self._of_envelopes,
            Field(words("Order"), self.sort),
            self.household,
            Field(words("How many of each"), self.copies),
            self.sequence,
            self.pages,
        ):
            column.addWidget(part)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 12)
        whole.setSpacing(12)
        whole.addWidget(scrolling(_beside_the_bar(column)), 1)
        whole.addLayout(self._foot())
        widest = max(part.sizeHint().width() for part in self._toggles)
        both = self.save.sizeHint().width() + 8 + self.later.sizeHint().width()
        self.setFixedWidth(max(WIDE, widest, both) + ASIDE)

    @property
    def _toggles(self) -> tuple[Toggle, ...]:
        return (self.household, self.sequence, self.sent_by, self.stamp)

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setSpacing(8)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        for act in (self.save, self.later):
            act.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            pair.addWidget(act)
        self.act.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for part in (self.after, self.was_printed, self.total, self.act):
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
