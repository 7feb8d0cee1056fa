"""The outlines of a written page as points, for whoever draws them elsewhere than in a PDF."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from reports.hand.tokens import COLOUR_ENTRIES, HIGHEST, LOWEST, UNIT
from reports.hand.writing import Page

Curves = tuple[tuple[int, ...], NDArray[np.float64]]
"""Verbs as in `reports.hand.outlines`, and the points they take, (n, 2), in points of the page."""


def curves(page: Page) -> Iterator[Curves]:
    """Letter after letter, from the lower left corner of the card."""
    span = HIGHEST - LOWEST
    start = 0
    for verbs, end in zip(page.verbs, page.ends, strict=True):
        entries = page.entries[start + COLOUR_ENTRIES : end - 1]
        points: NDArray[np.float64] = (entries % span + LOWEST).reshape(-1, 2) * np.float64(UNIT)
        yield verbs, points
        start = end
