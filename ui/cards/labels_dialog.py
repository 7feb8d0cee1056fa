"""The dialog of address labels: the sheet, the first label on it, and what comes out."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.keeping.history import StepId
from reports.stock import Stock
from ui.cards.controls import show_in
from ui.cards.label_sheet import LabelSheet
from ui.cards.labels_presenter import LabelsPresenter, LabelTotal
from ui.cards.order import Printer
from ui.cards.outlets import Choosers, Outlets
from ui.cards.shown import Chosen, Paperwork, Work
from ui.desk import Desk
from ui.shared.buttons import Kind
from ui.shared.combo import Combo
from ui.shared.dialog import Dialog
from ui.shared.fields import Field
from ui.shared.text import Figure, Text


class LabelsDialog(Dialog):
    """Stays open while it prints or saves: a second sheet may follow."""

    def __init__(self, desk: Desk, ids: Sequence[int], choosers: Choosers, parent: QWidget) -> None:
        words = desk.words
        super().__init__(words("Address labels"), parent)
        self.stocks = Combo()
        self.sheet = LabelSheet(words)
        self.labels = Figure("", 14, 500)
        self.left_out = Text("", 13, ink="ink2", wrap=True)
        self._size, self._start = Text("", 13, ink="ink2"), Figure("", 13, ink="ink2")
        self._pick = Text(words("Press the first label that is still on the sheet."), 13, wrap=True)
        self.add_way_out(words("Close"))
        self.save_button = self.add_verb(words("Save as PDF"), Kind.SECONDARY)
        self.print_button = self.add_verb(words("Print"))
        self._outlets = Outlets(desk, self, choosers, instead=self._save)
        self.presenter = LabelsPresenter(desk.shop, ids, words, self)
        self._lay_out(words("Sheet"))
        self._connect()
        self.presenter.begin()
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_stocks(self, stocks: Chosen) -> None:
        show_in(self.stocks, stocks)

    def show_sheet(self, sheet: Stock, start: int, count: int) -> None:
        self.sheet.show_sheet(sheet, start, count)

    def show_total(self, total: LabelTotal) -> None:
        self._size.setText(total.size)
        self.labels.setText(total.labels)
        self._start.setText(total.start)
        self.left_out.setText(total.left_out)
        self.left_out.setVisible(bool(total.left_out))
        for button in (self.save_button, self.print_button):
            if total.why_not:
                button.disable(total.why_not)
            else:
                button.enable()

    def ask_file(self, suggested: str) -> Path | None:
        return self._outlets.ask_file(suggested)

    def ask_printer(
        self, page: tuple[float, float], title: str, work: Paperwork | None = None
    ) -> Printer | None:
        return self._outlets.ask_printer(page, title, work)

    def work(self, work: Work) -> None:
        self._outlets.work(work)

    def tell(self, said: str) -> None:
        self._outlets.tell(said)

    def tell_step(self, step: StepId | None, said: str = "") -> None:
        self._outlets.tell_step(step, said)

    def _lay_out(self, sheet_words: str) -> None:
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addWidget(Field(sheet_words, self.stocks))
        told.addWidget(self._size)
        told.addSpacing(12)
        told.addWidget(self._pick)
        told.addStretch()
        told.addWidget(self.labels)
        told.addWidget(self._start)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.left_out)

    def _connect(self) -> None:
        self.stocks.activated.connect(lambda: self.presenter.choose_stock(self.stocks.key))
        self.sheet.picked.connect(self.presenter.choose_start)
        self.save_button.clicked.connect(self.presenter.save)
        self.print_button.clicked.connect(self.presenter.print_out)

    def _save(self) -> None:
        self.presenter.save()
