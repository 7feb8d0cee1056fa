"""Designs of what the till takes: where things lie, in what type and colour."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from app.errors import ShopError
from reports.field import Align
from resources import path

Region = Literal["card", "deal", "stub", "strip"]
"""The whole, and the parts of it: what is given, the part with the code, and the strip at the foot."""
Shares = tuple[float, float, float, float]
USUAL = "calm"


class UnknownDesign(ShopError):
    """There is no design called `name`; `known` lists those there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What stands there (`shop`, `kind`, `offer`, `conditions`, `validity`, `hand`, `words`, `code`, `qr`,
    `bars`, `line` or `upright`) and how.

    `share` is its part of the height that is left over, `size` that of its largest type, in parts of the
    height of the card.
    """

    what: str
    share: float = 1.0
    size: float = 0.05
    colour: str = "ink"
    face: str = "plain"
    align: Align = "start"
    sits: float = 0.5
    leading: float = 1.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Rows under one another in a part `room` of a region: left, top, width and height in shares of it.

    `pad` is what stays free inside at the start, above, at the end and below, in parts of the card's height.
    """

    on: Region
    room: Shares
    pad: Shares
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """An ornament of a `kind` of `reports.ornaments`, in a part of a region as with blocks; `more` is what
    it asks for.
    """

    kind: str
    on: Region
    room: Shares
    pad: Shares
    colour: str
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """What stands on the table in this design: ornaments, what stays free inside, and the foot.

    At the foot stands the shop, so high and in that colour, both as with blocks.
    """

    shapes: tuple[Shape, ...]
    pad: Shares
    foot: float
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """`stub` is the width of the part with the code, `strip` the height of that at the foot, both in parts
    of the card's height. `name` is what the design is kept by. One that does not reach the edges stays
    white there and beyond the cut.
    """

    name: str
    stub: float
    strip: float
    shapes: tuple[Shape, ...]
    blocks: tuple[Block, ...]
    face: str
    ground: str
    table: Face
    place: int
    reaches_edges: bool = True


@cache
def designs() -> Mapping[str, Design]:
    """Every design by its name, in the order in which they are shown."""
    files = path("designs").glob("*.toml")
    found = [_read(file.stem, tomllib.loads(file.read_text("utf-8"))) for file in files]
    return {one.name: one for one in sorted(found, key=lambda one: one.place)}


def design(name: str) -> Design:
    """The design called `name`, the usual one for none. Raises `UnknownDesign`."""
    known = designs()
    found = known.get(name.strip().casefold() or USUAL)
    if found is None:
        raise UnknownDesign(name=name, known=tuple(known))
    return found


def _read(name: str, entry: Mapping[str, Any]) -> Design:
    return Design(
        name=name,
        stub=entry["stub"],
        strip=entry["strip"],
        shapes=tuple(map(_shape, entry.get("shape", ()))),
        blocks=tuple(map(_block, entry["block"])),
        face=entry["face"],
        ground=entry["ground"],
        table=_face(entry["table"]),
        place=entry["place"],
        reaches_edges=entry.get("reaches_edges", True),
    )


def _face(entry: Mapping[str, Any]) -> Face:
    return Face(
        shapes=tuple(map(_shape, entry.get("shape", ()))),
        pad=_shares(entry["pad"]),
        foot=entry["foot"],
        colour=entry.get("colour", "ink"),
    )


def _shape(entry: Mapping[str, Any]) -> Shape:
    known = ("kind", "on", "room", "pad", "colour")
    return Shape(
        kind=entry["kind"],
        on=entry.get("on", "card"),
        room=_shares(entry.get("room", (0, 0, 1, 1))),
        pad=_shares(entry.get("pad", (0, 0, 0, 0))),
        colour=entry.get("colour", "accent"),
        more={key: value for key, value in entry.items() if key not in known},
    )


def _block(entry: Mapping[str, Any]) -> Block:
    usual = {key: entry[key] for key in ("align", "face", "colour") if key in entry}
    return Block(
        on=entry["on"],
        room=_shares(entry.get("room", (0, 0, 1, 1))),
        pad=_shares(entry.get("pad", (0, 0, 0, 0))),
        rows=tuple(Row(**{**usual, **row}) for row in entry["rows"]),
    )


def _shares(numbers: Sequence[float]) -> Shares:
    left, top, wide, high = numbers
    return float(left), float(top), float(wide), float(high)
