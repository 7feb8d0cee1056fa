"""Those who were at the counter a moment ago, in words."""

from app.loyalty.lately import served
from app.people import directory
from app.people.photos import file_of
from app.shop import Shop
from resources.words import Words
from ui.loyalty.find_page import Served
from ui.loyalty.saying import points


def served_lately(shop: Shop, words: Words) -> list[Served]:
    """The last few, newest first, each with her points."""
    ids = served(shop.book)
    rows = directory.rows(shop.book, ids)
    return [
        Served(
            id=one,
            uid=row.uid,
            name=row.name,
            photo=file_of(shop.folder, row.photo),
            aside=points(shop.till.points.available(one, shop.today()), words),
        )
        for one in ids
        if (row := rows.get(one))
    ]
