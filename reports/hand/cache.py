"""Fitted outlines kept between runs, in a file that is only a cache: damaged or old, it is made anew."""

import hashlib
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np

from reports.hand.merging import TOLERANCE
from reports.hand.outlines import Outline

_MAGIC = b"REGULARS-OUTLINES\n"
_VERSION = 1
_DIGEST = 32
_GRAIN = 2.0**16  # outlines are rounded to an em over this before anything is done with them

Key = tuple[str, int]
"""The digest of a typeface with the number of a glyph."""


def usual_file() -> Path:
    """Where this computer keeps what programs can make anew."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("Regulars", appauthor=False)) / "letters.cache"


class Shelf:
    """Outlines by typeface and glyph. A shelf without a file forgets them with the program."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._outlines = read(file) if file else {}
        self._grown = False

    def get(self, key: Key) -> Outline | None:
        return self._outlines.get(key)

    def put(self, key: Key, outline: Outline) -> Outline:
        """Keeps an outline; what it returns is what the shelf will give back, now or in another run."""
        self._grown = True
        kept = self._outlines[key] = _rounded(outline)
        return kept

    def save(self) -> None:
        """Writes what was added, together with what another program added meanwhile."""
        if self._file is None or not self._grown:
            return
        self._grown = False
        write(self._file, read(self._file) | self._outlines)


def _rounded(outline: Outline) -> Outline:
    heavy = outline.heavy
    return Outline(
        verbs=outline.verbs,
        points=np.rint(outline.points * _GRAIN) / _GRAIN,
        heavy=None if heavy is None else np.rint(heavy * _GRAIN) / _GRAIN,
    )


def read(file: Path) -> dict[Key, Outline]:
    """What the file holds; nothing where it is missing, damaged, or of another version."""
    try:
        content = file.read_bytes()
        head = len(_MAGIC) + _DIGEST
        body = memoryview(content)[head:]
        if not content.startswith(_MAGIC) or _digest(body) != content[len(_MAGIC) : head]:
            return {}
        size = int.from_bytes(body[:4], "little")
        index = json.loads(bytes(body[4 : 4 + size]))
        if index["version"] != _version():
            return {}
        numbers = np.frombuffer(body[4 + size :], dtype="<i4").astype(np.float64) / _GRAIN
        return dict(_unpacked(index["outlines"], numbers))
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return {}


def write(file: Path, outlines: dict[Key, Outline]) -> None:
    """Puts the whole file in its place at once; where that cannot be, the next run fits them again."""
    index = {"version": _version(), "outlines": [_packed(*one) for one in outlines.items()]}
    head = json.dumps(index, separators=(",", ":")).encode("ascii")
    arrays = [array for one in outlines.values() for array in (one.points, one.heavy)]
    numbers = [np.rint(one * _GRAIN).astype("<i4").tobytes() for one in arrays if one is not None]
    body = len(head).to_bytes(4, "little") + head + b"".join(numbers)
    beside = file.with_name(f".{file.name}.{secrets.token_hex(6)}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(_MAGIC + _digest(body) + body)
            os.replace(beside, file)  # noqa: PTH105 - the one call that is atomic everywhere
        finally:
            beside.unlink(missing_ok=True)


def _version() -> str:
    return f"{_VERSION} {TOLERANCE} {_GRAIN}"


def _digest(body: bytes | memoryview) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST).digest()


def _packed(key: Key, outline: Outline) -> list[Any]:
    verbs = "".join(map(str, outline.verbs))
    return [*key, verbs, len(outline.points), int(outline.heavy is not None)]


def _unpacked(index: list[list[Any]], numbers: Any) -> Iterator[tuple[Key, Outline]]:
    at = 0
    for face, glyph, verbs, count, has_heavy in index:
        points = numbers[at : at + 2 * count].reshape(-1, 2)
        at += 2 * count
        heavy = numbers[at : at + 2 * count].reshape(-1, 2) if has_heavy else None
        at += 2 * count * has_heavy
        if len(points) != count:
            raise ValueError(count)
        yield (face, glyph), Outline(verbs=tuple(map(int, verbs)), points=points, heavy=heavy)
