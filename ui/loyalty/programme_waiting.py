"""The strip that says what waits to be switched on, and the three things that can be done with it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.words import Words
from ui.shared.buttons import Button, Kind
from ui.shared.easel import Easel
from ui.shared.text import ElidedText
from ui.shared.theme import colour

HIGH = 64


class WaitingStrip(QWidget):
    """Hidden while nothing waits."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setFixedHeight(HIGH)
        self._said = ElidedText("", 14, 500)
        self._detail = ElidedText(words("Until then everything goes on as it is."), 13, ink="ink2")
        self.drop = Button(words("Drop"), Kind.QUIET)
        self.try_it = Button(words("Try it on past sales"))
        self.switch_on = Button(words("Switch on"), Kind.PRIMARY)
        self.drop.setObjectName("programme.drop")
        self.try_it.setObjectName("programme.try")
        self.switch_on.setObjectName("programme.switch_on")
        self._lay_out()

    @property
    def acts(self) -> tuple[Button, ...]:
        """What can be done, in the order in which it stands."""
        return self.drop, self.try_it, self.switch_on

    def show_waiting(self, said: str) -> None:
        self._said.setText(said)
        self.setAccessibleName(said)
        self.setVisible(bool(said))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with Easel.on(self) as easel:
            easel.box(QRectF(self.rect()), 10, colour("warn_tint"))
            icon = QRectF(16, self.height() / 2 - 10, 20, 20)
            easel.icon("timer-sand", icon, colour("warn"))

    def _lay_out(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addStretch()
        lines.addWidget(self._said)
        lines.addWidget(self._detail)
        lines.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addSpacing(48)
        row.addLayout(lines, 1)
        for act in self.acts:
            row.addWidget(act)
        row.addSpacing(12)
