"""The measures of one gLabels template: its paper, its label, and where labels lie, in millimetres."""

import re
from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import Any
from xml.etree import ElementTree as ET

from reports.grid import Grid, Shape
from reports.papers import Size
from reports.stock import Feed, Purpose

_FARTHEST = 10_000.0  # millimetres
_MOST_LABELS, _MOST_GRIDS = 2_000, 12  # gLabels' own have 270 and 4
_MM = {"": 25.4 / 72, "pt": 25.4 / 72, "pc": 25.4 / 6, "in": 25.4, "mm": 1.0, "cm": 10.0}
_LENGTH = re.compile(r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(pt|pc|in|mm|cm|)\s*")
_PAIR = re.compile(r"(-?\d+\.?\d*(?:[eE][-+]?\d+)?)[\s,]+(-?\d+\.?\d*(?:[eE][-+]?\d+)?)")
_CURVED = re.compile(r"[a-kn-yA-KN-Y]")
_MAY_BE_NONE = {"least": 0.0, "without": 0.0}
_TAPE = 100.0  # millimetres, where a tape does not say how long it is cut
_ROUND = frozenset({"Label-round", "Label-ellipse", "Label-cd"})
_LABELS = frozenset({*_ROUND, "Label-rectangle", "Label-continuous", "Label-path"})
_PURPOSES = {
    "business-card": Purpose.CARD,
    "card": Purpose.CARD,
    "foldable": Purpose.CARD,
    "photo": Purpose.POSTCARD,
    "mail": Purpose.ADDRESS,
    "media": Purpose.STICKER,
    "name-badge": Purpose.BADGE,
    "filing": Purpose.FILE,
    "round-label": Purpose.STICKER,
    "elliptical-label": Purpose.STICKER,
}
# Papers by the names that gLabels gives them, in millimetres (its paper-sizes.xml, after ISO 216 and 217).
_PAPERS: Mapping[str, Size] = {
    "us-letter": (215.9, 279.4),
    "us-legal": (215.9, 355.6),
    "us-executive": (184.15, 266.7),
    "number10": (104.775, 241.3),
    "monarch": (98.425, 190.5),
    **{
        name: (float(wide), float(high))
        for name, wide, high in (
            paper.split()
            for paper in (
                "a0 841 1189,a1 594 841,a2 420 594,a3 297 420,a4 210 297,a5 148 210,a6 105 148,a7 74 105,"
                "a8 52 74,a9 37 52,a10 26 37,b0 1000 1414,b1 707 1000,b2 500 707,b3 353 500,b4 250 353,"
                "b5 176 250,b6 125 176,b7 88 125,b8 62 88,b9 44 62,b10 31 44,c5 162 229,c6 114 162,"
                "dl 110 220,"
                "ra0 860 1220,ra1 610 860,ra2 430 610,ra3 305 430,ra4 215 305,"
                "sra0 900 1280,sra1 640 900,sra2 450 640,sra3 320 450,sra4 225 320"
            ).split(",")
        )
    },
}


class NotAMeasure(Exception):
    """What of a template cannot be, and how it is written."""

    def __init__(self, what: str, value: str) -> None:
        super().__init__(what, value)
        self.what, self.value = what, value


def purpose_of(parts: Sequence[ET.Element]) -> Purpose:
    said = [one.get("category", "") for one in parts if one.tag == "Meta"]
    return next((_PURPOSES[one] for one in said if one in _PURPOSES), Purpose.ADDRESS)


def measures_of(element: ET.Element) -> dict[str, Any]:
    """What a `Stock` says of the paper and the labels. Raises `NotAMeasure`."""
    label = next((one for one in element if one.tag in _LABELS), None)
    if label is None:
        raise NotAMeasure("Label", "")
    size = _size(label)
    page, feed = _page(element, size)
    if label.tag == "Label-continuous":
        page, feed = size, Feed.CONTINUOUS
    grids = list(dict.fromkeys(_grids(label, size)))  # some files say the same twice
    if not 0 < len(grids) <= _MOST_GRIDS or sum(grid.labels for grid in grids) > _MOST_LABELS:
        raise NotAMeasure("Layout", str(len(grids)))
    main = grids[0]
    return {
        "page": page,
        "feed": feed,
        "label": size,
        "corner": _corner(label),
        "shape": Shape.ROUND if label.tag in _ROUND else Shape.RECTANGLE,
        "columns": main.columns,
        "rows": main.rows,
        "first": main.first,
        "pitch": main.pitch,
        "more": tuple(grids[1:]),
    }


def _corner(label: ET.Element) -> float:
    """How round its corners are; a unit alone, which one of gLabels' own files has, is no radius."""
    return 0.0 if label.get("round") in _MM else _length(label, "round", **_MAY_BE_NONE)


def _page(element: ET.Element, label: Size) -> tuple[Size, Feed]:
    """The paper by its name, or as wide and high as it says; a roll is as long as its label."""
    size = element.get("size", "")
    if size.casefold() in _PAPERS:
        return _PAPERS[size.casefold()], Feed.SHEET
    if size.casefold() == "roll":
        return (max(_length(element, "roll_width"), label[0]), label[1]), Feed.ROLL
    if size.casefold() != "other" and element.get("width") is None:
        raise NotAMeasure("size", size)
    return (_length(element, "width"), _length(element, "height")), Feed.SHEET


def _size(label: ET.Element) -> Size:
    if label.tag == "Label-round":
        across = 2 * _length(label, "radius")
        return (across, across)
    if label.tag == "Label-cd":
        across = 2 * _length(label, "radius")
        return (_length(label, "width", without=across), _length(label, "height", without=across))
    if label.tag == "Label-continuous":
        lengths = [_length(label, key, without=0.0) for key in ("def_height", "min_height")]
        return (_length(label, "width"), max(*lengths) or _TAPE)
    if label.tag == "Label-path":
        return _outline(label)
    return (_length(label, "width"), _length(label, "height"))


def _outline(label: ET.Element) -> Size:
    """How wide and high an outline of straight lines is."""
    drawn = label.get("d", "")
    corners = [(float(x), float(y)) for x, y in _PAIR.findall(drawn)]
    unit = _MM.get(label.get("d_units", ""))
    if not corners or unit is None or _CURVED.search(drawn):
        raise NotAMeasure("d", drawn[:40])
    wide, high = ((max(side) - min(side)) * unit for side in zip(*corners, strict=True))
    if not 0 < min(wide, high) <= max(wide, high) <= _FARTHEST:
        raise NotAMeasure("d", drawn[:40])
    return (wide, high)


def _grids(label: ET.Element, size: Size) -> Iterator[Grid]:
    for one in label:
        if one.tag == "Layout":
            columns, rows = _count(one, "nx"), _count(one, "ny")
            yield Grid(
                columns=columns,
                rows=rows,
                first=(_length(one, "x0", **_MAY_BE_NONE), _length(one, "y0", **_MAY_BE_NONE)),
                pitch=(
                    _pitch(one, "dx", columns, size[0]),
                    _pitch(one, "dy", rows, size[1]),
                ),
            )


def _pitch(layout: ET.Element, key: str, count: int, size: float) -> float:
    """One alone has no next one, and some files say so with a nought."""
    said = _length(layout, key, **_MAY_BE_NONE)
    if count > 1 and not said:
        raise NotAMeasure(key, layout.get(key, ""))
    return said or size


def _count(element: ET.Element, key: str) -> int:
    said = element.get(key, "").strip()
    if not (said.isascii() and said.isdecimal() and len(said) < 5 and int(said)):  # noqa: PLR2004
        raise NotAMeasure(key, said[:40])
    return int(said)


def _length(
    element: ET.Element, key: str, *, least: float = 1e-3, without: float | None = None
) -> float:
    """Millimetres of an attribute; in points where it says no unit."""
    said = element.get(key)
    if without is not None and not (said or "").strip():
        return without
    read = _LENGTH.fullmatch(said or "")
    length = float(read[1]) * _MM[read[2]] if read else -1.0
    if not (isfinite(length) and least <= length <= _FARTHEST):
        raise NotAMeasure(key, (said or "")[:40])
    return length
