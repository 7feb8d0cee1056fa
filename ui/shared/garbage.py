"""Python's search for garbage, kept to the thread of the screens.

Left alone it runs in whatever thread happens to make objects, and there destroys widgets that refer
to each other in a ring; Qt does not survive that.
"""

import gc

from PySide6.QtCore import QObject, QTimer

CALM = 3000
"""Milliseconds between two looks."""
OFTEN, SELDOM = 1, 2  # gc's own generations: young things each time, all of them now and then
ALL_EACH = 20


class GarbageRound(QObject):
    """Looks for garbage from the event loop and nowhere else, until `leave`."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._rounds = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.go)
        self._timer.start(CALM)

    def go(self) -> None:
        self._rounds += 1
        gc.collect(OFTEN if self._rounds % ALL_EACH else SELDOM)

    def leave(self) -> None:
        """From now on Python looks by itself again."""
        self._timer.stop()
        gc.enable()
