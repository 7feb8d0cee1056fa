"""Stamp cards, ten on a page: a circle for each stamp, and what a full card brings."""

from dataclasses import dataclass, replace
from functools import partial
from math import ceil
from typing import BinaryIO

from app.keeping.settings import Settings
from app.loyalty.programme import StampDeal
from reports.dress import NAKED, Dress
from reports.field import BOLD, INK2, WHITE, Colour, Field, Spot, Written, touching
from reports.handed_out import Made, draw_alone, draw_sheets
from reports.nameplate import draw_name
from reports.sheet import Imprint
from resources.words import words_in

_IMPRINT = Imprint()
PAPER = touching("stamp cards", (85.0, 54.0), 2, 5)

_SHOP = Written(largest=10.5, fonts=BOLD)
_DEAL = Written(largest=8.5, tiny=5.0, colour=INK2, leading=1.25)
_EMPTY = Written(largest=9.0, tiny=3.5, colour=INK2, align="middle")
_BRINGS = Written(largest=9.0, tiny=3.5, fonts=BOLD, align="middle")
_EDGE, _TOP, _GAP = 5.0, 24.0, 2.0
_LARGEST = 12.0  # millimetres across


@dataclass(frozen=True, slots=True, kw_only=True)
class StampCardFacts:
    """A card of `goal` circles, of which so many are `given`; at `interim_at` there is something already."""

    shop: str
    deal: str
    goal: int
    given: int
    interim_at: int | None
    language: str


def stamp_card_facts(deal: StampDeal, settings: Settings) -> StampCardFacts:
    """The card of the deal that holds, in the shop's language."""
    words = words_in(settings.language)
    said = words.plural(
        "{n} stamp: {reward}", "{n} stamps: {reward}", deal.goal, reward=words.own_way(deal.reward)
    )
    if deal.interim_at and deal.interim:
        before = words.plural(
            "{n} stamp: {reward}",
            "{n} stamps: {reward}",
            deal.interim_at,
            reward=words.own_way(deal.interim),
        )
        said = f"{before} · {said}"
    return StampCardFacts(
        shop=settings.name,
        deal=said if deal.reward else words("Thank you for every visit"),
        goal=deal.goal,
        given=deal.head_start,
        interim_at=deal.interim_at,
        language=words.language,
    )


def draw_stamp_cards(
    facts: StampCardFacts,
    pages: int,
    to: BinaryIO,
    *,
    dress: Dress = NAKED,
    imprint: Imprint = _IMPRINT,
) -> None:
    """Write `pages` of the shop's with ten cards each and marks to cut by. Raises `TextTooLong`."""
    paper = touching("stamp cards", (85.0, 54.0), 2, 5, dress.page)
    made = Made(paper, partial(_draw, dress))
    draw_sheets([facts] * len(paper.places) * pages, made, to, imprint=imprint)


def preview_stamp_card(facts: StampCardFacts, dress: Dress = NAKED) -> bytes:
    """One card as a page of its own size. Raises `TextTooLong`."""
    return draw_alone(facts, Made(PAPER, partial(_draw, dress)))


def _draw(dress: Dress, one: Field, facts: StampCardFacts) -> None:
    wide = one.size[0] - 2 * _EDGE
    draw_name(one, (facts.shop, dress), (_EDGE, _EDGE), (wide, 8.0), _SHOP)
    one.text(facts.deal, (_EDGE, 14.0), (wide, 8.0), _DEAL)
    rows, columns, across = _grid(facts.goal, wide, one.size[1] - _TOP - _EDGE)
    step = across + _GAP
    left = (one.size[0] - columns * step + _GAP) / 2
    top = _TOP + (one.size[1] - _TOP - _EDGE - rows * step + _GAP) / 2
    for n in range(facts.goal):
        at = (left + n % columns * step, top + n // columns * step)
        number, is_given = n + 1, n < facts.given
        brings = number in {facts.goal, facts.interim_at}
        _circle(one, at, across, _look(dress, is_given=is_given, brings=brings), str(number))


@dataclass(frozen=True, slots=True)
class _Look:
    edge: Colour
    fill: Colour
    how: Written


def _look(dress: Dress, *, is_given: bool, brings: bool) -> _Look:
    """Of a circle; its edge is seen on white, however light the shop's colour is."""
    colours = dress.colours
    if is_given:
        return _Look(colours.accent, colours.field, replace(_BRINGS, colour=colours.on_field))
    if brings:
        return _Look(colours.accent, colours.soft, replace(_BRINGS, colour=colours.accent))
    return _Look(INK2, WHITE, _EMPTY)


def _circle(one: Field, at: Spot, across: float, look: _Look, number: str) -> None:
    middle = (at[0] + across / 2, at[1] + across / 2)
    one.ring(middle, across / 2, look.edge, fill=look.fill)
    one.text(number, at, (across, across), look.how)


def _grid(goal: int, wide: float, high: float) -> tuple[int, int, float]:
    """Rows, columns and how far the circles go across, as large as they can be."""

    def across(rows: int) -> float:
        columns = ceil(goal / rows)
        return min((wide + _GAP) / columns, (high + _GAP) / rows, _LARGEST + _GAP) - _GAP

    best = max(range(1, ceil(goal / 2) + 1), key=lambda rows: (across(rows), -rows))
    return best, ceil(goal / best), across(best)
