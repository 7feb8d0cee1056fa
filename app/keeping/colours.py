"""Colours as the owner writes them: `#B0452A`."""

import re

Rgb = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")
_SHORT = re.compile(r"#?([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])")


def read_colour(text: str) -> str | None:
    """`b0452a` and `#B0452A` as the latter; "" for nothing; None for what is no colour."""
    text = text.strip()
    if not text:
        return ""
    if short := _SHORT.fullmatch(text):
        text = "".join(2 * part for part in short.groups())
    found = _COLOUR.fullmatch(text)
    return f"#{found[1].upper()}" if found else None


def rgb(colour: str) -> Rgb:
    """The parts of a colour that was read."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
