"""Which key does what in this window."""

from ui.shared.buttons import key_words


class Keys:
    """Which key does what, in the order they were named."""

    def __init__(self) -> None:
        self._named: dict[str, str] = {}

    def name(self, key: str, said: str) -> None:
        self._named[key] = said

    def all(self) -> list[tuple[str, str]]:
        """Pairs of what is done and the key as it is shown."""
        return [(said, key_words(key)) for key, said in self._named.items()]
