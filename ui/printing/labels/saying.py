"""Labels and envelopes in words: how many on how many sheets, who is left out, what is left in the drawer."""

from collections.abc import Collection, Sequence

from app.thanks.post import Why
from reports.mailing import Addressed
from reports.mailing_words import missing_parts
from reports.stock import Feed, Stock
from resources.words import Words
from ui.cards.wording import names
from ui.printing.labels.laying import Fed, Lie
from ui.printing.labels.shown import LeftSheet, Missing, PeopleShown
from ui.printing.sheets.stock_said import left_said

_TOLD = 50
"""So many incomplete addresses are listed at once."""


def people_said(found: Addressed, words: Words) -> PeopleShown:
    """Whom it is for, and whose address wants a look before anything is printed."""
    missing = [
        Missing(customer=one.customer, name=one.name, said=missing_parts(one, words))
        for one in found.incomplete[:_TOLD]
    ]
    rest = len(found.incomplete) - len(missing)
    silent = [one.customer.name for one in found.left_out if one.why is not Why.NO_ADDRESS]
    people = len({who for one in found.pieces for who in one.ids})
    return PeopleShown(
        count=words.plural("{n} person", "{n} people", people),
        missing=missing,
        more=words.plural("{n} more", "{n} more", rest) if rest else "",
        left_out=_left_out(silent, words),
    )


def _left_out(silent: Sequence[str], words: Words) -> str:
    if not silent:
        return ""
    return words("Left out, as they get no post: {names}", names=names(silent, words))


def labels_said(lie: Lie, wanted: Collection[int], words: Words) -> str:
    """`30 labels on 2 sheets`; of a roll only how many. Of those that are `wanted`, where not all are."""
    n = len(wanted) or lie.pieces
    if lie.stock.feed is not Feed.SHEET:
        return words.plural("{n} label", "{n} labels", n)
    pages = len({lie.place(one)[0] for one in wanted}) if wanted else lie.pages
    on = words.plural("{n} sheet", "{n} sheets", pages)
    return words.plural("{n} label on {sheets}", "{n} labels on {sheets}", n, sheets=on)


def envelopes_said(n: int, words: Words) -> str:
    return words.plural("{n} envelope", "{n} envelopes", n)


def rest_said(lie: Lie, words: Words) -> str:
    """What will be left of a new sheet; nothing where it is used up, or lies in the drawer already."""
    rest = lie.rest()
    if not rest or lie.stock.feed is not Feed.SHEET:
        return ""
    left = lie.stock.labels - len(rest)
    return words.plural(
        "Keep the sheet with {n} label left", "Keep the sheet with {n} labels left", left
    )


def drawer_said(
    sheets: Sequence[Fed], fed: Sequence[Fed], stock: Stock, words: Words
) -> list[LeftSheet]:
    """What lies in the drawer of this stock, those that are used first numbered in their turn."""
    left = {one.part: left_said(stock.labels - len(one.missing), words) for one in sheets}
    turns = {one.part: at for at, one in enumerate((one for one in fed if one.part), 1)}
    return [
        LeftSheet(
            id=one.part,
            words=one.name or words("Sheet with {left}", left=left[one.part]),
            detail=left[one.part] if one.name else "",
            turn=turns.get(one.part, 0),
        )
        for one in sheets
    ]


def page_said(number: int, pages: int, words: Words) -> str:
    """`Sheet 2 of 5`."""
    return words("Page {page} of {pages}", page=words.number(number + 1), pages=words.number(pages))
