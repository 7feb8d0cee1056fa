"""Choices of which one holds, each painted by its kind; to keys and screen readers they are radio buttons."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QRadioButton, QWidget

from ui.shared.focus import in_turn, ringed, turn_of


class Choice(QRadioButton):
    """One of them, `size` large; its name is told and shown as a tool tip."""

    def __init__(self, key: str, size: QSize, radius: float) -> None:
        super().__init__()
        self.key = key
        self._size = size
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        ringed(self, radius)

    def name(self, words: str) -> None:
        # Not as its text: an ampersand there would be taken for a key.
        self.setAccessibleName(words)
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return self._size

    def hitButton(self, _place: QPoint) -> bool:
        return True


class Choices(QWidget):
    """The ground they lie on. The arrows choose among them as they lie, Tab passes the others by."""

    chosen = Signal(str)
    """The key of a choice that a person made."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._choices: dict[str, Choice] = {}
        self._key = ""
        self.setAccessibleName(label)
        self._turn = turn_of(self)

    @property
    def key(self) -> str:
        """What is chosen; empty where nothing is."""
        return self._key

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple(self._choices.values())

    def choose(self, key: str) -> None:
        """Show `key` as chosen, silently."""
        self._key = key
        if key in self._choices:
            self._choices[key].setChecked(True)
            self.setFocusProxy(self._choices[key])

    def offer(self, choices: Iterable[Choice]) -> None:
        """These instead of those before, and in their turn for Tab; the kind lays them out."""
        for old in self._choices.values():
            old.hide()
            old.deleteLater()
        self._choices = {one.key: one for one in choices}
        for one in self._choices.values():
            one.clicked.connect(self._tell)
            one.setParent(self)
        in_turn(self._turn, *self._choices.values())

    def _tell(self) -> None:
        key = next((key for key, one in self._choices.items() if one.isChecked()), "")
        if key != self._key:
            self.choose(key)
            self.chosen.emit(key)
