"""A field that finds a coupon or gift card by its code; Enter looks it up."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resources.words import Words
from ui.shared.buttons import Button
from ui.shared.fields import Field


class FindField(QWidget):
    """`find` answers why there is no such code, else an empty text."""

    def __init__(self, words: Words, label: str, find: Callable[[str], str]) -> None:
        super().__init__()
        self._find = find
        self.field = Field(label)
        self.field.control.setObjectName("find.code")
        look = Button(words("Find"), icon="magnify")
        look.clicked.connect(self._look)
        beside = QVBoxLayout()  # the button stands beside the field, not beside its label
        beside.addSpacing(self.field.label.sizeHint().height() + 8)
        beside.addWidget(look)
        beside.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.field.setMaximumWidth(360)
        row.addWidget(self.field, 1, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside)
        row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._look()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        text = self.field.text
        if text:
            self.field.show_error(self._find(text))
