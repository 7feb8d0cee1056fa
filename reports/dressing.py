"""Draws what belongs to a card's stationery and not to its text, as operators on a page of a PDF."""

from collections.abc import Iterator, Sequence

from reports.bleed import strips_around
from reports.hand.pdf import Pages, number
from reports.papers import BackPlace, Place
from reports.pictures import Picture, beyond
from reports.sheet import MM
from reports.stationery import LINE_ROOM, ShopMark, Stationery
from reports.text import Manner, broken, paragraph
from reports.typeset import typeset
from resources.words import RIGHT_TO_LEFT

_MARK_WIDTH = 0.25  # points
_LINE_WIDTH, _LINE_GREY = 0.4, 0.62
_SIGN, _SIGN_ROUND, _SIGN_RISE = 20.0, 4.5, 6.0  # millimetres
_ROUND = 0.5523
"""How far the handles of a cubic reach to make a quarter of a circle."""
_ACCENT, _WHITE, _INK2 = b"0.69 0.271 0.165 rg", b"1 g", b"0.396 0.361 0.329 rg"
_LETTER = Manner(fonts=("Rubik-Medium",), largest=34.0, smallest=8.0, tiny=6.0, leading=1.2)
_NAME = Manner(fonts=("Rubik-Regular",), largest=13.0, smallest=7.0, tiny=5.0, leading=1.3)


