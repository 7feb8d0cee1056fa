"""The places of the window: declared once, made at the first visit."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.values import value


@value(kw_only=False)
class Place:
    """Where one can go. `title` is marked text; `make` builds the screen when it is first visited."""

    key: str
    title: str
    icon: str
    make: Callable[[], QWidget]
    shortcut: str = ""
    foot: bool = False
    """Stands at the foot of the sidebar."""
    rail: bool = False
    """Needs the width: the sidebar becomes a rail while one is here."""
    within: str = ""
    """The place in the sidebar that it belongs to, where it has none of its own."""
    strip: bool = True
    """The top strip with the search stays; a whole-window place does without."""


class Stack(QStackedWidget):
    """One screen at a time; a screen that has `visited()` is told each time it is shown."""

    went = Signal(str)

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        self.places = {place.key: place for place in places}
        self._made: dict[str, QWidget] = {}
        self._key = ""

    @property
    def key(self) -> str:
        """Where one is; empty before the first visit."""
        return self._key

    def go(self, key: str) -> QWidget:
        """Show the place `key`, making it first if need be."""
        screen = self._made.get(key)
        if screen is None:
            screen = self._made[key] = self.places[key].make()
            self.addWidget(screen)
        self._key = key
        self.setCurrentWidget(screen)
        visited = getattr(screen, "visited", None)
        if callable(visited):
            visited()
        self.went.emit(key)
        return screen

    def made(self, key: str) -> QWidget | None:
        """The screen of `key`, if it has been visited."""
        return self._made.get(key)
