"""The second step: what each column of the list holds."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.customers.import_column_row import ColumnRow
from ui.customers.import_foot import Foot
from ui.customers.import_shown import Columns
from ui.shared.buttons import Button, Kind
from ui.shared.chips import StateChip
from ui.shared.fields import CheckBox
from ui.shared.headers import SECTION, Hairline, Heading
from ui.shared.pane import scrolling
from ui.shared.states import State


class ColumnsPage(QWidget):
    """A row for each column; those without values at the beginning can be shown as well."""

    given = Signal(int, str)
    dates_read = Signal(int, str)
    names_first = Signal(bool)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.rows: dict[int, ColumnRow] = {}
        self._lines: dict[int, QWidget] = {}
        self._wants_all = False
        self.heading = Heading(words("What the columns hold"), "", SECTION)
        self.remembered = StateChip(State("", "good"), 24)
        self.first_row = CheckBox(words("The first row names the columns"))
        self.first_row.clicked.connect(self.names_first)
        self.more = Button("", Kind.LINK, height=40)
        self.more.clicked.connect(self._show_all)
        self.foot = Foot(
            words("Back"),
            words("Nothing is written yet."),
            words("See how it will be read"),
            key="Ctrl+Return",
        )
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.more)
        self._column.addStretch(1)
        beside = QVBoxLayout()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(self._column, 1)
        row.addSpacing(8)
        beside.addLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        self.area = scrolling(beside)
        self._lay_out()

    @property
    def main_thing(self) -> QWidget:
        """Where the keyboard belongs: an open question, else what was not recognised, else the way on."""
        for row in self._seen():
            if row.question.isVisibleTo(row) and not any(
                radio.isChecked() for radio in row.question.radios.values()
            ):
                return next(iter(row.question.radios.values()))
        unknown = [row.field for row in self._seen() if row.remark.text()]
        return unknown[0] if unknown else self.foot.on

    def show_columns(self, columns: Columns) -> None:
        if list(self.rows) != [line.at for line in columns.lines]:
            self._make([line.at for line in columns.lines])
        for line in columns.lines:
            self.rows[line.at].show_line(line)
        self.heading.show_words(self.words("What the columns hold"), columns.count)
        self.remembered.show_state(State(columns.remembered, "good"))
        self.remembered.setVisible(bool(columns.remembered))
        self.first_row.setVisible(columns.names_first is not None)
        self.first_row.setChecked(bool(columns.names_first))
        self.foot.show_objection("")
        self._show_filled()

    def show_objection(self, said: str, at: int | None) -> None:
        """Why one cannot go on yet; the keyboard comes to the column `at`."""
        self.foot.show_objection(said)
        unknown = [each for each in self._seen() if each.remark.text()] or self._seen()
        row = unknown[0] if at is None else self.rows[at]
        radios = row.question.radios.values()
        target: QWidget = row.field if at is None else next(iter(radios), row.field)
        target.setFocus()
        self.area.ensureWidgetVisible(target)

    def reset(self) -> None:
        """For another file."""
        self._wants_all = False

    def _seen(self) -> Sequence[ColumnRow]:
        return [row for row in self.rows.values() if row.isVisibleTo(self)]

    def _make(self, wanted: Sequence[int]) -> None:
        for part in (*self.rows.values(), *self._lines.values()):
            part.hide()
            part.deleteLater()
        self.rows, self._lines = {}, {}
        for at in wanted:
            row, line = ColumnRow(at, self.words), Hairline()
            row.given.connect(self.given)
            row.dates_read.connect(self.dates_read)
            self._column.insertWidget(self._column.count() - 2, row)
            self._column.insertWidget(self._column.count() - 2, line)
            self.rows[at], self._lines[at] = row, line

    def _show_filled(self) -> None:
        empty = [at for at, row in self.rows.items() if not row.samples.text()]
        hidden = [] if self._wants_all or len(empty) == len(self.rows) else empty
        for at, row in self.rows.items():
            row.setVisible(at not in hidden)
            self._lines[at].setVisible(at not in hidden)
        self.more.setText(
            self.words.plural(
                "{n} more column, empty at the beginning",
                "{n} more columns, empty at the beginning",
                len(hidden),
            )
        )
        self.more.setVisible(bool(hidden))

    def _show_all(self) -> None:
        self._wants_all = True
        self._show_filled()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(16)
        head.addWidget(self.heading, 1)
        head.addWidget(self.first_row)
        head.addWidget(self.remembered)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 20, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addSpacing(6)
        whole.addWidget(Hairline())
        whole.addWidget(self.area, 1)
        whole.addWidget(self.foot)
