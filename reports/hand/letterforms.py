"""All letterforms that were needed so far: a letter of a typeface, in each form in which it can be written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from reports.hand import tokens
from reports.hand.accents import is_accent
from reports.hand.features import GRAIN, WAYS, Array, Measures, Way, fields_of
from reports.hand.outlines import CURVE, LINE, MOVE, Outline, joined
from reports.hand.sources import Sources

BANDS = 8
"""Stripes from below to above a line in which it is known how far a letter reaches to each side."""
_BANDS_FROM, _BANDS_TO = -0.5, 2.1  # x-heights
_FAR = 9.0

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
    """An outline with its features, (WAYS, columns), one column for each entry of its path on the page.

    `entries` is the path's token for a number of zero in each column. `sight` turns coefficients into how
    they look once place and size are taken away: the distance of two results is how different they look.
    """

    verbs: tuple[int, ...]
    matrix: Array
    entries: Array
    sight: Array
    is_accented: bool


class Letterforms:
    """Letterforms of one hand by number, with what the layout must know of each as one row of an array."""

    def __init__(self, sources: Sources, connect: float) -> None:
        self._sources, self._connect = sources, connect
        self.forms: list[Letterform] = []
        self._known: dict[tuple[str, str, Parts], tuple[int, ...]] = {}
        self._rows: list[tuple[float, ...]] = []
        self._measured = np.empty((0, 3 + 2 * BANDS))

    @property
    def measured(self) -> Array:
        """For each form: advance, left and right end, and its reach to the left and right in each stripe."""
        if len(self._measured) < len(self._rows):
            self._measured = np.array(self._rows)
        return self._measured

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
        for body, accent, advance in self._sources.forms(letter):
            whole = joined([body, accent]) if len(accent.points) else body
            if not len(whole.points):
                return
            mask = is_accent(body, accent)
            self.forms.append(_form(whole, mask, advance, measures))
            self._rows.append(_row(whole.points, advance, measures.height))
            yield len(self.forms) - 1


def _key(letter: Letter) -> tuple[str, str, Parts]:
    return letter.face, letter.text, letter.parts


def _row(points: Array, advance: float, height: float) -> tuple[float, ...]:
    edges = np.linspace(_BANDS_FROM, _BANDS_TO, BANDS + 1) * height
    left, right = [], []
    for low, high in zip(edges[:-1], edges[1:], strict=True):
        reach = points[(points[:, 1] >= low - 0.02) & (points[:, 1] <= high + 0.02), 0]
        left.append(float(reach.min()) if len(reach) else _FAR)
        right.append(float(reach.max()) if len(reach) else -_FAR)
    return (advance, float(points[:, 0].min()), float(points[:, 0].max()), *left, *right)


def _form(
    outline: Outline, accent: NDArray[np.bool_], advance: float, measures: Measures
) -> Letterform:
    fields = fields_of(outline, accent, advance, measures)
    grains = np.rint(fields * GRAIN) / GRAIN
    first = tokens.COLOUR_ENTRIES
    matrix = np.zeros((WAYS, first + 2 * len(outline.points) + 1))
    matrix[:, first:-1] = grains.reshape(WAYS, -1)
    matrix[Way.TONE, :first] = 1.0
    return Letterform(
        verbs=outline.verbs,
        matrix=matrix,
        entries=_entries(outline.verbs),
        sight=_sight(fields, measures.height),
        is_accented=bool(accent.any()),
    )


@cache
def _ending(verb: int) -> tuple[int, ...]:
    return {
        MOVE: (tokens.PLAIN, tokens.MOVE_TO),
        LINE: (tokens.PLAIN, tokens.LINE_TO),
        CURVE: (*[tokens.PLAIN] * 5, tokens.CURVE_TO),
    }[verb]


def _entries(verbs: Sequence[int]) -> Array:
    colour = range(tokens.TONES, tokens.TONES + tokens.COLOUR_ENTRIES)
    path = [entry for verb in verbs for entry in _ending(verb)]
    return np.array([*colour, *path, tokens.FILL], dtype=np.float64)


def _sight(fields: Array, height: float) -> Array:
    """The root of the quadratic form that says how far two letters differ, in x-heights."""
    flat = fields.reshape(WAYS, -1).copy()
    flat[[Way.FORM, Way.ACROSS, Way.TONE]] = 0.0
    count = fields.shape[1]
    points = fields[Way.FORM] - fields[Way.FORM].mean(axis=0)
    place = np.zeros((4, count, 2))
    place[0, :, 0] = place[1, :, 1] = 1.0
    place[2, :, 0], place[3, :, 1] = points[:, 0], points[:, 1]
    basis = place.reshape(4, -1)
    basis = basis / np.maximum(np.sqrt((basis * basis).sum(axis=1, keepdims=True)), 1e-9)
    flat -= (flat @ basis.T) @ basis
    form = flat @ flat.T / (count * height * height)
    return np.asarray(np.linalg.cholesky(form + 1e-10 * np.eye(WAYS)))
