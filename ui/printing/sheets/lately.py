"""Which sheets were used lately, the last one first."""

import json
from collections.abc import Sequence
from typing import Protocol

_KEY, _KEPT = "sheets used lately", 8


class Memory(Protocol):
    """Small texts by name, as the window keeps them."""

    def get(self, name: str) -> str: ...

    def set(self, name: str, text: str) -> None: ...


def lately(memory: Memory) -> Sequence[str]:
    """Their names."""
    try:
        kept = json.loads(memory.get(_KEY) or "[]")
    except ValueError:
        return ()
    return [name for name in kept if isinstance(name, str)]


def used(memory: Memory, name: str) -> None:
    """This one was used just now."""
    names = [name, *(one for one in lately(memory) if one != name)]
    memory.set(_KEY, json.dumps(names[:_KEPT]))
