"""What the window remembers from one day to the next, wherever the shop chooses to keep it."""

from typing import Protocol


class Memory(Protocol):
    """Small texts by name."""

    def get(self, name: str) -> str:
        """The text kept as `name`; empty when there is none."""

    def set(self, name: str, text: str) -> None:
        """Keep `text` as `name`."""


class Forgetful:
    """Remembers until the program ends."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def get(self, name: str) -> str:
        return self._kept.get(name, "")

    def set(self, name: str, text: str) -> None:
        self._kept[name] = text
