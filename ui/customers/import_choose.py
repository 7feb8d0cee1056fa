"""The first step: a place to drop a list on, what became of it, and the sheets of a workbook."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from resources.words import Words
from ui.customers.import_shown import SheetChoice
from ui.places import LISTS
from ui.shared.buttons import MAIN, Button, Kind
from ui.shared.easel import TRAILING, Easel
from ui.shared.focus import ringed
from ui.shared.fonts import font, width
from ui.shared.job_strip import Bar
from ui.shared.pane import IconText
from ui.shared.text import Text
from ui.shared.theme import colour

WIDE, TALL, RADIUS = 720, 320, 16
ICON, ROW = 40, 56
CENTRE = Qt.AlignmentFlag.AlignHCenter


class ChoosePage(QWidget):
    """Shows one of three: the place to drop on, with trouble or without, reading, or the sheets."""

    asked = Signal()
    dropped = Signal(list)
    stopped = Signal()
    sheet_chosen = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.zone = DropZone(words)
        self.zone.choose.clicked.connect(self.asked)
        self.zone.stop.clicked.connect(self.stopped)
        self.zone.dropped.connect(self.dropped)
        self.sheets = SheetList(words)
        self.sheets.chosen.connect(self.sheet_chosen)
        self.sheets.another.clicked.connect(self.asked)
        self._promises = self._made_promises()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(0)
        column.addStretch(7)
        column.addWidget(self.zone, 0, CENTRE)
        column.addWidget(self.sheets, 0, CENTRE)
        column.addSpacing(32)
        column.addWidget(self._promises, 0, CENTRE)
        column.addStretch(16)
        self.show_choosing()

    @property
    def main_thing(self) -> QWidget:
        """Where the keyboard belongs."""
        if self.sheets.isVisibleTo(self):
            return self.sheets.rows[0]
        return self.zone.stop if self.zone.stop.isVisibleTo(self) else self.zone.choose

    def show_choosing(self) -> None:
        self._show(self.zone)
        self.zone.show_words(
            self.words("Drop your list of customers here"),
            self.words("Excel, LibreOffice, CSV or the contacts of a phone"),
        )
        self.zone.show_acts(self.words("Choose a file"), kinds="  ".join(LISTS))

    def show_trouble(self, said: str, advice: str) -> None:
        self._show(self.zone)
        self.zone.show_words(said, advice, icon="alert-circle-outline")
        self.zone.show_acts(self.words("Choose another file"))

    def show_reading(self, said: str, share: float | None) -> None:
        self._show(self.zone)
        self.zone.show_words(said, "", icon="file-search-outline")
        self.zone.show_bar(share, said)

    def show_sheets(self, sheets: Sequence[SheetChoice]) -> None:
        self.sheets.show_sheets(sheets)
        self._show(self.sheets)

    def _show(self, part: QWidget) -> None:
        self.zone.setVisible(part is self.zone)
        self.sheets.setVisible(part is self.sheets)

    def _made_promises(self) -> QWidget:
        words, holder = self.words, QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(32)
        for icon, said in (
            ("eye-outline", words("You see it before anything is saved")),
            ("note-text-outline", words("What cannot be read is kept as a note")),
            ("undo", words("It can be taken back")),
        ):
            row.addWidget(IconText(icon, said, ink="ink2"))
        return holder


class DropZone(QWidget):
    """A dashed field that takes files."""

    dropped = Signal(list)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._icon, self._over = "tray-arrow-down", False
        self.title = Text("", 20, 600, wrap=True)
        self.detail = Text("", 14, ink="ink2", wrap=True)
        self.bar = Bar(6)
        self.choose = Button("", Kind.PRIMARY, height=MAIN)
        self.stop = Button(words("Stop"))
        self.kinds = Text("", 13, ink="ink2")
        self.setAcceptDrops(True)
        self.setMinimumSize(480, TALL)
        self.setMaximumWidth(WIDE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def show_words(self, title: str, detail: str, icon: str = "tray-arrow-down") -> None:
        self._icon = icon
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.setAccessibleName(f"{title} {detail}".strip())
        self.update()

    def show_acts(self, choose: str, *, kinds: str = "") -> None:
        """The button to choose with; no reading is under way."""
        self.choose.setText(choose)
        self.choose.setAccessibleDescription(self.accessibleName())
        self.choose.updateGeometry()
        self.kinds.setText(kinds)
        self._show_parts(reading=False)

    def show_bar(self, share: float | None, said: str) -> None:
        self.bar.show_share(share, said)
        self._show_parts(reading=True)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, TALL)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._light(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._light(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._light(over=False)
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self.dropped.emit([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        trouble = self._icon == "alert-circle-outline"
        with Easel.on(self) as easel:
            easel.box(rect, RADIUS, colour("tint" if self._over else "surface"))
            edge = QPen(colour("accent") if self._over else colour("edge", 0.7), 1.5)
            edge.setDashPattern([5, 4])
            easel.painter.setPen(edge)
            easel.painter.drawRoundedRect(rect, RADIUS, RADIUS)
            box = QRectF((self.width() - ICON) / 2, 44, ICON, ICON)
            easel.icon(self._icon, box, colour("bad" if trouble else "accent"))

    def _light(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def _show_parts(self, *, reading: bool) -> None:
        self.bar.setVisible(reading)
        self.stop.setVisible(reading)
        self.choose.setVisible(not reading)
        self.kinds.setVisible(not reading and bool(self.kinds.text()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(56, 44 + ICON + 16, 56, 32)
        column.setSpacing(0)
        self.bar.setFixedWidth(320)
        parts = (
            (self.title, 6),
            (self.detail, 24),
            (self.bar, 24),
            (self.stop, 0),
            (self.choose, 16),
            (self.kinds, 0),
        )
        for part, gap in parts:
            if isinstance(part, Text):
                part.setAlignment(Qt.AlignmentFlag.AlignCenter)
                column.addWidget(part)
            else:
                column.addWidget(part, 0, CENTRE)
            column.addSpacing(gap)
        column.addStretch()


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
        chevron = "chevron-left" if self.layoutDirection() == _RTL else "chevron-right"
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


_RTL = Qt.LayoutDirection.RightToLeft
