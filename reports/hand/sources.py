"""Where letterforms come from: the outlines of a typeface, the forms it has of a letter, its measures."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from reports.fonts import Typeface, typeface
from reports.hand.accents import base_of, dressed, split
from reports.hand.cache import Shelf
from reports.hand.features import Measures
from reports.hand.outlines import Outline, drawn, joined
from reports.hand.style import HANDS

if TYPE_CHECKING:
    from reports.hand.letterforms import Letter

Form = tuple[Outline, Outline, float]
"""What of a letter moves as one, its accents, and how far the pen goes on."""

_HEAVIER = {"Caveat-Regular": "Caveat-Bold", "DancingScript-Regular": "DancingScript-Bold"}
_ALTERNATES = ("ss01", "ss02")
_ALTERNATES_OF_OTHERS = (*_ALTERNATES, "ss03", "ss04", "ss05", "salt", "calt")
_OURS = frozenset(hand.face for hand in HANDS.values())
_OF_X_HEIGHT = "acemnorsuvxz"
_OF_HEBREW = "אבגדהחכמסערת"


class Sources:
    """Outlines of every typeface that a hand writes with, fitted once and kept on a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._measures: dict[str, tuple[float, float, float]] = {}

    def prefetch(self, letters: Iterable["Letter"]) -> None:
        """Fits all outlines that these letters can need at once, which is much faster than one by one."""
        wanted: dict[str, set[int]] = {}
        for letter in letters:
            needed = wanted.setdefault(letter.face, set(_measuring(letter.face)))
            needed.update(glyph for glyph, _, _ in letter.parts)
            base = base_of(letter.text)
            if base:
                needed.add(_glyph(letter.face, base, None))
                needed.update(_alternates(letter.face, base))
            needed.update(_alternates(letter.face, letter.text))
        for face, glyphs in wanted.items():
            self._fit(face, glyphs)

    def forms(self, letter: "Letter") -> Iterator[Form]:
        """The usual form of a letter, then the others."""
        (glyph, dx, dy), *marks = letter.parts
        body = self._outline(letter.face, glyph).moved(dx, dy)
        on_it = [self._outline(letter.face, mark).moved(x, y) for mark, x, y in marks]
        height = self.measures(letter.face, 0.0).height
        own, accents = split(body, letter.text, height)
        advance = _advance(letter.face, glyph)
        yield joined(own), joined([*accents, *on_it]), advance
        if marks:
            return
        for other in _alternates(letter.face, letter.text):
            form = self._outline(letter.face, other)
            if are_alike(body, form):
                parts = split(form, letter.text, height)
                yield joined(parts[0]), joined(parts[1]), _advance(letter.face, other)
        base = base_of(letter.text)
        if accents and base:
            yield from self._dressed(letter.face, base, accents, advance)

    def _dressed(
        self, face: str, base: str, accents: list[Outline], advance: float
    ) -> Iterator[Form]:
        """The forms that the bare letter has, with this letter's accents."""
        height = self.measures(face, 0.0).height
        usual = _glyph(face, base, None)
        bare = split(self._outline(face, usual), base, height)[0]
        for other in _alternates(face, base):
            if not are_alike(joined(bare), self._outline(face, other)) and base not in "ij":
                continue
            form = split(self._outline(face, other), base, height)[0]
            body, accent = dressed(form, bare, accents)
            yield body, accent, advance + _advance(face, other) - _advance(face, usual)

    def measures(self, face: str, connect: float) -> Measures:
        found = self._measures.get(face)
        if found is None:
            self._fit(face, set(_measuring(face)))
            outlines = [self._outline(face, glyph) for glyph in _measuring(face)]
            found = self._measures[face] = _measured(outlines)
        height, stem, heavier = found
        return Measures(height=height, stem=stem, heavier=heavier, connect=connect)

    def _outline(self, face: str, glyph: int) -> Outline:
        found = self._shelf.get((_digest(face), glyph))
        return found or self._fit(face, {glyph})[glyph]

    def _fit(self, face: str, glyphs: set[int]) -> dict[int, Outline]:
        digest = _digest(face)
        missing = sorted(glyph for glyph in glyphs if self._shelf.get((digest, glyph)) is None)
        if not missing:
            return {}
        one = typeface(face)
        fonts = [one.font] + ([typeface(_HEAVIER[face]).font] if face in _HEAVIER else [])
        fitted = drawn(fonts, one.face.upem, missing)
        return {
            glyph: self._shelf.put((digest, glyph), outline)
            for glyph, outline in zip(missing, fitted, strict=True)
        }


