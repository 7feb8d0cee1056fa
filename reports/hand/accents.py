"""Dots and accents: which part of a letter they are, and how another form of the letter gets them too."""

import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reports.hand.outlines import Outline, joined

_DOTTED = frozenset("ijіїјЇ")
_CONFUSABLE = frozenset("й")  # its third form with a breve reads as another letter
_HEIGHT_OF_ACCENT = 0.72  # of the letter's own height, from which a part on its own is an accent


def has_accent(letter: str) -> bool:
    """Whether something may stand over the letter that is not joined to it."""
    return letter[:1] in _DOTTED or len(unicodedata.normalize("NFD", letter)) > 1


def base_of(letter: str) -> str | None:
    """The letter without its accent; None where it has none."""
    parts = unicodedata.normalize("NFD", letter)
    if len(parts) < 2 or letter in _CONFUSABLE or not parts[0].isalpha():
        return None
    return parts[0]


def split(outline: Outline, letter: str, height: float) -> tuple[list[Outline], list[Outline]]:
    """The contours that are the letter itself and those that are its accents; `height` is the x-height."""
    contours = outline.contours()
    if not has_accent(letter) or len(contours) < 2:
        return contours, []
    own = [contour for contour in contours if _bottom(contour) < height * _HEIGHT_OF_ACCENT]
    if letter[:1].isupper():
        own = [contour for contour in contours if _bottom(contour) < height * 1.35]
    lone = [contour for contour in contours if not any(contour is one for one in own)]
    holes = [one for one in lone if any(_lies_in(one, other) for other in own)]
    own += holes
    accents = [contour for contour in lone if not any(contour is one for one in holes)]
    return (own, accents) if own else (contours, [])


def dressed(
    form: Sequence[Outline], bare: Sequence[Outline], accents: Sequence[Outline]
) -> tuple[Outline, Outline]:
    """Another form of a letter with the accents of its usual form, moved to where they belong on it."""
    (left, right, top), (was_left, was_right, was_top) = _frame(form), _frame(bare)
    across = (left + right - was_left - was_right) / 2
    return joined(form), joined(accents).moved(across, top - was_top)


def is_accent(body: Outline, accent: Outline) -> NDArray[np.bool_]:
    """For the points of both, one after the other."""
    return np.repeat([False, True], [len(body.points), len(accent.points)])


def _bottom(contour: Outline) -> float:
    return float(contour.points[:, 1].min())


def _lies_in(inner: Outline, outer: Outline) -> bool:
    low, high = inner.points.min(axis=0), inner.points.max(axis=0)
    return bool(
        (outer.points.min(axis=0) <= low).all() and (outer.points.max(axis=0) >= high).all()
    )


def _frame(contours: Sequence[Outline]) -> tuple[float, float, float]:
    points = np.concatenate([one.points for one in contours])
    return float(points[:, 0].min()), float(points[:, 0].max()), float(points[:, 1].max())
