"""By how much a printer misses its place, reckoned from what was measured on its test page, and put right."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, sin
from typing import TYPE_CHECKING, Protocol

from app.errors import ShopError

if TYPE_CHECKING:
    import numpy as np

Point = tuple[float, float]
"""Millimetres to the right and down from the paper's upper left corner."""
Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: (x, y) goes to (a x + c y + e, b x + d y + f), in millimetres from that corner."""
WIDEST_SCALE = 50_000
"""Millionths: five in a hundred. Whoever prints further off lets the program fit the page to the paper."""
FURTHEST = 10_000
"""Micrometres."""
MOST_TURNED = 35_000
"""Microradians: two degrees."""
UNLIKE = 1.0
"""Millimetres that a measure may lie beside what all the others say."""
_MILLION, _THOUSAND = 1_000_000, 1_000
_UNKNOWN, _ROUNDS = 5, 6


class FitsToPage(ShopError):
    """The print is `percent` out of its true size, either way: it was fitted to the page."""


class TooFarOff(ShopError):
    """The print landed `millimetres` beside its place, more than any printer misses it by."""


class TurnedTooFar(ShopError):
    """The print is turned by `degrees`, more than any printer turns it."""


class MeasuredUnlike(ShopError):
    """The measure `at` (counted from 0) does not go with the others by `millimetres`."""


class MeasuredTooLittle(ShopError):
    """From what was measured it cannot be told how the printer prints."""


class Misprint(Protocol):
    """How a printer prints, in whole millionths: what lies where it lands too far right and down from the
    middle of the paper's upper edge, too long across and along, and turned clockwise.
    """

    @property
    def right_um(self) -> int: ...
    @property
    def down_um(self) -> int: ...
    @property
    def across_ppm(self) -> int: ...
    @property
    def along_ppm(self) -> int: ...
    @property
    def turn_urad(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Off:
    """A `Misprint` as it was reckoned."""

    right_um: int = 0
    down_um: int = 0
    across_ppm: int = 0
    along_ppm: int = 0
    turn_urad: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One number off the paper, in millimetres: `is` from the paper's left edge (axis 0) or upper one (1) to
    what was drawn at `drawn`, or how long a line is that begins at `since`.
    """

    axis: int
    drawn: Point
    is_at: float
    since: Point | None = None


def reckoned(page: Point, measures: Sequence[Measured]) -> Off:
    """What fits the measures best (least squares), on paper `page` wide and high.

    Raises `MeasuredTooLittle`, `MeasuredUnlike`, `FitsToPage`, `TooFarOff` and `TurnedTooFar`.
    """
    import numpy as np

    found = np.zeros(_UNKNOWN)
    seen = np.array([one.is_at for one in measures])
    for _ in range(_ROUNDS):
        slopes = _slopes(page, measures, found)
        if np.linalg.matrix_rank(slopes) < _UNKNOWN:
            raise MeasuredTooLittle
        apart = seen - _expected(page, measures, found)
        found += np.linalg.lstsq(slopes, apart, rcond=None)[0]
    off = _whole(found)
    _check_limits(off)
    _check_alike(seen - _expected(page, measures, found), slopes)
    return off


def landing(off: Misprint, page: Point) -> Matrix:
    """Where the printer puts what is drawn at a place.

    Counted from the middle of the upper edge, as most printers hold the paper in the middle: so what was
    measured on one paper is true of a narrower one.
    """
    wide = 1 + off.across_ppm / _MILLION
    long = 1 + off.along_ppm / _MILLION
    turn = off.turn_urad / _MILLION
    a, b, c, d = wide * cos(turn), wide * sin(turn), -long * sin(turn), long * cos(turn)
    middle = page[0] / 2
    right, down = off.right_um / _THOUSAND, off.down_um / _THOUSAND
    return (a, b, c, d, middle - a * middle + right, down - b * middle)


