"""A question or two below what it is about: fields, the verb, and the way out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.coupons.asked import Asked
from ui.shared.buttons import Button, Kind
from ui.shared.fields import Field


class Ask(QWidget):
    """Enter answers, Esc leaves."""

    answered = Signal(dict)
    left = Signal()

    def __init__(self, words: Words, asked: Sequence[Asked], verb: str, kind: Kind) -> None:
        super().__init__()
        self.fields = {one.key: Field(words(one.label)) for one in asked}
        self.verb, away = Button(verb, kind), Button(words("Cancel"), Kind.QUIET)
        self.verb.setObjectName("ask.verb")
        self.verb.clicked.connect(self._tell)
        away.clicked.connect(self.left)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.verb)
        acts.addWidget(away)
        acts.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        for key, field in self.fields.items():
            field.control.setObjectName(f"ask.{key}")
            whole.addWidget(field)
        whole.addLayout(acts)
        self.setFocusProxy(next(iter(self.fields.values())))

    def show_error(self, said: str, key: str = "") -> None:
        """At the field `key`, else at the first."""
        field = self.fields.get(key) or next(iter(self.fields.values()))
        field.show_error(said)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._tell()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.answered.emit({key: field.text for key, field in self.fields.items()})