class Dressing:
    """Pictures are kept in the file once, however many cards show them."""

    def __init__(self, pages: Pages, on: Stationery) -> None:
        self._pages, self._on = pages, on

    def front(self, place: Place) -> bytes:
        """Beneath the text of the card at `place`."""
        return b"\n".join(self._front(place))

    def beyond(self, places: Sequence[Place]) -> bytes:
        """How the picture beneath goes on around the cards at these places, beyond the cut."""
        fronts = [BackPlace(left=left, top=top, turned=False) for left, top in places]
        return b"\n".join(self._beyond(self._on.ground, fronts))

    def cut_marks(self) -> bytes:
        """Over everything else: a picture may reach to where the cut is."""
        height = self._on.paper.page[1]
        lines = [
            _line((x, height - y), (to_x, height - to_y))
            for x, y, to_x, to_y in self._on.paper.marks
        ]
        return b"\n".join([b"0 G %s w" % number(_MARK_WIDTH), *lines] if lines else [])

    def second_side(self, cards: int) -> bytes:
        """The backs of the first `cards` places, each behind its card."""
        places = self._on.paper.back_places(self._on.edge)[:cards]
        picture = self._on.back if isinstance(self._on.back, Picture) else None
        return b"\n".join([*self._beyond(picture, places), *map(self._back, places)])

    def _front(self, place: Place) -> Iterator[bytes]:
        if self._on.ground:
            yield self._put(self._on.ground, BackPlace(left=place[0], top=place[1], turned=False))
        if self._on.own_line:
            yield self._own_line(place)

    def _own_line(self, place: Place) -> bytes:
        paper, margins = self._on.paper, self._on.text_margins()
        y = paper.page[1] - place[1] - paper.card[1] + margins.bottom - LINE_ROOM
        ends = (place[0] + margins.left, y), (place[0] + paper.card[0] - margins.right, y)
        return b"%s G %s w %s" % (number(_LINE_GREY), number(_LINE_WIDTH), _line(*ends))

    def _back(self, place: BackPlace) -> bytes:
        if isinstance(self._on.back, Picture):
            return self._put(self._on.back, place)
        return self._mark(self._on.back, place) if self._on.back else b""

    def _put(self, picture: Picture, place: BackPlace) -> bytes:
        wide, high = (number(side * MM) for side in self._on.paper.card)
        name = self._pages.picture(picture.jpeg, picture.size)
        return b"q %s %s 0 0 %s 0 0 cm /%s Do Q" % (self._moved(place), wide, high, name)

    def _beyond(self, picture: Picture | None, places: Sequence[BackPlace]) -> Iterator[bytes]:
        if picture is None:
            return
        for place, strips in strips_around(self._on.paper, places):
            for strip in strips:
                part = beyond(picture, self._on.paper.card, strip)
                (left, right, _), (bottom, top, _) = strip.across, strip.upwards
                sides = [number(one * MM) for one in (right - left, top - bottom, left, bottom)]
                name = self._pages.picture(part.jpeg, part.size)
                matrix = b"%s 0 0 %s %s %s cm" % tuple(sides)
                yield b"q %s %s /%s Do Q" % (self._moved(place), matrix, name)

    def _moved(self, place: BackPlace) -> bytes:
        """The lower left corner of a card becomes the origin; its upper right one when it is turned."""
        paper = self._on.paper
        left, bottom = place.left, paper.page[1] - place.top - paper.card[1]
        if place.turned:
            left, bottom = left + paper.card[0], bottom + paper.card[1]
        way = b"-1 0 0 -1" if place.turned else b"1 0 0 1"
        return b"%s %s %s cm" % (way, number(left * MM), number(bottom * MM))

    def _mark(self, mark: ShopMark, place: BackPlace) -> bytes:
        wide, high = self._on.paper.card
        left, bottom = (wide - _SIGN) / 2, high / 2 - _SIGN / 2 + _SIGN_RISE
        square = _rounded(left * MM, bottom * MM, _SIGN * MM, _SIGN_ROUND * MM)
        letter = self._centred(mark.name[:1].upper(), _LETTER, mark, (bottom, bottom + _SIGN))
        name = self._centred(mark.name, _NAME, mark, (bottom - 12.0, bottom - 2.0))
        parts = (_ACCENT, square, _WHITE, letter, _INK2, name)
        return b"q %s\n%s Q" % (self._moved(place), b"\n".join(parts))

    def _centred(
        self, text: str, manner: Manner, mark: ShopMark, between: tuple[float, float]
    ) -> bytes:
        """Lines in the middle of the card, between two heights in millimetres."""
        wide = self._on.paper.card[0]
        line = paragraph(text, manner.fonts, right_to_left=mark.language in RIGHT_TO_LEFT)
        box = ((wide - 20.0) * MM, (between[1] - between[0]) * MM)
        block = broken([line], box, manner)
        if block is None or not block.lines:
            return b""
        width = max(one.width for one in block.lines) * block.size
        free = box[1] - block.height * block.size
        corner = ((wide * MM - width) / 2, between[1] * MM - free / 2)
        return typeset(self._pages, block, corner, width)


def _line(start: tuple[float, float], end: tuple[float, float]) -> bytes:
    ends = [number(side * MM) for side in (*start, *end)]
    return b"%s %s m %s %s l S" % tuple(ends)


def _rounded(left: float, bottom: float, side: float, radius: float) -> bytes:
    """A square with rounded corners, filled."""
    right, top, near = left + side, bottom + side, radius * (1 - _ROUND)
    code = [_at(left + radius, bottom) + b" m", _at(right - radius, bottom) + b" l"]
    corners = (
        (
            (right - near, bottom),
            (right, bottom + near),
            (right, bottom + radius),
            (right, top - radius),
        ),
        ((right, top - near), (right - near, top), (right - radius, top), (left + radius, top)),
        ((left + near, top), (left, top - near), (left, top - radius), (left, bottom + radius)),
        (
            (left, bottom + near),
            (left + near, bottom),
            (left + radius, bottom),
            (left + radius, bottom),
        ),
    )
    for first, second, end, on in corners:
        code.append(b" ".join(_at(*point) for point in (first, second, end)) + b" c")
        code.append(_at(*on) + b" l")
    return b"\n".join([*code, b"f"])


def _at(x: float, y: float) -> bytes:
    return number(x) + b" " + number(y)
