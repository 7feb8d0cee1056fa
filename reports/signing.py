"""A signature from the owner's file: a drawing or a scan."""

from pathlib import Path

from app.errors import ShopError
from reports.hand.scan import LARGEST_FILE, NotAScan, from_scan
from reports.hand.signature import NoInk, Signature
from reports.hand.svg import NotADrawing, from_svg


class NotASignature(ShopError):
    """`name` cannot be read, is neither a picture nor a drawing of paths alone, or shows no ink."""


def signature_from(file: Path) -> Signature:
    """The signature in an .svg, .png, .jpg or .tif file. Raises `NotASignature`."""
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST_FILE + 1)
        return from_svg(content) if b"<svg" in content[:4096] else from_scan(content)
    except (OSError, NoInk, NotADrawing, NotAScan) as error:
        raise NotASignature(name=file.name) from error
