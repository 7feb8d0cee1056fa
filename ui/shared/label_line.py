"""The line above a control: its label, and at the trailing end what it stands at."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.shared.text import ElidedText, Text


class LabelLine(QWidget):
    """As above a field, with a quiet word beside it."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._aside = Text("", 13, ink="ink2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(ElidedText(label, 13, 500, ink="ink2"), 1)
        row.addWidget(self._aside)

    @property
    def aside(self) -> str:
        return self._aside.text()

    def show_aside(self, words: str) -> None:
        self._aside.setText(words)
