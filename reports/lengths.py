"""Lengths as a person types them beside a ruler: millimetres or inches, with a comma, point or fraction."""

import re
from enum import StrEnum
from fractions import Fraction

from app.errors import ShopError

INCH = 25.4
_PLACES = re.compile(
    r"""(?P<number>\d+(?:[.,]\d+)?|[.,]\d+)?      # 12.5, 12,5 or ,5
        (?:\s*(?P<over>\d+)\s*/\s*(?P<under>\d+))?  # 5/8, or 3/8 behind 7
        \s*(?P<unit>mm|cm|in|inch|inches|"|”|″|мм|см|מ"מ|מ״מ|ס"מ|ס״מ)?\.?""",
    re.VERBOSE | re.IGNORECASE,
)
_INCHES = frozenset({"in", "inch", "inches", '"', "”", "″"})
_CENTIMETRES = frozenset({"cm", "см", 'ס"מ', "ס״מ"})


class Unit(StrEnum):
    """What a ruler counts in."""

    MM = "mm"
    INCH = "inch"


class NotALength(ShopError):
    """`text` is not a length."""


def read_length(text: str, unit: Unit) -> float:
    """Millimetres; what names no unit is in `unit`. Raises `NotALength`."""
    plain = text.strip().replace("\u00a0", " ").replace("½", " 1/2").replace("¼", " 1/4")
    plain = plain.replace("¾", " 3/4").replace("⅛", " 1/8").replace("⅜", " 3/8")
    plain = plain.replace("⅝", " 5/8").replace("⅞", " 7/8").strip()
    if re.match(r"\d+\s*/", plain):
        plain = f"0 {plain}"
    found = _PLACES.fullmatch(plain)
    if found is None or not (found["number"] or found["over"]):
        raise NotALength(text=text)
    number = float((found["number"] or "0").replace(",", "."))
    if found["over"]:
        if not int(found["under"]):
            raise NotALength(text=text)
        number += float(Fraction(int(found["over"]), int(found["under"])))
    return number * _in_millimetres((found["unit"] or "").lower(), unit)


def _in_millimetres(named: str, unit: Unit) -> float:
    if named in _CENTIMETRES:
        return 10.0
    if named in _INCHES or (not named and unit is Unit.INCH):
        return INCH
    return 1.0
