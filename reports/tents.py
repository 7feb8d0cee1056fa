"""Cards that stand on the table: folded across the middle, with the same on both sides of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any, BinaryIO, Protocol

from app.progress import Report, unheard
from reports.bleed import Ground, draw_bleed
from reports.field import Field, cut_marks, field
from reports.hand.writing import keep
from reports.papers import BackPlace, Mark, Paper, Place, Size, UnknownPaper
from reports.sheet import MM, Imprint, Sheet, main_language

_IMPRINT = Imprint()
_TICK, _OFF, _SHORT = 5.0, 1.5, 4.0
"""Millimetres: the length of a mark, how far it stays off the card, and its length where it has to stand
on one, as the cards reach the edge of the page."""
_DASH, _BROAD = 3.0, 0.25  # points


class Stands(Protocol):
    """What stands on one, in `language`."""

    @property
    def language(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Tents:
    """A sheet of them: each takes `face` twice, one above the other, and is folded in between.

    Those that do not fold lie flat, with one face each.
    """

    name: str
    page: Size
    face: Size
    places: tuple[Place, ...]
    folds: bool = True

    @property
    def flat(self) -> Size:
        """The size that is cut out."""
        return (self.face[0], self.face[1] * (2 if self.folds else 1))

    def alone(self) -> "Tents":
        """One face as a page of its own."""
        return replace(self, page=self.face, places=((0.0, 0.0),), folds=False)


@dataclass(frozen=True, slots=True)
class Look:
    """`draw` is told on which side of the table a face looks, 0 or 1; `ground` is what of it reaches to the
    edges: it is drawn beyond them, too.
    """

    draw: Callable[[Field, Any, int], None]
    ground: Ground | None = None


def in_columns(name: str, face: Size, columns: int, rows: int, page: Size) -> Tents:
    """As many tents as that, touching one another in the middle of the page."""
    flat = (face[0], 2 * face[1])
    left, top = (page[0] - columns * flat[0]) / 2, (page[1] - rows * flat[1]) / 2
    places = tuple(
        (left + x * flat[0], top + y * flat[1]) for y in range(rows) for x in range(columns)
    )
    return Tents(name=name, page=page, face=face, places=places)


def draw_tents(
    stand: Sequence["Stands"],
    tents: Tents,
    look: Look,
    to: BinaryIO,
    report: Report = unheard,
    *,
    imprint: Imprint = _IMPRINT,
) -> None:
    """Write all of them. Raises `TextTooLong`."""
    sheet = Sheet(to, imprint, main_language(one.language for one in stand))
    on_page = len(tents.places)
    for start in range(0, len(stand), on_page):
        some = stand[start : start + on_page]
        sheet.begin_page(tents.page[0] * MM, tents.page[1] * MM)
        if look.ground is not None:
            draw_bleed(sheet, _paper(tents), list(_spots(tents, some)), look.ground)
        for one, place in zip(some, tents.places, strict=False):
            for side, spot in enumerate(_faces(tents, place)):
                with field(sheet, _paper(tents), spot, one.language) as face:
                    look.draw(face, one, side)
        _marks(sheet, tents)
        sheet.end_page()
        report(start + len(some), len(stand))
    sheet.save()
    keep()


def draw_face_alone(one: "Stands", tents: Tents, look: Look) -> bytes:
    """The near side of one as a page of its own size."""
    file = BytesIO()
    draw_tents([one], tents.alone(), look, file)
    return file.getvalue()


def _spots(tents: Tents, some: Sequence["Stands"]) -> Iterator[tuple[BackPlace, str]]:
    for one, place in zip(some, tents.places, strict=False):
        for spot in _faces(tents, place):
            yield spot, one.language


def _faces(tents: Tents, place: Place) -> Iterator[BackPlace]:
    """The near side, and on its head above the fold the far one."""
    left, top = place
    if not tents.folds:
        yield BackPlace(left=left, top=top, turned=False)
        return
    yield BackPlace(left=left, top=top + tents.face[1], turned=False)
    yield BackPlace(left=left, top=top, turned=True)


def _paper(tents: Tents) -> Paper:
    return Paper(name=tents.name, page=tents.page, card=tents.face)


def _marks(sheet: Sheet, tents: Tents) -> None:
    """Lines outside the cards to cut along, and dashes to fold along."""
    if tents.flat == tents.page and not tents.folds:
        return
    cuts, folds = set[Mark](), set[Mark]()
    for left, top in tents.places:
        right, bottom = left + tents.flat[0], top + tents.flat[1]
        for y in (top, bottom):
            cuts |= {(x, y, to, y) for x, to in _ends(left, right, tents.page[0], _outer(tents, 0))}
        for x in (left, right):
            cuts |= {(x, y, x, to) for y, to in _ends(top, bottom, tents.page[1], _outer(tents, 1))}
        if tents.folds:
            y = top + tents.face[1]
            folds |= {
                (x, y, to, y) for x, to in _ends(left, right, tents.page[0], _outer(tents, 0))
            }
    _draw_marks(sheet, tents, sorted(cuts), sorted(folds))


def _outer(tents: Tents, axis: int) -> tuple[float, float]:
    """Where the first card begins and the last one ends."""
    return (
        min(place[axis] for place in tents.places),
        max(place[axis] for place in tents.places) + tents.flat[axis],
    )


def _ends(
    start: float, end: float, page: float, outer: tuple[float, float]
) -> Iterator[tuple[float, float]]:
    """From where to where the marks at both ends reach; only outside of all cards, if there is room."""
    is_tight = outer[0] < 2 * _OFF
    if abs(start - outer[0]) < _OFF:
        near = max(start - _OFF, 0.0)
        yield (0.0, _SHORT) if is_tight else (max(near - _TICK, 0.0), near)
    if abs(end - outer[1]) < _OFF:
        near = min(end + _OFF, page)
        yield (page - _SHORT, page) if is_tight else (near, min(near + _TICK, page))


def _draw_marks(sheet: Sheet, tents: Tents, cuts: Sequence[Mark], folds: Sequence[Mark]) -> None:
    flat = Paper(name=tents.name, page=tents.page, card=tents.flat, marks=tuple(cuts))
    cut_marks(sheet, flat)
    canvas = sheet.canvas
    canvas.saveState()
    canvas.setDash([_DASH / 2, _DASH / 2])
    cut_marks(sheet, replace(flat, marks=tuple(folds)))
    canvas.restoreState()


_A4, _A4_ACROSS = (210.0, 297.0), (297.0, 210.0)
_A5 = (148.0, 210.0)
PLACE_CARDS: Mapping[str, Tents] = {
    one.name: one
    for one in (
        in_columns("A4x4", (100.0, 50.0), 2, 2, _A4),
        in_columns("A4x6", (100.0, 45.0), 2, 3, _A4),
    )
}
"""Of place cards, by how many are on a page."""
TABLE_NUMBERS: Mapping[str, Tents] = {
    one.name: one
    for one in (
        in_columns("A6", (148.0, 105.0), 1, 1, _A4),
        in_columns("A6x2", (148.0, 105.0), 2, 1, _A4_ACROSS),
        Tents(name="A5", page=_A5, face=_A5, places=((0.0, 0.0),), folds=False),
    )
}
"""Of table numbers: a tent on a page or two, and a flat one for a stand."""


def place_card_paper(name: str) -> Tents:
    """That of place cards that is called so, the usual for none. Raises `UnknownPaper`."""
    return _called(name, PLACE_CARDS)


def table_number_paper(name: str) -> Tents:
    """The same of table numbers. Raises `UnknownPaper`."""
    return _called(name, TABLE_NUMBERS)


def _called(name: str, known: Mapping[str, Tents]) -> Tents:
    wanted = name.strip().casefold()
    for key, one in known.items():
        if key.casefold() == wanted or not wanted:
            return one
    raise UnknownPaper(name=name, known=tuple(known))
