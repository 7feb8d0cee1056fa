"""The part *Sheets*: all that are known beside one of them, measuring one, reading template files."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.changes import Kind
from reports.stock import Stock
from resources.words import Words
from ui.desk import Desk
from ui.printing.sheets.finding import StockRow
from ui.printing.sheets.measure_page import MeasurePage
from ui.printing.sheets.picker import StockPicker
from ui.printing.sheets.presenter import Sheets, SheetShown
from ui.printing.sheets.sheet_pane import SheetPane
from ui.printing.sheets.templates_page import TemplatesPage
from ui.shared.buttons import Button
from ui.shared.buttons import Kind as Look
from ui.shared.margins import margins

AskFile = Callable[[QWidget, Words, Callable[[Path], object]], None]
"""Asks for a template file, and hands it on."""


def make_sheets(desk: Desk) -> "SheetsPart":
    """The part for the Printing screen."""
    return SheetsPart(desk)


class SheetsPart(QWidget):
    """The view of `Sheets`."""

    def __init__(self, desk: Desk, ask_file: AskFile | None = None) -> None:
        super().__init__()
        self._desk, words = desk, desk.words
        self._ask_file = ask_file or _ask_file
        self.presenter = Sheets(desk, self, desk.window.memory)
        self.picker = StockPicker(words, self.presenter.find)
        self.pane = SheetPane(words)
        self.measure = MeasurePage(words, self.presenter.usual_page)
        self.templates = TemplatesPage(words)
        self.new = Button(words("Measure a sheet"), Look.PRIMARY, icon="ruler")
        self.load = Button(words("Read a template file"), icon="tray-arrow-down")
        self.back = Button(words("Back"), Look.QUIET)
        self.acts: Sequence[QWidget] = (self.back, self.load, self.new)
        self._changed_number = 0
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def visited(self) -> None:
        """Called at each visit; what is being measured is still there."""
        if self._pages.currentWidget() is self._there:
            self.presenter.refresh()
        self._show_acts()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Passes the keyboard on, so that Tab can leave the page for what is above."""
        page = self._pages.currentWidget()
        first = self.picker if page is None or page is self._there else page
        first.setFocus(event.reason())

    def show_one(self, shown: SheetShown) -> None:
        self.pane.show_one(shown)

    def show_list(self, chosen: str) -> None:
        self.picker.refresh(chosen)

    def show_templates(self, rows: Sequence[StockRow], file: str) -> None:
        self.templates.show_rows(rows, file)
        self._go(self.templates)

    def read_file(self, file: Path) -> None:
        """A gLabels file that was chosen, or let fall into the window."""
        self.presenter.read_file(file)

    def begin(self) -> None:
        """The form for a new sheet."""
        self._changed_number = 0
        self.measure.begin()
        self._go(self.measure)

    def measure_anew(self) -> None:
        """The form with the numbers of the owner's own sheet that is looked at."""
        own = self.presenter.own()
        if own is not None:
            self._changed_number = own.id
            self.measure.begin(self.presenter.stock())
            self._go(self.measure)

    def _kept(self, sheet: Stock) -> None:
        if self.presenter.keep(sheet, self._changed_number):
            self._leave()

    def _keep_templates(self, names: list[str]) -> None:
        if self.presenter.keep_templates(names):
            self._leave()

    def _leave(self) -> None:
        self._go(self._there)
        self.presenter.refresh()

    def _go(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self._show_acts()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_acts(self) -> None:
        is_there = self._pages.currentWidget() is self._there
        self.back.setVisible(not is_there)
        for act in (self.load, self.new):
            act.setVisible(is_there)

    def _print(self) -> None:
        self._desk.print_on(self.presenter.name)

    def _changed(self, kinds: frozenset[Kind]) -> None:
        if Kind.PRINTING in kinds and self.isVisible():
            self.presenter.refresh()

    def _connect(self) -> None:
        one, pane = self.presenter, self.pane
        self.picker.walked.connect(one.choose)
        self.picker.taken.connect(one.choose)
        self.new.clicked.connect(self.begin)
        self.load.clicked.connect(
            lambda: self._ask_file(self, self._desk.words, self.presenter.read_file)
        )
        self.back.clicked.connect(self._leave)
        pane.marked.connect(one.mark)
        pane.part_chosen.connect(one.choose_part)
        pane.renamed.connect(one.rename)
        pane.taken_out.connect(one.take_out)
        pane.print_wanted.connect(self._print)
        pane.change_wanted.connect(self.measure_anew)
        pane.remove_wanted.connect(one.remove)
        self.measure.kept.connect(self._kept)
        self.measure.left.connect(self._leave)
        self.templates.kept.connect(self._keep_templates)
        self.templates.left.connect(self._leave)
        self._desk.on_change(self, self._changed)

    def _lay_out(self) -> None:
        self.new.setObjectName("sheets.new")
        self.load.setObjectName("sheets.load")
        self.back.setObjectName("sheets.back")
        self._there = QWidget()
        row = QHBoxLayout(self._there)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.picker, 1)
        held = QVBoxLayout()
        held.setContentsMargins(0, 0, 0, 16)
        held.addWidget(self.pane)
        row.addLayout(held)
        for page in (self._there, self.measure, self.templates):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(margins(0, 0, 8, 0))
        whole.addWidget(self._pages)


def _ask_file(parent: QWidget, words: Words, chosen: Callable[[Path], object]) -> None:
    """The system's own dialog; nothing happens when it is left."""
    from PySide6.QtWidgets import QFileDialog

    kinds = f"{words('Template files of gLabels')} (*.xml *.template)"
    asked = QFileDialog(parent, words("Choose a file of label sheets"), "", kinds)
    asked.setFileMode(QFileDialog.FileMode.ExistingFile)
    asked.fileSelected.connect(lambda path: chosen(Path(path)))
    asked.finished.connect(asked.deleteLater)
    asked.open()
