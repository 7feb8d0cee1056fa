"""How an envelope goes into the printer, and how its picture is turned so that the print lands right."""

from dataclasses import dataclass
from enum import StrEnum

from app.errors import ShopError
from reports.papers import PAGES, WIDER, Size


class UnknownFeed(ShopError):
    """`name` says of no way an envelope could be fed; `known` are the words for it."""


class Edge(StrEnum):
    """The edge that enters the printer first, as one looks at the front with the address upright."""

    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"


class Face(StrEnum):
    """Which way the front looks as the envelope lies in the tray."""

    UP = "up"
    DOWN = "down"


class Guide(StrEnum):
    """Where in the tray it lies. With `OWN` the printer knows the envelope's size, and that is the page;
    else the page is the printer's usual one and the envelope lies on it, at a side or in the middle.
    """

    OWN = "own"
    CENTRE = "centre"
    GUIDE_LEFT = "guide-left"
    GUIDE_RIGHT = "guide-right"


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeFeed:
    """`paper` is the page at which the guides stand where the printer does not know the envelope; for one
    that is wider it is the next larger.
    """

    first: Edge = Edge.TOP
    face: Face = Face.UP
    guide: Guide = Guide.OWN
    paper: str = "A4"

    def words(self) -> tuple[str, ...]:
        """As `feed_of` reads them."""
        return (self.first, self.face, self.guide, self.paper)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lie:
    """The page in millimetres, and how the upright envelope is turned (a, b, c, d) and moved onto it."""

    page: Size
    turn: tuple[int, int, int, int]
    move: tuple[float, float]


_MEANINGS = {"long": Edge.TOP, "short": Edge.LEFT, "center": Guide.CENTRE}
_NEXT = {"A4": "A3", "Letter": "Tabloid"}
_KNOWN = (*Edge, *Face, *Guide, "long", "short")


def feed_of(words: str) -> EnvelopeFeed:
    """`short,down,centre`: in any order, what is not said as usual. Raises `UnknownFeed`.

    `long` is the upper edge first, `short` the left one.
    """
    first, face, guide, paper = Edge.TOP, Face.UP, Guide.OWN, "A4"
    for word in filter(None, (one.strip() for one in words.replace("face-", "").split(","))):
        meant = _MEANINGS.get(word.lower(), word.lower())
        if meant in set(Edge):
            first = Edge(meant)
        elif meant in set(Face):
            face = Face(meant)
        elif meant in set(Guide):
            guide = Guide(meant)
        elif found := next((page for page in PAGES if page.lower() == meant), None):
            paper = found
        else:
            raise UnknownFeed(name=word, known=tuple(map(str, _KNOWN)))
    return EnvelopeFeed(first=first, face=face, guide=guide, paper=paper)


def lie(size: Size, feed: EnvelopeFeed) -> Lie:
    """How an envelope of that size lies on the page; the edge that enters first is at the upper one."""
    wide, high = size
    turn, move, taken = {
        Edge.TOP: ((1, 0, 0, 1), (0.0, 0.0), (wide, high)),
        Edge.BOTTOM: ((-1, 0, 0, -1), (wide, high), (wide, high)),
        Edge.LEFT: ((0, -1, 1, 0), (0.0, wide), (high, wide)),
        Edge.RIGHT: ((0, 1, -1, 0), (high, 0.0), (high, wide)),
    }[feed.first]
    if feed.guide is Guide.OWN:
        return Lie(page=taken, turn=turn, move=move)
    page = _page(feed.paper, taken)
    beside = (page[0] - taken[0]) * _share(feed)
    return Lie(page=page, turn=turn, move=(move[0] + beside, move[1] + page[1] - taken[1]))


def _page(paper: str, taken: Size) -> Size:
    """The paper at which the guides stand: an envelope that is wider goes only through a larger printer, and
    that has larger paper.
    """
    usual, larger = PAGES[paper], WIDER[_NEXT[paper]]
    return usual if taken[0] <= usual[0] and taken[1] <= usual[1] else larger


def _share(feed: EnvelopeFeed) -> float:
    """How much of the page is left of it; who lies on his face has his left where the right was."""
    if feed.guide is Guide.CENTRE:
        return 0.5
    is_right = (feed.guide is Guide.GUIDE_RIGHT) != (feed.face is Face.DOWN)
    return float(is_right)
