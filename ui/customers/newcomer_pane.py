"""The little form that takes somebody new: a name or a phone is enough."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.customers.fields import HINTS, LABELS
from ui.customers.needs import DeskSide
from ui.customers.newcomer import FIELDS, Newcomer
from ui.shared.buttons import Button, Kind
from ui.shared.easel import Easel
from ui.shared.fields import Field
from ui.shared.pane import Pane
from ui.shared.text import Text
from ui.shared.theme import colour

SHOWN = 3
_WITHOUT_HINT = frozenset({"phones"})


class NewcomerPane(Pane):
    """The view of `Newcomer`: Enter in any field saves, Esc gives up."""

    added = Signal(int)
    left = Signal()
    person_asked = Signal(int)

    def __init__(self, desk: DeskSide) -> None:
        words = desk.words
        super().__init__(words("New customer"))
        self.setObjectName("newcomer")
        self.newcomer = Newcomer(desk, self)
        self.fields = {key: self._field(key, desk) for key in FIELDS}
        self.doubles = Doubles(words("Perhaps in the book already"))
        self.doubles.person_asked.connect(self.person_asked)
        self.save = Button(words("Save"), Kind.PRIMARY, icon="check")
        self.give_up = Button(words("Cancel"))
        self.save.setObjectName("new.save")
        self.give_up.setObjectName("new.cancel")
        self.save.clicked.connect(self._save)
        self.give_up.clicked.connect(self.left)
        self.head.addWidget(Text(words("New customer"), 20, 600))
        enough = words("A name or a phone is enough. Everything else can wait.")
        self.head.addWidget(Text(enough, 14, ink="ink2", wrap=True))
        self._lay_out()

    def open(self) -> None:
        """An empty form, the keyboard at its first field."""
        for field in self.fields.values():
            field.set_text("")
            field.show_error("")
        self.show_doubles([])
        self.fields["first_name"].control.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_begun(self) -> bool:
        """Whether anything was typed yet."""
        return any(self._texts().values())

    def show_doubles(self, doubles: list[tuple[int, str]]) -> None:
        self.doubles.show_people(doubles[:SHOWN])

    def show_error(self, key: str, words: str) -> None:
        self.fields[key].show_error(words)
        self.fields[key].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _field(self, key: str, desk: DeskSide) -> Field:
        words = desk.words
        hinted = key in HINTS and key not in _WITHOUT_HINT
        field = Field(words(LABELS[key]), help_words=words(HINTS[key]) if hinted else "")
        field.control.setObjectName(f"new.{key}")
        field.edited.connect(lambda _: self.newcomer.typed(self._texts()))
        if isinstance(field.control, QLineEdit):
            field.control.returnPressed.connect(self._save)
        return field

    def _texts(self) -> dict[str, str]:
        return {key: field.text for key, field in self.fields.items()}

    def _save(self) -> None:
        number = self.newcomer.save(self._texts())
        if number is not None:
            self.added.emit(number)

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(12)
        for key in ("first_name", "last_name"):
            names.addWidget(self.fields[key], 1, Qt.AlignmentFlag.AlignTop)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.save)
        acts.addWidget(self.give_up)
        acts.addStretch()
        self.body.addLayout(names)
        self.body.addWidget(self.fields["phones"])
        self.body.addWidget(self.fields["birthday"])
        self.body.addWidget(self.doubles)
        self.body.addLayout(acts)
        self.body.addStretch()


class Doubles(QWidget):
    """Who may be the same person: told, never in the way."""

    person_asked = Signal(int)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._shown: list[tuple[int, str]] = []
        self._people = QVBoxLayout()
        self._people.setSpacing(4)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(Text(title, 14, 500))
        column.addLayout(self._people)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(14, 10, 14, 12)
        whole.setSpacing(0)
        whole.addSpacing(30)
        whole.addLayout(column, 1)
        self.setObjectName("doubles")
        self.setAccessibleName(title)
        self.hide()

    def show_people(self, people: list[tuple[int, str]]) -> None:
        if people == self._shown:
            return
        self._shown = people
        while item := self._people.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for number, name in people:
            link = Button(name, Kind.LINK, height=24)
            link.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            link.clicked.connect(lambda _=False, number=number: self.person_asked.emit(number))
            self._people.addWidget(link)
        self.setVisible(bool(people))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.box(QRectF(self.rect()), 10, colour("warn_tint"))
            easel.icon("account-multiple-outline", QRectF(14, 11, 20, 20), colour("warn"))
