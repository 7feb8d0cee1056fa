"""One thing to know of a design before it is printed, with the way to the person whom it is about."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources.words import Words
from ui.shared.buttons import Button, Kind
from ui.shared.text import Text


class CautionLine(QWidget):
    """`said` is what there is to know; without a `name` it is about who is shown."""

    wanted = Signal(str)

    def __init__(self, words: Words, said: str, name: str) -> None:
        super().__init__()
        self.said = said
        self.show_button = Button(words("Show"), Kind.LINK, height=20)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Text(said, 13, ink="warn", wrap=True), 1)
        row.addWidget(self.show_button)
        self.show_button.setVisible(bool(name))
        self.show_button.setAccessibleName(words("Show {name}", name=words.isolated(name)))
        self.show_button.clicked.connect(lambda: self.wanted.emit(name))
