"""Menus for an event: a title by hand, courses and dishes, in the shop's design, as large as they fit."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO

from app.errors import ShopError
from reports.by_hand import ByHand, cautions_by_hand
from reports.cautions import Caution
from reports.designed import FACES, led_by
from reports.dress import Wearing
from reports.field import Field, Room, Spot, TextTooLong, Written
from reports.hand.noise import seed_of
from reports.hand.style import Style
from reports.handed_out import Made, draw_alone, draw_sheets
from reports.menu_text import Course, Dish, courses_in
from reports.papers import Paper, UnknownPaper
from reports.sheet import Imprint
from reports.table_face import dress_face, face_ground
from resources.words import RIGHT_TO_LEFT

_IMPRINT = Imprint()
_STYLE = Style()
_LAST = ("Rubik-Medium", "Lora-Regular")
_A5, _DL = (148.0, 210.0), (99.0, 210.0)
_ACROSS = (297.0, 210.0)


def _several(name: str, card: Room, count: int) -> Paper:
    """Side by side on A4, with a short mark above and below each cut."""
    left = (_ACROSS[0] - count * card[0]) / 2
    cuts = [left + n * card[0] for n in range(count + 1)]
    inner = [x for x in cuts if 1.0 < x < _ACROSS[0] - 1.0]
    marks = [(x, y, x, y + 4.0) for x in inner for y in (0.0, _ACROSS[1] - 4.0)]
    places = tuple((x, 0.0) for x in cuts[:-1])
    return Paper(name=name, page=_ACROSS, card=card, places=places, marks=tuple(marks))


PAPERS: Mapping[str, Paper] = {
    one.name: one
    for one in (
        Paper(name="A5", page=_A5, card=_A5),
        _several("A5x2", _A5, 2),
        Paper(name="DL", page=_DL, card=_DL),
        _several("DLx3", _DL, 3),
        Paper(name="A4", page=(210.0, 297.0), card=(210.0, 297.0)),
    )
}
USUAL = PAPERS["A5"]
_SIZES = (1.5, 1.35, 1.2, 1.1, 1.0, 0.92, 0.84, 0.76, 0.69, 0.63, 0.57, 0.52)
"""How large the type is, beside that of a menu that is neither long nor short."""
_TITLE, _UNDER_TITLE, _FOOT = 0.16, 0.025, 0.03  # of the height of what is free
_DISH, _SMALL, _COURSE = 12.0, 8.8, 15.0  # points
_AIR = 1.3  # millimetres between dishes
_BEFORE, _AFTER = 5.0, 2.0  # above and beneath the title of a course
_ASIDE, _BETWEEN = 0.24, 3.0  # of the width, the most that a price may take; millimetres before it
_SPREAD = 1.9
"""So many times as far apart as usual things may stand where there is room left over."""


class EmptyMenu(ShopError):
    """No dish was named."""


class MenuTooLong(TextTooLong):
    """It goes on this paper at no size that could be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """`note` stands beneath everything, such as what the numbers of allergens mean."""

    title: str
    courses: tuple[Course, ...]
    note: str
    language: str
    style: Style = _STYLE


def read_menu(title: str, text: str, note: str, language: str, style: Style = _STYLE) -> Menu:
    """A menu as it was typed. Raises `EmptyMenu`."""
    courses = courses_in(text)
    if not courses:
        raise EmptyMenu
    return Menu(
        title=title.strip(), courses=courses, note=note.strip(), language=language, style=style
    )


def menu_cautions(menu: Menu) -> Iterator[Caution]:
    """Whether the hand has the letters of its title."""
    title = ByHand(menu.title, menu.language in RIGHT_TO_LEFT)
    return cautions_by_hand([title] if menu.title else (), menu.style)


def menu_paper(name: str) -> Paper:
    """The paper of menus that is called so, the usual for none. Raises `UnknownPaper`."""
    for key, one in PAPERS.items():
        if key.casefold() == (name.strip().casefold() or USUAL.name.casefold()):
            return one
    raise UnknownPaper(name=name, known=tuple(PAPERS))


def draw_menus(
    menu: Menu,
    copies: int,
    wearing: Wearing,
    to: BinaryIO,
    *,
    paper: Paper = USUAL,
    imprint: Imprint = _IMPRINT,
) -> None:
    """Write so many of the same. Raises `TextTooLong`."""
    made = Made(paper, partial(_draw, wearing), ground=face_ground(wearing))
    draw_sheets([menu] * copies, made, to, imprint=imprint)


def preview_menu(menu: Menu, wearing: Wearing, paper: Paper = USUAL) -> bytes:
    """One as a page of its own. Raises `TextTooLong`."""
    return draw_alone(menu, Made(paper, partial(_draw, wearing)))


