"""A signature from a scan: the paper falls away, the ink stays and takes the colour of the card's."""

import io
from typing import Any

import numpy as np

from reports.hand.signature import NoInk, Picture, Signature

LARGEST_FILE = 40_000_000
_KINDS = ("PNG", "JPEG", "TIFF", "WEBP", "BMP")
_MOST_PIXELS = 120_000_000
_TALLEST = 400  # rows that are kept: 600 dots an inch at the height of a signature
_MARGIN = 3
_CLEAR, _FULL = 0.18, 0.62  # of the way from paper to ink, between which it fades in
_LEAST_CONTRAST = 40.0


class NotAScan(Exception):
    """The file is no picture, or one too large to be opened safely."""


def from_scan(content: bytes) -> Signature:
    """The ink of a picture, trimmed to what is written. Raises `NotAScan` and `NoInk`."""
    grey = _grey(content)
    paper, ink = np.percentile(grey, 75), np.percentile(grey, 0.2)
    if paper - ink < _LEAST_CONTRAST:
        raise NoInk
    depth = (paper - grey) / (paper - ink)
    mask = np.clip((depth - _CLEAR) / (_FULL - _CLEAR), 0.0, 1.0)
    rows, columns = (np.flatnonzero((mask > 0.5).sum(axis=axis) > 0) for axis in (1, 0))
    if not len(rows) or not len(columns):
        raise NoInk
    top, left = max(rows[0] - _MARGIN, 0), max(columns[0] - _MARGIN, 0)
    trimmed = mask[top : rows[-1] + _MARGIN + 1, left : columns[-1] + _MARGIN + 1]
    height, width = trimmed.shape
    return Signature(
        width=width / height,
        picture=Picture(
            width=width, height=height, ink=np.rint(trimmed * 255).astype(np.uint8).tobytes()
        ),
    )


def _grey(content: bytes) -> Any:
    from PIL import Image

    if len(content) > LARGEST_FILE:
        raise NotAScan
    try:
        with Image.open(io.BytesIO(content), formats=_KINDS) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise NotAScan
            picture.draft("L", (4000, 4000))
            paper = Image.new("RGBA", picture.size, "white")
            paper.alpha_composite(picture.convert("RGBA"))
            grey = paper.convert("L")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotAScan from error
    grey.thumbnail((_TALLEST * 20, _TALLEST * 3))
    return np.asarray(grey, dtype=np.float64)
