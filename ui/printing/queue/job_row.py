"""A line of the queue: what it is, how it stands, and what may be done with it."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words, mark
from ui.printing.queue.shown import AGAIN, OUT, PAUSE, RESUME, JobLine
from ui.shared.buttons import IconButton
from ui.shared.chips import StateChip
from ui.shared.states import State
from ui.shared.text import ElidedText

_HIGH = 60
ACTS: Mapping[str, tuple[str, str]] = {
    PAUSE: ("pause", mark("Pause “{title}”")),
    RESUME: ("play", mark("Go on with “{title}”")),
    OUT: ("close", mark("Take “{title}” out of the queue")),
    AGAIN: ("printer-outline", mark("Print “{title}” again")),
}


class JobRow(QWidget):
    """`act` is called with one of the acts and the line's key."""

    def __init__(self, line: JobLine, words: Words, act: Callable[[str, str], None]) -> None:
        super().__init__()
        self.line = line
        self.setObjectName(line.key)
        self.setFixedHeight(_HIGH)
        self.setAccessibleName(f"{line.title}, {line.detail}, {line.state}".strip(", "))
        self.buttons: dict[str, IconButton] = {}
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(ElidedText(line.title, 14, 500))
        if line.state:
            title.addWidget(StateChip(State(line.state, "bad" if line.is_bad else "plain")))
        title.addStretch()
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addStretch()
        said.addLayout(title)
        said.addWidget(ElidedText(line.detail, 13, ink="bad" if line.is_bad else "ink2"))
        said.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(4)
        row.addLayout(said, 1)
        for key in line.acts:
            icon, told = ACTS[key]
            button = self.buttons[key] = IconButton(icon, words(told, title=line.title))
            button.setObjectName(f"{line.key}.{key}")
            button.clicked.connect(lambda _on=False, key=key: act(key, line.key))
            row.addWidget(button)
