"""Small TrueType fonts put together here: one for the unseen text, one for signs that people draw."""

import struct
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

EM = 1000
_ASCENT, _DESCENT = 750, -250
_ON_CURVE = b"\x01"
_ONE, _HEAD_MAGIC = 0x10000, 0x5F0F3CF5


class Sign(NamedTuple):
    """How far the pen goes on and the corners of the contours, in thousandths of an em."""

    advance: int
    contours: Sequence[NDArray[np.int64]]


def font_of(signs: Mapping[str, Sign]) -> bytes:
    """A font file that has these signs as its glyphs 1, 2, …; glyph 0 is empty."""
    glyphs = [b"", *(_glyph(sign) for sign in signs.values())]
    places = [0, *accumulate(map(len, glyphs))]
    advances = [0, *(sign.advance for sign in signs.values())]
    count, widest = len(glyphs), max(advances)
    most = max((sum(map(len, sign.contours)) for sign in signs.values()), default=0)
    head = (_ONE, _ONE, 0, _HEAD_MAGIC, 0, EM, 0, 0, 0, _DESCENT, EM, EM, 0, 8, 2, 1, 0)
    return _file(
        {
            b"cmap": _cmap(signs),
            b"glyf": b"".join(glyphs),
            b"head": struct.pack(">IIIIHHQQ4hHHhhh", *head),
            b"hhea": struct.pack(">I3hH11hH", _ONE, _ASCENT, _DESCENT, 0, widest, *[0] * 11, count),
            b"hmtx": b"".join(struct.pack(">Hh", advance, 0) for advance in advances),
            b"loca": struct.pack(f">{count + 1}I", *places),
            b"maxp": struct.pack(">IH13H", _ONE, count, most, 8, 0, 0, 1, *[0] * 8),
        }
    )


def _glyph(sign: Sign) -> bytes:
    points = np.concatenate(list(sign.contours))
    low, high = points.min(axis=0), points.max(axis=0)
    ends = np.cumsum([len(contour) for contour in sign.contours]) - 1
    steps = np.diff(points, axis=0, prepend=np.zeros((1, 2), dtype=points.dtype))
    content = struct.pack(">5h", len(sign.contours), *low, *high)
    content += struct.pack(f">{len(ends)}HH", *ends, 0) + _ON_CURVE * len(points)
    for axis in (0, 1):
        content += steps[:, axis].astype(">i2").tobytes()
    return content + b"\0" * (-len(content) % 4)


def _cmap(signs: Mapping[str, Sign]) -> bytes:
    rows = sorted((ord(sign), glyph) for glyph, sign in enumerate(signs, start=1))
    groups = b"".join(struct.pack(">3I", code, code, glyph) for code, glyph in rows)
    table = struct.pack(">HHIII", 12, 0, 16 + len(groups), 0, len(rows)) + groups
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + table


def _file(tables: Mapping[bytes, bytes]) -> bytes:
    """Tables behind their directory (OpenType 1.9, “Organization of an OpenType Font”)."""
    size = 1 << (len(tables).bit_length() - 1)
    place = 12 + 16 * len(tables)
    entries, body = b"", b""
    for tag, content in tables.items():
        padded = content + b"\0" * (-len(content) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        entries += struct.pack(">4sIII", tag, total, place + len(body), len(content))
        body += padded
    search = (16 * size, size.bit_length() - 1, 16 * (len(tables) - size))
    return struct.pack(">I4H", _ONE, len(tables), *search) + entries + body
