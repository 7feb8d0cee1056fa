"""Every field of a person in one form; each is saved as soon as it is left."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from resources.words import Words
from ui.customers.fields import FORM, Line
from ui.customers.household import Household, Join
from ui.customers.line_field import field_for, fill, typed_in
from ui.customers.person import Person
from ui.customers.portrait import Portrait
from ui.shared.combo import Combo
from ui.shared.fields import Field
from ui.shared.toggle import Toggle

if TYPE_CHECKING:
    from collections.abc import Mapping

NARROW = frozenset({"postal_code", "title_before", "title_after"})


class EditingPage(QWidget):
    """Enter and leaving save a field, Esc puts it back, a second Esc is done."""

    done = Signal()
    person_asked = Signal(int)

    def __init__(self, person: Person, words: Words) -> None:
        super().__init__()
        self._person, self._say = person, words
        self._lines: Mapping[str, Line] = {}
        self._fields: dict[str, Field] = {}
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(12)
        self.household, self.join = Household(words), Join(person, words, stays=True)
        self.household.person_asked.connect(self.person_asked)
        self.household.join_asked.connect(self.join.open)
        self.household.alone_asked.connect(person.live_alone)
        self.no_post = Toggle(words("Do not send post"))
        self.died = Toggle(words("Has died"))
        self.no_post.clicked.connect(lambda on: person.set_flag("do_not_post", on=on))
        self.died.clicked.connect(lambda on: person.set_flag("deceased", on=on))

    def show_person(self, person: Portrait) -> None:
        """Her fields; one that is being typed into is left alone."""
        self._lines = person.lines
        if not self._fields:
            self._make()
        for key, field in self._fields.items():
            if not field.control.hasFocus():
                fill(field, person.lines[key])
                field.show_error("")
        self.household.show_people(person.with_her)
        self.no_post.setChecked(person.do_not_post)
        self.died.setChecked(person.deceased)

    def open(self, key: str) -> QWidget:
        """The keyboard goes to the field `key`, which is answered."""
        control = self._fields[key].control
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(control, QLineEdit):
            control.selectAll()
        return self._fields[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        if not self.take_typed():
            self.done.emit()

    def take_typed(self) -> dict[str, str]:
        """Puts every field back; answers what stood in them and is not saved."""
        typed = {key: typed_in(self._fields[key]) for key in self._fields if self._is_touched(key)}
        for key in typed:
            fill(self._fields[key], self._lines[key])
            self._fields[key].show_error("")
        self.join.clear()
        return typed

    def _make(self) -> None:
        for keys in FORM:
            row = QHBoxLayout()
            row.setSpacing(12)
            for key in keys:
                field = self._fields[key] = field_for(self._lines[key])
                self._listen(key, field)
                row.addWidget(field, 1 if key in NARROW else 2, Qt.AlignmentFlag.AlignTop)
            self._whole.addLayout(row)
        self._whole.addSpacing(4)
        self._whole.addWidget(self.household)
        self._whole.addWidget(self.join)
        self._whole.addWidget(self.no_post)
        self._whole.addWidget(self.died)
        self._whole.addStretch()

    def _listen(self, key: str, field: Field) -> None:
        if isinstance(field.control, Combo):
            field.control.activated.connect(lambda _: self._keep(key))
        elif isinstance(field.control, QLineEdit):
            field.control.editingFinished.connect(lambda: self._keep(key))

    def _is_touched(self, key: str) -> bool:
        return typed_in(self._fields[key]) != self._lines[key].typed

    def _keep(self, key: str) -> None:
        if not self._is_touched(key):
            return
        field = self._fields[key]
        wrong = self._person.edit(key, typed_in(field))
        field.show_error(wrong)
        if not wrong:
            # As it was understood: a phone in its groups, a day in words.
            fill(field, self._lines[key])
