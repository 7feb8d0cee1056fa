"""The part *Printers*: each with how it stands, and the way to set it up."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.changes import Kind
from ui.cards.outlets import Choosers
from ui.desk import Desk
from ui.printing.device import Device
from ui.printing.devices import Devices, SystemDevices
from ui.printing.printers.presenter import KeptLine, PrinterLine, Printers
from ui.printing.printers.put_right import AskPdf, ask_pdf, put_right
from ui.printing.printers.setup_page import SetupPage, save_test_page
from ui.shared.buttons import Button, IconButton
from ui.shared.buttons import Kind as Look
from ui.shared.chips import StateChip
from ui.shared.empty import EmptyState, Tile
from ui.shared.focus import in_turn
from ui.shared.headers import Section
from ui.shared.margins import margins
from ui.shared.notice import ROOM
from ui.shared.pane import scrolling
from ui.shared.states import State
from ui.shared.text import ElidedText, Text

WIDEST = 860


def make_printers(desk: Desk) -> "PrintersPart":
    """The part for the Printing screen."""
    return PrintersPart(desk)


class PrintersPart(QWidget):
    """The view of `Printers`; the assistant takes its place until it is left."""

    def __init__(
        self,
        desk: Desk,
        devices: Devices | None = None,
        choosers: Choosers | None = None,
        ask_pdf: AskPdf = ask_pdf,
    ) -> None:
        super().__init__()
        self._desk = desk
        self.devices: Devices = devices or SystemDevices()
        self._choosers, self._ask_pdf = choosers or Choosers(), ask_pdf
        self._known: dict[str, Device] = {}
        self.printers = Printers(desk, self)
        self.rows: list[PrinterRow] = []
        self.assistant: SetupPage | None = None
        self.section = Section(desk.words("Printers"))
        self.save = Button(desk.words("Save the test page"), Look.PRIMARY)
        self._pages = QStackedWidget()
        self._lay_out()
        desk.on_change(self, self._changed)

    def visited(self) -> None:
        """Called at each visit; a printer that is being set up is still there."""
        if self.assistant is None:
            self._look()

    def set_up(self, name: str) -> None:
        """The assistant for the printer of that name."""
        page = SetupPage(self._desk, self._known[name], self.devices, self._choosers)
        page.left.connect(self._leave)
        self.assistant = page
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.steps[page.step].acts[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def put_right(self, key: int) -> None:
        """A PDF for the printer, tray and feed of that line."""
        one = self.printers.kept(key)
        put_right(self._desk, self, one, self._ask_pdf, self._choosers.file)

    def show_printers(self, lines: Sequence[PrinterLine]) -> None:
        self.section.clear()
        self.rows = [PrinterRow(line, self) for line in lines]
        for row in self.rows:
            self.section.add(row)
        in_turn(*(stop for row in self.rows for stop in row.stops))
        self._pages.setCurrentWidget(self._there)

    def show_none(self) -> None:
        self._pages.setCurrentWidget(self._nothing)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Passes the keyboard on, so that Tab can leave the page for what is above."""
        stops = [stop for row in self.rows for stop in row.stops]
        target = stops[0] if stops else self.save
        target.setFocus(event.reason())

    def _look(self) -> None:
        devices = list(self.devices.all())
        self._known = {one.name: one for one in devices}
        self.printers.show(devices)

    def _leave(self) -> None:
        page, self.assistant = self.assistant, None
        self._look()
        if page is not None:
            self._pages.removeWidget(page)
            page.hide()
            page.deleteLater()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, kinds: frozenset[Kind]) -> None:
        if Kind.PRINTING in kinds and self.isVisible() and self.assistant is None:
            self._look()

    def _save(self) -> None:
        from ui.printing.printers.setup import Setup

        device = Device(name="", title="")
        page = SetupPage(self._desk, device, self.devices, self._choosers)
        save_test_page(
            self._desk,
            self,
            self._choosers,
            Setup(self._desk, page, device).test_page,
            self._desk.words,
        )
        page.deleteLater()

    def _lay_out(self) -> None:
        words = self._desk.words
        said = words(
            "A printer that was measured once prints labels and cards where they should be."
        )
        column = QVBoxLayout()
        column.setContentsMargins(margins(4, 4, 8, ROOM))
        column.setSpacing(24)
        column.addWidget(Text(said, 14, ink="ink2", wrap=True))
        column.addWidget(self.section)
        column.addStretch()
        held = QWidget()
        held.setMaximumWidth(WIDEST)
        held.setLayout(column)
        around = QVBoxLayout()
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(held)
        self._there = scrolling(around)
        self._nothing = self._make_nothing()
        for page in (self._there, self._nothing):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _make_nothing(self) -> QWidget:
        words = self._desk.words
        page = EmptyState(
            None,
            words("This computer has no printer"),
            words("Connect one and set it up in the system's settings; it is listed here then."),
        )
        self.save.clicked.connect(self._save)
        said = words("Print it elsewhere at 100 %, and see how that printer prints.")
        page.add(Tile("file-pdf-box", words("Test page"), said, self.save))
        return page


class PrinterRow(QWidget):
    """A printer, how it stands, and below it each tray that was measured."""

    def __init__(self, line: PrinterLine, part: PrintersPart) -> None:
        super().__init__()
        words = part._desk.words  # noqa: SLF001 - a part of the part
        self.line = line
        self.stops: list[QWidget] = []
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(ElidedText(line.title, 14, 500))
        if line.state:
            title.addWidget(StateChip(State(line.state)))
        title.addStretch()
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addLayout(title)
        if line.detail:
            said.addWidget(ElidedText(line.detail, 13, ink="ink2"))
        head = QHBoxLayout()
        head.addLayout(said, 1)
        if line.name:
            self._add_set_up(head, line, part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 12, 12, 12)
        whole.setSpacing(6)
        whole.addLayout(head)
        for kept in line.kept:
            whole.addLayout(self._kept(kept, line, part))
        self.setAccessibleName(", ".join(filter(None, (line.title, line.detail, line.state))))
        self._words = words

    def _add_set_up(self, head: QHBoxLayout, line: PrinterLine, part: PrintersPart) -> None:
        words = part._desk.words  # noqa: SLF001
        button = Button(words("Set up again") if line.is_set_up else words("Set up"))
        button.setObjectName(f"set_up.{line.name}")
        button.setAccessibleName(words("Set up {name}", name=words.isolated(line.title)))
        button.clicked.connect(lambda _on=False: part.set_up(line.name))
        self.stops.append(button)
        head.addWidget(button)

    def _kept(self, kept: KeptLine, line: PrinterLine, part: PrintersPart) -> QHBoxLayout:
        words = part._desk.words  # noqa: SLF001
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(ElidedText(kept.place, 13, ink="ink2"))
        row.addWidget(StateChip(State(kept.state, "good" if kept.is_proved else "plain")))
        row.addStretch()
        place = f"{line.title}, {kept.place}"
        right = IconButton("file-pdf-box", words("Put a PDF right for: {name}", name=place))
        right.setObjectName(f"put_right.{kept.key}")
        right.clicked.connect(lambda _on=False: part.put_right(kept.key))
        forget = IconButton("close", words("Print uncorrected again: {name}", name=place))
        forget.setObjectName(f"forget.{kept.key}")
        forget.clicked.connect(lambda _on=False: part.printers.forget(kept.key))
        for button in (right, forget):
            self.stops.append(button)
            row.addWidget(button)
        return row
