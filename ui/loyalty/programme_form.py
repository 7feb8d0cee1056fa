"""A rule being changed where it stands: its fields, and what is done with them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.loyalty.programme_asked import Asked
from ui.shared.buttons import Button, Kind
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

    def __init__(
        self, words: Words, asked: Sequence[Asked], texts: Mapping[str, str], *, can_go: bool
    ) -> None:
        super().__init__()
        self.fields = {one.key: _field(one, texts[one.key], words) for one in asked}
        self.save = Button(words("Save"), Kind.PRIMARY)
        self.save.setObjectName("rule.save")
        away = Button(words("Cancel"))
        self.remove = Button(words("Remove"), Kind.DESTRUCTIVE)
        self.remove.setObjectName("rule.remove")
        self.remove.setVisible(can_go)
        self.save.clicked.connect(self._tell)
        away.clicked.connect(self.left)
        self.remove.clicked.connect(self.removed)
        self._lay_out(away)
        self.setFocusProxy(next(iter(self.fields.values())))

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

    def _tell(self) -> None:
        self.saved.emit({key: _text(field) for key, field in self.fields.items()})

    def _lay_out(self, away: Button) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(16)
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, place // ACROSS, place % ACROSS, Qt.AlignmentFlag.AlignTop)
        for column in range(ACROSS):
            grid.setColumnStretch(column, 1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for button in (self.save, away):
            acts.addWidget(button)
        acts.addStretch()
        acts.addWidget(self.remove)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 28, 20, 28)
        whole.setSpacing(20)
        whole.addLayout(grid)
        whole.addLayout(acts)


def _field(one: Asked, text: str, words: Words) -> Field:
    label = words(one.label)
    explained = words(one.help_words) if one.help_words else ""
    if not one.choices:
        field = Field(label, help_words=explained)
        field.set_text(text)
    else:
        combo = Combo([(key, words(said)) for key, said in one.choices])
        combo.choose(text)
        field = Field(label, combo, help_words=explained)
    field.control.setObjectName(f"rule.{one.key}")
    return field


def _text(field: Field) -> str:
    return field.control.key if isinstance(field.control, Combo) else field.text
