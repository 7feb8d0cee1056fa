"""Cards written in the shop's hand: a greeting, a few lines and a name on good paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import BinaryIO

from app.errors import ShopError
from app.progress import Report, unheard
from reports.card_code import ROOM, code_drawn
from reports.card_mark import mark_drawn
from reports.cautions import (
    Caution,
    MissingLetters,
    NothingToWrite,
    WrittenOnSides,
    WrittenSmall,
)
from reports.dressing import Dressing
from reports.hand import tokens
from reports.hand.layout import Box
from reports.hand.pdf import Pages, number, unseen
from reports.hand.style import AMOUNT, HANDS, INKS, Style, hand_called, ink_called
from reports.hand.writing import DoesNotFit, Page, Plan, Writing, keep, plan, write
from reports.papers import Paper
from reports.sheet import MM, Imprint, main_language
from reports.stationery import Stationery
from resources.words import RIGHT_TO_LEFT

_IMPRINT = Imprint()
_STYLE = Style()


class CardTooLong(ShopError):
    """The text for `name` does not fit the card at any size that could be read."""


class UnknownHand(ShopError):
    """There is no hand called `name`; `known` lists those there are."""


class UnknownInk(ShopError):
    """There is no ink called `name`; `known` lists those there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFacts:
    """One card: paragraphs with an empty line between them, in the customer's language.

    The writing follows from `seed` alone: the same card is always written the same. A `code` is that of
    the coupon it brings along, at its foot for scanners and for eyes; a `mark` is the small number in its
    corner that ties it to her envelope and label.
    """

    name_for_warnings: str
    text: str
    language: str
    seed: int
    style: Style = _STYLE
    code: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What is to be said of the cards, and for each the page and the place where it begins, from 0."""

    cautions: tuple[Caution, ...]
    places: tuple[tuple[int, int], ...]


def style_of(hand: str | None, ink: str, amount: float = AMOUNT) -> Style:
    """How cards are written, from names as they are typed. Raises `UnknownHand` and `UnknownInk`."""
    chosen = None if hand is None else hand_called(hand)
    if hand is not None and chosen is None:
        raise UnknownHand(name=hand, known=tuple(HANDS))
    pen = ink_called(ink)
    if pen is None:
        raise UnknownInk(name=ink, known=tuple(INKS))
    return Style(hand=chosen, ink=pen, amount=amount)


def draw_cards(
    cards: Sequence[CardFacts],
    on: Stationery | Paper,
    to: BinaryIO,
    report: Report = unheard,
    *,
    imprint: Imprint = _IMPRINT,
) -> Drawn:
    """Write the cards as a PDF in the order given, as many on a page as the paper holds.

    A text that needs two sides takes two places. Raises `CardTooLong`.
    """
    language = main_language(facts.language for facts in cards)
    pages = Pages(to, title=imprint.title, author=imprint.author, language=language)
    stationery = on if isinstance(on, Stationery) else Stationery(paper=on)
    job = _Job(pages, stationery)
    sides, done = job.sides(cards), 0
    while on_page := list(islice(sides, len(stationery.paper.places))):
        done += sum(side.is_last for side in on_page)
        job.put(on_page)
        report(done, len(cards))
    pages.finish()
    keep()
    return Drawn(cautions=tuple(job.cautions), places=tuple(job.places))


def preview_card(card: CardFacts, on: Stationery | Paper) -> bytes:
    """One card as a PDF of the card's own size, with the very letters that will be printed."""
    stationery = on if isinstance(on, Stationery) else Stationery(paper=on)
    file = BytesIO()
    draw_cards([card], stationery.alone(), file)
    return file.getvalue()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """One side of a card; a blank card has one without a page."""

    facts: CardFacts
    writing: Writing | None = None
    page: Page | None = None
    is_first: bool = True
    is_last: bool = True


