"""Cards written in the shop's hand: a greeting, a few lines and a name on good paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import islice
from typing import BinaryIO

from app.errors import ShopError
from app.progress import Report, unheard
from reports.cautions import (
    Caution,
    MissingLetters,
    NothingToWrite,
    WrittenOnSides,
    WrittenSmall,
)
from reports.hand import tokens
from reports.hand.layout import Box
from reports.hand.noise import seed_of
from reports.hand.pdf import Pages, number, unseen
from reports.hand.style import AMOUNT, HANDS, INKS, Style, hand_called, ink_called
from reports.hand.writing import DoesNotFit, Page, Plan, Writing, keep, plan, write
from reports.papers import Paper
from reports.sheet import MM, Imprint, main_language
from resources.words import RIGHT_TO_LEFT

_IMPRINT = Imprint()
_STYLE = Style()
_MARK_WIDTH = 0.25  # points


class CardTooLong(ShopError):
    """The text for `name` does not fit the card at any size that could be read."""


class UnknownHand(ShopError):
    """There is no hand called `name`; `known` lists those there are."""


class UnknownInk(ShopError):
    """There is no ink called `name`; `known` lists those there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFacts:
    """One card: paragraphs with an empty line between them, in the customer's language.

    The writing follows from `uid`, `occasion` and the style's seed: the same card is always written the
    same, next year's differently.
    """

    name_for_warnings: str
    text: str
    language: str
    uid: str
    occasion: str = ""


def style_of(hand: str | None, ink: str, amount: float = AMOUNT, seed: int = 0) -> Style:
    """How cards are written, from names as they are typed. Raises `UnknownHand` and `UnknownInk`."""
    chosen = None if hand is None else hand_called(hand)
    if hand is not None and chosen is None:
        raise UnknownHand(name=hand, known=tuple(HANDS))
    pen = ink_called(ink)
    if pen is None:
        raise UnknownInk(name=ink, known=tuple(INKS))
    return Style(hand=chosen, ink=pen, amount=amount, seed=seed)


def draw_cards(
    cards: Sequence[CardFacts],
    paper: Paper,
    to: BinaryIO,
    report: Report = unheard,
    *,
    imprint: Imprint = _IMPRINT,
    style: Style = _STYLE,
) -> tuple[Caution, ...]:
    """Write the cards as a PDF in the order given, as many on a page as the paper holds.

    A text that needs two sides takes two places. Raises `CardTooLong`.
    """
    cautions: list[Caution] = []
    language = main_language(facts.language for facts in cards)
    pages = Pages(to, title=imprint.title, author=imprint.author, language=language)
    waiting = _sides(cards, paper, style, cautions)
    done = 0
    while on_page := list(islice(waiting, len(paper.places))):
        content = [_marks(paper)]
        for place, side in zip(paper.places, on_page, strict=False):
            content.append(_drawn(pages, paper, place, side))
            if side.is_last:
                done += 1
                report(done, len(cards))
        pages.add(paper.page[0] * MM, paper.page[1] * MM, b"\n".join(content))
    pages.finish()
    keep()
    return tuple(cautions)


def preview_card(card: CardFacts, paper: Paper, style: Style = _STYLE) -> bytes:
    """One card as a PDF of the card's own size, with the very letters that will be printed."""
    file = BytesIO()
    alone = replace(paper, page=paper.card, places=((0.0, 0.0),), marks=())
    draw_cards([card], alone, file, style=style)
    return file.getvalue()


def look_over(
    cards: Sequence[CardFacts], paper: Paper, style: Style = _STYLE
) -> tuple[Caution, ...]:
    """What `draw_cards` would say of the cards, in a fifth of the time. Raises `CardTooLong`."""
    return tuple(caution for facts in cards for caution in _looked_over(facts, paper, style))


