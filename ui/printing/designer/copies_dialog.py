"""The dialog in which a label that is the same for everybody is printed: how many, and from which label."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.cards.outlets import Choosers, Outlets, PutsOut
from ui.desk import Desk
from ui.printing.designer.copies import MOST, Copies, CopiesPresenter
from ui.printing.designer.number_field import NumberField
from ui.printing.sheets.sheet_picture import SheetPicture
from ui.printing.sheets.stock_said import detail_said
from ui.shared.buttons import Kind
from ui.shared.dialog import Dialog
from ui.shared.text import Figure, Text


class CopiesDialog(PutsOut, Dialog):
    """Stays open while it prints or saves: more may follow."""

    def __init__(self, desk: Desk, order: Copies, choosers: Choosers, parent: QWidget) -> None:
        words = desk.words
        super().__init__(words("Print “{name}”", name=words.isolated(order.title)), parent)
        self.sheet = SheetPicture(words)
        self.sheet.setFixedSize(212, 288)
        self.count = NumberField(words, words("How many labels"), limits=(1, MOST), step=1)
        self._total = Figure("", 14, 500)
        self.add_way_out(words("Close"))
        self.save_button = self.add_verb(words("Save as PDF"), Kind.SECONDARY)
        self.print_button = self.add_verb(words("Print"))
        self.presenter = CopiesPresenter(order, words, self)
        self._outlets = Outlets(desk, self, choosers, instead=self.presenter.save)
        size = f"{order.stock.name}\n{detail_said(order.stock, words)}"
        self._lay_out(size, words("Press the first label that is still on the sheet."))
        self.sheet.setVisible(order.stock.labels > 1)
        self.sheet.changed.connect(self.presenter.mark)
        self.count.given.connect(self.presenter.choose_count)
        self.save_button.clicked.connect(self.presenter.save)
        self.print_button.clicked.connect(self.presenter.print_out)
        self.presenter.show()
        self.count.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sheet(self, order: Copies) -> None:
        self.sheet.show_sheet(order.stock, order.gone, order.torn, order.written)

    def show_total(self, count: int, total: str, *, busy: bool) -> None:
        self.count.show_value(count)
        self._total.setText(total)
        for button in (self.save_button, self.print_button):
            button.setEnabled(not busy)

    def _lay_out(self, size: str, how: str) -> None:
        told = QVBoxLayout()
        told.setSpacing(12)
        told.addWidget(Text(size, 13, ink="ink2", wrap=True))
        told.addWidget(self.count)
        told.addWidget(Text(how, 13, wrap=True))
        told.addStretch()
        told.addWidget(self._total)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        self.body.addLayout(row)
