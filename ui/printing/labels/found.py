"""Who is on the list of a wish, looked up on the side, and all that would stand on the sheets."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.people.quantities import quantities
from app.shop import Shop
from app.thanks.lists import people_on
from reports.besides import Besides
from reports.mailing import Addressed, addressed
from reports.mixed_sheet import Entry, entries
from resources.words import Words
from ui.printing.labels import saying
from ui.printing.labels.shown import PeopleShown
from ui.printing.labels.wish import NOBODY_COUNTED, Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Who is on the list now, what stands on each piece, and all that stands on the sheets."""

    ids: tuple[int, ...]
    quantities: Mapping[int, int]
    addressed: Addressed
    besides: tuple[Besides, ...]
    standing: list[Entry]
    people: PeopleShown


def nobody(words: Words) -> Found:
    """As it is before anything was looked up."""
    none = Addressed(pieces=(), incomplete=(), left_out=())
    return Found(
        ids=(),
        quantities=NOBODY_COUNTED,
        addressed=none,
        besides=(),
        standing=[],
        people=saying.people_said(none, words),
    )


def looked_up(shop: Shop, wish: Wish, words: Words) -> Found:
    """As the book is now."""
    ids = tuple(people_on(shop.book, wish.list_name, shop.asked()))
    counts = quantities(shop.book, ids, wish.counted_by) if wish.counted_by else NOBODY_COUNTED
    found = addressed(shop, wish.mailing(ids, counts))
    besides = wish.besides if wish.is_labels else ()
    return Found(
        ids=ids,
        quantities=counts,
        addressed=found,
        besides=besides,
        standing=entries(found.pieces, besides),
        people=saying.people_said(found, words),
    )
