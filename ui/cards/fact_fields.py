"""Beside the letter: what it has to say and the book does not know, each in a field of its own."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.thanks.given import COUPON
from resources.words import Words
from ui.cards.shown import FactField, FactsShown
from ui.shared.combo import Combo
from ui.shared.fields import Field
from ui.shared.inputs import Input
from ui.shared.text import Text
from ui.shared.toggle import Toggle

PAUSE = 500
"""Milliseconds without a key after which nothing more is typed just now."""


class FactRow(QWidget):
    """A field with its label above, and below it a quiet word, or a warning."""

    def __init__(self, one: FactField) -> None:
        super().__init__()
        self.input, self.warns = Input(), False
        self._below = Text("", 13, ink="ink2", wrap=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(Field(one.label, self.input))
        self.setFocusProxy(self.input)
        whole.addWidget(self._below)

    def show_fact(self, one: FactField) -> None:
        if one.text != self.input.text():
            self.input.setText(one.text)
        self.warns = one.warns
        self._below.setText(one.below)
        self._below.paint_in("warn" if one.warns else "ink2")
        self._below.setVisible(bool(one.below))
        self.input.setAccessibleDescription(one.below)


class FactFields(QWidget):
    """Only what this letter asks for; nothing where it asks for nothing."""

    typed = Signal(str, str)
    """The field, and what stands in it; with every key."""
    settled = Signal()
    """Nothing more is typed just now."""
    coupon_wanted = Signal(bool)
    offer_chosen = Signal(str)

    def __init__(self, words: Words, after: QWidget) -> None:
        """The keyboard comes from `after`."""
        super().__init__()
        self.rows: dict[str, FactRow] = {}
        self._after = after
        self.coupon = Toggle(words("With a coupon"))
        self.offers = Combo()
        self.offers.setAccessibleName(words("Which offer"))
        self.offers.setObjectName("cards.offer")
        self.offers.activated.connect(lambda _: self.offer_chosen.emit(self.offers.key))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.settled)
        self.coupon.clicked.connect(self.coupon_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.coupon)
        self._column.addWidget(self.offers)
        self.offers.hide()

    def show_facts(self, facts: FactsShown) -> None:
        """The fields of before stay where they are: the keyboard may be in one of them."""
        if [one.key for one in facts.fields] != list(self.rows):
            self._make_rows(facts)
        for one in facts.fields:
            self.rows[one.key].show_fact(one)
        self.coupon.setChecked(bool(facts.coupon))
        self._show_offers(facts)
        self.setVisible(facts.coupon is not None)

    def begin(self) -> QWidget | None:
        """The keyboard goes to the first field that warns, else to the first."""
        warning = [row for row in self.rows.values() if row.warns]
        row = next(iter(warning or self.rows.values()), None)
        if row is not None:
            row.input.setFocus(Qt.FocusReason.OtherFocusReason)
        return row

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._settle()

    def _make_rows(self, facts: FactsShown) -> None:
        before, keys = self.rows, [one.key for one in facts.fields]
        for key in before.keys() - set(keys):
            before[key].hide()
            before[key].deleteLater()
        self.rows = {one.key: before.get(one.key) or self._row(one) for one in facts.fields}
        parts: list[QWidget] = list(self.rows.values())
        at = len(parts) - sum(key in COUPON for key in keys)
        parts[at:at] = [self.coupon, self.offers]
        before_it = self._after
        for at, part in enumerate(parts):
            self._column.insertWidget(at, part)
            takes_keys = part.focusProxy() or part
            QWidget.setTabOrder(before_it, takes_keys)
            before_it = takes_keys

    def _show_offers(self, facts: FactsShown) -> None:
        there = tuple(
            (self.offers.itemData(n), self.offers.itemText(n)) for n in range(self.offers.count())
        )
        if there != facts.offers:
            self.offers.clear()
            for key, said in facts.offers:
                self.offers.addItem(said, key)
        self.offers.choose(facts.offer)
        self.offers.setVisible(bool(facts.offers))

    def _row(self, one: FactField) -> FactRow:
        row = FactRow(one)
        row.input.textEdited.connect(partial(self._hear, one.key))
        row.input.editingFinished.connect(self._settle)
        return row

    def _hear(self, key: str, text: str) -> None:
        self._pause.start()
        self.typed.emit(key, text)

    def _settle(self) -> None:
        """Sooner than after the pause, where something was typed."""
        if self._pause.isActive():
            self._pause.stop()
            self.settled.emit()
