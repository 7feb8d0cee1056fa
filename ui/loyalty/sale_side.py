"""The leading side of the counter: the balance, the amount with what it earns, and the sale."""

from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.loyalty.amount_field import AmountField
from ui.loyalty.bill import Foreseen
from ui.loyalty.stamp_row import StampRow
from ui.loyalty.standing import Standing
from ui.loyalty.taken_rows import TakenRows
from ui.shared.buttons import COUNTER, Button, Kind
from ui.shared.flow import Flow
from ui.shared.fonts import font
from ui.shared.headers import Hairline
from ui.shared.text import ElidedText, Text

BALANCE, SMALLEST, TIGHTER = 104, 40, -3.0
"""Sizes of the figure, and how much closer its digits stand at the first of them."""
AIR, OVERHANG = 14, 6


class SaleSide(QWidget):
    """Emits what was typed and asked; shows what it is told."""

    typed = Signal(str)
    add_asked = Signal()
    points_asked = Signal(bool)
    sales_asked = Signal()
    """Those of before, of which something may come back."""

    def __init__(self, words: Words, sign: str) -> None:
        super().__init__()
        self._say = words
        self.balance, self.unit = Balance(), Text("", 20, ink="ink2")
        self.hint = Text("", 14, ink="ink2", wrap=True)
        self.amount = AmountField(sign)
        self.amount.setObjectName("loyalty.amount")
        self.amount.setAccessibleName(words("Sale"))
        self.earned, self.makes = Text("", 15, 500, ink="good"), Text("", 15, ink="ink2")
        self.rule = ElidedText("", 13, ink="ink2")
        self.add = Button(
            words("Add the sale"), Kind.PRIMARY, icon="check", height=COUNTER, shown_key="Enter"
        )
        self.add.setObjectName("loyalty.add")
        self.pay = Button(words("Pay with points"), height=COUNTER)
        self.pay.setObjectName("loyalty.pay")
        self.pay.setCheckable(True)
        self.sales = Button(words("Past sales"), Kind.LINK, height=20)
        self.sales.setObjectName("loyalty.sales")
        self.taken = TakenRows(words)
        self.stamps = StampRow(words)
        self._connect()
        self._lay_out()

    def show_standing(self, one: Standing) -> None:
        is_known = one.id is not None
        self._about_her.setVisible(is_known)
        self.pay.setVisible(is_known)
        self.sales.setVisible(is_known)
        self.amount.asks_who = not is_known
        self.balance.setText(self._say.isolated(self._say.number(one.points)))
        self.balance.setAccessibleName(f"{self.balance.text()} {one.unit}")
        self.unit.setText(one.unit)
        self.hint.setText(one.hint)
        self.hint.setVisible(bool(one.hint))
        self.rule.setText(one.rule)
        self.stamps.show_stamps(one.stamping)
        self._line.setVisible(one.stamping is not None)
        if one.points:
            self.pay.enable()
        else:
            self.pay.disable(self._say("There are no points yet"))

    def show_foreseen(self, foreseen: Foreseen) -> None:
        self.amount.mark_wrong(bool(foreseen.wrong))
        self.amount.setAccessibleDescription(foreseen.wrong)
        self.earned.setText(foreseen.wrong or foreseen.earned)
        self.earned.paint_in("bad" if foreseen.wrong else "good")
        self.makes.setText(foreseen.makes)
        self.rule.setVisible(not foreseen.pays and not foreseen.wrong)
        self.pays.setText(foreseen.pays)
        self.pays.setVisible(bool(foreseen.pays))

    def show_payment(self, *, points: bool) -> None:
        self.pay.setChecked(points)
        self.pay.show_icon("check" if points else "")

    def show_amount(self, text: str) -> None:
        if self.amount.text() != text:
            self.amount.setText(text)

    def step_back(self, *, back: bool) -> None:
        """While something else is asked beside it, adding the sale is not the main act."""
        self.add.kind = Kind.SECONDARY if back else Kind.PRIMARY
        self.add.update()

    def _connect(self) -> None:
        self.amount.textEdited.connect(self.typed)
        self.amount.submitted.connect(self.add_asked)
        self.add.clicked.connect(self.add_asked)
        self.pay.clicked.connect(self.points_asked)
        self.sales.clicked.connect(self.sales_asked)

    def _lay_out(self) -> None:
        self.pays = Text("", 15, 500)
        self._line = Hairline()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._about_her = self._standing()
        whole.addWidget(self._about_her)
        acts = Flow(across=12, down=8)
        acts.addWidget(self.add)
        acts.addWidget(self.pay)
        label = QHBoxLayout()
        label.addWidget(Text(self._say("Sale"), 13, 500, ink="ink2"), 1)
        label.addWidget(self.sales)
        label.addSpacing(12)
        label.addWidget(Text("F2", 12, ink="ink3"))
        parts: tuple[tuple[int, QWidget | QLayout], ...] = (
            (0, label),
            (8, self.amount),
            (10, self._below()),
            (0, self.taken),
            (20, acts),
            (28, self._line),
            (20, self.stamps),
        )
        for gap, part in parts:
            whole.addSpacing(gap)
            if isinstance(part, QWidget):
                whole.addWidget(part)
            else:
                whole.addLayout(part)
        whole.addStretch()

    def _standing(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(0)
        column.addWidget(Text(self._say("Balance"), 13, 500, ink="ink2"))
        column.addLayout(self._figure())
        column.addWidget(self.hint)
        return whole

    def _figure(self) -> QHBoxLayout:
        figure = QHBoxLayout()
        figure.setSpacing(12)
        figure.addWidget(self.balance)
        figure.addWidget(self.unit, 0, Qt.AlignmentFlag.AlignBottom)
        figure.addStretch()
        self.unit.setContentsMargins(0, 0, 0, 16)
        return figure

    def _below(self) -> QHBoxLayout:
        below = QHBoxLayout()
        below.setSpacing(8)
        for part in (self.earned, self.makes):
            below.addWidget(part)
        below.addStretch(1)
        below.addWidget(self.rule)
        below.addWidget(self.pays)
        return below


class Balance(Text):
    """The figure, as tall as its digits alone, and smaller only where so many would be cut."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(_figures(BALANCE))
        self._tall = QFontMetricsF(self.font()).capHeight()
        # Set closer, the last digit stands out of its own width, to the right in any language.
        self.setContentsMargins(0, 0, OVERHANG, 0)

    def setText(self, words: str) -> None:
        super().setText(words)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._wide(BALANCE), int(self._tall) + 2 * AIR)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(SMALLEST), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        room = self.contentsRect()
        wide = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        start = room.right() + 1 - wide if self.isRightToLeft() else room.left()
        # On one line with its unit, whatever its size.
        painter.drawText(QPointF(start, AIR + self._tall), self.text())

    def _fit(self) -> None:
        fits = (px for px in range(BALANCE, SMALLEST, -2) if self._wide(px) <= self.width())
        self.setFont(_figures(next(fits, SMALLEST)))

    def _wide(self, px: int) -> int:
        return ceil(QFontMetricsF(_figures(px)).horizontalAdvance(self.text())) + OVERHANG


def _figures(px: int) -> QFont:
    face = font(px, 600)
    face.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, TIGHTER * px / BALANCE)
    return face
