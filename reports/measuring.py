"""The owner's own sheet, from what she measured on it with a ruler."""

from math import floor, isfinite

from app.errors import ShopError
from reports.grid import Grid, Shape
from reports.papers import Size
from reports.stock import Stock

_LEAST, _MOST = 1.0, 2_000.0  # millimetres
_MOST_LABELS = 100
_HAIR = 0.01  # millimetres that a sum of measured numbers may be out
_PAGE = ("page_width", "page_height")
_MARGIN = ("left_margin", "upper_margin")
_LABEL = ("label_width", "label_height")
_COUNT = ("labels_across", "labels_down")
_PITCH = ("pitch_across", "pitch_down")


class WrongMeasure(ShopError):
    """Of the numbers that were measured, `what` cannot be `value`: it is at least `least`, at most `most`."""


def measured(
    page: Size, label: Size, grid: Grid, *, name: str = "", shape: Shape = Shape.RECTANGLE
) -> Stock:
    """A sheet of labels, all in millimetres; of a single column or row the pitch does not count.

    Raises `WrongMeasure`, which tells the number that cannot be if those before it are right: page, margin,
    label, how many, pitch.
    """
    pitch = (
        _pitch(0, page, label, (grid.first[0], grid.columns, grid.pitch[0])),
        _pitch(1, page, label, (grid.first[1], grid.rows, grid.pitch[1])),
    )
    return Stock(
        brand="",
        part=name,
        aliases=(),
        page=page,
        label=label,
        columns=grid.columns,
        rows=grid.rows,
        first=grid.first,
        pitch=pitch,
        shape=shape,
    )


def _pitch(axis: int, page: Size, label: Size, lie: tuple[float, int, float]) -> float:
    """The pitch along an axis on which everything fits."""
    margin, count, pitch = lie
    whole, size = page[axis], label[axis]
    _check(_PAGE[axis], whole, (_LEAST, _MOST))
    _check(_MARGIN[axis], margin, (0.0, whole - _LEAST))
    _check(_LABEL[axis], size, (_LEAST, whole - margin))
    free = whole - margin
    _check(_COUNT[axis], count, (1, min(floor((free + _HAIR) / size), _MOST_LABELS)))
    if count == 1:
        return size
    _check(_PITCH[axis], pitch, (size, (free - size) / (count - 1)))
    return min(max(pitch, size), (free - size) / (count - 1))


def _check(what: str, value: float, limits: tuple[float, float]) -> None:
    least, most = limits
    if not (isfinite(value) and least - _HAIR <= value <= most + _HAIR):
        raise WrongMeasure(what=what, value=value, least=least, most=most)
