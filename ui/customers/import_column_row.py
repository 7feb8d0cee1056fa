"""One column of a list: its header, some values, the field it goes to, and how its dates are meant."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.customers.import_fields import GROUPS
from ui.customers.import_radio import Radio
from ui.customers.import_shown import ColumnLine, Reading
from ui.shared.combo import Combo
from ui.shared.easel import Easel
from ui.shared.text import ElidedText, Text
from ui.shared.theme import colour

HEADER, COMBO, ROW, BETWEEN = 220, 232, 60, 24
DOT = "  ·  "
PAD, BELOW = 12, 12


class ColumnRow(QWidget):
    """Shows a `ColumnLine`; tells what is chosen."""

    given = Signal(int, str)
    dates_read = Signal(int, str)

    def __init__(self, at: int, words: Words) -> None:
        super().__init__()
        self.at, self.words = at, words
        self.header = ElidedText("", 14, 500)
        self.remark = ElidedText("", 13, ink="warn")
        self.samples = ElidedText("", 14, ink="ink2")
        self.field = FieldCombo(words)
        self.field.activated.connect(lambda _: self.given.emit(self.at, self.field.key))
        self.question = DateQuestion(words)
        self.question.answered.connect(lambda order: self.dates_read.emit(self.at, order))
        self._lay_out()

    def show_line(self, line: ColumnLine) -> None:
        self.header.setText(line.header)
        self.remark.setText(line.remark)
        self.remark.setVisible(bool(line.remark))
        self.samples.setText(DOT.join(line.samples))
        self.field.choose(line.field)
        self.field.setAccessibleName(
            self.words("What the column “{header}” holds", header=line.header)
        )
        self.field.setAccessibleDescription(line.remark or ", ".join(line.samples))
        self.question.show_readings(line.readings, line.order)
        self.question.setVisible(bool(line.readings))

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addStretch()
        names.addWidget(self.header)
        names.addWidget(self.remark)
        names.addStretch()
        holder = QWidget()
        holder.setFixedWidth(HEADER)
        holder.setLayout(names)
        names.setContentsMargins(0, 0, 0, 0)
        self.field.setFixedWidth(COMBO)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addSpacing(12)
        line.addWidget(holder)
        line.addSpacing(BETWEEN)
        line.addWidget(self.samples, 1)
        line.addSpacing(BETWEEN)
        line.addWidget(self.field)
        line.addSpacing(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        strut = QWidget()
        strut.setFixedHeight(ROW)
        strut.setLayout(line)
        whole.addWidget(strut)
        whole.addWidget(self.question)


class FieldCombo(Combo):
    """All fields, in groups; the wheel scrolls the page and never changes what was chosen."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        for group in GROUPS:
            if self.count():
                self.insertSeparator(self.count())
            for key, title in group.items():
                self.addItem(words(title), key)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DateQuestion(QWidget):
    """Day first or month first; it stays with its answer, which may be changed."""

    answered = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._open = True
        self._shown: tuple[Reading, ...] = ()
        self.radios: dict[str, Radio] = {}
        self._group = QButtonGroup(self)
        self.title = Text(words("How are these dates meant?"), 14, 500)
        self._row = QHBoxLayout()
        self._row.setSpacing(32)
        self._row.addStretch()
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addLayout(self._row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, PAD, 0, PAD + BELOW)
        whole.setSpacing(0)
        whole.addSpacing(56)
        whole.addLayout(column, 1)

    def show_readings(self, readings: tuple[Reading, ...], order: str) -> None:
        """The ways to read the column; `order` is the one that was chosen, "" for none yet."""
        if readings != self._shown:
            self._make(readings)
        if order in self.radios:
            self.radios[order].setChecked(True)
        self._open = not order
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect()).adjusted(0, 0, 0, -BELOW)
        with Easel.on(self) as easel:
            easel.box(rect, 10, colour("warn_tint" if self._open else "sunken"))
            icon = "calendar-question" if self._open else "calendar-check"
            ink = colour("warn" if self._open else "good")
            easel.icon(icon, QRectF(20, PAD - 2, 20, 20), ink)

    def _make(self, readings: tuple[Reading, ...]) -> None:
        for old in self.radios.values():
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        self._shown = readings
        self.radios = {reading.order: Radio(reading.words) for reading in readings}
        for at, (order, radio) in enumerate(self.radios.items()):
            self._group.addButton(radio)
            self._row.insertWidget(at, radio)
            radio.clicked.connect(lambda _=False, order=order: self.answered.emit(order))
