"""A hand from the owner's own font file."""

from pathlib import Path

from app.errors import ShopError
from reports.hand.own import LARGEST_FILE, NotAFont, NotEmbeddable, own_hand
from reports.hand.style import Hand


class BrokenFont(ShopError):
    """`name` cannot be read, is no font with an alphabet, or is damaged."""


class ForbiddenFont(ShopError):
    """The maker of the font `name` does not allow it in documents."""


def hand_from(file: Path) -> Hand:
    """The hand that writes with a .ttf or .otf file, called after it.

    Raises `BrokenFont` and `ForbiddenFont`.
    """
    try:
        with file.open("rb") as opened:
            return own_hand(opened.read(LARGEST_FILE + 1), file.stem)
    except (OSError, NotAFont) as error:
        raise BrokenFont(name=file.name) from error
    except NotEmbeddable as error:
        raise ForbiddenFont(name=file.name) from error
