"""How near to the edges of a document's pages anything is drawn, as its first few pages show it."""

from ui.cards.pages import Pages, opened

_DOTS = 4
"""For each millimetre."""
_LOOKED_AT = 4
_LIGHT = 250  # of 255; what is lighter is paper


def rim_of(pdf: bytes) -> float | None:
    """Millimetres from the nearest ink to the edge nearest to it; None where nothing is drawn."""
    with opened(pdf) as pages:
        found = [_rim(pages, at) for at in range(min(_LOOKED_AT, len(pages)))]
    return min((one for one in found if one is not None), default=None)


def _rim(pages: Pages, at: int) -> float | None:
    import numpy as np

    wide, high = (round(side * _DOTS) for side in pages.size(at))
    picture = pages.strip(at, (wide, high), 0, high)
    bits = np.frombuffer(picture.constBits(), np.uint8).reshape(high, picture.bytesPerLine())
    ink = bits[:, : wide * 4].reshape(high, wide, 4)[:, :, :3].min(axis=2) < _LIGHT
    if not ink.any():
        return None
    across, down = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    nearest = min(across[0], wide - 1 - across[-1], down[0], high - 1 - down[-1])
    return float(nearest) / _DOTS
