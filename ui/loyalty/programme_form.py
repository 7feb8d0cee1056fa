"""A rule being changed where it stands: its fields, and what is done with them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.loyalty.programme_asked import Asked
from ui.loyalty.programme_weekdays import Weekdays
from ui.shared.buttons import Button, IconButton, Kind
from ui.shared.combo import Combo
from ui.shared.easel import Easel
from ui.shared.fields import Field
from ui.shared.theme import colour

ACROSS = 2


class RuleForm(QWidget):
    """Enter saves, Esc leaves the rule as it was."""

    saved = Signal(dict)
    left = Signal()
    removed = Signal()
    ended = Signal()
    moved = Signal(int)

    def __init__(
        self,
        words: Words,
        asked: Sequence[Asked],
        texts: Mapping[str, str],
        week: Sequence[str],
    ) -> None:
        super().__init__()
        self._asked, self._before = {one.key: one for one in asked}, dict(texts)
        self.fields = {one.key: _field(one, texts[one.key], words, week) for one in asked}
        self.save = _button(words("Save"), Kind.PRIMARY, "rule.save")
        self._away = Button(words("Cancel"))
        self.remove = _button(words("Remove"), Kind.DESTRUCTIVE, "rule.remove")
        self.end = _button(words("Let it end today"), Kind.SECONDARY, "rule.end")
        self.up = IconButton("arrow-up", words("Further up"))
        self.down = IconButton("arrow-down", words("Further down"))
        self._grid = QGridLayout()
        for field in self.fields.values():
            field.setParent(self)
        self._lay_out()
        self._connect()
        self.offer()
        self._place()
        self.setFocusProxy(next(iter(self.fields.values())))

    def stops(self) -> list[QWidget]:
        """Where the keyboard stops, in order."""
        found: list[QWidget] = []
        for field in self.fields.values():
            control = field.control
            found += control.chips.values() if isinstance(control, Weekdays) else [control]
        return [*found, self.save, self._away, self.up, self.down, self.end, self.remove]

    def offer(self, *, remove: bool = False, end: bool = False, move: bool = False) -> None:
        """What else can be done with the rule than to change it."""
        self.remove.setVisible(remove)
        self.end.setVisible(end)
        self.up.setVisible(move)
        self.down.setVisible(move)

    def show_error(self, field: str, said: str) -> None:
        for key, one in self.fields.items():
            one.show_error(said if key == field else "")
        if said:
            self.fields[field].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._tell()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.box(QRectF(self.rect()).adjusted(0, 8, 0, -8), 10, colour("sunken"))

    @property
    def texts(self) -> dict[str, str]:
        """What stands in the fields."""
        return {key: _text(field) for key, field in self.fields.items()}

    @property
    def is_begun(self) -> bool:
        """Whether anything stands there that did not at first."""
        return any(text != self._before[key] for key, text in self.texts.items())

    def _tell(self) -> None:
        self.saved.emit(self.texts)

    def _connect(self) -> None:
        self.save.clicked.connect(self._tell)
        self._away.clicked.connect(self.left)
        self.remove.clicked.connect(self.removed)
        self.end.clicked.connect(self.ended)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        for field in self.fields.values():
            if isinstance(field.control, Combo):
                field.control.currentIndexChanged.connect(self._place)

    def _place(self) -> None:
        """Only what is asked just now, in two columns; days of the week take a line of their own."""
        for field in self.fields.values():
            self._grid.removeWidget(field)
        place = 0
        for key, field in self.fields.items():
            if not self._is_asked(self._asked[key]):
                field.hide()
                continue
            span = ACROSS if self._asked[key].weekdays else 1
            place += place % ACROSS if span > 1 or self._asked[key].begins else 0
            spot = place // ACROSS, place % ACROSS
            self._grid.addWidget(field, *spot, 1, span, Qt.AlignmentFlag.AlignTop)
            field.show()
            place += span

    def _is_asked(self, one: Asked) -> bool:
        return one.when is None or _text(self.fields[one.when[0]]) in one.when[1]

    def _lay_out(self) -> None:
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(16)
        for column in range(ACROSS):
            self._grid.setColumnStretch(column, 1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.save)
        acts.addWidget(self._away)
        acts.addStretch()
        for act in (self.up, self.down, self.end, self.remove):
            acts.addWidget(act)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 28, 20, 28)
        whole.setSpacing(20)
        whole.addLayout(self._grid)
        whole.addLayout(acts)


def _button(said: str, kind: Kind, name: str) -> Button:
    button = Button(said, kind)
    button.setObjectName(name)
    return button


def _field(one: Asked, text: str, words: Words, week: Sequence[str]) -> Field:
    label = words(one.label)
    explained = words(one.help_words) if one.help_words else ""
    if one.weekdays:
        field = Field(label, Weekdays(words, week, text), help_words=explained)
    elif one.choices:
        combo = Combo([(key, words(said)) for key, said in one.choices])
        combo.choose(text)
        field = Field(label, combo, help_words=explained)
    else:
        field = Field(label, help_words=explained)
        field.set_text(text)
    field.control.setObjectName(f"rule.{one.key}")
    return field


def _text(field: Field) -> str:
    control = field.control
    return control.key if isinstance(control, Combo | Weekdays) else field.text
