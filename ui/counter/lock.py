"""The owner's way out of counter mode: her PIN, chosen once, and a wait that grows with wrong tries."""

from datetime import datetime
from enum import Enum
from typing import Protocol

from app.keeping.pins import NotAPin, Tries, hashed, matches, read_tries


class Answered(Enum):
    """What became of a PIN that was typed."""

    OPEN = "open"
    WRONG = "wrong"
    WAIT = "wait"
    """Not even looked at: it is too soon after wrong tries."""
    AGAIN = "again"
    """Chosen; to be typed a second time."""
    DIFFERS = "differs"
    """The second time it was another one."""
    UNFIT = "unfit"
    """Too short to be a PIN, or too long."""


class Safe(Protocol):
    """Where the hash of the PIN and the tries are kept."""

    def now(self) -> datetime: ...

    def pin(self) -> str:
        """Its hash; "" while none was chosen."""

    def keep_pin(self, kept: str) -> None: ...

    def tries(self) -> str: ...

    def keep_tries(self, text: str) -> None: ...


class Lock:
    """Asks for the PIN; where there is none yet, lets one be chosen, twice the same."""

    def __init__(self, safe: Safe) -> None:
        self._safe = safe
        self._first = ""

    @property
    def is_set(self) -> bool:
        return bool(self._safe.pin())

    @property
    def wait(self) -> int:
        """Seconds until a PIN is looked at again."""
        return self._tries.wait(self._safe.now())

    @property
    def _tries(self) -> Tries:
        return read_tries(self._safe.tries())

    def begin(self) -> None:
        """Forgets what was typed the first time."""
        self._first = ""

    def enter(self, pin: str) -> Answered:
        """Somebody typed `pin` to get out."""
        if self.wait:
            return Answered.WAIT
        if matches(self._safe.pin(), pin):
            self._safe.keep_tries(Tries().text())
            return Answered.OPEN
        tries = self._tries.failed(self._safe.now())
        self._safe.keep_tries(tries.text())
        return Answered.WAIT if tries.until else Answered.WRONG

    def choose(self, pin: str) -> Answered:
        """The owner chooses her PIN; it holds once it was typed twice."""
        try:
            kept = hashed(pin)
        except NotAPin:
            return Answered.UNFIT
        if not self._first:
            self._first = kept
            return Answered.AGAIN
        first, self._first = self._first, ""
        if not matches(first, pin):
            return Answered.DIFFERS
        self._safe.keep_pin(first)
        return Answered.OPEN
