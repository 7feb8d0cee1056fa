"""Writes a text by hand: in go text, style, box and seed, out come outlines and what they say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import islice
from threading import Lock
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reports.hand import tokens
from reports.hand.cache import Shelf, usual_file
from reports.hand.features import Array
from reports.hand.layout import DESCENT, Box, Layout, Line, laid_out
from reports.hand.letterforms import Letterform, Letterforms, path_entries
from reports.hand.noise import Noise
from reports.hand.planning import Room
from reports.hand.readback import Piece, pieces_of, starts
from reports.hand.signature import AIR, CAPITALS, Gap, Picture, depth, placed
from reports.hand.sources import Sources
from reports.hand.spelling import Speller
from reports.hand.style import Hand, Ink, Style
from reports.hand.tokens import UNIT
from reports.hand.variation import STREAM, Side, Writer, pitches
from reports.text import paragraph

_TONES = 12
_OF_HEBREW = 0.6  # its letters are as high as capitals, by which a signature is not measured
_ABOVE = 0.38  # of the free height: what looks like the middle lies a little above it


class DoesNotFit(Exception):
    """The text goes on no card of this size, however small it is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One side: `entries` of the table in `tokens`, letter after letter in the order of reading.

    `ends` is where each letter's entries end, `letters` their texts, `verbs` their operators. `lines` are
    what is read, piece by piece.
    """

    entries: NDArray[np.int64]
    ends: list[int]
    letters: list[str]
    verbs: list[tuple[int, ...]]
    lines: list[list[Piece]]
    size: float
    picture: Picture | None = None
    picture_matrix: tuple[float, ...] = ()

    def outlines(self, since: int = 0) -> Iterator["Inked"]:
        """Every letter from that one on as it is drawn, for a painter that knows no PDF."""
        start = self.ends[since - 1] if since else 0
        letters = zip(self.letters, self.verbs, self.ends, strict=True)
        for text, verbs, end in islice(letters, since, None):
            entries = self.entries[start:end] - path_entries(verbs)
            tone = int(entries[0]) // tokens.COLOUR_ENTRIES
            points = entries[tokens.COLOUR_ENTRIES : -1].reshape(-1, 2)
            yield Inked(text=text, verbs=verbs, points=points, tone=tone)
            start = end


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Inked:
    """A letter on the page: `verbs` of `reports.hand.outlines` take its points in units of 0.05 pt.

    The points count from the lower left corner of the card; `tone` is the index of its `colours`.
    """

    text: str
    verbs: tuple[int, ...]
    points: NDArray[np.int64]
    tone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A text as written, without a page where there is nothing to write; `missing` had to be spelled out."""

    pages: tuple[Page, ...]
    size: float
    hand: Hand
    ink: Ink
    missing: tuple[str, ...]

    def drawn(self, page: Page) -> bytes:
        """The path operators of a page, each letter filled in its own tone; in units of the drawing."""
        return _table(self.ink).take(page.entries).tobytes().translate(None, b"\0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """On how many sides and in which size a text will stand, and what had to be spelled out."""

    sides: int
    size: float
    hand: Hand
    missing: tuple[str, ...]


class Desk:
    """The typefaces of one hand, opened and measured; kept for the next card."""

    def __init__(self, hand: Hand, shelf: Shelf) -> None:
        sources = Sources(shelf)
        self.hand = hand
        self.letterforms = Letterforms(sources, hand.connect)
        self.height = sources.measures(hand.face, hand.connect).height
        by_hebrew = hand.right_to_left or hand.both_ways
        self.x_height = self.height * (_OF_HEBREW if by_hebrew else 1.0)
        self.speller = Speller(hand, self.letterforms, hand.gap * self.height)


_TURN = Lock()  # the screen's previews and the printer's job write at the same time


@cache
def _shelf() -> Shelf:
    return Shelf(usual_file())


@lru_cache(maxsize=16)
def _desk(hand: Hand) -> Desk:
    return Desk(hand, _shelf())


def keep() -> None:
    """Keeps what was learned about letters for the next run."""
    with _TURN:
        _shelf().save()


def write(
    text: str, style: Style, box: Box, seed: int, *, language: str, right_to_left: bool
) -> Writing:
    """`text` written into the box; the same arguments give the same outlines. Raises `DoesNotFit`."""
    with _TURN:
        place = _desk(style.hand_for(right_to_left=right_to_left))
        layout = _laid_out(text, style, box, place, language)
        order = _Order(place, layout.size, box, style)
        under = 0.0 if layout.beneath else _under(style, place)
        feet = [DESCENT] * (len(layout.sides) - 1) + [max(DESCENT, under)]
        pages = [
            _page(lines, order, Noise(seed + n), foot)
            for n, (lines, foot) in enumerate(zip(layout.sides, feet, strict=False))
        ]
        if style.signature and pages:
            last = layout.sides[-1]
            pages[-1] = _signed(pages[-1], last, order, layout.beneath, Noise(seed))
    return Writing(
        pages=tuple(pages), size=layout.size, hand=place.hand, ink=style.ink, missing=layout.missing
    )


@lru_cache(maxsize=8192)
def lacking(text: str, hand: Hand) -> tuple[str, ...]:
    """The letters of a line that this hand would have to spell out."""
    with _TURN:
        faces = _desk(hand).speller.faces
    return paragraph(text, faces, right_to_left=hand.right_to_left).missing


def plan(text: str, style: Style, box: Box, *, language: str, right_to_left: bool) -> Plan:
    """What will come of a text, found without writing it. Raises `DoesNotFit`."""
    with _TURN:
        place = _desk(style.hand_for(right_to_left=right_to_left))
        layout = _laid_out(text, style, box, place, language)
    return Plan(sides=len(layout.sides), size=layout.size, hand=place.hand, missing=layout.missing)


def _laid_out(text: str, style: Style, box: Box, place: Desk, language: str) -> Layout:
    room = Room(
        box.width, box.height, _under(style, place), style.beneath, CAPITALS * place.x_height
    )
    right_to_left = place.hand.right_to_left
    layout = laid_out(text, place.speller, room, language, right_to_left=right_to_left)
    if layout is None:
        raise DoesNotFit
    return layout


def _under(style: Style, place: Desk) -> float:
    """How much a signature takes under the line above it, in ems; 0 for none."""
    if style.signature is None:
        return 0.0
    return depth(style.signature, place.x_height, place.hand.leading)


class _Order(NamedTuple):
    """What the sides of one card have in common."""

    place: Desk
    size: float
    box: Box
    style: Style


@lru_cache(maxsize=8)
def _table(ink: Ink) -> NDArray[np.uint64]:
    return tokens.table(colours(ink))


def colours(ink: Ink) -> list[tuple[int, int, int]]:
    """The ink's tones, in thousandths, from the darkest to the lightest."""
    if not ink.tone:
        return [ink.colour]
    spread = [(2 * n / (_TONES - 1) - 1) * ink.tone * 3**0.5 for n in range(_TONES)]
    return [_shade(ink.colour, 1 + by) for by in spread]


def _shade(colour: tuple[int, int, int], factor: float) -> tuple[int, int, int]:
    red, green, blue = (1000 - round((1000 - part) * factor) for part in colour)
    return max(red, 0), max(green, 0), max(blue, 0)


def _page(lines: Sequence[Line], order: _Order, noise: Noise, foot: float) -> Page:
    place, size, ink = order.place, order.size, order.style.ink
    side = _side(lines, order, noise, foot)
    writer = Writer(place.hand, place.letterforms, place.height * size / UNIT, order.style.amount)
    written = writer.write(side, noise, ink.weight, len(colours(ink)))
    reading = [n + start for start, line in starts(lines) for n in np.argsort(line.order).tolist()]
    texts = [text for line in lines for text in line.texts]
    numbers = side.form.tolist()
    forms = [place.letterforms.forms[numbers[at]] for at in reading]
    return Page(
        entries=_entries(forms, written.coefficients[reading]),
        ends=np.cumsum([len(form.entries) for form in forms]).tolist(),
        letters=[texts[at] for at in reading],
        verbs=[form.verbs for form in forms],
        lines=list(pieces_of(lines, written.ink * UNIT)),
        size=size,
    )


def _signed(page: Page, lines: Sequence[Line], order: _Order, beneath: int, noise: Noise) -> Page:
    """The side with the signature under its last line, or over so many that stand beneath.

    It is one more outline, or a picture.
    """
    place, size, _box, style = order
    if style.signature is None:
        return page
    found = placed(
        style.signature,
        noise,
        _gap(page, lines, order, beneath),
        place.x_height * size,
        mirrored=place.hand.right_to_left,
    )
    if found.outline is None:
        return replace(page, picture=style.signature.picture, picture_matrix=found.matrix)
    entries = path_entries(found.verbs).copy()
    entries[tokens.COLOUR_ENTRIES : -1] += found.outline.ravel()
    return replace(
        page,
        entries=np.concatenate((page.entries, entries)),
        ends=[*page.ends, page.ends[-1] + len(entries)],
        letters=[*page.letters, ""],
        verbs=[*page.verbs, found.verbs],
    )


def _gap(page: Page, lines: Sequence[Line], order: _Order, beneath: int) -> Gap:
    """Between the ink of the line above the signature and that of the first of those beneath it."""
    place, size, box, style = order
    base, air = page.lines[-1 - beneath][0][3], AIR * place.x_height * size
    bottom = base - _under(style, place) * size
    heads = [*(start for start, _ in starts(lines)), len(page.letters)]
    since, until = heads[-2 - beneath], heads[-1 - beneath]
    letters = [one.points * UNIT for one in page.outlines(since)]
    above = np.concatenate(letters[: until - since])
    if beneath:
        below = np.concatenate(letters[until - since : heads[-beneath] - since])
        bottom = float(below[:, 1].max()) + air
    low, high = above.min(axis=0), above.max(axis=0)
    right_to_left = place.hand.right_to_left
    return Gap(
        left=box.left if right_to_left else float(low[0]),
        right=float(high[0]) if right_to_left else box.left + box.width,
        base=base - place.hand.leading * size,
        top=float(low[1]) - air,
        bottom=bottom,
    )


def _side(lines: Sequence[Line], order: _Order, noise: Noise, foot: float) -> Side:
    """The lines as they are planned, with `foot` ems kept free under the last base."""
    place, size, box, style = order
    choices = [forms for line in lines for forms in line.forms]
    first = [start + at for start, line in starts(lines) for at in line.words]
    line_of = np.repeat(np.arange(len(lines)), [len(line.words) for line in lines])
    counts = np.diff(np.array([*first, len(choices)]))
    word = np.repeat(np.arange(len(first)), counts)
    within = np.arange(len(choices)) - np.array(first)[word]
    in_line = np.arange(len(first)) - np.searchsorted(line_of, line_of)
    key = (line_of[word] << 20 | in_line[word] << 10 | within).astype(np.uint64)
    usual = np.array([forms[0] for forms in choices])
    form = np.array(_chosen(choices, noise.bits(STREAM["forms"], key).tolist(), style.amount))
    measured = place.letterforms.measured
    advance = np.array([one for line in lines for one in line.advances])
    advance += measured[form, 0] - measured[usual, 0]
    height = (lines[-1].down + foot) * size
    top = box.bottom + box.height - max(0.0, box.height - height) * _ABOVE
    downs = pitches(style.amount, noise, [line.down * size for line in lines])
    return Side(
        form=form,
        usual=usual,
        advance=advance,
        scale=np.array([one for line in lines for one in line.scales]) * (size / UNIT),
        key=key,
        word=word,
        first=np.array(first),
        apart=np.array([one for line in lines for one in line.apart]),
        line_of=line_of,
        base=(top - downs) / UNIT,
        start=box.left / UNIT,
        width=box.width / UNIT,
        from_right=np.array([line.right_to_left for line in lines]),
    )


def _chosen(choices: Sequence[tuple[int, ...]], bits: Sequence[int], amount: float) -> list[int]:
    """A form for each letter: never the one that the same letter had last."""
    last: dict[int, int] = {}
    chosen = []
    for forms, chance in zip(choices, bits, strict=True):
        usual = forms[0]
        if len(forms) == 1 or not amount:
            chosen.append(usual)
            continue
        before = last.get(usual)
        others = len(forms) - (before is not None)
        at = chance % others if before is None else (before + 1 + chance % others) % len(forms)
        last[usual] = at
        chosen.append(forms[at])
    return chosen


def _entries(forms: Sequence[Letterform], coefficients: Array) -> NDArray[np.int64]:
    count = sum(len(form.entries) for form in forms)
    places = np.empty(count)
    start = 0
    for form, row in zip(forms, coefficients, strict=True):
        for block in form.blocks:
            end = start + block.shape[1]
            np.dot(row, block, out=places[start:end])
            start = end
    entries = np.rint(places).astype(np.int64)
    entries += np.concatenate([form.entries for form in forms])
    return entries
