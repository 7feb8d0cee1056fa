"""The third step: the first rows as they will be read, and what may happen to them."""

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from resources.words import Words, mark
from ui.customers.import_foot import Foot
from ui.customers.import_preview import COLUMNS
from ui.customers.import_shown import Preview, PreviewRow
from ui.shared.cells import Cell, Column, Said, Someone
from ui.shared.chips import FilterChips
from ui.shared.headers import SECTION, Heading
from ui.shared.states import State
from ui.shared.table import Table
from ui.shared.text import ElidedText

CHIP = 18
"""How many letters of a value in doubt are shown."""
_CHECK, _OUT = mark("Look here"), mark("Left out")
_KNOWN = {"book": mark("In your book"), "list": mark("Twice here")}


class LookPage(QWidget):
    """A table that only shows; what may happen is chosen above it."""

    mode_chosen = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.heading = Heading(words("As it will be read"), "", SECTION)
        self.modes = FilterChips(words("What may happen"))
        self.modes.add("both", words("Add and update"))
        self.modes.add("create", words("Only add new people"))
        self.modes.add("update", words("Only update known people"))
        self.modes.chosen.connect(self.mode_chosen)
        self.remark = ElidedText("", 14, ink="ink2")
        self.table = PreviewTable(words)
        self.foot = Foot(words("Back"), words("Nothing is written yet."), "")
        self._lay_out()

    def show_preview(self, preview: Preview) -> None:
        self.heading.show_words(self.words("As it will be read"), preview.count)
        self.remark.setText(preview.remark)
        self.table.show_rows(preview.rows)

    def show_plan(self, mode: str, act: str, remark: str) -> None:
        self.modes.choose(mode)
        self.foot.on.setText(act)
        self.foot.on.updateGeometry()
        self.foot.show_objection(remark)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(24)
        head.addWidget(self.heading, 1)
        head.addWidget(self.modes)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 16, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addSpacing(4)
        whole.addWidget(self.remark)
        whole.addSpacing(8)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.foot)


class PreviewTable(Table):
    """The rows by their number in the file; pointing at one in doubt tells everything about it."""

    def __init__(self, words: Words) -> None:
        self._known: dict[int, PreviewRow] = {}
        super().__init__(_columns(words), words, self._fetch, label=words("The first rows"))

    def show_rows(self, rows: Sequence[PreviewRow]) -> None:
        """Columns in which nothing stands are left out."""
        self._known = {row.number: row for row in rows}
        used = {key for row in rows for key in (*row.cells, *row.doubts)}
        used |= {"remark"} if any(row.remark for row in rows) else set()
        hidden = [key for key in (*COLUMNS, "remark") if key not in used]
        self.take_layout(json.dumps({"hidden": hidden}))
        self.show_ids([row.number for row in rows])
        self.scrollToTop()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            row = self._known.get(self.rows.id_at(index.row())) if index.isValid() else None
            if row and row.told:
                QToolTip.showText(event.globalPos(), row.told, self)
                return True
        return super().viewportEvent(event)

    def _fetch(self, wanted: Sequence[int]) -> Mapping[int, PreviewRow]:
        return {number: self._known[number] for number in wanted if number in self._known}


def _columns(words: Words) -> Sequence[Column]:
    def someone(row: PreviewRow) -> Someone:
        return Someone(row.name or words("Nobody"), str(row.number), _state(row, words))

    return (
        Column(
            "row", mark("Row"), 72, lambda row: words.number(row.number), align="trailing",
            fixed=True,
        ),
        Column("name", mark("Name"), 230, someone, stretch=True, fixed=True),
        Column("phone", mark("Phone"), 150, lambda row: _cell(row, "phone")),
        Column("email", mark("E-mail"), 176, lambda row: _cell(row, "email"), yields=3),
        Column("birthday", mark("Birthday"), 126, lambda row: _cell(row, "birthday")),
        Column("city", mark("City"), 88, lambda row: _cell(row, "city"), yields=4),
        Column("tags", mark("Tags"), 96, lambda row: _cell(row, "tags"), yields=5),
        Column("notes", mark("Note"), 150, lambda row: _cell(row, "notes"), yields=6),
        Column("remark", mark("What cannot be read"), 230, lambda row: row.remark, stretch=True),
    )  # fmt: skip


def _state(row: PreviewRow, words: Words) -> State | None:
    """The one thing to know about a row first."""
    if row.left_out:
        return State(words(_OUT), "bad")
    if row.remark:
        return State(words(_CHECK), "warn")
    return State(words(_KNOWN[row.known])) if row.known else None


def _cell(row: PreviewRow, key: str) -> Cell:
    doubt = row.doubts.get(key)
    if doubt is None:
        return Said(row.cells.get(key, ""))
    return State(doubt if len(doubt) <= CHIP else f"{doubt[: CHIP - 1]}…", "warn")
