"""The owner's own label: boxes of text, shapes, pictures and codes, each where she put it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal, TypeVar

Spread = Literal["start", "middle", "end"]
Upright = Literal["top", "middle", "foot"]

Pen = tuple[str, str]
"""A hand and an ink."""
LEAST = 0.2
"""Millimetres that a box is wide and high at the least."""


POINTS = (2.0, 300.0)
"""The smallest and the largest size that text may ask for."""


class Weight(StrEnum):
    REGULAR = "regular"
    BOLD = "bold"
    HAND = "hand"


class Tint(StrEnum):
    """The few colours there are to choose from; `white` is for what stands on a dark ground."""

    INK = "ink"
    QUIET = "quiet"
    ACCENT = "accent"
    PALE = "pale"
    LINE = "line"
    WHITE = "white"


class Look(StrEnum):
    FILLED = "filled"
    FRAME = "frame"


class Fit(StrEnum):
    """A picture is seen whole, or fills its box and is cut off at its edges."""

    WHOLE = "whole"
    FILLED = "filled"


class Sort(StrEnum):
    QR = "qr"
    BARS = "bars"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Millimetres from the left upper corner of the label, whichever way its people read."""

    left: float
    top: float
    wide: float
    high: float

    @property
    def right(self) -> float:
        return self.left + self.wide

    @property
    def foot(self) -> float:
        return self.top + self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBox(Box):
    """Text with fields in braces, as large as fits between `smallest` and `largest` points.

    By hand it is written in `hand`, as `reports.owned` knows it ("" for the usual one), and in `ink`.
    """

    text: str = ""
    smallest: float = 6.0
    largest: float = 11.0
    align: Spread = "start"
    stands: Upright = "middle"
    weight: Weight = Weight.REGULAR
    colour: Tint = Tint.INK
    hand: str = ""
    ink: str = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeBox(Box):
    """A frame, a ground, or where it is thin a line."""

    look: Look = Look.FILLED
    colour: Tint = Tint.LINE
    radius: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureBox(Box):
    """`picture` is the keepsake by which the book has it; "" until one is chosen."""

    picture: str = ""
    fit: Fit = Fit.WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBox(Box):
    """What a scanner reads; `text` may ask for fields, too."""

    text: str = "{card_number}"
    sort: Sort = Sort.QR


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """A label of `size` millimetres, made for the sheet called `stock`; later boxes lie over earlier ones."""

    size: tuple[float, float]
    boxes: tuple[Box, ...] = ()
    stock: str = ""

    @property
    def texts(self) -> Iterator[str]:
        """All that is filled in for each person."""
        return (box.text for box in self.boxes if isinstance(box, TextBox | CodeBox))

    @property
    def pens(self) -> frozenset[Pen]:
        """Everything that it is written by hand with."""
        texts = (box for box in self.boxes if isinstance(box, TextBox))
        return frozenset((box.hand, box.ink) for box in texts if box.weight is Weight.HAND)

    @property
    def pictures(self) -> tuple[str, ...]:
        """The keepsakes that it shows."""
        shown = (box.picture for box in self.boxes if isinstance(box, PictureBox))
        return tuple(dict.fromkeys(name for name in shown if name))


Kind = TypeVar("Kind", bound=Box)


def moved(box: Kind, place: Place) -> Kind:
    return replace(box, place=place)


def fitted(design: Design, size: tuple[float, float]) -> Design:
    """The design on a label of another size: everything larger or smaller alike, in the middle of it."""
    scale = min(size[0] / design.size[0], size[1] / design.size[1])
    aside, down = ((size[axis] - design.size[axis] * scale) / 2 for axis in (0, 1))
    boxes = tuple(_magnified(box, scale, (aside, down)) for box in design.boxes)
    return replace(design, size=size, boxes=boxes)


def mirrored(design: Design) -> Design:
    """The design as it is laid out by people who read the other way."""
    wide = design.size[0]
    turned = (moved(box, replace(box.place, left=wide - box.place.right)) for box in design.boxes)
    return replace(design, boxes=tuple(turned))


def _magnified(box: Box, scale: float, shift: tuple[float, float]) -> Box:
    place = box.place
    put = moved(
        box,
        Place(
            left=place.left * scale + shift[0],
            top=place.top * scale + shift[1],
            wide=max(place.wide * scale, LEAST),
            high=max(place.high * scale, LEAST),
        ),
    )
    if isinstance(put, TextBox):
        least, most = POINTS
        smallest, largest = (
            max(least, min(size * scale, most)) for size in (put.smallest, put.largest)
        )
        return replace(put, smallest=smallest, largest=largest)
    return replace(put, radius=put.radius * scale) if isinstance(put, ShapeBox) else put
