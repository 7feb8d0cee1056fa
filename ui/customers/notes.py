"""The notes on a person: read, written, struck out."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.customers.parts import Part
from ui.customers.signed import NoteLine
from ui.shared.buttons import IN_ROW, Button, IconButton, Kind
from ui.shared.fields import Area, CheckBox
from ui.shared.text import Text


class NoteKeeping(Protocol):
    def write_note(self, text: str, *, pops_up: bool) -> bool: ...

    def strike_note(self, uid: str) -> None: ...


class Notes(Part):
    """Newest first; the link opens a sheet to write on."""

    def __init__(self, keeping: NoteKeeping, words: Words) -> None:
        super().__init__(words("Notes"), words("Write a note"))
        self._keeping, self._say = keeping, words
        self.link.setObjectName("note.add")
        self.sheet = Sheet(keeping, words)
        self.sheet.hide()
        self.link.clicked.connect(self.open)
        self.rows.addWidget(self.sheet)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.rows.addLayout(self._list)
        self._notes: Sequence[NoteLine] | None = None

    def show_notes(self, notes: Sequence[NoteLine]) -> None:
        if notes == self._notes:
            return
        self._notes = notes
        while item := self._list.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for note in notes:
            self._list.addWidget(self._row(note))

    def open(self) -> None:
        """A sheet for another note."""
        self.sheet.open()

    def _row(self, note: NoteLine) -> QWidget:
        row = QWidget()
        strike = IconButton("close", self._say("Strike out this note"), size=24, icon_size=16)
        strike.setObjectName("note.strike")
        strike.clicked.connect(lambda: self._keeping.strike_note(note.uid))
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(Text(note.text, wrap=True))
        lines.addWidget(Text(note.signed, 13, ink="ink2"))
        whole = QHBoxLayout(row)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(lines, 1)
        whole.addWidget(strike, 0, Qt.AlignmentFlag.AlignTop)
        return row


class Sheet(QWidget):
    """Where a note is written: Ctrl+Enter saves, Esc gives up."""

    def __init__(self, keeping: NoteKeeping, words: Words) -> None:
        super().__init__()
        self._keeping = keeping
        self.area = Area(words("What should everybody know?"), height=80)
        self.area.setAccessibleName(words("Note"))
        self.area.lines.setObjectName("note.text")
        self.pops_up = CheckBox(words("Show it first"))
        self.pops_up.setObjectName("note.pops_up")
        save = Button(words("Save"), Kind.PRIMARY, height=IN_ROW)
        save.setObjectName("note.save")
        save.clicked.connect(self._save)
        QShortcut(
            QKeySequence("Ctrl+Return"),
            self,
            self._save,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )
        foot = QHBoxLayout()
        foot.addWidget(self.pops_up)
        foot.addStretch()
        foot.addWidget(save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 8)
        whole.addWidget(self.area)
        whole.addLayout(foot)

    def open(self) -> None:
        self.show()
        self.area.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_text(self) -> tuple[str, bool]:
        """Clears and shuts the sheet; answers what stood on it, nothing when it was given up before."""
        there = "" if self.isHidden() else self.area.lines.toPlainText()
        pops_up = self.pops_up.isChecked()
        self._clear()
        return there, pops_up

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        text = self.area.lines.toPlainText()
        if self._keeping.write_note(text, pops_up=self.pops_up.isChecked()):
            self._clear()

    def _clear(self) -> None:
        self.area.lines.clear()
        self.pops_up.setChecked(False)
        self.hide()
