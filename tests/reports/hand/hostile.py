"""Font files that mean harm: well-formed to the eye, and endless, boundless or blank inside."""

import string
import struct
from itertools import accumulate

import numpy as np

from reports.hand import truetype

LETTERS = string.ascii_letters


def font(glyphs, letters=None):
    """A whole font of these glyph programs; a letter each, from glyph 1 on."""
    signs = dict.fromkeys(letters or LETTERS)
    glyphs = [b"", *(glyph + b"\0" * (-len(glyph) % 4) for glyph in glyphs)]
    count = len(glyphs)
    head = (0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 1000, 0, 0, 0, -250, 1000, 1000, 0, 8, 2, 1, 0)
    tables = {
        b"cmap": truetype._cmap(signs),
        b"glyf": b"".join(glyphs),
        b"head": struct.pack(">IIIIHHQQ4hHHhhh", *head),
        b"hhea": struct.pack(">I3hH11hH", 0x10000, 750, -250, 0, 600, *[0] * 11, count),
        b"hmtx": struct.pack(">Hh", 600, 0) * count,
        b"loca": struct.pack(f">{count + 1}I", 0, *accumulate(map(len, glyphs))),
        b"maxp": struct.pack(">IH13H", 0x10000, count, 100, 8, 0, 0, 1, *[0] * 8),
    }
    return truetype._file(tables)


def polygon(points):
    return truetype._glyph(truetype.Sign(600, [np.array(points)]))


def square(size=500):
    return polygon([(0, 0), (0, size), (size, size), (size, 0)])


def spikes(points):
    return polygon([(n * 37 % 900, n * 91 % 900) for n in range(points)])


def composite(parts):
    """A glyph that is put together from others, by their numbers."""
    more = [0x23] * (len(parts) - 1) + [0x03]
    body = b"".join(
        struct.pack(">HHhh", flags, part, 0, 0) for flags, part in zip(more, parts, strict=True)
    )
    return struct.pack(">5h", -1, 0, 0, 500, 500) + body


def cycles():
    """Every letter is made of itself."""
    return font([composite([n + 1]) for n in range(len(LETTERS))])


def ring():
    """Every letter is four of the next, round and round."""
    count = len(LETTERS)
    return font([composite([(n + 1) % count + 1] * 4) for n in range(count)])


def bomb(levels=12, each=40):
    """Forty of forty of forty …: more points than there are atoms in a shop."""
    count = len(LETTERS)
    layers = [composite([count + n] * each) for n in range(1, levels)]
    return font([*[composite([count + levels] * each)] * count, square(), *layers])


def crowd():
    """As many glyphs as a file can name, all of them in use."""
    letters = [*LETTERS, *map(chr, range(0x20000, 0x20000 + 60_000))]
    return font([square()] * len(letters), letters)


def hedgehog(points=30_000):
    """A letter of so many corners."""
    return font([spikes(points)] * len(LETTERS))


def giant():
    """Letters thirty times as large as their em."""
    return font([square(30_000)] * len(LETTERS))


def blank():
    """An alphabet of which nothing can be seen."""
    return font([b""] * len(LETTERS))


def flat():
    """Letters without height."""
    return font([polygon([(0, 0), (300, 0), (500, 0)])] * len(LETTERS))


HOSTILE = {
    made.__name__: made for made in (cycles, ring, bomb, crowd, hedgehog, giant, blank, flat)
}
