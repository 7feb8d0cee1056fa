"""The owner's own hand: any font file of hers becomes a hand, if it is whole and its maker allows it."""

import hashlib
import struct
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reports.fonts import add_typeface, typeface
from reports.hand.cache import Shelf
from reports.hand.outlines import contours
from reports.hand.sources import Sources
from reports.hand.style import HANDS, OWN, Hand

LARGEST_FILE = 30_000_000
_BEGINNINGS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")
_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp")
_OUTLINES = ("glyf", "CFF ", "CFF2")
_LETTERS = "abcdefghijklmnopqrstuvwxyzабвгдежзиклмнопрстуфхцчшыьэюяאבגדהוזחטיכלמנסעפצקרשת"
_FEWEST_LETTERS = 20
_SCRIPTS = (range(0x20, 0x600), range(0x1E00, 0x2100))  # what cards are written in, and its signs
_MOST_CURVES, _FARTHEST, _MOST_GLYPHS = 3000, 6.0, 2  # of a letter; ems from its origin; to show it
_RESTRICTED, _USAGE, _BITMAP_ONLY = 0x0002, 0x000F, 0x0200
_MODEL = HANDS["Caveat"]
_MODEL_HEIGHT, _MODEL_PITCH = 0.42, 1.12  # its x-height and leading in ems
_HEBREW, _HEBREW_HEIGHT = "א", 0.6  # a typeface that has it is measured by letters as high as these
_JOINS = "aehimnu"


class NotAFont(Exception):
    """The file is no font with the outlines of an alphabet, or it is damaged."""


class NotEmbeddable(Exception):
    """The font's maker does not allow its letters in documents (OS/2 fsType)."""


def own_hand(content: bytes, name: str) -> Hand:
    """A hand that writes with the font in `content`, sized to look like the others.

    Raises `NotAFont` and `NotEmbeddable`.
    """
    if len(content) > LARGEST_FILE or not _is_whole(content):
        raise NotAFont
    face = _opened(content)
    if not _is_embeddable(face):
        raise NotEmbeddable
    known = OWN + hashlib.blake2b(content, digest_size=12).hexdigest()
    _check_letters(face)
    add_typeface(known, content)
    try:
        height = Sources(Shelf()).measures(known, 0.0).height
    except (ValueError, ZeroDivisionError, FloatingPointError) as error:
        raise NotAFont from error
    if not 0.05 < height < 2:
        raise NotAFont
    return _hand(name, known, height)


def _is_whole(content: bytes) -> bool:
    """Whether every table of the font lies within the file; of a collection only the start is looked at."""
    if not content.startswith(_BEGINNINGS) or len(content) < 12:
        return False
    if content.startswith(b"ttcf"):
        return True
    (count,) = struct.unpack(">H", content[4:6])
    entries = content[12 : 12 + 16 * count]
    return len(entries) == 16 * count and all(
        place + size <= len(content) for _, _, place, size in struct.iter_unpack(">4sIII", entries)
    )


def _opened(content: bytes) -> Any:
    import uharfbuzz

    try:
        face = uharfbuzz.Face(uharfbuzz.Blob(content))
        tables = set(face.table_tags)
        letters = sum(ord(letter) in face.unicodes for letter in _LETTERS)
    except (ValueError, RuntimeError, MemoryError, uharfbuzz.HarfBuzzError) as error:
        raise NotAFont from error
    is_whole = tables.issuperset(_NEEDED) and not tables.isdisjoint(_OUTLINES)
    if not is_whole or not 16 <= face.upem <= 16384 or letters < _FEWEST_LETTERS:
        raise NotAFont
    return face


def _is_embeddable(face: Any) -> bool:
    """OpenType 1.9, OS/2 fsType: no restricted licence, not only as bitmaps. Saying nothing allows it."""
    table = bytes(face.reference_table("OS/2").data)
    if len(table) < 10:
        return True
    (bits,) = struct.unpack(">H", table[8:10])
    return bits & _USAGE != _RESTRICTED and not bits & _BITMAP_ONLY


def _check_letters(face: Any) -> None:
    """Draws every letter once, before anything is made of it.

    What has no end, is huge, or is empty throughout is no letter, nor is one that is shown by many.
    """
    import uharfbuzz

    font, shown = uharfbuzz.Font(face), set(face.unicodes)
    seen = {
        code: _check_outline(contours(font, font.get_nominal_glyph(code), face.upem))
        for code in sorted(shown)
        if any(code in script for script in _SCRIPTS)
    }
    letters = [letter for letter in _LETTERS if seen.get(ord(letter))]
    if len(letters) < _FEWEST_LETTERS:
        raise NotAFont
    buffer = uharfbuzz.Buffer()
    buffer.add_str("".join(letters))
    buffer.guess_segment_properties()
    try:
        uharfbuzz.shape(font, buffer)
    except MemoryError as error:  # HarfBuzz stops what would never end
        raise NotAFont from error
    if len(buffer.glyph_infos) > _MOST_GLYPHS * len(letters):
        raise NotAFont


def _check_outline(lines: Sequence[NDArray[np.float64]]) -> bool:
    """Whether anything is to be seen of it."""
    if sum(map(len, lines)) > _MOST_CURVES:
        raise NotAFont
    if any(not (np.abs(one) <= _FARTHEST).all() for one in lines):
        raise NotAFont  # what is not a number is not small either
    return any(map(len, lines))


def _hand(name: str, face: str, height: float) -> Hand:
    both_ways = typeface(face).writes(_HEBREW)
    factor = (_HEBREW_HEIGHT if both_ways else _MODEL_HEIGHT) / height
    largest = round(_MODEL.largest * factor * 4) / 4
    hand = Hand(
        name=name,
        face=face,
        largest=largest,
        smallest=round(_MODEL.smallest * factor * 4) / 4,
        tiny=round(_MODEL.tiny * factor * 4) / 4,
        leading=_MODEL_PITCH / factor,
        connect=0.85 if _is_joined(face, _JOINS) else 0.0,
        both_ways=both_ways,
    )
    return replace(hand, gap=0.64, least_gap=0.5, warp=0.03, joint=0.015) if both_ways else hand


def _is_joined(name: str, letters: Sequence[str]) -> bool:
    """Whether most letters reach out to the next: their ink ends where the next one's place begins."""
    face = typeface(name)
    known = [face.font.get_nominal_glyph(ord(letter)) for letter in letters if face.writes(letter)]
    boxes = [(face.font.get_glyph_extents(g), face.font.get_glyph_h_advance(g)) for g in known]
    reaching = [box.x_bearing + box.width >= advance for box, advance in boxes]
    return bool(reaching) and sum(reaching) > 0.7 * len(reaching)
