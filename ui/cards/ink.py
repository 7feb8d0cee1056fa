"""Handwriting as a path to be filled: the very outlines that are printed."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainterPath

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from reports.hand.style import Hand
    from reports.hand.writing import Page

SAMPLE_SEED = 7


@lru_cache(maxsize=32)
def sample(word: str, hand: "Hand", language: str) -> QPainterPath:
    """`word` as the hand writes it, upright on the screen, its corner anywhere."""
    from reports.hand.layout import Box
    from reports.hand.style import Style
    from reports.hand.writing import write
    from resources.words import RIGHT_TO_LEFT

    writing = write(
        word,
        Style(hand=hand),
        Box(left=0.0, bottom=0.0, width=400.0, height=60.0),
        SAMPLE_SEED,
        language=language,
        right_to_left=language in RIGHT_TO_LEFT,
    )
    return _path(writing.pages[0])


def _path(page: "Page") -> QPainterPath:
    from reports.hand.curves import curves

    path = QPainterPath()
    for verbs, points in curves(page):
        path.addPath(path_of(verbs, points))
    return path


def path_of(verbs: Sequence[int], points: "NDArray[np.float64]") -> QPainterPath:
    """An outline upside up: a screen counts downwards, paper upwards."""
    from reports.hand.outlines import CURVE, MOVE

    path = QPainterPath()
    at = iter((x, -y) for x, y in points.tolist())
    for verb in verbs:
        if verb == MOVE:
            path.moveTo(*next(at))
        elif verb == CURVE:
            path.cubicTo(*next(at), *next(at), *next(at))
        else:
            path.lineTo(*next(at))
    return path
