"""Asked once for each printer: how its stack has to be turned, found out with two sheets of paper."""

from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from reports.papers import Size
from reports.two_sided import Tried, Turning, learned
from reports.two_sided_page import FIGURES, LETTERS, draw_two_sided
from ui.cards.printing import PaperPrinter
from ui.printing.turn_dialog import StackDrawing
from ui.shared.buttons import Kind
from ui.shared.chips import FilterChips
from ui.shared.dialog import Dialog
from ui.shared.easel import Easel, soft_shadow
from ui.shared.fonts import font
from ui.shared.text import Text
from ui.shared.theme import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk import Desk
    from ui.printing.devices import Devices
    from ui.printing.print_choices import Chosen

BEHIND, SAME = "behind", "same"
YES, NO = "yes", "no"
_SIZE = QSize(432, 190)


class LearnDialog(Dialog):
    """`turning` is what was learned; None when it was left before."""

    def __init__(
        self, desk: "Desk", devices: "Devices", chosen: "Chosen", page: Size, over: QWidget
    ) -> None:
        words = desk.words
        super().__init__(words("How does this printer stack its sheets?"), over)
        self._desk, self._devices, self._chosen = desk, devices, chosen
        # Upright, as the paper is fed: so there is one way in which a leaf is turned.
        self._page = (min(page), max(page))
        self.turning: Turning | None = None
        self._step = 0
        self._pages = QStackedWidget()
        self.side = FilterChips(words("Where is the A?"))
        self.sheet = FilterChips(words("Which number is on that sheet?"))
        self.arrows = FilterChips(words("Do the arrows point the same way?"))
        self.body.addWidget(self._pages)
        self._fill()
        self.add_way_out(words("Not now")).setObjectName("learn.leave")
        self.act = self.add_verb(words("Print two sheets"), Kind.PRIMARY)
        self.act.setObjectName("learn.act")
        self.act.clicked.connect(self._go_on)

    def _go_on(self) -> None:
        if self._step == 0:
            self._print(FIGURES)
        elif self._step == 1:
            self._print(LETTERS)
        else:
            self._learn()

    def _learn(self) -> None:
        tried = Tried(
            behind=self.side.key == BEHIND,
            with_the_first=self.sheet.key == FIGURES[0],
            arrows_agree=self.arrows.key == YES,
        )
        self.turning = learned(tried)
        self.accept()

    def _print(self, signs: "Sequence[str]") -> None:
        words, file, chosen = self._desk.words, BytesIO(), self._chosen
        draw_two_sided(self._page, signs, words, file)
        printer = self._desk.attempt(lambda: self._devices.printer(chosen.device.name, chosen.tray))
        if printer is None:
            return
        printer.setDocName(words("Two-sided test"))
        paper = PaperPrinter(printer, self._page)
        self.act.setEnabled(False)
        job = self._desk.work(
            lambda _shop, report: paper.put(file, report),
            lambda _nothing: self._printed() if isValid(self) else None,
            say=lambda _done, _total: words("Printing {title}", title=words("Two-sided test")),
        )
        job.ended.connect(lambda: self.act.setEnabled(True) if isValid(self) else None)

    def _printed(self) -> None:
        self._step += 1
        self._pages.setCurrentIndex(self._step)
        words = self._desk.words
        said = (words("Print two sheets"), words("Print the letters"), words("Keep it"))
        self.act.setText(said[self._step])
        self.act.updateGeometry()

    def _fill(self) -> None:
        words = self._desk.words
        start = words(
            "With backs the stack goes through twice, and every printer stacks in its own way. Two sheets of"
            " plain paper tell how; this is asked once."
        )
        back = words(
            "Take both sheets just as they lie, without turning them, and put them back into the tray."
        )
        self._pages.addWidget(_said(start, SignsDrawing(start)))
        self._pages.addWidget(_said(back, StackDrawing(back, over=False)))
        for chips, offered in (
            (
                self.side,
                (
                    (BEHIND, words("On the back of a number")),
                    (SAME, words("On the same side as a number")),
                ),
            ),
            (self.sheet, tuple((one, one) for one in FIGURES)),
            (self.arrows, ((YES, words("Yes")), (NO, words("No")))),
        ):
            for key, said in offered:
                chips.add(key, said).setObjectName(f"learn.{key}")
        self._pages.addWidget(self._questions())

    def _questions(self) -> QWidget:
        words, held = self._desk.words, QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for asked, chips in (
            (words("Where is the A?"), self.side),
            (words("Which number is on that sheet?"), self.sheet),
            (words("Do the arrows point the same way?"), self.arrows),
        ):
            column.addWidget(Text(asked, 14, 500, wrap=True))
            column.addWidget(chips)
            column.addSpacing(8)
        said = words("Where the A is on the back, turn the sheet like the leaf of a book to see.")
        column.addWidget(Text(said, 13, ink="ink2", wrap=True))
        return held


class SignsDrawing(QWidget):
    """The two sheets that are printed first; paper is not mirrored."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setFixedSize(_SIZE)
        self.setAccessibleName(label)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            for at, sign in enumerate(FIGURES):
                self._paint_sheet(easel.painter, QRectF(104 + 134 * at, 36, 90, 126), sign)

    def _paint_sheet(self, painter: QPainter, sheet: QRectF, sign: str) -> None:
        soft_shadow(painter, sheet, 2, reach=10, fall=4)
        painter.setBrush(colour("paper"))
        painter.drawRoundedRect(sheet, 2, 2)
        painter.setPen(QPen(colour("pen"), 2))
        middle, top = sheet.center().x(), sheet.top() + 10
        painter.drawLine(QPointF(middle, top), QPointF(middle, top + 18))
        for side in (-5, 5):
            painter.drawLine(QPointF(middle, top), QPointF(middle + side, top + 6))
        painter.setFont(font(40, 600))
        painter.drawText(sheet.adjusted(0, 20, 0, 0), int(Qt.AlignmentFlag.AlignCenter), sign)


def _said(words: str, drawing: QWidget) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(Text(words, ink="ink2", wrap=True))
    column.addWidget(drawing)
    column.addStretch()
    return held
