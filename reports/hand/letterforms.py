"""All letterforms that were needed so far: letters of a typeface in each form that they can have."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from reports.hand import tokens
from reports.hand.accents import is_accent
from reports.hand.features import GRAIN, WAYS, Array, Way, fields_of, normals
from reports.hand.outlines import CURVE, LINE, MOVE, Outline, joined
from reports.hand.sources import Sources

SIGHT = 10
"""Numbers that say how a letter looks."""
BANDS = 8
"""Stripes from below to above a line in which it is known how far a letter reaches to each side."""
_BANDS_FROM, _BANDS_TO = -0.5, 2.1  # x-heights
_FAR = 9.0
_BLOCK = 240

Parts = tuple[tuple[int, float, float], ...]
"""Glyphs of one letter with their offsets in ems: the letter itself, then the marks on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as it is asked for: its text, its glyphs in the typeface, and how far the pen goes on."""

    text: str
    face: str
    parts: Parts
    advance: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Letterform:
    """An outline with its features: matrices of WAYS rows, a column for each entry of its path on the page.

    The matrices are narrow, as NumPy's algebra would go to several threads with a large one, which takes
    longer and uses up the other core. `entries` is the path's token for a number of zero in each column.
    """

    verbs: tuple[int, ...]
    blocks: tuple[Array, ...]
    entries: NDArray[np.int64]


class Letterforms:
    """Letterforms of one hand by number, with what the layout must know of each as one row of an array."""

    def __init__(self, sources: Sources, connect: float) -> None:
        self._sources, self._connect = sources, connect
        self.forms: list[Letterform] = []
        self._known: dict[tuple[str, str, Parts], tuple[int, ...]] = {}
        self._rows: list[tuple[float, ...]] = []
        self._looks: list[Array] = []
        self._kinds: dict[tuple[object, ...], int] = {}
        self._kind: list[int] = []
        self._measured = np.empty((0, 3 + 2 * BANDS))
        self._sights = np.empty((0, WAYS, SIGHT))
        self._kind_of = np.empty(0, dtype=np.int64)

    @property
    def measured(self) -> Array:
        """For each form: advance, left and right end, and its reach to the left and right in each stripe."""
        if len(self._measured) < len(self._rows):
            self._measured = np.array(self._rows)
        return self._measured

    @property
    def sights(self) -> Array:
        """For each form what turns its coefficients into how it looks, (WAYS, SIGHT)."""
        if len(self._sights) < len(self._looks):
            self._sights = np.array(self._looks)
        return self._sights

    @property
    def kinds(self) -> NDArray[np.int64]:
        """For each form a number that it shares with those of the same outline, wherever that stands.

        It is negative for what is no letter or digit: of points and dashes many are alike.
        """
        if len(self._kind_of) < len(self._kind):
            self._kind_of = np.array(self._kind)
        return self._kind_of

    def numbers(self, letters: Iterable[Letter]) -> list[tuple[int, ...]]:
        """The forms of each letter; those with nothing to draw have none."""
        wanted = list(letters)
        missing = {_key(letter): letter for letter in wanted if _key(letter) not in self._known}
        if missing:
            self._sources.prefetch(missing.values())
            for key, letter in missing.items():
                self._known[key] = tuple(self._add(letter))
        return [self._known[_key(letter)] for letter in wanted]

    def _add(self, letter: Letter) -> Iterable[int]:
        measures = self._sources.measures(letter.face, self._connect)
        glyphs = tuple(glyph for glyph, _, _ in letter.parts)
        for n, (body, accent, advance) in enumerate(self._sources.forms(letter)):
            whole = joined([body, accent]) if len(accent.points) else body
            if not len(whole.points):
                return
            mask = is_accent(body, accent)
            fields = fields_of(whole, mask, advance, measures)
            self.forms.append(_form(whole, fields))
            self._rows.append(_row(whole.points, advance, measures.height))
            self._looks.append(_sight(fields, whole, measures.height))
            kind = self._kinds.setdefault((letter.face, glyphs, n), len(self._kinds))
            self._kind.append(kind if letter.text[:1].isalnum() else -1)
            yield len(self.forms) - 1


def _key(letter: Letter) -> tuple[str, str, Parts]:
    return letter.face, letter.text, letter.parts


def _row(points: Array, advance: float, height: float) -> tuple[float, ...]:
    edges = np.linspace(_BANDS_FROM, _BANDS_TO, BANDS + 1) * height
    left, right = [], []
    for low, high in pairwise(edges):
        reach = points[(points[:, 1] >= low - 0.02) & (points[:, 1] <= high + 0.02), 0]
        left.append(float(reach.min()) if len(reach) else _FAR)
        right.append(float(reach.max()) if len(reach) else -_FAR)
    return (advance, float(points[:, 0].min()), float(points[:, 0].max()), *left, *right)


def _form(outline: Outline, fields: Array) -> Letterform:
    grains = np.rint(fields * GRAIN) / GRAIN
    first = tokens.COLOUR_ENTRIES
    matrix = np.zeros((WAYS, first + 2 * len(outline.points) + 1))
    matrix[:, first:-1] = grains.reshape(WAYS, -1)
    matrix[Way.TONE, :first] = 1.0
    return Letterform(
        verbs=outline.verbs,
        blocks=tuple(
            np.ascontiguousarray(matrix[:, at : at + _BLOCK])
            for at in range(0, matrix.shape[1], _BLOCK)
        ),
        entries=path_entries(outline.verbs),
    )


@cache
def _ending(verb: int) -> tuple[int, ...]:
    return {
        MOVE: (tokens.PLAIN, tokens.MOVE_TO),
        LINE: (tokens.PLAIN, tokens.LINE_TO),
        CURVE: (*[tokens.PLAIN] * 5, tokens.CURVE_TO),
    }[verb]


@lru_cache(maxsize=4096)
def path_entries(verbs: tuple[int, ...]) -> NDArray[np.int64]:
    """The tokens of a path whose numbers are all zero, with its colour before and the filling after."""
    colour = range(tokens.TONES, tokens.TONES + tokens.COLOUR_ENTRIES)
    path = [entry for verb in verbs for entry in _ending(verb)]
    return np.array([*colour, *path, tokens.FILL])


def _sight(fields: Array, outline: Outline, height: float) -> Array:
    """How letters look, so that the distance of two looks is how far they differ, in x-heights.

    Only what moves an edge outwards or inwards is seen, and neither a letter's place nor its size. The
    ways of looking that show least are left out: what differs by the others differs by more with them.
    """
    out = normals(outline)
    out /= np.maximum(np.sqrt((out * out).sum(axis=1, keepdims=True)), 1e-9)
    moves = (fields * out).sum(axis=2)
    moves[[Way.FORM, Way.ACROSS, Way.TONE]] = 0.0
    points = fields[Way.FORM]
    basis, _ = np.linalg.qr(np.stack((out[:, 0], out[:, 1], *(points * out).T), axis=1))
    moves -= (moves @ basis) @ basis.T
    form = moves @ moves.T / (len(points) * height * height)
    size, way = np.linalg.eigh(form)
    return np.asarray(way[:, -SIGHT:] * np.sqrt(np.maximum(size[-SIGHT:], 0.0)))
