"""While a list is written into the book: how far it is, and the way to stop it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.words import Words
from ui.shared.buttons import Button
from ui.shared.job_strip import Bar
from ui.shared.text import Figure, Text

BAR = 480
CENTRE = Qt.AlignmentFlag.AlignHCenter


class RunPage(QWidget):
    """One bar and one button."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.title, self.said = Text("", 20, 600), Figure("", 14, ink="ink2")
        self.bar = Bar(6)
        self.bar.setFixedWidth(BAR)
        self.stop = Button(words("Stop"))
        promise = Text(words("Stopping now leaves nothing behind."), 13, ink="ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(7)
        for part, gap in (
            (self.title, 20), (self.bar, 10), (self.said, 28), (self.stop, 12), (promise, 0),
        ):  # fmt: skip
            if isinstance(part, Text):
                part.setAlignment(Qt.AlignmentFlag.AlignCenter)
                column.addWidget(part)
            else:
                column.addWidget(part, 0, CENTRE)
            column.addSpacing(gap)
        column.addStretch(12)

    def show_running(self, title: str, said: str, share: float | None) -> None:
        self.title.setText(title)
        self.said.setText(said or " ")
        self.bar.show_share(share, f"{title}. {said}".strip())
