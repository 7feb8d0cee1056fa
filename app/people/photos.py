"""Photos of customers: small files in a folder beside the book, each named by what is in it."""

import os
from contextlib import suppress
from pathlib import Path

from app.errors import ShopError
from app.keeping.whys import why

FOLDER = "photos"
_NAME_LENGTH = 32
"""Hexadecimal digits of a SHA-256: so many never meet twice by chance."""


class NotAPicture(ShopError):
    """The file `name` is no picture, is damaged, or is of a kind that nobody here can read."""


class PictureTooLarge(ShopError):
    """The picture `name` has more than `limit` (in the unit `what`: bytes or pixels)."""


class PhotoNotKept(ShopError):
    """The photo could not be written into the shop's folder; `why` is one of `app.keeping.whys`."""


def keep(shop_folder: Path, picture: bytes) -> str:
    """Writes the JPEG `picture` among the shop's photos; answers the name by which it is kept.

    A photo that is taken away or replaced stays, so that undo can bring it back. Raises `PhotoNotKept`.
    """
    import hashlib

    name = f"{hashlib.sha256(picture).hexdigest()[:_NAME_LENGTH]}.jpg"
    place = shop_folder / FOLDER / name
    beside = place.with_suffix(".part")
    try:
        place.parent.mkdir(exist_ok=True)
        with beside.open("wb") as file:
            file.write(picture)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise PhotoNotKept(why=why(error)) from error
    return name


def file_of(shop_folder: Path, name: str | None) -> str:
    """Where the photo called `name` lies, "" for none; a name never leads out of the photos' folder."""
    return str(shop_folder / FOLDER / Path(name).name) if name else ""
