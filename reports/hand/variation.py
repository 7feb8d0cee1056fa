"""Where a living hand strays: places and coefficients of every letter of a side, all at once.

Letters come as arrays in the order in which they are seen, from left to right, line by line. Lengths are
units of the drawing (0.05 pt) unless said otherwise; the deviations are those of the amount 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reports.hand.features import WAVES, WAYS, Array, Way
from reports.hand.letterforms import BANDS, Letterforms
from reports.hand.noise import Noise
from reports.hand.style import Hand
from reports.hand.tokens import UNIT

Indexes = NDArray[np.int64]

MM = 72 / 25.4 / UNIT
"""Units in a millimetre."""
_DEGREE = np.pi / 180

# of a line
_MARGIN, _DRIFT, _MOST_DRIFT = 0.55 * MM, 0.30 * MM, 3.5 * MM
_RAGGED = 0.98 * MM  # deviation of where the lines begin
_OVER = 0.2 * MM  # that the first of them begins before the margin
_SLOPE, _SLOPE_SPREAD = 0.35 * _DEGREE, 0.46 * _DEGREE
_PIVOT = 0.3  # of the width: where a line that climbs is at its height
_ARCH = 0.35 * MM
_PITCH = 0.062
# along a line: deviation, wave length in mm
_RISE = 0.18 * MM, 14.0
_LEAN = 2.2 * _DEGREE, 22.0
_TALL = 0.028, 26.0
_WEIGHT = 0.06, 30.0
# of a word
_WORD_LEAN, _WORD_PACE, _WORD_GAP = 1.3 * _DEGREE, 0.02, 0.29
# of a letter
_WIDE, _OWN_TALL, _TURN, _OWN_LEAN = 0.045, 0.035, 1.0 * _DEGREE, 1.5 * _DEGREE
_REACH, _BEND, _OWN_WEIGHT = 0.05, 0.06, 0.04
_ACCENT = (0.075, 0.05, 4.0 * _DEGREE, 0.06)  # x-heights across and up, turn, size
_COARSEST = 2.0**20  # coefficients are whole multiples of one over this
_GRIP = 0.7  # of a gap that a form changed is set right
_TWIN, _DOUBLE = (
    0.27,
    0.036,
)  # how alike may be two letters, of the warp, and two side by side, in x-heights
_TRIES = 8
_FEW_LINES = 4
_FARTHER = 0.15  # that every try goes

_STREAMS = ("forms", "line", "word", "letter", "joint", "rise", "lean", "tall", "weight", "tone")
STREAM = {name: n + 1 for n, name in enumerate(_STREAMS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The letters of one side as arrays; `usual` is the form that `advance` and the spacing are made for.

    `word` and `line` number the word and line of each letter; `first` is each word's first letter, `apart`
    how much of a gap stands before it, `line_of` each word's line. `base` is each line's height, `start` and
    `width` its place.
    """

    form: Indexes
    usual: Indexes
    advance: Array
    scale: Array
    key: NDArray[np.uint64]
    word: Indexes
    first: Indexes
    apart: Array
    line_of: Indexes
    base: Array
    start: float
    width: float
    from_right: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Coefficients, (letters, WAYS), and for each letter where its ink begins and ends, and its base."""

    coefficients: Array
    ink: Array


class Writer:
    """One hand at one size and amount."""

    def __init__(self, hand: Hand, letterforms: Letterforms, height: float, amount: float) -> None:
        self.hand, self.letterforms, self.height, self.amount = hand, letterforms, height, amount

    def write(self, side: Side, noise: Noise, weight: float, tones: int) -> Written:
        own = noise.normals(STREAM["letter"], side.key, 8) * self.amount
        wide = 1.0 + own[:, 0] * _WIDE
        wide *= (1.0 + self._word(noise, side, 1) * _WORD_PACE)[side.word]
        left = self._placed(side, noise, wide)
        right = left + side.advance * side.scale * wide
        coefficients = np.zeros((len(left), WAYS))
        coefficients[:, Way.FORM] = side.scale
        coefficients[:, Way.WIDE] = side.scale * (wide - 1.0)
        coefficients[:, Way.ACROSS] = left
        self._follow_lines(coefficients, side, noise, (left, right))
        self._move_freely(coefficients, side, noise, own, weight)
        coefficients[:, Way.TONE] = 3.0 * (noise.bits(STREAM["tone"], side.key) % np.uint64(tones))
        if self.amount:
            self._part_twins(coefficients, side, noise)
        ends = (
            self.letterforms.measured[side.form, 1:3] * (side.scale * wide)[:, None] + left[:, None]
        )
        base = (coefficients[:, Way.RISE_LEFT] + coefficients[:, Way.RISE_RIGHT]) / 2
        exact = np.rint(coefficients * _COARSEST) / _COARSEST
        return Written(coefficients=exact, ink=np.column_stack((ends, base)))

    def _word(self, noise: Noise, side: Side, column: int) -> Array:
        keys = side.key[side.first]
        return noise.normals(STREAM["word"], keys, 4)[:, column] * self.amount

    def _placed(self, side: Side, noise: Noise, wide: Array) -> Array:
        """Where the pen begins each letter; squeezes the letters of a line that would grow too long."""
        squeeze = np.ones(len(side.base))
        for _ in range(2):
            left, over = self._placed_once(
                side, noise, wide * squeeze[side.line_of[side.word]], squeeze
            )
            if (over <= 1.0).all():
                break
            squeeze = squeeze / np.maximum(over, 1.0)
        wide *= squeeze[side.line_of[side.word]]
        return left

    def _placed_once(
        self, side: Side, noise: Noise, wide: Array, squeeze: Array
    ) -> tuple[Array, Array]:
        measured = self.letterforms.measured[side.form]
        size = side.scale * wide
        step = side.advance * size + self._spacing(side, noise)
        begun = np.concatenate(([0.0], np.cumsum(step)[:-1]))
        begun -= begun[side.first][side.word]
        low = np.minimum.reduceat(begun + measured[:, 1] * size, side.first)
        high = np.maximum.reduceat(begun + measured[:, 2] * size, side.first)
        least = self.hand.least_gap * self.height * side.apart
        gap = np.maximum(self._gaps(side, noise) * squeeze[side.line_of], least)
        starts = np.flatnonzero(np.diff(side.line_of, prepend=-1))
        gap[starts] = 0.0
        taken = np.cumsum(high - low + gap)
        ends = taken[np.append(starts[1:], len(taken)) - 1]
        origin = np.concatenate(([0.0], ends[:-1]))
        length = ends - origin
        from_left = taken - (high - low) - origin[side.line_of]
        margin = self._margins(side, noise)
        room = side.width - margin
        begin = np.where(
            side.from_right, side.start + room - np.minimum(length, room), side.start + margin
        )
        ink = begin[side.line_of] + from_left
        left = begun + (ink - low)[side.word]
        return left, length / room

    def _spacing(self, side: Side, noise: Noise) -> Array:
        """What is added to the pen's way after each letter: a form that reaches further has its room."""
        jitter = noise.normals(STREAM["joint"], side.key, 2)[:, 1]
        added = jitter * self.amount * self.hand.spacing * side.scale
        if self.hand.connect:
            return added
        measured = self.letterforms.measured
        now, usual = measured[side.form], measured[side.usual]
        with_now = _clearance(now)
        as_meant = _clearance(usual)
        strayed = np.clip(as_meant - with_now, -0.06, 0.09) * _GRIP
        same_word = np.append(np.diff(side.word) == 0, False)
        return np.asarray(added + np.where(same_word, strayed, 0.0) * side.scale)

    def _gaps(self, side: Side, noise: Noise) -> Array:
        chance = self._word(noise, side, 0)
        stretch = _WORD_GAP * chance
        gap = self.hand.gap * (1.0 + stretch + stretch * stretch / 2)  # nearly its exponential
        return np.asarray(gap * self.height * side.apart)

    def _margins(self, side: Side, noise: Noise) -> Array:
        """How far each line begins from the margin; further and further down the side."""
        count = len(side.base)
        chance = noise.normals(STREAM["line"], np.arange(count, dtype=np.uint64), 5)
        drift = _DRIFT * (1.0 + 0.5 * chance[0, 4])
        down = np.minimum(np.arange(count) * drift, _MOST_DRIFT) + chance[:, 0] * _MARGIN
        away = self.amount * (_evened(down) * _RAGGED if count >= _FEW_LINES else down)
        return np.asarray(away - away.min() - _OVER * self.amount)

    def _follow_lines(self, to: Array, side: Side, noise: Noise, ends: tuple[Array, Array]) -> None:
        """What is sampled where letters meet, so that those that are joined stay so."""
        count = len(side.form)
        at, line = np.concatenate(ends), np.tile(side.line_of[side.word], 2)
        lines = line.astype(np.uint64)
        scale = np.tile(side.scale, 2)
        shake = noise.normals(STREAM["joint"], side.key, 2)[:, 0] * self.amount
        shake = np.concatenate((shake, shake[1:], shake[:1])) * (self.hand.joint * self.height)
        lean = np.tile(self._word(noise, side, 2)[side.word] * _WORD_LEAN, 2)
        followed = {
            Way.RISE_LEFT: side.base[line] + self._rise(side, noise, line, at) + shake,
            Way.LEAN_LEFT: scale * (lean + self._slow("lean", noise, lines, at, _LEAN)),
            Way.TALL_LEFT: scale * self._slow("tall", noise, lines, at, _TALL),
            Way.WEIGHT_LEFT: scale * self._slow("weight", noise, lines, at, _WEIGHT),
        }
        for way, values in followed.items():
            to[:, way], to[:, way + 1] = values[:count], values[count:]

    def _rise(self, side: Side, noise: Noise, line: Indexes, at: Array) -> Array:
        chance = _spread(noise, len(side.base))
        slope = self.amount * (_SLOPE + _SLOPE_SPREAD * chance[:, 1])
        arch = self.amount * _ARCH * chance[:, 2]
        part = (at - side.start) / side.width
        pivot = np.where(side.from_right[line], 1.0 - _PIVOT, _PIVOT)
        lift = slope[line] * (at - side.start - side.width * pivot)
        wander = self._slow("rise", noise, line.astype(np.uint64), at, _RISE)
        wander = _level(wander * self.hand.wander, part, line)
        return np.asarray(lift + arch[line] * 4.0 * (part * (1.0 - part) - 0.125) + wander)

    def _slow(
        self,
        name: str,
        noise: Noise,
        lines: NDArray[np.uint64],
        at: Array,
        kind: tuple[float, float],
    ) -> Array:
        return noise.slow(STREAM[name], lines, at / (kind[1] * MM)) * (self.amount * kind[0])

    def _move_freely(self, to: Array, side: Side, noise: Noise, own: Array, weight: float) -> None:
        scale = side.scale
        to[:, Way.OWN_TALL] = scale * own[:, 1] * _OWN_TALL
        to[:, Way.TURN] = scale * own[:, 2] * _TURN
        to[:, Way.OWN_RISE] = scale * own[:, 4] * self.hand.bounce
        stroke = own[:, 3] * _OWN_WEIGHT + weight + self.hand.weight
        to[:, Way.WEIGHT_LEFT] += scale * stroke
        to[:, Way.WEIGHT_RIGHT] += scale * stroke
        self._shape(to, side, noise, np.arange(len(scale)), np.zeros(len(scale), dtype=np.int64))

    def _shape(self, to: Array, side: Side, noise: Noise, which: Indexes, tried: Indexes) -> None:
        """The shape of some letters, drawn anew for each try."""
        key = side.key[which] + ((tried + 1).astype(np.uint64) << np.uint64(48))
        chance = noise.normals(STREAM["letter"], key, 24)
        chance *= (self.amount * (1.0 + _FARTHER * tried) * side.scale[which])[:, None]
        wave = self.hand.warp / np.sqrt(WAVES / 2)
        to[which, Way.OWN_LEAN] = chance[:, 0] * _OWN_LEAN
        to[which, Way.ASCENDER] = chance[:, 1] * _REACH
        to[which, Way.DESCENDER] = chance[:, 2] * _REACH
        to[which, Way.BEND] = chance[:, 3] * _BEND
        to[which, Way.WAVES : Way.WAVES + WAVES] = chance[:, 4 : 4 + WAVES] * wave
        to[which, Way.ACCENT_ACROSS : Way.TONE] = chance[:, 16:20] * _ACCENT * self.hand.dots

    def _part_twins(self, to: Array, side: Side, noise: Noise) -> None:
        """Draws a letter anew that looks too much like one before it, once that one is settled.

        Of too many tries the least alike stays.
        """
        later, earlier = self._sisters(side)
        if not len(later):
            return
        starts = np.flatnonzero(np.diff(later, prepend=-1))
        limit = np.where(later - earlier == 1, _DOUBLE, _TWIN * self.hand.warp) * self.amount
        sights = self.letterforms.sights[side.form]
        looks, apart = np.empty((len(to), sights.shape[2])), np.empty(len(later))
        tries, best, kept = np.zeros(len(to), dtype=np.int64), np.zeros(len(to)), to.copy()
        nearest, is_new = np.ones(len(to)), np.ones(len(to), dtype=np.bool_)
        while len(drawn := np.flatnonzero(is_new)):
            unit = to[drawn] / side.scale[drawn][:, None]
            looks[drawn] = np.matmul(unit[:, None, :], sights[drawn])[:, 0]
            pairs = np.flatnonzero(is_new[later] | is_new[earlier])
            way = looks[later[pairs]] - looks[earlier[pairs]]
            apart[pairs] = np.sqrt(np.einsum("ij,ij->i", way, way)) / limit[pairs]
            nearest[later[starts]] = np.minimum(np.minimum.reduceat(apart, starts), 1.0)
            better = drawn[nearest[drawn] > best[drawn]]
            best[better], kept[better] = nearest[better], to[better]
            is_near = (nearest < 1.0) & (tries <= _TRIES)
            is_new = is_near.copy()
            is_new[later[(apart < 1.0) & is_near[earlier]]] = False
            drawn = np.flatnonzero(is_new)
            tries[drawn] += 1
            given_up = tries[drawn] > _TRIES
            to[drawn[given_up]] = kept[drawn[given_up]]
            again = drawn[~given_up]
            self._shape(to, side, noise, again, tries[again])

    def _sisters(self, side: Side) -> tuple[Indexes, Indexes]:
        """Every two letters of one outline, the later and the earlier."""
        kind = self.letterforms.kinds[side.form]
        later, earlier = np.nonzero(np.tril((kind[:, None] == kind) & (kind >= 0), -1))
        return later, earlier


