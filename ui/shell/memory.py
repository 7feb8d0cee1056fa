"""What the window remembers from one day to the next, such as its size and the place it showed."""

from contextlib import suppress
from typing import Protocol

from app.keeping.database import NOT_NOW
from app.keeping.settings import SettingsBook


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


class ShopMemory:
    """Kept in the shop's own book."""

    def __init__(self, settings: SettingsBook) -> None:
        self._settings = settings

    def get(self, name: str) -> str:
        return self._settings.recall(name)

    def set(self, name: str, text: str) -> None:
        # The size of a window is not worth a complaint while another till is writing.
        with suppress(*NOT_NOW):
            self._settings.remember(name, text)
