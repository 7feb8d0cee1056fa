"""Listens a moment longer where the next request is likely to come at once."""

import os
from select import select
from time import perf_counter
from typing import Protocol

CAN_LISTEN = os.name == "posix"  # elsewhere a pipe cannot be asked whether it has something
LISTENS = 0.000_25
"""Seconds. A program that sends one sale after the other asks again within a tenth of a millisecond, and to
be put to sleep and woken takes as long as a tenth of a sale. For a person at a till it sleeps."""


class Input(Protocol):
    """What can be read in pieces, such as the standard input."""

    def fileno(self) -> int: ...
    def read1(self, size: int, /) -> bytes: ...


class Awake:
    """An input that is looked at for a moment before it is waited for."""

    def __init__(self, asked: Input) -> None:
        self._asked = asked

    def read1(self, size: int) -> bytes:
        """At most so many bytes as soon as there are any; none at the end."""
        if CAN_LISTEN:
            until = perf_counter() + LISTENS
            while not select([self._asked], [], [], 0)[0] and perf_counter() < until:
                pass
        return self._asked.read1(size)
