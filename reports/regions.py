"""Where the parts of a design lie on a card of any size, and what must be so large that it can be read."""

from dataclasses import dataclass

from reports.design import Block, Design, Region, Shape, Shares
from reports.field import Room, Spot

Area = tuple[Spot, Room]
_FLAT = 1.25
"""A card that is narrower than so many times its height counts as if it were lower."""
LEAST_QR, LEAST_STRIP = 22.0, 13.0
"""Millimetres that the part with the code needs beside its air: modules of three dots of a till's printer
and more, and bars that a hand scanner catches at once."""


@dataclass(frozen=True, slots=True)
class Regions:
    """A design laid on a card of that size, in millimetres."""

    design: Design
    size: Room

    @property
    def unit(self) -> float:
        """The height of the card, by which type and air are measured."""
        return min(self.size[1], self.size[0] / _FLAT)

    def of(self, part: Block | Shape) -> Area:
        """Where a part of the design lies, without what stays free around it."""
        return padded(within(self._region(part.on), part.room), part.pad, self.unit)

    @property
    def stub(self) -> float:
        """How wide the part with the code is."""
        return max(self.design.stub * self.unit, LEAST_QR) if self.design.stub else 0.0

    def _region(self, name: Region) -> Area:
        (wide, high), unit = self.size, self.unit
        stub = self.stub
        strip = max(self.design.strip * unit, LEAST_STRIP) if self.design.strip else 0.0
        areas: dict[str, Area] = {
            "card": ((0.0, 0.0), (wide, high)),
            "deal": ((0.0, 0.0), (wide - stub, high - strip)),
            "stub": ((wide - stub, 0.0), (stub, high - strip)),
            "strip": ((0.0, high - strip), (wide, strip)),
        }
        return areas[name]


def within(area: Area, room: Shares) -> Area:
    """A part of an area, in shares of it."""
    (left, top), (wide, high) = area
    at = (left + room[0] * wide, top + room[1] * high)
    return at, (room[2] * wide, room[3] * high)


def padded(area: Area, pad: Shares, unit: float) -> Area:
    """Without what stays free at the start, above, at the end and below."""
    (left, top), (wide, high) = area
    start, above, end, below = (side * unit for side in pad)
    return (left + start, top + above), (wide - start - end, high - above - below)
