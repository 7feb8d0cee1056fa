"""Choosing by chance that always falls out the same: from a text alone, on every computer."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def pick(options: Sequence[Thing], key: str) -> Thing:
    """One of `options`, the same for the same `key`."""
    return options[_number(key) % len(options)]


def shuffled(options: Iterable[str], key: str) -> list[str]:
    """`options` in an order that only `key` decides."""
    return sorted(options, key=lambda option: _number(f"{key} {option}"))


def _number(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big")
