"""How near to the edges of a document's pages anything is drawn, as its first few pages show it."""

from ui.cards.pages import Pages, opened
from ui.printing.device import Rims

_DOTS = 4
"""For each millimetre."""
_LOOKED_AT = 4
_LIGHT = 250  # of 255; what is lighter is paper


def air_around(pdf: bytes) -> Rims | None:
    """What stays free at each edge of all pages; None where nothing is drawn."""
    with opened(pdf) as pages:
        found = [_air(pages, at) for at in range(min(_LOOKED_AT, len(pages)))]
    drawn = [one for one in found if one is not None]
    if not drawn:
        return None
    left, top, right, foot = (min(sides) for sides in zip(*drawn, strict=True))
    return (left, top, right, foot)


def _air(pages: Pages, at: int) -> Rims | None:
    import numpy as np

    wide, high = (round(side * _DOTS) for side in pages.size(at))
    picture = pages.strip(at, (wide, high), 0, high)
    bits = np.frombuffer(picture.constBits(), np.uint8).reshape(high, picture.bytesPerLine())
    ink = bits[:, : wide * 4].reshape(high, wide, 4)[:, :, :3].min(axis=2) < _LIGHT
    if not ink.any():
        return None
    across, down = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    return (
        float(across[0]) / _DOTS,
        float(down[0]) / _DOTS,
        float(wide - 1 - across[-1]) / _DOTS,
        float(high - 1 - down[-1]) / _DOTS,
    )
