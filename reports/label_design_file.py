"""A label's design as the book keeps it, and read again with everything in it looked over."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from math import isfinite
from typing import Any, get_args

from app.errors import ShopError
from reports.hand.style import INKS
from reports.label_design import (
    LEAST,
    POINTS,
    Box,
    CodeBox,
    Design,
    Fit,
    Look,
    PictureBox,
    Place,
    ShapeBox,
    Sort,
    Spread,
    TextBox,
    Tint,
    Upright,
    Weight,
)

FORMAT = 1
MOST_BOXES, LONGEST_TEXT = 60, 2000
_SIDES = (5.0, 1000.0)  # millimetres of a label
_FAR = 2000.0
_KINDS: Mapping[str, type[Box]] = {
    "text": TextBox,
    "shape": ShapeBox,
    "picture": PictureBox,
    "code": CodeBox,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "align": get_args(Spread),
    "stands": get_args(Upright),
    "ink": tuple(INKS),
}
_WORDS: Mapping[str, type[StrEnum]] = {
    "weight": Weight,
    "colour": Tint,
    "look": Look,
    "fit": Fit,
    "sort": Sort,
}
_NUMBERS: Mapping[str, tuple[float, float]] = {
    "smallest": POINTS,
    "largest": POINTS,
    "radius": (0.0, _FAR),
}


class NewerDesign(ShopError):
    """The design was made by a newer version of the program: `format` is above what is `known` here."""


class BrokenDesign(ShopError):
    """The design cannot be as it is written: `part` is wrong in the box numbered `box`, 0 for the label."""


def as_parts(design: Design) -> dict[str, Any]:
    """What `from_parts` reads again as the same design."""
    return {
        "format": FORMAT,
        "size": list(design.size),
        "stock": design.stock,
        "boxes": [_parts_of(box) for box in design.boxes],
    }


def from_parts(parts: Mapping[str, Any]) -> Design:
    """Raises `NewerDesign` and `BrokenDesign`."""
    written = parts.get("format")
    if isinstance(written, int) and written > FORMAT:
        raise NewerDesign(format=written, known=FORMAT)
    if written != FORMAT:
        raise BrokenDesign(box=0, part="format")
    size, boxes = parts.get("size"), parts.get("boxes")
    if not (isinstance(size, list | tuple) and len(size) == 2):  # noqa: PLR2004 - wide and high
        raise BrokenDesign(box=0, part="size")
    if not isinstance(boxes, list | tuple) or len(boxes) > MOST_BOXES:
        raise BrokenDesign(box=0, part="boxes")
    return Design(
        size=(_number(size[0], _SIDES, (0, "size")), _number(size[1], _SIDES, (0, "size"))),
        stock=_text(parts.get("stock", ""), (0, "stock")),
        boxes=tuple(_box(box, number) for number, box in enumerate(boxes, start=1)),
    )


def _parts_of(box: Box) -> dict[str, Any]:
    place = box.place
    said = {field.name: getattr(box, field.name) for field in fields(box) if field.name != "place"}
    plain = {name: str(what) if isinstance(what, StrEnum) else what for name, what in said.items()}
    at = [place.left, place.top, place.wide, place.high]
    return {"kind": _NAMES[type(box)], "at": at, **plain}


def _box(parts: Any, number: int) -> Box:
    kind = _KINDS.get(parts.get("kind", "")) if isinstance(parts, Mapping) else None
    if kind is None:
        raise BrokenDesign(box=number, part="kind")
    given: dict[str, Any] = {"place": _place(parts.get("at"), number)}
    for field in fields(kind):
        if field.name == "place" or (field.name not in parts and field.default is not MISSING):
            continue
        given[field.name] = _read(field.name, parts[field.name], number)
    made = kind(**given)
    if isinstance(made, TextBox) and made.smallest > made.largest:
        raise BrokenDesign(box=number, part="smallest")
    return made


def _place(at: Any, number: int) -> Place:
    if not (isinstance(at, list | tuple) and len(at) == 4):  # noqa: PLR2004 - the four of a place
        raise BrokenDesign(box=number, part="at")
    where = (number, "at")
    left, top = (_number(one, (-_FAR, _FAR), where) for one in at[:2])
    wide, high = (_number(one, (LEAST, _FAR), where) for one in at[2:])
    return Place(left=left, top=top, wide=wide, high=high)


def _read(name: str, given: Any, number: int) -> Any:
    where = (number, name)
    if name in _NUMBERS:
        return _number(given, _NUMBERS[name], where)
    text = _text(given, where)
    if name in _WORDS:
        if text not in {one.value for one in _WORDS[name]}:
            raise BrokenDesign(box=number, part=name)
        return _WORDS[name](text)
    if name in _CHOICES and text not in _CHOICES[name]:
        raise BrokenDesign(box=number, part=name)
    return text


def _number(given: Any, limits: tuple[float, float], where: tuple[int, str]) -> float:
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise BrokenDesign(box=where[0], part=where[1])
    if not (isfinite(given) and limits[0] <= given <= limits[1]):
        raise BrokenDesign(box=where[0], part=where[1])
    return float(given)


def _text(given: Any, where: tuple[int, str]) -> str:
    if not isinstance(given, str) or len(given) > LONGEST_TEXT:
        raise BrokenDesign(box=where[0], part=where[1])
    return given
