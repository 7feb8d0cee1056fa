"""Fitted outlines kept between runs, in a file that is only a cache: damaged or old, it is made anew."""

import numpy as np

from reports.hand.outlines import Outline


class Shelf:
    """Outlines by typeface and glyph."""

    def __init__(self) -> None:
        self.outlines: dict[tuple[str, int], Outline] = {}
        self.measures: dict[str, tuple[float, float, float]] = {}

    def put(self, face: str, glyph: int, outline: Outline) -> None:
        self.outlines[face, glyph] = outline
