"""The sheets of a workbook, to say on which the customers are."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from resources.words import Words
from ui.customers.import_drop_zone import WIDE
from ui.customers.import_shown import SheetChoice
from ui.shared.buttons import Button
from ui.shared.easel import TRAILING, Easel
from ui.shared.focus import ringed
from ui.shared.fonts import font, width
from ui.shared.text import Text
from ui.shared.theme import colour

ROW = 56
RTL = Qt.LayoutDirection.RightToLeft


class SheetList(QWidget):
    """The sheets with something in them; a press takes one."""

    chosen = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.rows: list[SheetRow] = []
        self.another = Button(words("Choose another file"))
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Text(words("Which sheet are your customers on?"), 20, 600))
        whole.addSpacing(16)
        whole.addLayout(self._column)
        whole.addSpacing(24)
        whole.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeading)
        self.setMinimumWidth(480)
        self.setMaximumWidth(WIDE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, super().sizeHint().height())

    def show_sheets(self, sheets: Sequence[SheetChoice]) -> None:
        for old in self.rows:
            old.hide()
            old.deleteLater()
        self.rows = [SheetRow(sheet) for sheet in sheets]
        for row in self.rows:
            row.clicked.connect(lambda _=False, name=row.name: self.chosen.emit(name))
            self._column.addWidget(row)


class SheetRow(QPushButton):
    """One sheet: its name, how many rows it has, and the arrow that goes on."""

    def __init__(self, sheet: SheetChoice) -> None:
        super().__init__()
        self.name, self._detail = sheet.name, sheet.detail
        self.setAccessibleName(f"{sheet.name}, {sheet.detail}")
        self.setFixedHeight(ROW)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ringed(self, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect, middle = QRectF(self.rect()), self.height() / 2
        chevron = "chevron-left" if self.layoutDirection() == RTL else "chevron-right"
        with Easel.on(self) as easel:
            ground = colour("sunken" if self.underMouse() else "surface")
            easel.box(rect, 8, ground, colour("line"))
            easel.icon("table", QRectF(16, middle - 10, 20, 20), colour("ink2"))
            end = rect.width() - 16 - 20
            easel.icon(chevron, QRectF(end, middle - 10, 20, 20), colour("ink2"))
            wide = width(self._detail, font(13)) + 2
            easel.text(
                QRectF(end - 12 - wide, 0, wide, rect.height()),
                self._detail,
                font(13),
                colour("ink2"),
                TRAILING,
            )
            name = QRectF(48, 0, end - 24 - wide - 48, rect.height())
            easel.text(name, self.name, font(14, 500), colour("ink"))