def _draw(wearing: Wearing, one: Field, menu: Menu) -> None:
    (left, top), (wide, high) = dress_face(one, wearing)
    if menu.title:
        tall = _TITLE * high
        seed = seed_of(menu.title) >> 1
        one.large_hand(menu.title, (left, top), (wide, tall), menu.style, seed)
        air = _UNDER_TITLE * high
        top, high = top + tall + air, high - tall - air
    _Fare(one, menu, wearing, wide).draw((left, top), high * (1 - _FOOT))


@dataclass(frozen=True, slots=True)
class _Piece:
    """Something set in the column, so `high`, with so much air above it."""

    above: float
    high: float
    draw: Callable[[Spot], None]


@dataclass(frozen=True, slots=True)
class _Fare:
    """The courses in a column of that width: dishes in the middle, or with their prices at the end."""

    one: Field
    menu: Menu
    wearing: Wearing
    wide: float

    def draw(self, at: Spot, high: float) -> None:
        pieces = self._fitting(high)
        taken = sum(piece.above + piece.high for piece in pieces)
        air = sum(piece.above for piece in pieces[1:])
        spread = min(_SPREAD, (high - taken + air) / air) if air else 1.0
        rest = high - taken - (spread - 1) * air
        top = at[1] + rest / 2
        for number, piece in enumerate(pieces):
            top += piece.above * (spread if number else 1.0)
            piece.draw((at[0], top))
            top += piece.high

    def _fitting(self, high: float) -> list[_Piece]:
        for scale in _SIZES:
            try:
                pieces = list(self._pieces(scale))
            except TextTooLong:
                continue
            if sum(piece.above + piece.high for piece in pieces) <= high:
                return pieces
        raise MenuTooLong

    def _pieces(self, scale: float) -> Iterator[_Piece]:
        is_first = True
        for course in self.menu.courses:
            if course.title:
                above = 0.0 if is_first else _BEFORE * scale
                how = self._how(course.title, _COURSE * scale, "accent", "display")
                yield self._text(course.title, how, above)
            for at, dish in enumerate(course.dishes):
                is_under = at == 0 and bool(course.title)
                above = _AFTER if is_under else 0.0 if is_first else _AIR
                yield from self._dish(dish, scale, above * scale)
                is_first = False
            is_first = False
        if self.menu.note:
            how = self._how(self.menu.note, _SMALL * scale * 0.9, "quiet", "plain")
            yield self._text(self.menu.note, how, _BEFORE * scale)

    def _dish(self, dish: Dish, scale: float, above: float) -> Iterator[_Piece]:
        name = f"{dish.name} {_whole(dish.allergens)}" if dish.allergens else dish.name
        how = self._how(name, _DISH * scale, "ink", "medium")
        if self._is_priced:
            yield self._priced(name, dish.aside, how, above)
        else:
            yield self._text(name, how, above)
        if dish.about:
            small = self._how(dish.about, _SMALL * scale, "quiet", "plain")
            yield self._text(dish.about, small, 0.3 * scale)

    @property
    def _is_priced(self) -> bool:
        return any(dish.aside for course in self.menu.courses for dish in course.dishes)

    def _how(self, text: str, size: float, colour: str, face: str) -> Written:
        known = self.wearing.design.face if face == "display" else face
        return Written(
            largest=size,
            tiny=size,
            colour=self.wearing.dress.colours.named(colour),
            fonts=led_by(text, (*FACES[known], *_LAST)),
            leading=1.22,
            align="start" if self._is_priced else "middle",
            sits=0.0,
        )

    def _text(self, text: str, how: Written, above: float) -> _Piece:
        wide = self.wide * (1 - _ASIDE) - _BETWEEN if self._is_priced else self.wide
        high = self.one.measured(text, (wide, _ENDLESS), how)[1] + _SLACK
        return _Piece(above, high, lambda at: self.one.text(text, at, (wide, high), how))

    def _priced(self, name: str, price: str, how: Written, above: float) -> _Piece:
        """The price stands at the end of the first line."""
        dish = self._text(name, replace(how, goes_on=bool(price)), above)
        aside = self.wide * _ASIDE
        at_end = self._price(how, price)
        tall = self.one.measured(price, (aside, _ENDLESS), at_end)[1] + _SLACK if price else 0.0

        def draw(at: Spot) -> None:
            dish.draw(at)
            if price:
                spot = (at[0] + self.wide - aside, at[1])
                self.one.text(price, spot, (aside, tall), at_end)

        return _Piece(above, max(dish.high, tall), draw)

    def _price(self, how: Written, price: str) -> Written:
        return Written(
            largest=how.largest,
            tiny=how.tiny * 0.6,
            colour=how.colour,
            fonts=led_by(price, ("Rubik-Regular", *_LAST)),
            align="end",
            sits=0.0,
        )


def _whole(allergens: str) -> str:
    """In brackets, not parted between two lines."""
    return f"({' '.join(allergens.split())})".replace(" ", "\N{NO-BREAK SPACE}")


_ENDLESS, _SLACK = 1000.0, 0.05  # millimetres