def _looked_over(facts: CardFacts, paper: Paper, style: Style) -> Iterator[Caution]:
    right_to_left = facts.language in RIGHT_TO_LEFT
    try:
        found = plan(
            facts.text, style, _box(paper), language=facts.language, right_to_left=right_to_left
        )
    except DoesNotFit as refusal:
        raise CardTooLong(name=facts.name_for_warnings) from refusal
    yield from _cautions(facts, found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """One side of a card; a blank card has one without a page."""

    facts: CardFacts
    writing: Writing | None
    page: Page | None
    is_last: bool


def _sides(
    cards: Sequence[CardFacts], paper: Paper, style: Style, cautions: list[Caution]
) -> Iterator[_Side]:
    for facts in cards:
        writing = _written(facts, paper, style)
        cautions += _cautions(facts, _plan_of(writing))
        if not writing.pages:
            yield _Side(facts=facts, writing=None, page=None, is_last=True)
        for n, page in enumerate(writing.pages, start=1):
            yield _Side(facts=facts, writing=writing, page=page, is_last=n == len(writing.pages))


def _written(facts: CardFacts, paper: Paper, style: Style) -> Writing:
    try:
        return write(
            facts.text,
            style,
            _box(paper),
            seed_of(facts.uid, facts.occasion, style.seed),
            language=facts.language,
            right_to_left=facts.language in RIGHT_TO_LEFT,
        )
    except DoesNotFit as refusal:
        raise CardTooLong(name=facts.name_for_warnings) from refusal


def _box(paper: Paper) -> Box:
    width, height = paper.card
    return Box(
        left=paper.side * MM,
        bottom=paper.bottom * MM,
        width=(width - 2 * paper.side) * MM,
        height=(height - paper.top - paper.bottom) * MM,
    )


def _plan_of(writing: Writing) -> Plan:
    return Plan(
        sides=len(writing.pages), size=writing.size, hand=writing.hand, missing=writing.missing
    )


def _cautions(facts: CardFacts, plan: Plan) -> Iterator[Caution]:
    name = facts.name_for_warnings
    if not plan.sides:
        yield NothingToWrite(name=name)
        return
    if plan.size < plan.hand.smallest:
        yield WrittenSmall(name=name, size=plan.size, smallest=plan.hand.smallest)
    if plan.sides > 1:
        yield WrittenOnSides(name=name, sides=plan.sides)
    if plan.missing:
        yield MissingLetters(name=name, letters=plan.missing)


def _drawn(pages: Pages, paper: Paper, place: tuple[float, float], side: _Side) -> bytes:
    """A side's outlines and its text, moved to where the card lies on the page."""
    if side.page is None or side.writing is None:
        return b""
    left = place[0] * MM
    bottom = (paper.page[1] - place[1] - paper.card[1]) * MM
    lines = [
        [(text, low + left, high + left, base + bottom) for text, low, high, base in line]
        for line in side.page.lines
    ]
    scale = number(tokens.UNIT)
    code = (
        b"q %s 0 0 %s %s %s cm" % (scale, scale, number(left), number(bottom)),
        side.writing.drawn(side.page) + b"Q",
        _picture(pages, side, (left, bottom)),
        unseen(pages, lines, side.page.size),
    )
    if side.facts.language == pages.language:
        return b"\n".join(code)
    return b"\n".join(
        (b"/Span <</Lang (%s)>> BDC" % side.facts.language.encode("ascii", "ignore"), *code, b"EMC")
    )


def _picture(pages: Pages, side: _Side, corner: tuple[float, float]) -> bytes:
    """A scanned signature in the ink of the card."""
    if side.writing is None or side.page is None or side.page.picture is None:
        return b""
    name = pages.picture(side.page.picture, side.writing.ink.colour)
    a, b, c, d, x, y = side.page.picture_matrix
    matrix = b" ".join(map(number, (a, b, c, d, x + corner[0], y + corner[1])))
    return b"q %s cm /%s Do Q" % (matrix, name)


def _marks(paper: Paper) -> bytes:
    height = paper.page[1]
    code = [b"%s w" % number(_MARK_WIDTH)] if paper.marks else []
    for x, y, to_x, to_y in paper.marks:
        ends = (x * MM, (height - y) * MM, to_x * MM, (height - to_y) * MM)
        code.append(b"%s %s m %s %s l S" % tuple(map(number, ends)))
    return b"\n".join(code)
