"""The card on the desk, and what will come out altogether, in words."""

from math import ceil
from typing import TYPE_CHECKING

from resources.words import RIGHT_TO_LEFT, Words
from ui.cards.recipients import NEVER, Recipient
from ui.cards.selection import Selection
from ui.cards.shown import Page, Total
from ui.cards.wording import HELD, sheets

if TYPE_CHECKING:
    from reports.papers import Paper
    from reports.stationery import Stationery
    from ui.cards.sources import Sheet

_FORMATS = {(148.0, 105.0): "A6", (210.0, 148.0): "A5", (210.0, 99.0): "DL"}


def page(
    selection: Selection, at: int, lies: "tuple[Sheet | None, Stationery]", words: Words
) -> Page:
    """The card of the person at this place; without a sheet none is written."""
    one, count = selection.people[at], len(selection.people)
    sheet, on = lies
    facts = None if one.id in selection.too_long or sheet is None else sheet.facts
    return Page(
        name=one.name,
        aside=why_blank(one, selection, words) or _size(on.paper, words),
        pager=words("{at} of {count}", at=words.number(at + 1), count=words.number(count)),
        paper=on.paper,
        facts=facts,
        on=on,
        is_first=at == 0,
        is_last=at == count - 1,
        letter=sheet.letter if sheet else "",
        edited=bool(sheet and sheet.facts.text != sheet.letter),
        right_to_left=bool(sheet and sheet.facts.language in RIGHT_TO_LEFT),
    )


def total(selection: Selection, paper: "Paper", words: Words, *, busy: bool) -> Total:
    """Counted over those who are ticked; `busy` while the last order is still coming out."""
    chosen, everybody = selection.count, len(selection.people)
    whole = words.plural(
        "{chosen} of {n} person", "{chosen} of {n} people", everybody, chosen=words.number(chosen)
    )
    act = words.plural("Print {n} card", "Print {n} cards", chosen)
    why_not = "" if chosen else words("Nobody is ticked")
    return Total(
        people=whole,
        tick=words("Clear") if chosen else words("All"),
        sheets=sheets(chosen, ceil(chosen / len(paper.places)), words),
        scale=words("Scale 100 %"),
        act=act if chosen else words("Print cards"),
        why_not=words("The last order is still coming out") if busy else why_not,
    )


def why_blank(one: Recipient, selection: Selection, words: Words) -> str:
    """Why no card can be written to her; empty where one can."""
    if one.id in selection.too_long:
        return words("too long for this paper")
    return words(HELD[one.held]) if one.held in NEVER and one.held else ""


def _size(paper: "Paper", words: Words) -> str:
    wide, high = (f"{side:g}" for side in paper.card)
    size = words.isolated(words("{wide} × {high} mm", wide=wide, high=high))
    name = _FORMATS.get(paper.card)
    return words.turned(f"{words.isolated(name)}, {size}") if name else size
