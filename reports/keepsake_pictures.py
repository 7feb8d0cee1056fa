"""Pictures that the owner chose, kept in the book itself, so that every backup has them."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path

from app.keeping.keepsakes import Keepsakes
from reports.pictures import Picture, whole_picture

_LONGEST_SIDE = 160.0
"""Millimetres for which it is kept sharp: wider than most labels."""


def keep_picture(keepsakes: Keepsakes, path: Path) -> str:
    """Answers the name by which the picture at `path` is found again. Raises `PictureRefused`."""
    return keepsakes.keep(path.name, whole_picture(path, _LONGEST_SIDE).jpeg)


def shown(keepsakes: Keepsakes, name: str) -> Picture | None:
    """The picture of that name; None where the book does not have it."""
    content = keepsakes.content(name)
    return None if content is None else _opened(content)


@lru_cache(maxsize=16)
def _opened(jpeg: bytes) -> Picture | None:
    from PIL import Image

    try:
        with Image.open(BytesIO(jpeg)) as found:
            return Picture(jpeg=jpeg, size=found.size) if found.format == "JPEG" else None
    except OSError:
        return None
