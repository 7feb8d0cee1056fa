"""Letters to glyphs: which font writes a letter, in which direction it runs, and where its glyphs stand."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reports.fonts import Typeface, typeface

_RIGHT_TO_LEFT = frozenset({"R", "AL", "RLE", "RLO", "RLI"})
_MARKS = frozenset({"Mn", "Me"})
_CONTROLS = frozenset({"Cc", "Cf", "Zl", "Zp"})
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_STACKED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3,}"
)
_MOST_ONE_WAY = 2
"""Accents of a letter above it, and so many below: no language here writes more than its own and one that
tells how it is said."""
_DIRECTIONS = frozenset("\u200e\u200f\u202a\u202b\u202c")
# python-bidi knows embeddings but not the younger isolates, which fence a number in the same way here.
_ISOLATES = str.maketrans(
    {"\u2066": "\u202a", "\u2067": "\u202b", "\u2068": "\u202a", "\u2069": "\u202c"}
)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph with the text that it stands for; lengths in fractions of the em."""

    number: int
    text: str
    width: float
    advance: float
    dx: float
    dy: float


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one font and direction in the order in which they stand, left to right."""

    typeface: Typeface
    level: int
    text: str
    glyphs: tuple[Glyph, ...]
    width: float


def has_right_to_left(text: str) -> bool:
    """Whether any letter of `text` runs from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text
    )


def starts_right_to_left(text: str) -> bool | None:
    """The direction of the first letter that has one (Unicode's rule P2); None where none has."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return None


def plain(text: str) -> str:
    """`text` composed, on one line, without controls; single spaces, but those that do not break stay."""
    text = unicodedata.normalize("NFC", text).replace("\u202f", "\xa0")
    words = (word for word in text.replace("\xa0", "\0").split() if word)
    text = " ".join(words).replace("\0", "\xa0")
    if text.isascii() and text.isprintable():
        return text
    return _STACKED.sub(_low, "".join(filter(_is_kept, text.translate(_ISOLATES)))).strip(" ")


def _low(stacked: re.Match[str]) -> str:
    """Marks on one letter without those that would pile up over the lines above or below."""
    kept: list[str] = []
    for sign in stacked[0]:
        way = unicodedata.combining(sign)
        if sum(unicodedata.combining(one) == way for one in kept) < _MOST_ONE_WAY:
            kept.append(sign)
    return "".join(kept)


def _is_kept(character: str) -> bool:
    return character in _DIRECTIONS or (
        unicodedata.category(character) not in _CONTROLS
        and ord(character) not in _VARIATION_SELECTORS
    )


def levelled(text: str, *, right_to_left: bool) -> tuple[str, Sequence[int]]:
    """The visible letters of `text` and the embedding level of each: an odd one runs right to left.

    Unicode's bidirectional algorithm (UAX 9) up to the rule L2, which needs the lines.
    """
    if not right_to_left and not has_right_to_left(text):
        text = text.translate(dict.fromkeys(map(ord, _DIRECTIONS)))
        return text, bytes(len(text))
    from bidi import algorithm

    base = int(right_to_left)
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    shown = [one for one in storage["chars"] if one["ch"] not in _DIRECTIONS]
    return "".join(one["ch"] for one in shown), [one["level"] for one in shown]


def graphemes(text: str) -> Iterator[str]:
    """`text` cut into letters with the marks that stand on them."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or unicodedata.category(text[at]) not in _MARKS:
            yield text[start:at]
            start = at


@lru_cache(maxsize=20_000)
def writer(letter: str, fonts: tuple[str, ...]) -> Typeface | None:
    """The first of `fonts` that has the whole `letter`."""
    faces = (typeface(name) for name in fonts)
    return next((face for face in faces if face.writes(letter)), None)


@lru_cache(maxsize=50_000)
def shaped(text: str, face: Typeface, level: int) -> Run:
    """`text` as glyphs of one font; kerned, marks placed, brackets mirrored where it runs right to left."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if level % 2 else "ltr"
    uharfbuzz.shape(face.font, buffer, dict(face.features))
    texts = _cluster_texts(text, [info.cluster for info in buffer.glyph_infos])
    em = face.face.upem
    glyphs = tuple(
        Glyph(
            number=info.codepoint,
            text=texts.pop(info.cluster, ""),
            width=face.font.get_glyph_h_advance(info.codepoint) / em,
            advance=place.x_advance / em,
            dx=place.x_offset / em,
            dy=place.y_offset / em,
        )
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )
    return Run(face, level, text, glyphs, sum(glyph.advance for glyph in glyphs))


def _cluster_texts(text: str, clusters: list[int]) -> dict[int, str]:
    """What each cluster stands for: from its first letter to where the next cluster begins."""
    starts = sorted(set(clusters))
    ends = [*starts[1:], len(text)]
    return {start: text[start:end] for start, end in zip(starts, ends, strict=True)}
