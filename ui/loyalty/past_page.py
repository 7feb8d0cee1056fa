"""The list of past sales, of which one is chosen to come back."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from resources.words import Words
from ui.loyalty.aside import MARGIN, WIDE, Aside
from ui.loyalty.past_said import PastSaid
from ui.shared.buttons import RowButton
from ui.shared.easel import TRAILING, Easel
from ui.shared.fonts import font, width
from ui.shared.headers import Hairline
from ui.shared.inputs import Input
from ui.shared.text import Text
from ui.shared.theme import colour

HIGH = 64
INSET = 12


class PastPage(Aside):
    """Above the list, where all the shop's sales are looked through, a field for a receipt or an amount."""

    chosen = Signal(int)
    receipt_asked = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.receipt = Input(words("Receipt or amount"))
        self.receipt.setObjectName("loyalty.receipt")
        self.receipt.setAccessibleName(words("Receipt or amount"))
        self.receipt.textEdited.connect(self.receipt_asked)
        self.receipt.returnPressed.connect(self.go_to_first)
        self._shown: list[PastRow] = []
        self._nothing = Text("", 14, ink="ink2", wrap=True)
        self._rows, above = QVBoxLayout(), QVBoxLayout()
        self._rows.setSpacing(0)
        above.setContentsMargins(INSET, 0, INSET, 0)
        above.addWidget(self.receipt)
        above.addWidget(self._nothing)
        # The words of a row stand under the title, its ground when it is pointed at reaches beyond.
        self.body.setContentsMargins(MARGIN - INSET, 4, MARGIN - INSET, 16)
        self.body.addLayout(above)
        self.body.addLayout(self._rows)
        self.body.addStretch()

    def open(self, title: str, *, all_sales: bool) -> None:
        """Her own sales, or with `all_sales` those of the whole shop."""
        self.show_title(title)
        self.receipt.clear()
        self.receipt.setVisible(all_sales)
        self.away.setVisible(not all_sales)

    def show_sales(self, sales: Sequence[PastSaid], nothing: str) -> None:
        while item := self._rows.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._shown = [self._row(one) for one in sales]
        for place, row in enumerate(self._shown):
            if place:
                self._rows.addWidget(Hairline())
            self._rows.addWidget(row)
        self._nothing.setText(nothing)
        self._nothing.setVisible(not sales)

    def go_to_first(self) -> None:
        """The keyboard goes to the newest sale, or to the way out."""
        (self.first_row() or self.away).setFocus(Qt.FocusReason.OtherFocusReason)

    def first_row(self) -> RowButton | None:
        """The newest sale of which something can come back."""
        return next((row for row in self._shown if row.isEnabled()), None)

    def _row(self, one: PastSaid) -> "PastRow":
        row = PastRow(one)
        row.setEnabled(not one.is_gone)
        row.clicked.connect(lambda: self.chosen.emit(one.id))
        return row


class PastRow(RowButton):
    """The amount over when and what; at the trailing end its points, or what came back."""

    def __init__(self, one: PastSaid) -> None:
        told = (one.amount, one.detail, one.aside)
        super().__init__(", ".join(part for part in told if part))
        self._one = one
        self.setObjectName(f"loyalty.past.{one.id}")
        self.setToolTip(one.detail)

    def sizeHint(self) -> QSize:
        return QSize(WIDE - 2 * INSET, HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        one, rect = self._one, QRectF(self.rect())
        aside = width(one.aside, font(14)) + 4
        upper = rect.adjusted(INSET, 10, -INSET, -rect.height() / 2 + 2)
        lower = rect.adjusted(INSET, rect.height() / 2, -INSET, -10)
        with Easel.on(self) as easel:
            if self.isEnabled() and self.underMouse():
                easel.box(rect, 8, colour("sunken"))
            ink = colour("ink" if self.isEnabled() else "ink3")
            easel.text(upper.adjusted(0, 0, -aside, 0), one.amount, font(15, 500), ink)
            easel.text(upper, one.aside, font(14), colour("ink2"), TRAILING)
            easel.text(lower, one.detail, font(13), colour("ink2"))
