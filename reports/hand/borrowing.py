"""Letters that a hand lacks but has the parts of: ď, ť, ľ and Ľ are a letter and an apostrophe."""

from reports.fonts import Typeface
from reports.hand.letterforms import Letter

_CLOSE = 0.012  # ems between a letter and its apostrophe
# Where along the letter's own breadth the apostrophe begins.
_PARTS = {"ď": ("d", 1.0), "ť": ("t", 0.86), "ľ": ("l", 1.0), "Ľ": ("L", 0.5)}
_APOSTROPHES = "’'"


def with_apostrophe(letter: str, face: Typeface) -> Letter | None:
    """The letter made up from what the typeface has; None where it is none of these or parts are missing."""
    base, along = _PARTS.get(letter, ("", 0.0))
    mark = next((sign for sign in _APOSTROPHES if face.writes(sign)), None)
    if not base or mark is None or not face.writes(base):
        return None
    em = face.face.upem
    one, other = (face.font.get_nominal_glyph(ord(sign)) for sign in (base, mark))
    box, hook = (face.font.get_glyph_extents(glyph) for glyph in (one, other))
    begin = (box.x_bearing + box.width * along - hook.x_bearing) / em + _CLOSE
    reach = begin + (hook.x_bearing + hook.width) / em
    advance = face.font.get_glyph_h_advance(one) / em
    return Letter(
        text=letter,
        face=face.name,
        parts=((one, 0.0, 0.0), (other, round(begin, 5), 0.0)),
        advance=max(advance, reach),
    )
