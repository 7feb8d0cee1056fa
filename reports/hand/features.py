"""How a letter can change: for each way, how far every point of its outline moves.

A letter as written is `coefficients @ features`. All numbers are whole multiples of a small power of two, so
that a sum is exact whatever the order in which a machine adds.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from reports.hand.outlines import Outline

Array = NDArray[np.float64]

GRAIN = 2.0**14
"""Features are whole multiples of an em over this."""


class Way(IntEnum):
    """The rows of a feature matrix; those of the joints hold at the left or right end of the letter."""

    FORM = 0
    ACROSS = 1
    RISE_LEFT = 2
    RISE_RIGHT = 3
    LEAN_LEFT = 4
    LEAN_RIGHT = 5
    TALL_LEFT = 6
    TALL_RIGHT = 7
    WEIGHT_LEFT = 8
    WEIGHT_RIGHT = 9
    WIDE = 10
    OWN_TALL = 11
    OWN_LEAN = 12
    TURN = 13
    ASCENDER = 14
    DESCENDER = 15
    BEND = 16
    WAVES = 17
    ACCENT_ACROSS = 29
    ACCENT_UP = 30
    ACCENT_TURN = 31
    ACCENT_SIZE = 32
    TONE = 33
    OWN_RISE = 34


WAYS = 35
WAVES = 12
_WAVE_VECTORS = ((0.52, 0.12), (-0.16, 0.5), (0.4, 0.42))  # turns an x-height
_JOINT = 0.32  # of the advance, over which a letter gives up its own movement


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What of a hand the features depend on; in ems, `stem` is the breadth of a stroke."""

    height: float
    stem: float
    heavier: float
    connect: float


def fields_of(
    outline: Outline, accent: NDArray[np.bool_], advance: float, measures: Measures
) -> NDArray[np.float64]:
    """Displacements, (WAYS, n, 2), of each point for a coefficient of one."""
    points = outline.points
    fields = np.zeros((WAYS, len(points), 2))
    where = points.copy()
    if accent.any():
        where[accent] = _middle(points[accent])
    along = np.clip(where[:, 0] / max(advance, 1e-3), 0.0, 1.0)
    _fill_joints(fields, where, along)
    _fill_weight(fields, outline, along, measures)
    _fill_own(fields, where, along, advance, measures)
    _fill_accent(fields, points, accent, measures)
    fields[Way.FORM] = points
    return fields


def _fill_joints(fields: Array, where: Array, along: Array) -> None:
    x, y = where[:, 0], where[:, 1]
    fields[Way.ACROSS, :, 0] = 1.0
    fields[Way.RISE_LEFT, :, 1], fields[Way.RISE_RIGHT, :, 1] = 1.0 - along, along
    fields[Way.LEAN_LEFT, :, 0], fields[Way.LEAN_RIGHT, :, 0] = y * (1.0 - along), y * along
    fields[Way.TALL_LEFT, :, 1], fields[Way.TALL_RIGHT, :, 1] = y * (1.0 - along), y * along
    fields[Way.WIDE, :, 0] = x


def _fill_weight(fields: Array, outline: Outline, along: Array, measures: Measures) -> None:
    if outline.heavy is not None and measures.heavier:
        change = (outline.heavy - outline.points) / measures.heavier
    else:
        change = normals(outline) * (measures.stem / 2)
    fields[Way.WEIGHT_LEFT] = change * (1.0 - along)[:, None]
    fields[Way.WEIGHT_RIGHT] = change * along[:, None]


def _fill_own(
    fields: Array, where: Array, along: Array, advance: float, measures: Measures
) -> None:
    """What a letter does on its own; a connected one not where it meets its neighbours."""
    x, y, height = where[:, 0], where[:, 1], measures.height
    edge = np.clip(np.minimum(along, 1.0 - along) / _JOINT, 0.0, 1.0)
    free = 1.0 - measures.connect * (1.0 - edge * edge * (3.0 - 2.0 * edge))
    fields[Way.OWN_TALL, :, 1] = y * free
    fields[Way.OWN_LEAN, :, 0] = y * free
    fields[Way.OWN_RISE, :, 1] = height * free
    fields[Way.TURN, :, 0] = (height / 2 - y) * free
    fields[Way.TURN, :, 1] = (x - advance / 2) * free
    fields[Way.ASCENDER, :, 1] = np.maximum(0.0, y - height)
    fields[Way.DESCENDER, :, 1] = np.minimum(0.0, y)
    fields[Way.BEND, :, 0] = ((y / height - 0.5) ** 2 - 0.25) * height * free
    for n, (across, up) in enumerate(_WAVE_VECTORS):
        phase = 2 * np.pi * (x * across + y * up) / height
        for m, wave in enumerate((np.sin(phase), np.cos(phase))):
            row = Way.WAVES + 4 * n + 2 * m
            fields[row, :, 0] = fields[row + 1, :, 1] = wave * free * height


def _fill_accent(
    fields: Array, points: Array, accent: NDArray[np.bool_], measures: Measures
) -> None:
    if not accent.any():
        return
    away = points[accent] - _middle(points[accent])
    fields[Way.ACCENT_ACROSS, accent, 0] = measures.height
    fields[Way.ACCENT_UP, accent, 1] = measures.height
    fields[Way.ACCENT_TURN, accent] = np.stack((-away[:, 1], away[:, 0]), axis=1)
    fields[Way.ACCENT_SIZE, accent] = away
    for row in (Way.TURN, Way.OWN_LEAN, Way.LEAN_LEFT, Way.LEAN_RIGHT):
        fields[row, accent] *= 0.8


def _middle(points: Array) -> Array:
    return np.asarray((points.min(axis=0) + points.max(axis=0)) / 2)


def normals(outline: Outline) -> Array:
    """For each point the way outwards that thickens the stroke by one on each side.

    A point of the control polygon moves so that both its legs move by one (Tiller and Hanson 1984); at a
    sharp corner by no more than one and a half.
    """
    contours = [one.points for one in outline.contours()]
    if not contours:
        return outline.points
    area = sum(
        float((np.roll(p[:, 0], -1) * p[:, 1] - p[:, 0] * np.roll(p[:, 1], -1)).sum())
        for p in contours
    )
    outwards = (
        1.0 if area > 0 else -1.0
    )  # TrueType's outer contours run clockwise, PostScript's do not
    return np.concatenate([_contour_normals(one) * outwards for one in contours])


def _contour_normals(points: Array) -> Array:
    """Pointing to the left of the direction in which the contour runs."""
    is_closed = len(points) > 2 and bool(np.abs(points[0] - points[-1]).max() < 1e-9)
    ring = points[:-1] if is_closed else points
    legs = np.roll(ring, -1, axis=0) - ring
    length = np.sqrt((legs * legs).sum(axis=1, keepdims=True))
    for at in np.flatnonzero(length[:, 0] < 1e-9):
        legs[at], length[at] = legs[at - 1], length[at - 1]
    unit = legs / np.maximum(length, 1e-12)
    left = np.stack((-unit[:, 1], unit[:, 0]), axis=1)
    both = left + np.roll(left, 1, axis=0)
    miter = both * 2.0 / np.maximum((both * both).sum(axis=1, keepdims=True), 1e-3)
    size = np.sqrt((miter * miter).sum(axis=1, keepdims=True))
    found = miter * np.minimum(1.0, 1.5 / np.maximum(size, 1e-9))
    return np.concatenate((found, found[:1])) if is_closed else np.asarray(found)
