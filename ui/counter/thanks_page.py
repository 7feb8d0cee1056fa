"""The page that says thank you: points or a coupon, how others answered, and where to tell others."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.loyalty import codes
from app.loyalty.coupon import Coupon
from reports.codes import qr, qr_of_text
from reports.offers import offer, validity
from ui.counter.frame import Frame, Look
from ui.counter.pages import Results, Thanking
from ui.counter.parts import TouchButton
from ui.counter.symbol import SymbolPicture
from ui.shared.buttons import Kind
from ui.shared.easel import Easel
from ui.shared.text import Figure, Text
from ui.shared.theme import colour

CODE = 208


class ThanksPage(Frame):
    """The view of `Thanking`. A touch anywhere but on a button makes room for the next person."""

    closed = Signal()
    printed = Signal()

    def __init__(self, shown: Thanking, look: Look, currency: str) -> None:
        super().__init__(look)
        self._currency, self.coupon = currency, shown.coupon
        words = self.words
        thanks = (
            words("Thank you, {name}!", name=shown.hello) if shown.hello else words("Thank you!")
        )
        self.ask(thanks, words("Your answer is with us."), gap=48)
        parts = self._parts(shown)
        if parts:
            row = QHBoxLayout()
            row.setSpacing(self.m.px(32))
            row.addStretch(1)
            for part in parts:
                row.addWidget(part)
            row.addStretch(1)
            self.middle.addLayout(row)
        self._add_foot(shown)

    @property
    def takes_time(self) -> bool:
        """Whether there is something to take along, for which one needs longer."""
        return self.findChild(SymbolPicture) is not None

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.closed.emit()

    def show_printed(self, said: str) -> None:
        """What became of printing."""
        if self.print_button is not None:
            self.print_button.setText(said)
            self.print_button.setEnabled(False)
            self.foot.updateGeometry()

    def _parts(self, shown: Thanking) -> list[QWidget]:
        parts = []
        if shown.points:
            parts.append(self._points(shown))
        if shown.coupon is not None:
            parts.append(self._coupon(shown.coupon))
        if shown.results is not None:
            parts.append(self._results(shown.results))
        if shown.review:
            parts.append(self._review(shown.review))
        return parts

    def _points(self, shown: Thanking) -> QWidget:
        words, px = self.words, self.m.px
        panel = Panel(self.m.px)
        more = words.plural("+{n} point", "+{n} points", shown.points)
        panel.column.addWidget(Figure(words.isolated(more), px(40), 600))
        if shown.balance is not None:
            said = words.plural(
                "You have {n} point now.", "You have {n} points now.", shown.balance
            )
            panel.column.addWidget(Text(said, px(20), ink="ink2"))
        panel.column.addStretch()
        return panel

    def _coupon(self, coupon: Coupon) -> QWidget:
        words, px, terms = self.words, self.m.px, coupon.terms
        panel = Panel(px)
        row = QHBoxLayout()
        row.setSpacing(px(24))
        row.addWidget(SymbolPicture(qr(coupon.code), words("Code of the coupon"), px(CODE)))
        column = QVBoxLayout()
        column.setSpacing(px(8))
        column.addWidget(Text(words("A coupon for you"), px(16), 500, ink="ink2"))
        column.addWidget(Text(offer(terms, words, self._currency), px(28), 600, wrap=True))
        code = words.isolated(codes.grouped(coupon.code))
        column.addWidget(Figure(code, px(24), 500))
        if until := validity(terms.valid_from, terms.valid_to, words):
            column.addWidget(Text(until, px(16), ink="ink2", wrap=True))
        column.addWidget(Text(words("Take a picture of it."), px(16), ink="ink2", wrap=True))
        column.addStretch()
        row.addLayout(column)
        panel.column.addLayout(row)
        return panel

    def _results(self, results: Results) -> QWidget:
        words, px = self.words, self.m.px
        panel = Panel(px)
        percent = words.isolated(words("{n} %", n=words.number(results.percent)))
        panel.column.addWidget(Figure(percent, px(40), 600))
        said = words.plural(
            "are satisfied, of {n} answer this quarter.",
            "are satisfied, of {n} answers this quarter.",
            results.n,
        )
        panel.column.addWidget(Text(said, px(20), ink="ink2", wrap=True))
        panel.column.addStretch()
        return panel

    def _review(self, link: str) -> QWidget:
        words, px = self.words, self.m.px
        panel = Panel(px)
        panel.column.addWidget(SymbolPicture(qr_of_text(link), link, px(CODE)))
        said = Text(words("Tell others how it was"), px(16), 500, ink="ink2", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        panel.column.addWidget(said)
        return panel

    def _add_foot(self, shown: Thanking) -> None:
        self.print_button: TouchButton | None = None
        leading: list[QWidget] = []
        if shown.can_print:
            self.print_button = TouchButton(
                self.words("Print the coupon"), self.m, icon="printer-outline", padding=24
            )
            self.print_button.setObjectName("print")
            self.print_button.clicked.connect(self.printed)
            leading.append(self.print_button)
        close = TouchButton(self.words("Close"), self.m, Kind.SECONDARY, padding=32)
        close.setObjectName("close")
        close.clicked.connect(self.closed)
        self.foot.fill(leading, [close])


class Panel(QWidget):
    """What there is to take along, in a hairline."""

    def __init__(self, px: Callable[[float], int]) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(24), px(24), px(24), px(24))
        self.column.setSpacing(px(8))
        self._radius = px(16)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.box(QRectF(self.rect()), self._radius, colour("surface"), colour("line"))