class _Job:
    """A document that grows page by page; what was put out is not kept."""

    def __init__(self, pages: Pages, on: Stationery) -> None:
        self._pages, self._on = pages, on
        self._dressing = Dressing(pages, on)
        self._count = 0
        self.cautions: list[Caution] = []
        self.places: list[tuple[int, int]] = []

    def sides(self, cards: Sequence[CardFacts]) -> Iterator[_Side]:
        for facts in cards:
            writing = written(facts, self._on)
            self.cautions += _cautions(facts, _plan_of(writing))
            if not writing.pages:
                yield _Side(facts=facts)
            last = len(writing.pages) - 1
            for n, page in enumerate(writing.pages):
                yield _Side(
                    facts=facts, writing=writing, page=page, is_first=not n, is_last=n == last
                )

    def put(self, sides: Sequence[_Side]) -> None:
        """A page of cards, and its second side where the stationery has one."""
        paper = self._on.paper
        content = [self._dressing.beyond(paper.places[: len(sides)])]
        for n, (place, side) in enumerate(zip(paper.places, sides, strict=False)):
            if side.is_first:
                self.places.append((self._count, n))
            content += [self._dressing.front(place), self._drawn(place, side)]
        self._add([*content, self._dressing.cut_marks()])
        if self._on.back:
            self._add([self._dressing.second_side(len(sides))])

    def _code(self, side: _Side, corner: tuple[float, float]) -> bytes:
        facts = side.facts
        if not (facts.code and side.is_last):
            return b""
        return code_drawn(self._pages, self._on, facts.code, corner, facts.language)

    def _add(self, content: Sequence[bytes]) -> None:
        wide, high = self._on.paper.page
        self._pages.add(wide * MM, high * MM, b"\n".join(filter(None, content)))
        self._count += 1

    def _drawn(self, place: tuple[float, float], side: _Side) -> bytes:
        """A side's outlines and its text, moved to where the card lies on the page."""
        if side.page is None or side.writing is None:
            return b""
        paper = self._on.paper
        left, bottom = place[0] * MM, (paper.page[1] - place[1] - paper.card[1]) * MM
        lines = [
            [(text, low + left, high + left, base + bottom) for text, low, high, base in line]
            for line in side.page.lines
        ]
        scale = number(tokens.UNIT)
        code = (
            b"q %s 0 0 %s %s %s cm" % (scale, scale, number(left), number(bottom)),
            side.writing.drawn(side.page) + b"Q",
            _scanned(self._pages, side, (left, bottom)),
            unseen(self._pages, lines, side.page.size),
            self._code(side, (left, bottom)),
            mark_drawn(self._pages, side.facts.mark, (left, bottom), paper.card[0]),
        )
        if side.facts.language == self._pages.language:
            return b"\n".join(code)
        language = side.facts.language.encode("ascii", "ignore")
        return b"\n".join((b"/Span <</Lang (%s)>> BDC" % language, *code, b"EMC"))


def written(facts: CardFacts, on: Stationery) -> Writing:
    """The card's text as it is written within the margins of the stationery. Raises `CardTooLong`."""
    try:
        return write(
            facts.text,
            facts.style,
            _box(on, facts.code),
            facts.seed,
            language=facts.language,
            right_to_left=facts.language in RIGHT_TO_LEFT,
        )
    except DoesNotFit as refusal:
        raise CardTooLong(name=facts.name_for_warnings) from refusal


def look_over(cards: Sequence[CardFacts], on: Stationery | Paper) -> tuple[Caution, ...]:
    """What `draw_cards` would say of the cards, in a fifth of the time. Raises `CardTooLong`."""
    stationery = on if isinstance(on, Stationery) else Stationery(paper=on)
    return tuple(caution for facts in cards for caution in _looked_over(facts, stationery))


def _looked_over(facts: CardFacts, on: Stationery) -> Iterator[Caution]:
    right_to_left = facts.language in RIGHT_TO_LEFT
    try:
        found = plan(
            facts.text,
            facts.style,
            _box(on, facts.code),
            language=facts.language,
            right_to_left=right_to_left,
        )
    except DoesNotFit as refusal:
        raise CardTooLong(name=facts.name_for_warnings) from refusal
    yield from _cautions(facts, found)


def _box(on: Stationery, code: str) -> Box:
    """Where the text stands; a code takes its room at the foot."""
    (width, height), margins = on.paper.card, on.text_margins()
    foot = margins.bottom + (ROOM if code else 0.0)
    return Box(
        left=margins.left * MM,
        bottom=foot * MM,
        width=(width - margins.left - margins.right) * MM,
        height=(height - margins.top - foot) * MM,
    )


def _plan_of(writing: Writing) -> Plan:
    return Plan(
        sides=len(writing.pages), size=writing.size, hand=writing.hand, missing=writing.missing
    )


def _cautions(facts: CardFacts, found: Plan) -> Iterator[Caution]:
    name = facts.name_for_warnings
    if not found.sides:
        yield NothingToWrite(name=name)
        return
    if found.size < found.hand.smallest:
        yield WrittenSmall(name=name, size=found.size, smallest=found.hand.smallest)
    if found.sides > 1:
        yield WrittenOnSides(name=name, sides=found.sides)
    if found.missing:
        yield MissingLetters(name=name, letters=found.missing)


def _scanned(pages: Pages, side: _Side, corner: tuple[float, float]) -> bytes:
    """A scanned signature in the ink of the card."""
    if side.writing is None or side.page is None or side.page.picture is None:
        return b""
    name = pages.ink(side.page.picture, side.writing.ink.colour)
    a, b, c, d, x, y = side.page.picture_matrix
    matrix = b" ".join(map(number, (a, b, c, d, x + corner[0], y + corner[1])))
    return b"q %s cm /%s Do Q" % (matrix, name)
