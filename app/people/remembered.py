"""How the columns of a list were mapped, remembered for the next list with the same headers."""

import json
from collections.abc import Sequence

from app.keeping.database import Book
from app.people.exchange.lists import OpenedList, arrange
from app.people.exchange.mapping import Told, told_from


def remember(book: Book, opened: OpenedList) -> None:
    """Keeps the whole mapping of `opened` under its headers."""
    told = [str(one) for one in opened.columns.told()]
    with book.atomic():
        book.execute(
            "INSERT INTO remembered_mappings (headers, mapping, at) VALUES (?, ?, ?)"
            " ON CONFLICT (headers) DO UPDATE SET mapping = excluded.mapping, at = excluded.at",
            (opened.key, json.dumps(told, ensure_ascii=False), book.stamp()),
        )


def recall(book: Book, opened: OpenedList, told: Sequence[Told], name: str) -> OpenedList:
    """`opened` arranged as such a list was last time; what is `told` now goes before that."""
    kept = book.value("SELECT mapping FROM remembered_mappings WHERE headers = ?", (opened.key,))
    if kept is None:
        return opened
    said_now = {one.header for one in told} | {one.field for one in told}
    before = [told_from(text) for text in json.loads(kept)]
    still = [one for one in before if one.header not in said_now and one.field not in said_now]
    return arrange(opened.sheet, opened.place, [*told, *still], name=name)
