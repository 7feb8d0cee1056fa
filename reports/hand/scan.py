"""A signature from a scan: the paper falls away, the ink stays and takes the colour of the card's."""

import io

import numpy as np
from numpy.typing import NDArray

from reports.hand.signature import NoInk, Picture, Signature
from reports.hand.strokes import Array

LARGEST_FILE = 40_000_000
_KINDS = ("PNG", "JPEG", "TIFF", "WEBP", "BMP")
_MOST_PIXELS = 120_000_000
_TALLEST = 400  # rows that are kept: 600 dots an inch at the height of a signature
_MARGIN = 3
_CLEAR, _FULL = 0.18, 0.62  # of the way from paper to ink, between which it fades in
_LEAST_CONTRAST, _WHITE = 40.0, 235.0
_TILES = 24  # along the longer side: a tile is larger than a stroke and smaller than a shadow
_SPECK = 3  # pixels: what is no larger is dust


class NotAScan(Exception):
    """The file is no picture, or one too large to be opened safely."""


def from_scan(content: bytes) -> Signature:
    """The ink of a picture, trimmed to what is written. Raises `NotAScan` and `NoInk`."""
    light = _evenly_lit(_grey(content))
    paper, ink = np.percentile(light, 75), np.percentile(light, 0.2)
    if paper - ink < _LEAST_CONTRAST:
        raise NoInk
    depth = (paper - light) / (paper - ink)
    trimmed = _trimmed(np.clip((depth - _CLEAR) / (_FULL - _CLEAR), 0.0, 1.0))
    height, width = trimmed.shape
    return Signature(
        width=width / height,
        picture=Picture(width=width, height=height, ink=trimmed.tobytes()),
    )


def _evenly_lit(grey: Array) -> Array:
    """As if the paper were equally bright all over: on a photo one corner of it is in the shade."""
    from PIL import Image

    high, wide = grey.shape
    tile = max(high, wide) // _TILES + 1
    down, across = -(-high // tile), -(-wide // tile)
    padded = np.pad(grey, ((0, down * tile - high), (0, across * tile - wide)), mode="edge")
    tiles = padded.reshape(down, tile, across, tile).swapaxes(1, 2).reshape(down, across, -1)
    paper = np.percentile(tiles, 85, axis=2)
    around = np.pad(paper, 1, mode="edge")
    spread = [around[y : y + down, x : x + across] for y in range(3) for x in range(3)]
    # A tile full of ink takes the paper from those around it.
    paper = np.where(paper < 0.8 * np.max(spread, axis=0), np.max(spread, axis=0), paper)
    smooth = Image.fromarray(paper.astype(np.float32))
    smooth = smooth.resize((across * tile, down * tile), Image.Resampling.BICUBIC)
    return np.asarray(_WHITE * grey / np.maximum(np.asarray(smooth)[:high, :wide], 1.0))


def _trimmed(mask: Array) -> NDArray[np.uint8]:
    """What is written, without the specks around it. Raises `NoInk`."""
    from PIL import Image, ImageFilter

    picture = Image.fromarray(np.rint(mask * 255).astype(np.uint8))
    solid = np.asarray(picture.filter(ImageFilter.MedianFilter(_SPECK))) > 127
    rows, columns = (np.flatnonzero(solid.any(axis=axis)) for axis in (1, 0))
    if not len(rows) or not len(columns):
        raise NoInk
    picture = picture.crop(
        (
            max(int(columns[0]) - _MARGIN, 0),
            max(int(rows[0]) - _MARGIN, 0),
            min(int(columns[-1]) + _MARGIN + 1, picture.width),
            min(int(rows[-1]) + _MARGIN + 1, picture.height),
        )
    )
    picture.thumbnail((_TALLEST * 20, _TALLEST))
    return np.asarray(picture)


def _grey(content: bytes) -> Array:
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
