"""The print dialog: the paper as it will be, and beside it on which printer, how often, on which sides."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.progress import Report
from app.shop import Shop
from ui.cards.shown import Draw
from ui.printing.device import Rims
from ui.printing.paper_preview import PaperPreview
from ui.printing.print_choices import MOST_COPIES, SIDES, Chosen, PrintChoices, Wanted
from ui.printing.reach import air_around
from ui.printing.stopping_file import StoppingFile
from ui.shared.buttons import Button, Kind
from ui.shared.combo import Combo
from ui.shared.dialog import Dialog
from ui.shared.fields import Field
from ui.shared.inputs import Input
from ui.shared.pane import scrolling
from ui.shared.text import Text

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.printing.devices import Devices
    from ui.shared.jobs import Job

_COLUMN, _NARROW = 288, 480
_ROOMY, _LEAST = QSize(1040, 720), QSize(848, 500)
_RING = 4
"""Room in the column for the ring of what has the keyboard."""
_MARGIN = 80
"""What a large dialog leaves of the window around it."""


class PrintDialog(Dialog):
    """`chosen` is what was decided; None as long as nothing is. Escape leaves it."""

    def __init__(
        self, desk: "Desk", devices: "Devices", wanted: Wanted, draw: Draw | None, over: QWidget
    ) -> None:
        super().__init__(wanted.title, over)
        self._desk, words = desk, desk.words
        self.choices = PrintChoices(desk.shop, words, devices.all(), wanted)
        self.chosen: Chosen | None = None
        self._now = self.choices.usual()
        self._air: Rims | None = None
        self.drawing: Job | None = None
        self.preview = PaperPreview(words) if draw is not None else None
        self.printer, self.tray, self.feed, self.sides = Combo(), Combo(), Combo(), Combo()
        self.copies = Input()
        self.standing = Text("", 13, ink="ink2", wrap=True)
        self.warnings = Text("", 13, ink="warn", wrap=True)
        self._lay_out()
        self._connect()
        self._fill()
        if draw is not None:
            self._look_at(draw)

    def accept(self) -> None:
        """Keeps what was chosen for the next time."""
        if self._now is None:
            return
        self.chosen = replace(self._now, copies=self._typed_copies())
        self.choices.keep(self.chosen)
        super().accept()

    def done(self, result: int) -> None:
        self._stop_looking()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop_looking()
        super().closeEvent(event)

    def _stop_looking(self) -> None:
        if self.drawing is not None:
            self.drawing.cancel()
        if self.preview is not None:
            self.preview.close_document()

    def _typed_copies(self) -> int:
        text = self.copies.text().strip()
        return min(max(int(text), 1), MOST_COPIES) if text.isdecimal() else 1

    def _look_at(self, draw: Draw) -> None:
        def read(shop: Shop, report: Report) -> tuple[bytes, Rims | None]:
            file = StoppingFile(report)
            draw(shop, file)
            return file.getvalue(), air_around(file.getvalue())

        def show(drawn: tuple[bytes, Rims | None]) -> None:
            if not isValid(self) or self.preview is None or not self.isVisible():
                return
            pdf, self._air = drawn
            self.preview.show_document(pdf)
            self._tell()

        self.drawing = self._desk.look_long(read, show)

    def _fill(self) -> None:
        """Everything from the printers there are and from what was chosen so far."""
        now = self._now
        if now is None:
            return
        words, choices = self._desk.words, self.choices
        self.printer.clear()
        for one in choices.devices:
            self.printer.addItem(one.title, one.name)
        self.printer.choose(now.device.name)
        for combo, offered, key, field in (
            (self.tray, choices.trays(now.device), now.tray, self._tray_field),
            (self.feed, choices.feeds_said(now), now.feed, self._feed_field),
            (
                self.sides,
                [(key, words(SIDES[key])) for key in choices.sides(now.device)],
                now.sides,
                self._sides_field,
            ),
        ):
            combo.clear()
            for key_, said in offered:
                combo.addItem(said, key_)
            combo.choose(key)
            field.setVisible(len(offered) > 1)
        self._tell()

    def _tell(self) -> None:
        """How well the printer is known, and what to be warned of."""
        if self._now is None:
            return
        standing = self.choices.standing(self._now)
        self.standing.setText(standing.said)
        said = "\n".join(self.choices.warnings(self._now, self._air))
        self.warnings.setText(said)
        self.warnings.setVisible(bool(said))
        if self.preview is not None:
            self.preview.show_rims(self._now.device.rims_on(self.choices.wanted.page))

    def _choose_printer(self, _at: int) -> None:
        if self._now is None:
            return
        device = next(one for one in self.choices.devices if one.name == self.printer.key)
        offered = self.choices.sides(device)
        sides = self._now.sides if self._now.sides in offered else offered[0]
        tray = self._now.tray if self._now.tray in device.trays else device.trays[0]
        self._take(replace(self._now, device=device, sides=sides, tray=tray))

    def _choose_rest(self, _at: int) -> None:
        if self._now is not None:
            self._take(
                replace(
                    self._now,
                    tray=self.tray.key,
                    feed=self.feed.key,
                    sides=self.sides.key,
                )
            )

    def _take(self, chosen: Chosen) -> None:
        feeds = self.choices.feeds(chosen)
        self._now = chosen if chosen.feed in feeds else replace(chosen, feed=feeds[0])
        self._fill()

    def _connect(self) -> None:
        self.printer.activated.connect(self._choose_printer)
        for combo in (self.tray, self.feed, self.sides):
            combo.activated.connect(self._choose_rest)
        self.act.clicked.connect(self.accept)
        for part, name in (
            (self.printer, "printer"),
            (self.tray, "tray"),
            (self.feed, "feed"),
            (self.sides, "sides"),
            (self.copies, "copies"),
            (self.act, "act"),
        ):
            part.setObjectName(f"print.{name}")

    def _lay_out(self) -> None:
        words = self._desk.words
        self.copies.setValidator(QIntValidator(1, MOST_COPIES, self))
        self.copies.setText("1")
        self._tray_field = Field(words("Tray"), self.tray)
        self._feed_field = Field(words("How the paper goes in"), self.feed)
        self._sides_field = Field(words("Fronts and backs"), self.sides)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addWidget(Field(words("Printer"), self.printer))
        column.addWidget(self.standing)
        column.addWidget(self.warnings)
        column.addWidget(self._tray_field)
        column.addWidget(self._feed_field)
        column.addWidget(self._sides_field)
        copies = Field(words("Copies"), self.copies)
        column.addWidget(copies)
        copies.setVisible(not self.choices.wanted.once)
        size = words("{paper}, at 100 %", paper=self.choices.size)
        column.addWidget(Field(words("Paper"), Text(size, 14, wrap=True)))
        column.addStretch()
        self.body.addLayout(self._row(column), 1)
        self.add_way_out(words("Not now"))
        self.act: Button = self.add_verb(words("Print"), Kind.PRIMARY)
        self.printer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, column: QVBoxLayout) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(24 - _RING)
        if self.preview is None:
            self.setFixedWidth(_NARROW)
            column.setContentsMargins(0, 0, 0, 0)
            row.addLayout(column)
            return row
        column.setContentsMargins(_RING, _RING, _RING, _RING)
        held = scrolling(column)  # on a small screen the buttons below must not go off it
        self.setMinimumWidth(_LEAST.width())
        self.setMaximumWidth(16_777_215)
        self.resize(self._room().expandedTo(_LEAST))
        held.setFixedWidth(_COLUMN + 2 * _RING)
        row.addWidget(self.preview, 1)
        row.addWidget(held)
        return row

    def _room(self) -> QSize:
        """Inside the window, and on the screen."""
        margin, room = QSize(_MARGIN, _MARGIN), _ROOMY
        ground = self.parentWidget()
        if ground is not None:
            room = room.boundedTo(ground.window().size() - margin)
            room = room.boundedTo(ground.screen().availableSize() - margin)
        return room
