"""Which kinds of thing a finished verb changed, told to whoever shows them."""

from collections.abc import Callable, Iterable
from enum import StrEnum


class Kind(StrEnum):
    COUPONS = "coupons"
    CUSTOMERS = "customers"
    LOYALTY = "loyalty"
    GIFT_CARDS = "gift cards"
    PRINTING = "printing"
    PRINTS = "prints"
    SETTINGS = "settings"
    VOICE = "voice"


Listener = Callable[[frozenset[Kind]], None]


class Changes:
    """Listeners are called after the commit, in the thread that committed."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` from now on; the answer is what to call to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def publish(self, kinds: Iterable[Kind]) -> None:
        changed = frozenset(kinds)
        if changed:
            for listener in tuple(self._listeners):
                listener(changed)