def _level(heights: Array, part: Array, line: Indexes) -> Array:
    """Heights without the slope and the lift that they have by chance over each line."""
    count = np.maximum(np.bincount(line), 1)
    part = part - (np.bincount(line, part) / count)[line]
    heights = heights - (np.bincount(line, heights) / count)[line]
    spread = np.maximum(np.bincount(line, part * part), 1e-9)
    return np.asarray(heights - (np.bincount(line, part * heights) / spread)[line] * part)


def _spread(noise: Noise, lines: int) -> Array:
    """Numbers for the slope and the arch of each line."""
    chance = noise.normals(STREAM["line"], np.arange(lines, dtype=np.uint64), 4)
    return np.column_stack([_evened(column) for column in chance.T])


def _evened(chance: Array) -> Array:
    """Spread over a side as they would be over many: of a few lines all would often be alike."""
    if len(chance) < _FEW_LINES:
        return chance
    mean = chance.mean()
    away = chance - mean
    return np.asarray(mean / 2 + away / np.sqrt((away * away).mean()))


def _clearance(measured: Array) -> Array:
    """The least distance from each letter to the next, where the pen stands between them, in ems."""
    right = measured[:, 3 + BANDS :]
    left = np.roll(measured[:, 3 : 3 + BANDS], -1, axis=0)
    return np.asarray((measured[:, :1] + left - right).min(axis=1))


def pitches(amount: float, noise: Noise, downs: Sequence[float]) -> Array:
    """The base lines as they come out, from those that were planned; a line is never where it should be."""
    chance = noise.normals(STREAM["line"], np.arange(len(downs), dtype=np.uint64), 4)[:, 3]
    steps = np.diff(np.array(downs), prepend=0.0)
    usual = steps < steps[1:].min(initial=np.inf) * 1.05
    usual[0] = False
    chance[usual] = _evened(chance[usual])
    steps[1:] *= 1.0 + chance[1:] * (amount * _PITCH)
    return np.cumsum(steps)
