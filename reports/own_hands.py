"""The owner's own font files: looked through before one becomes a hand."""

from pathlib import Path

from app.errors import ShopError
from reports.hand.own import LARGEST_FILE, NotAFont, NotEmbeddable, own_hand


class BrokenFont(ShopError):
    """`name` cannot be read, is no font with an alphabet, or is damaged."""


class ForbiddenFont(ShopError):
    """The maker of the font `name` does not allow it in documents."""


def font_in(file: Path) -> bytes:
    """What is in a .ttf or .otf file that a hand can write with. Raises `BrokenFont` and `ForbiddenFont`."""
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST_FILE + 1)
        own_hand(content, file.stem)
    except (OSError, NotAFont) as error:
        raise BrokenFont(name=file.name) from error
    except NotEmbeddable as error:
        raise ForbiddenFont(name=file.name) from error
    return content
