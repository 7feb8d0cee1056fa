"""The papers that the shop prints on: pages and cards, in millimetres, and where cards lie on a sheet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.errors import ShopError

PAGES: Mapping[str, tuple[float, float]] = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}


class UnknownPaper(ShopError):
    """There is no paper called `name`; `known` lists those there are."""


Mark = tuple[float, float, float, float]
"""A cut mark from (x, y) to (x, y), from the upper left corner of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Cards of one size on a page; `places` are the left and upper edges of the cards on it.

    The text keeps `side` away from the card's left and right edge, `top` and `bottom` from the others.
    """

    name: str
    page: tuple[float, float]
    card: tuple[float, float]
    places: tuple[tuple[float, float], ...] = ((0.0, 0.0),)
    marks: tuple[Mark, ...] = ()
    side: float = 11.5
    top: float = 10.5
    bottom: float = 9.0


def _alone(name: str, width: float, height: float) -> Paper:
    return Paper(name=name, page=(width, height), card=(width, height))


def _around(card: tuple[float, float], places: Iterable[tuple[float, float]]) -> tuple[Mark, ...]:
    """Two marks at each corner of each card, a little away from it and outwards."""
    near, far = 2.0, 7.0
    marks: list[Mark] = []
    for left, top in places:
        right, bottom = left + card[0], top + card[1]
        for y in (top, bottom):
            marks += [(left - far, y, left - near, y), (right + near, y, right + far, y)]
        for x in (left, right):
            marks += [(x, top - far, x, top - near), (x, bottom + near, x, bottom + far)]
    return tuple(marks)


_A6 = (148.0, 105.0)
_TWO = ((31.0, 29.0), (31.0, 163.0))
# Four cards leave a gap of one millimetre on A4 laid on its side: the marks stand in it.
_FOUR = ((0.0, 0.0), (149.0, 0.0), (0.0, 105.0), (149.0, 105.0))
_GAP: tuple[Mark, ...] = (
    (148.5, 0.0, 148.5, 10.0),
    (148.5, 97.0, 148.5, 113.0),
    (148.5, 200.0, 148.5, 210.0),
    (148.05, 105.0, 148.95, 105.0),
)
PAPERS: Mapping[str, Paper] = {
    paper.name: paper
    for paper in (
        _alone("A6", *_A6),
        Paper(name="A6x2", page=(210.0, 297.0), card=_A6, places=_TWO, marks=_around(_A6, _TWO)),
        Paper(name="A6x4", page=(297.0, 210.0), card=_A6, places=_FOUR, marks=_GAP),
        _alone("A5", 210.0, 148.0),
        _alone("DL", 210.0, 99.0),
        _alone("10x15", 150.0, 100.0),
        _alone("5x7in", 177.8, 127.0),
        # folded along the top of the card, the text stands inside on the lower half
        Paper(name="A5fold", page=(148.0, 210.0), card=_A6, places=((0.0, 105.0),)),
    )
}


def paper(name: str) -> Paper:
    """The paper called `name`, whatever the case of its letters. Raises `UnknownPaper`."""
    for known in PAPERS.values():
        if known.name.casefold() == name.casefold():
            return known
    raise UnknownPaper(name=name, known=tuple(PAPERS))
