"""A choice of one among a few that are told by their icons, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.shared.choices import Choice, Choices
from ui.shared.easel import Easel
from ui.shared.text import Text
from ui.shared.theme import colour

SIDE, ICON, RADIUS = 36, 20, 8


class IconChoices(QWidget):
    """Label and icons, each named in its tool tip; `chosen` tells the key."""

    chosen = Signal(str)

    def __init__(self, label: str, choices: Sequence[tuple[str, str, str]]) -> None:
        """Key, icon and words of each."""
        super().__init__()
        self._row = _Row(label)
        self._row.show_icons(choices)
        self._row.chosen.connect(self.chosen)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(Text(label, 13, 500, ink="ink2"))
        whole.addWidget(self._row)
        self.setFocusProxy(self._row)

    @property
    def choices(self) -> tuple[Choice, ...]:
        return self._row.choices

    def choose(self, key: str) -> None:
        """Show `key` as chosen, silently."""
        self._row.choose(key)


class _Row(Choices):
    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._lie = QHBoxLayout(self)
        self._lie.setContentsMargins(0, 0, 0, 0)
        self._lie.setSpacing(4)
        self._lie.addStretch()

    def show_icons(self, choices: Sequence[tuple[str, str, str]]) -> None:
        icons = [IconChoice(key, icon, said) for key, icon, said in choices]
        self.offer(icons)
        for at, one in enumerate(icons):
            self._lie.insertWidget(at, one)


class IconChoice(Choice):
    def __init__(self, key: str, icon: str, said: str) -> None:
        super().__init__(key, QSize(SIDE, SIDE), RADIUS)
        self._icon = icon
        self.name(said)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        with Easel.on(self) as easel:
            if self.isChecked():
                easel.box(rect, RADIUS, colour("tint"))
            elif self.underMouse():
                easel.box(rect, RADIUS, colour("sunken"))
            spot = QRectF(0, 0, ICON, ICON)
            spot.moveCenter(rect.center())
            ink = colour("accent" if self.isChecked() else "ink2")
            easel.icon(self._icon, spot, ink)
