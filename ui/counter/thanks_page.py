"""The page that says thank you: points or a coupon, how others answered, and where to tell others."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.loyalty import codes
from app.loyalty.coupon import Coupon
from reports.codes import qr, qr_of_text
from reports.offers import offer, percent, validity
from ui.counter.frame import Frame, Look
from ui.counter.pages import Results, Thanking
from ui.counter.parts import TouchButton
from ui.counter.symbol import SymbolPicture
from ui.counter.wrapping import Wrapping
from ui.shared.buttons import Kind
from ui.shared.easel import Easel
from ui.shared.text import Figure, Text
from ui.shared.theme import colour

CODE, HIGH = 208, 284
"""The side of a code, and the height of all panels, so that they stand in line."""


class ThanksPage(Frame):
    """The view of `Thanking`. A touch anywhere but on a button makes room for the next person."""

    closed = Signal()
    printed = Signal()

    def __init__(self, shown: Thanking, look: Look, currency: str) -> None:
        super().__init__(look)
        self._currency, self.coupon = currency, shown.coupon
        self._is_pressed = False
        words = self.words
        thanks = (
            words("Thank you, {name}!", name=shown.hello) if shown.hello else words("Thank you!")
        )
        self.ask(thanks, words("Your answer is with us."), gap=24)
        if shown.points:
            self.middle.addWidget(self._points(shown))
            self.middle.addSpacing(self.m.px(24))
        if panels := self._panels(shown):
            row = Wrapping(self.m.px(24))
            for panel in panels:
                row.addWidget(panel)
            self.middle.addLayout(row)
            self.middle.addSpacing(self.m.px(24))
        if shown.results is not None:
            self.middle.addWidget(self._results(shown.results))
        self._add_foot(shown)

    @property
    def takes_time(self) -> bool:
        """Whether there is something to take along, for which one needs longer."""
        return self.findChild(SymbolPicture) is not None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_pressed = True
        event.accept()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        # A finger that came down on the page before has not touched this one.
        if self._is_pressed:
            self.closed.emit()

    def show_printed(self, said: str) -> None:
        """What became of printing."""
        if self.print_button is not None:
            self.print_button.setText(said)
            self.print_button.setEnabled(False)
            self.foot.updateGeometry()

    def _panels(self, shown: Thanking) -> list[QWidget]:
        coupon = [self._coupon(shown.coupon)] if shown.coupon is not None else []
        return [*coupon, *([self._review(shown.review)] if shown.review else [])]

    def _points(self, shown: Thanking) -> QWidget:
        words = self.words
        said = words.plural("You got {n} point.", "You got {n} points.", shown.points)
        if shown.balance is not None and shown.balance != shown.points:
            now = words.plural("You have {n} now.", "You have {n} now.", shown.balance)
            said = f"{said} {now}"
        return self._line(said, 28, 600)

    def _coupon(self, coupon: Coupon) -> QWidget:
        words, px, terms = self.words, self.m.px, coupon.terms
        panel = Panel(px, 520)
        row = QHBoxLayout()
        row.setSpacing(px(20))
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
        words = self.words
        share = percent(results.percent * 100, words)
        said = words.plural(
            "{share} of {n} answer this quarter say: good or very good.",
            "{share} of {n} answers this quarter say: good or very good.",
            results.n,
            share=share,
        )
        return self._line(said, 20, 400)

    def _line(self, said: str, px: int, weight: int) -> Text:
        line = Text(said, self.m.px(px), weight, wrap=True)
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return line

    def _review(self, link: str) -> QWidget:
        words, px = self.words, self.m.px
        panel = Panel(px, 256)
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

    def __init__(self, px: Callable[[float], int], wide: int) -> None:
        super().__init__()
        self.setFixedWidth(px(wide))
        self.setMinimumHeight(px(HIGH))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*[px(24)] * 4)
        self.column.setSpacing(px(8))
        self._radius = px(16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.box(QRectF(self.rect()), self._radius, colour("surface"), colour("line"))
