"""Chance that can be asked again: numbers from a seed and a place on the card, without any state."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Keys = NDArray[np.uint64]

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_ODD = np.uint64(0xD1342543DE82EF95)
_SHIFTS = (np.uint64(30), np.uint64(27), np.uint64(31))
_QUARTER = np.uint64(0xFFFF)
_QUARTERS = (np.uint64(16), np.uint64(32), np.uint64(48))
_SPREAD = 3.0**0.5 / 65536.0  # four even quarters have a variance of 4/12


def seed_of(*facts: object) -> int:
    """A seed of 64 bits that depends on every one of the facts and on nothing else."""
    text = "\0".join(map(str, facts)).encode("utf-8")
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "little")


@dataclass(frozen=True, slots=True)
class Noise:
    """The chance of one card. Every answer is a function of the seed and the keys asked for.

    Only sums, products and shifts of whole numbers are used, so that every machine gives the same.
    """

    seed: int

    def bits(self, stream: int, keys: Keys) -> Keys:
        """64 mixed bits for each key; splitmix64 (Steele, Lea, Flood 2014) over stream and seed."""
        return _mixed(keys * _ODD + np.uint64(_start(self.seed, stream)))

    def normal(self, stream: int, keys: Keys) -> Numbers:
        """Numbers around 0 with a deviation of 1, bell-shaped and never beyond 3.5."""
        return _bell(self.bits(stream, keys))

    def normals(self, stream: int, keys: Keys, columns: int) -> Numbers:
        """A row of `columns` independent numbers for each key."""
        across = np.arange(columns, dtype=np.uint64) * _GOLDEN
        return _bell(_mixed(self.bits(stream, keys)[:, None] ^ across))

    def slow(self, stream: int, lines: Keys, at: Numbers) -> Numbers:
        """A smooth wandering along each line with a deviation near 1; `at` is counted in wave lengths."""
        cell = np.floor(at)
        part = at - cell
        key = (lines << np.uint64(32)) + (cell + 1024.0).astype(np.uint64)
        steps = np.arange(4, dtype=np.uint64)
        points = self.normal(stream, (key[:, None] + steps).ravel()).reshape(-1, 4)
        return np.asarray((points * _weights(part)).sum(axis=1))


@lru_cache(maxsize=1024)
def _start(seed: int, stream: int) -> int:
    """`_mixed` of both in Python's own numbers, which are faster one at a time."""
    bits = (seed + stream * 0x632BE59BD9B4E019 + int(_GOLDEN)) % 2**64
    bits = (bits ^ bits >> 30) * int(_FIRST) % 2**64
    bits = (bits ^ bits >> 27) * int(_SECOND) % 2**64
    return bits ^ bits >> 31


def _mixed(bits: Keys) -> Keys:
    bits = bits + _GOLDEN
    bits = (bits ^ (bits >> _SHIFTS[0])) * _FIRST
    bits = (bits ^ (bits >> _SHIFTS[1])) * _SECOND
    return bits ^ (bits >> _SHIFTS[2])


def _bell(bits: Keys) -> Numbers:
    total = (bits & _QUARTER) + (bits >> _QUARTERS[2])
    total += ((bits >> _QUARTERS[0]) & _QUARTER) + ((bits >> _QUARTERS[1]) & _QUARTER)
    return (total.astype(np.float64) - 131070.0) * _SPREAD


def _weights(part: Numbers) -> Numbers:
    """Uniform cubic B-spline, made up for the deviation that smoothing takes (0.69 on average)."""
    back = 1.0 - part
    square, cube = part * part, part * part * part
    weights = np.stack(
        (
            back * back * back,
            3.0 * cube - 6.0 * square + 4.0,
            -3.0 * cube + 3.0 * square + 3.0 * part + 1.0,
            cube,
        ),
        axis=1,
    )
    return np.asarray(weights * (1.0 / (6.0 * 0.69)))
