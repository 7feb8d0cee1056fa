"""What else stands on the sheet: other labels and coupons, added in one line and taken off by a cross."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.amounts import typed_number
from resources.words import Words
from ui.printing.labels.besides_said import Offered
from ui.printing.labels.wish import MOST_BESIDES
from ui.shared.buttons import Button, IconButton, Kind
from ui.shared.combo import Combo
from ui.shared.focus import in_turn, turn_of
from ui.shared.inputs import Input
from ui.shared.text import ElidedText, Text
from ui.shared.toggle import Toggle


class BesidesField(QWidget):
    """Not there where the shop has nothing else for a sheet."""

    added = Signal(str, int)
    """What, and how many; 0 where each person gets one."""
    dropped = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.begin = Button(words("Add to this sheet"), Kind.LINK, icon="plus", height=32)
        self.what, self.count = Combo(), Input()
        self.each = Toggle(words("One for each person"))
        self._only_each: frozenset[str] = frozenset()
        self._wants_each = False
        self.add = Button(words("Add"))
        self._asks = QWidget()
        self._crosses: list[IconButton] = []
        self._turn = turn_of(self)
        self._lay_out()
        self.begin.clicked.connect(self._begin)
        self.add.clicked.connect(self._add)
        self.count.returnPressed.connect(self._add)
        self.what.currentIndexChanged.connect(self._fit)
        self.each.clicked.connect(self._want_each)

    def show_besides(self, offered: Sequence[Offered], chosen: Sequence[str]) -> None:
        key, said = self.what.key, self.what.currentText()
        choices = [(one.key, one.words) for one in offered]
        # An offer's key is its newest coupon, which is another one once some were given out.
        kept = sorted(choices, key=lambda one: (one[0] != key, one[1] != said))
        self.what.offer(choices, kept[0][0] if kept else "")
        self._only_each = frozenset(one.key for one in offered if one.only_each)
        self._fit()
        while item := self._rows.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._crosses.clear()
        for place, said in enumerate(chosen):
            self._rows.addWidget(self._row(place, said))
        in_turn(self._turn, *self._crosses, self.begin, self.what, self.each, self.count, self.add)
        self.setVisible(bool(offered or chosen))

    def _row(self, place: int, said: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(ElidedText(said, 14), 1)
        cross = IconButton("close", self._words("Take off: {what}", what=said))
        cross.setObjectName(f"besides.drop.{place}")
        cross.clicked.connect(partial(self._drop, place))
        row.addWidget(cross)
        self._crosses.append(cross)
        return holder

    def _drop(self, place: int, _on: bool = False) -> None:
        self.dropped.emit(place)

    def _begin(self) -> None:
        self._asks.show()
        self.begin.hide()
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _want_each(self, on: bool) -> None:
        self._wants_each = on
        self._fit()

    def _fit(self) -> None:
        """What makes sense for nobody but one person is not counted."""
        must = self.what.key in self._only_each
        self.each.setEnabled(not must)
        self.each.setChecked(must or self._wants_each)
        self.count.setVisible(not self.each.isChecked())

    def _add(self) -> None:
        n = 0 if self.each.isChecked() else typed_number(self.count.text(), 0)
        fits = n is not None and (self.each.isChecked() or 1 <= n <= MOST_BESIDES)
        self.count.mark_wrong(not fits)
        if n is not None and fits and self.what.key:
            self._asks.hide()
            self.begin.show()
            self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
            self.added.emit(self.what.key, int(n))

    def _lay_out(self) -> None:
        words = self._words
        self.what.setAccessibleName(words("What else stands on the sheet"))
        self.count.setAccessibleName(words("How many labels"))
        self.count.setText("1")
        for part, name in (
            (self.begin, "begin"),
            (self.what, "what"),
            (self.each, "each"),
            (self.count, "count"),
            (self.add, "add"),
        ):
            part.setObjectName(f"besides.{name}")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.count, 1)
        line.addWidget(self.add)
        line.addStretch()
        asks = QVBoxLayout(self._asks)
        asks.setContentsMargins(0, 0, 0, 0)
        asks.setSpacing(8)
        asks.addWidget(self.what)
        asks.addWidget(self.each)
        asks.addLayout(line)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(Text(words("On the same sheet"), 13, 500, ink="ink2"))
        whole.addLayout(self._rows)
        whole.addWidget(self._asks)
        whole.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeading)
        self._asks.hide()
