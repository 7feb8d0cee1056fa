"""A printer as the system tells of it: its trays, the papers it knows, whether it turns sheets itself."""

from collections.abc import Mapping, Sequence

from app.values import value
from reports.papers import Edge, Size
from resources.words import Words, mark

Rims = tuple[float, float, float, float]
"""Millimetres at the left, top, right and bottom."""
LOWEST_SHEET = 100.0
"""Millimetres; what is lower and lies on its side is a label of a roll, as wide as the roll."""
ALIKE = 1.0
"""Millimetres by which two sizes may differ and still be one paper."""
USUAL = ""
"""The tray that the printer takes by itself."""
TRAYS: Mapping[str, str] = {
    USUAL: mark("The printer's usual tray"),
    "Upper": mark("Upper tray"),
    "OnlyOne": mark("The only tray"),
    "Lower": mark("Lower tray"),
    "Middle": mark("Middle tray"),
    "Manual": mark("Put in by hand"),
    "Envelope": mark("Envelope tray"),
    "EnvelopeManual": mark("Envelopes by hand"),
    "SmallFormat": mark("Small paper"),
    "LargeFormat": mark("Large paper"),
    "LargeCapacity": mark("Large tray"),
    "Cassette": mark("Cassette"),
}
FEEDS: Mapping[str, str] = {"": mark("Short edge first"), "long": mark("Long edge first")}


@value
class Device:
    """`turns` are the edges over which it turns sheets by itself; `sizes` the papers it says it takes."""

    name: str
    title: str
    is_default: bool = False
    trays: tuple[str, ...] = (USUAL,)
    turns: frozenset[Edge] = frozenset()
    sizes: tuple[Size, ...] = ()
    takes_any_size: bool = True
    smallest: Size = (0.0, 0.0)
    largest: Size = (10_000.0, 10_000.0)
    rims: Rims = (0.0, 0.0, 0.0, 0.0)
    """Left, top, right and bottom: how near the edges of its usual paper it can print."""

    def rims_on(self, page: Size) -> Rims:
        """The same of a page as it is read: one that lies on its side goes in turned against the clock."""
        left, top, right, foot = self.rims
        is_label = page[1] < LOWEST_SHEET or not self.has((page[1], page[0]))
        lies_wide = self.has(page) and is_label
        turned = page[0] > page[1] and not lies_wide
        return (foot, left, top, right) if turned else self.rims

    def has(self, page: Size) -> bool:
        """Whether it knows paper of that size, lying just so."""
        return any(
            abs(one[0] - page[0]) <= ALIKE and abs(one[1] - page[1]) <= ALIKE for one in self.sizes
        )

    def takes(self, page: Size) -> bool:
        """Whether paper of that size, fed upright, is among those it knows or can be told."""
        wide, high = min(page), max(page)
        known = self.has(page) or self.has((wide, high)) or self.has((high, wide))
        fits = (
            self.smallest[0] - ALIKE <= wide <= self.largest[0] + ALIKE
            and self.smallest[1] - ALIKE <= high <= self.largest[1] + ALIKE
        )
        return known or not self.sizes or (self.takes_any_size and fits)


def tray_said(key: str, words: Words) -> str:
    return words(TRAYS[key]) if key in TRAYS else key


def feed_said(key: str, words: Words) -> str:
    return words(FEEDS[key]) if key in FEEDS else key


def best(devices: Sequence[Device], wanted: str) -> Device | None:
    """The one that is `wanted`, else the system's usual one, else the first."""
    named = next((one for one in devices if one.name == wanted), None)
    usual = next((one for one in devices if one.is_default), None)
    return named or usual or next(iter(devices), None)
