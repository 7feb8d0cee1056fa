"""The papers that the shop prints on: pages and cards, in millimetres, and where cards lie on a sheet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from app.errors import ShopError

PAGES: Mapping[str, tuple[float, float]] = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
CUSTOMER_CARD = (85.0, 54.0)
_LETTER = frozenset("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split())
"""Where printers take Letter (Unicode CLDR, measurementData, paperSize); A4 is taken everywhere else."""
WIDER: Mapping[str, tuple[float, float]] = {"A3": (297.0, 420.0), "Tabloid": (279.4, 431.8)}
"""What printers know that take more than A4, and more than Letter."""


class UnknownPaper(ShopError):
    """There is no paper called `name`; `known` lists those there are."""


Size = tuple[float, float]
Place = tuple[float, float]
Mark = tuple[float, float, float, float]
"""A cut mark from (x, y) to (x, y), from the upper left corner of the page."""


def page_in(country: str) -> Size:
    """What printers take in the country of that code."""
    return PAGES["Letter" if country in _LETTER else "A4"]


class Edge(StrEnum):
    """The edge over which a printer turns a sheet to print its second side."""

    LONG = "long"
    SHORT = "short"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackPlace:
    """Where on the second side the back of a card lies; `turned` when it stands on its head there."""

    left: float
    top: float
    turned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Cards of one size on a page; `places` are the left and upper edges of the cards on it.

    The text keeps `side` away from the card's left and right edge, `top` and `bottom` from the others.
    A card that `folds` has its cover above it on the sheet, and the fold in between.
    """

    name: str
    page: Size
    card: Size
    places: tuple[Place, ...] = ((0.0, 0.0),)
    marks: tuple[Mark, ...] = ()
    folds: bool = False
    side: float = 11.5
    top: float = 10.5
    bottom: float = 9.0

    def alone(self) -> "Paper":
        """The same card as a page of its own."""
        return replace(self, page=self.card, places=((0.0, 0.0),), marks=(), folds=False)

    def back_places(self, edge: Edge) -> tuple[BackPlace, ...]:
        """For each card the place behind it, once the printer has turned the sheet over `edge`."""
        return tuple(self._back_place(place, edge) for place in self.places)

    def _back_place(self, place: Place, edge: Edge) -> BackPlace:
        wide, high = self.card
        left, top = place[0], place[1] - high if self.folds else place[1]
        is_upright = self.page[0] <= self.page[1]
        if is_upright == (edge is Edge.LONG):
            return BackPlace(left=self.page[0] - left - wide, top=top, turned=self.folds)
        return BackPlace(left=left, top=self.page[1] - top - high, turned=not self.folds)


_SHORT = 4.0  # the length of a mark that has to stand on a card


def _alone(name: str, card: Size) -> Paper:
    return Paper(name=name, page=card, card=card)


def _folded(name: str, card: Size) -> Paper:
    """Folded along the top of the card: the text stands inside, on the lower half of the page."""
    wide, high = card
    return Paper(name=name, page=(wide, 2 * high), card=card, places=((0.0, high),), folds=True)


def _around(page: Size, card: Size, places: Iterable[Place]) -> Iterator[Mark]:
    """Two marks at each corner of each card."""
    for left, top in places:
        right, bottom = left + card[0], top + card[1]
        for y in (top, bottom):
            for start, end in _outwards(left, right, page[0]):
                yield (start, y, end, y)
        for x in (left, right):
            for start, end in _outwards(top, bottom, page[1]):
                yield (x, start, x, end)


def _outwards(near: float, far: float, page: float) -> tuple[tuple[float, float], ...]:
    """A little away from the card and outwards; where it fills the page, inwards from its edges."""
    apart, long = 2.0, 5.0
    if near < apart + long:
        return (0.0, _SHORT), (page - _SHORT, page)
    return (near - apart - long, near - apart), (far + apart, far + apart + long)


def _one_above_the_other(name: str, page: Size, card: Size) -> Paper:
    """Two cards with as much air above, between and below."""
    left, air = (page[0] - card[0]) / 2, (page[1] - 2 * card[1]) / 3
    places = ((left, air), (left, 2 * air + card[1]))
    marks = tuple(_around(page, card, places))
    return Paper(name=name, page=page, card=card, places=places, marks=marks)