def righting(off: Misprint | None, page: Point, *, on_its_side: bool | None = None) -> Matrix:
    """Where to draw what is to land in its place, on a page as it is read.

    One that is `on_its_side` (unless it is told: wider than high) lies on paper that is fed upright, turned a
    quarter against the clock (PWG 5100.13 and IPP's `landscape`), and so does its correction.
    """
    if off is None:
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    wide, high = page
    if not (wide > high if on_its_side is None else on_its_side):
        return inverse(landing(off, page))
    laid: Matrix = (0.0, -1.0, 1.0, 0.0, 0.0, wide)
    fed = inverse(landing(off, (high, wide)))
    return after(after(laid, fed), inverse(laid))


def put(matrix: Matrix, place: Point) -> Point:
    a, b, c, d, e, f = matrix
    x, y = place
    return (a * x + c * y + e, b * x + d * y + f)


def after(first: Matrix, then: Matrix) -> Matrix:
    """Both, one after the other."""
    a, b, c, d, e, f = first
    g, h, i, j, _, _ = then
    x, y = put(then, (e, f))
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, x, y)


def inverse(matrix: Matrix) -> Matrix:
    a, b, c, d, e, f = matrix
    whole = a * d - b * c
    g, h, i, j = d / whole, -b / whole, -c / whole, a / whole
    return (g, h, i, j, -(g * e + i * f), -(h * e + j * f))


def _whole(found: "np.ndarray") -> Off:
    right, down, across, along, turn = (round(float(one) * _MILLION) for one in found)
    thousandth = _MILLION // _THOUSAND
    return Off(
        right_um=round(right / thousandth),
        down_um=round(down / thousandth),
        across_ppm=across,
        along_ppm=along,
        turn_urad=turn,
    )


def _expected(page: Point, measures: Sequence[Measured], found: "np.ndarray") -> "np.ndarray":
    """What would be measured if that were how the printer prints; exact, not for small angles only."""
    import numpy as np

    right, down, across, along, turn = found
    middle = page[0] / 2

    def lands(place: Point) -> Point:
        x, y = (place[0] - middle) * (1 + across), place[1] * (1 + along)
        return (
            middle + right + x * np.cos(turn) - y * np.sin(turn),
            down + x * np.sin(turn) + y * np.cos(turn),
        )

    told = []
    for one in measures:
        at = lands(one.drawn)
        if one.since is None:
            told.append(at[one.axis])
        else:
            told.append(np.hypot(*np.subtract(at, lands(one.since))))
    return np.array(told)


def _slopes(page: Point, measures: Sequence[Measured], found: "np.ndarray") -> "np.ndarray":
    import numpy as np

    step = 1e-6
    here = _expected(page, measures, found)
    steps = np.eye(_UNKNOWN) * step
    return np.column_stack(
        [(_expected(page, measures, found + one) - here) / step for one in steps]
    )


def _check_limits(off: Off) -> None:
    scale = max((off.across_ppm, off.along_ppm), key=abs)
    if abs(scale) > WIDEST_SCALE:
        raise FitsToPage(percent=abs(scale) / 10_000)
    if abs(off.turn_urad) > MOST_TURNED:
        raise TurnedTooFar(degrees=abs(off.turn_urad) / _MILLION * 57.2958)
    furthest = max((off.right_um, off.down_um), key=abs)
    if abs(furthest) > FURTHEST:
        raise TooFarOff(millimetres=abs(furthest) / _THOUSAND)


def _check_alike(apart: "np.ndarray", slopes: "np.ndarray") -> None:
    """A slip in one number pulls all the others along: the one that alone would explain it is named."""
    import numpy as np

    if np.abs(apart).max() <= UNLIKE / 2:
        return
    left = 1 - np.einsum("ij,ji->i", slopes, np.linalg.pinv(slopes))
    free = np.where(left > 0.05, left, np.inf)  # noqa: PLR2004 - what nothing else speaks of cannot be judged
    slips = np.abs(apart) / free
    likely = np.abs(apart) / np.sqrt(free)
    worst = int(likely.argmax())
    if slips[worst] > UNLIKE:
        raise MeasuredUnlike(at=worst, millimetres=float(slips[worst]))
