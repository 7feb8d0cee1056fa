"""The owner's signature: from her strokes or her file into the book, and from there onto her cards."""

import base64
import json
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from app.errors import ShopError
from reports.hand.outlines import Outline
from reports.hand.scan import LARGEST_FILE, NotAScan, from_scan
from reports.hand.signature import NoInk, Picture, Signature, Stroke, from_strokes
from reports.hand.svg import NotADrawing, from_svg

_LEVEL = 9


class NotASignature(ShopError):
    """`name` cannot be read, is neither a picture nor a drawing of paths alone, or shows no ink."""


class NothingSigned(ShopError):
    """What was drawn has no size: a single dot is no signature."""


def signature_from(file: Path) -> Signature:
    """The signature in an .svg, .png, .jpg or .tif file. Raises `NotASignature`."""
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST_FILE + 1)
        return from_svg(content) if b"<svg" in content[:4096] else from_scan(content)
    except (OSError, NoInk, NotADrawing, NotAScan) as error:
        raise NotASignature(name=file.name) from error


def signature_of(strokes: Sequence[Stroke]) -> Signature:
    """The signature that was drawn. Raises `NothingSigned`."""
    try:
        return from_strokes(strokes)
    except NoInk as error:
        raise NothingSigned from error


def packed(signature: Signature) -> bytes:
    """As the book keeps it: what is drawn, not what it was drawn from, so that it never changes."""
    kept: dict[str, Any] = {"width": signature.width}
    if signature.outline is not None:
        outline = signature.outline
        kept |= {"verbs": list(outline.verbs), "points": outline.points.ravel().tolist()}
    if signature.picture is not None:
        ink = base64.b64encode(signature.picture.ink).decode("ascii")
        kept["picture"] = [signature.picture.width, signature.picture.height, ink]
    return zlib.compress(json.dumps(kept, separators=(",", ":")).encode("ascii"), _LEVEL)


def unpacked(content: bytes, name: str) -> Signature:
    """The signature that was kept by `name`."""
    kept = json.loads(zlib.decompress(content))
    outline = picture = None
    if "points" in kept:
        points = np.array(kept["points"]).reshape(-1, 2)
        outline = Outline(verbs=tuple(kept["verbs"]), points=points)
    if "picture" in kept:
        width, height, ink = kept["picture"]
        picture = Picture(width=width, height=height, ink=base64.b64decode(ink))
    return Signature(width=kept["width"], outline=outline, picture=picture, name=name)