@cache
def _digest(face: str) -> str:
    """Another file under the same name is another typeface."""
    return hashlib.blake2b(typeface(face).face.blob.data, digest_size=12).hexdigest()


def are_alike(usual: Outline, form: Outline) -> bool:
    """Whether a form can stand for the usual one: some fonts have forms that are broken or left half done."""
    ratios = [
        (np.ptp(form.points[:, 0]) / np.ptp(usual.points[:, 0]), 0.55, 1.7),
        (np.ptp(form.points[:, 1]) / np.ptp(usual.points[:, 1]), 0.65, 1.5),
        (_area(form) / _area(usual), 0.65, 1.5),
    ]
    return len(form.points) > 0 and all(low < ratio < high for ratio, low, high in ratios)


def _area(outline: Outline) -> float:
    return abs(sum(_breadth_of(one.points)[0] for one in outline.contours()))


def _breadth_of(p: Any) -> tuple[float, float]:
    """Signed area and length of the edge of a contour."""
    following = np.roll(p, -1, axis=0)
    area = float((p[:, 0] * following[:, 1] - following[:, 0] * p[:, 1]).sum()) / 2
    return area, float(np.sqrt(((following - p) ** 2).sum(axis=1)).sum())


def _measured(outlines: list[Outline]) -> tuple[float, float, float]:
    """x-height, breadth of a stroke, and by how much of it the heavier weight is heavier."""
    heights = sorted(float(one.points[:, 1].max()) for one in outlines)
    contours = [contour for one in outlines for contour in one.contours()]
    stem = _breadth([one.points for one in contours])
    heavy = [one.heavy for one in contours if one.heavy is not None]
    heavier = _breadth(heavy) / stem - 1.0 if heavy else 0.0
    return heights[len(heights) // 2], stem, heavier


def _breadth(contours: list[Any]) -> float:
    """Twice the area over the length of the edge: the mean breadth of the strokes."""
    area, length = np.sum([_breadth_of(p) for p in contours], axis=0).tolist()
    return float(2 * abs(area) / length)


@cache
def _measuring(face: str) -> tuple[int, ...]:
    """The glyphs by which a typeface is measured: small letters, else those of Hebrew, else all it has."""
    has = typeface(face).characters
    letters = _OF_HEBREW if ord(_OF_HEBREW[0]) in has else _OF_X_HEIGHT
    known = [letter for letter in letters if ord(letter) in has] or [*map(chr, sorted(has))][:9]
    return tuple(_glyph(face, letter, None) for letter in known)


@cache
def _alternates(face: str, letter: str) -> tuple[int, ...]:
    """The other glyphs that the typeface has for a letter."""
    usual = _glyph(face, letter, None)
    features = _ALTERNATES if face in _OURS else _ALTERNATES_OF_OTHERS
    others = [_glyph(face, letter, feature) for feature in features]
    return tuple(dict.fromkeys(glyph for glyph in others if glyph not in {usual, 0}))


@cache
def _glyph(face: str, letter: str, feature: str | None) -> int:
    """The glyph of a letter; 0 where that is not one glyph alone."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(letter)
    buffer.guess_segment_properties()
    features = {"calt": False} | dict(typeface(face).features)
    if feature:
        features[feature] = True
    uharfbuzz.shape(typeface(face).font, buffer, features)
    found = buffer.glyph_infos
    return int(found[0].codepoint) if len(found) == 1 else 0


def _advance(face: str, glyph: int) -> float:
    one: Typeface = typeface(face)
    return float(one.font.get_glyph_h_advance(glyph)) / float(one.face.upem)
