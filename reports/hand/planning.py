"""Paragraphs as they are planned before there are lines: their gaps, and what stays together on a side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from reports.text import Paragraph


class Room(NamedTuple):
    """Width and height of a side in points, and what a signature takes `under` the line above it, in ems.

    It stands at the end of the text, or above so many paragraphs `beneath`; those reach up by `capitals`.
    """

    width: float
    height: float
    under: float = 0.0
    beneath: int = 0
    capitals: float = 0.0


@dataclass(frozen=True, slots=True)
class Planned:
    """A paragraph with the width of its words and of the gap between two, in ems.

    `holds` says how many of those that follow stay with it on one side.
    """

    one: Paragraph
    widths: list[float]
    gap: float
    before: float
    keeps_short: bool
    holds: int = 0


def parted(planned: list[Planned], room: Room, leading: float) -> int:
    """Makes room for a signature above the last paragraphs, and answers how many those are."""
    beneath = min(room.beneath, len(planned) - 1) if room.under else 0
    if beneath > 0:
        over, under = len(planned) - beneath - 1, len(planned) - beneath
        planned[over] = replace(planned[over], holds=beneath)
        gap = max(room.under + room.capitals - leading, 0.0)
        planned[under] = replace(planned[under], before=gap)
    return max(beneath, 0)


def pitches(
    planned: Sequence[Planned], rows: Sequence[Sequence[object]], leading: float
) -> Iterator[tuple[float, float]]:
    """For every row the gap before it, and how far what stays with it on its side reaches under it."""
    for n, (one, its_rows) in enumerate(zip(planned, rows, strict=True)):
        for at in range(len(its_rows)):
            held = 0.0
            if one.holds and not at:
                last = n + one.holds + 1
                held = sum(other.before for other in planned[n + 1 : last])
                held += (sum(map(len, rows[n:last])) - 1) * leading
            yield (0.0 if at else one.before), held
