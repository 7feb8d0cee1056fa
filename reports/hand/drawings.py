"""Signs that no hand has and that people draw: a heart and a smile, as a font of their own."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from reports.hand.strokes import Array, ribbon, smooth
from reports.hand.truetype import EM, Sign, font_of

_PEN = 0.062  # ems: the stroke of the hands beside which they stand
_STEPS = 10
_HEART = (
    (0.265, -0.005), (0.17, 0.1), (0.075, 0.225), (0.06, 0.34), (0.13, 0.415), (0.215, 0.385),
    (0.262, 0.295), (0.33, 0.41), (0.43, 0.435), (0.49, 0.35), (0.455, 0.225), (0.36, 0.09), (0.252, -0.02),
)  # fmt: skip
_MOUTH = ((0.155, 0.155), (0.21, 0.095), (0.29, 0.08), (0.365, 0.13), (0.385, 0.17))
_EYES = (((0.205, 0.315), (0.2, 0.255)), ((0.335, 0.325), (0.332, 0.262)))
_CENTRE, _RADII = (0.27, 0.2), (0.235, 0.245)
_ROUND = (100.0, 462.0)  # degrees: a circle ends a little past where it began


@cache
def drawn_font() -> bytes:
    """A font file of all the signs; other hearts and smiles are drawn as these."""
    heart, smile = _heart(), _smile()
    return font_of(dict.fromkeys("♥❤♡", heart) | dict.fromkeys("☺☻🙂😊😀", smile))


def _heart() -> Sign:
    return Sign(580, [_stroke(np.array(_HEART))])


def _smile() -> Sign:
    turns = np.radians(np.linspace(*_ROUND, 15))
    spiral = np.linspace(1.0, 0.96, 15)
    face = np.stack((np.cos(turns) * _RADII[0], np.sin(turns) * _RADII[1]), axis=1)
    face = face * spiral[:, None] + _CENTRE
    return Sign(590, [_stroke(face), *(_stroke(np.array(part)) for part in (_MOUTH, *_EYES))])


def _stroke(corners: Array) -> NDArray[np.int64]:
    """Pressed most in the middle, as a pen is."""
    line = smooth(corners, _STEPS)
    along = np.linspace(0.0, 1.0, len(line))
    breadths = _PEN * (0.72 + 0.34 * np.sin(np.pi * along))
    return np.rint(ribbon(line, breadths) * EM).astype(np.int64)