def _edge_to_edge(name: str, page: Size, card: Size, columns: int = 1) -> Paper:
    """Two rows that fill the page: what is left over is a gap in the middle, and the marks stand in it."""
    columns_apart = page[0] - card[0] if columns > 1 else 0.0
    rows_apart = page[1] - card[1]
    lefts = (0.0, columns_apart) if columns > 1 else (0.0,)
    places = tuple((left, top) for top in (0.0, rows_apart) for left in lefts)
    marks = tuple(_at_the_cuts(page, card, columns))
    return Paper(name=name, page=page, card=card, places=places, marks=marks)


def _at_the_cuts(page: Size, card: Size, columns: int) -> Iterator[Mark]:
    """Short lines where the cuts begin, end and cross."""
    for y in dict.fromkeys((card[1], page[1] - card[1])):
        yield (0.0, y, _SHORT, y)
        yield (page[0] - _SHORT, y, page[0], y)
    if columns > 1:
        middle = page[1] / 2
        for x in dict.fromkeys((card[0], page[0] - card[0])):
            yield (x, 0.0, x, _SHORT)
            yield (x, page[1] - _SHORT, x, page[1])
            yield (x, middle - _SHORT, x, middle + _SHORT)


_A4_ACROSS, _LETTER_ACROSS = (297.0, 210.0), (279.4, 215.9)
_A6, _A5, _DL, _PHOTO = (148.0, 105.0), (210.0, 148.0), (210.0, 99.0), (150.0, 100.0)
_QUARTER, _HALF, _THIRD = (139.7, 107.95), (215.9, 139.7), (215.9, 93.0)
_FOUR_BY_SIX, _FIVE_BY_SEVEN = (152.4, 101.6), (177.8, 127.0)
# Four A6 leave a gap of one millimetre on A4 laid on its side: the marks stand in it.
_FOUR = ((0.0, 0.0), (149.0, 0.0), (0.0, 105.0), (149.0, 105.0))
_IN_THE_GAP: tuple[Mark, ...] = (
    (148.5, 0.0, 148.5, 10.0),
    (148.5, 97.0, 148.5, 113.0),
    (148.5, 200.0, 148.5, 210.0),
    (148.05, 105.0, 148.95, 105.0),
)
PAPERS: Mapping[str, Paper] = {
    paper.name: paper
    for paper in (
        _alone("A6", _A6),
        _one_above_the_other("A6x2", PAGES["A4"], _A6),
        Paper(name="A6x4", page=_A4_ACROSS, card=_A6, places=_FOUR, marks=_IN_THE_GAP),
        _alone("A5", _A5),
        _edge_to_edge("A5x2", PAGES["A4"], _A5),
        _alone("DL", _DL),
        _one_above_the_other("DLx2", PAGES["A4"], _DL),
        _alone("10x15", _PHOTO),
        _one_above_the_other("10x15x2", PAGES["A4"], _PHOTO),
        _alone("5x7in", _FIVE_BY_SEVEN),
        _one_above_the_other("5x7inx2", PAGES["A4"], _FIVE_BY_SEVEN),
        _folded("A5fold", _A6),
        _alone("QuarterLetter", _QUARTER),
        _one_above_the_other("QuarterLetterx2", PAGES["Letter"], _QUARTER),
        _edge_to_edge("QuarterLetterx4", _LETTER_ACROSS, _QUARTER, columns=2),
        _alone("HalfLetter", _HALF),
        _edge_to_edge("HalfLetterx2", PAGES["Letter"], _HALF),
        _alone("ThirdLetter", _THIRD),
        _alone("4x6in", _FOUR_BY_SIX),
        _one_above_the_other("4x6inx2", PAGES["Letter"], _FOUR_BY_SIX),
        _folded("HalfLetterfold", _QUARTER),
    )
}


def paper(name: str) -> Paper:
    """The paper called `name`, whatever the case of its letters. Raises `UnknownPaper`."""
    for known in PAPERS.values():
        if known.name.casefold() == name.casefold():
            return known
    raise UnknownPaper(name=name, known=tuple(PAPERS))


def page_called(page: Size) -> str:
    """The name of a page of so many millimetres, whichever way it lies; its measures where it has none."""
    named = {paper.name: paper.page for paper in PAPERS.values() if paper.page == paper.card}
    for name, size in (*PAGES.items(), *WIDER.items(), *named.items()):
        if size in {page, (page[1], page[0])}:
            return name
    return f"{page[0]:g} × {page[1]:g} mm"
