"""Writes what is said at the counter in the order in which it was said, and again when it could not be."""

import logging
import sqlite3
from collections import deque
from collections.abc import Callable

from app.errors import ShopError
from app.keeping.database import NOT_NOW

log = logging.getLogger(__name__)
Writing = Callable[[], object]
_PASSES = (*NOT_NOW, sqlite3.Error, OSError)
"""What may be over in a while: another till is writing, the disk is full, a drive is away."""


class Pen:
    """Nobody at the counter is told when something cannot be written; it waits here."""

    def __init__(self) -> None:
        self._waiting: deque[Writing] = deque()
        self._is_stuck = False

    @property
    def is_waiting(self) -> bool:
        return bool(self._waiting)

    def write(self, act: Writing) -> bool:
        """Does `act` after all that still waits; whether it is on disk now."""
        self._waiting.append(act)
        return self.flush()

    def flush(self) -> bool:
        """Tries again what waits; whether nothing does any more."""
        while self._waiting:
            act = self._waiting[0]
            try:
                act()
            except _PASSES as why:
                self._tell(why)
                return False
            except ShopError as refused:
                # It will not be taken later either, and nobody at the counter can do anything about it.
                log.warning("an answer was refused: %s", type(refused).__name__)
            except BaseException:
                self._waiting.popleft()
                raise
            self._waiting.popleft()
        self._is_stuck = False
        return True

    def _tell(self, why: Exception) -> None:
        if not self._is_stuck:
            log.warning("an answer waits to be written: %s", type(why).__name__)
        self._is_stuck = True
