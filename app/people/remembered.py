"""How the columns of a list were mapped, remembered for the next list with the same headers."""

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.keeping.database import Book
from app.people.exchange.cells import Place
from app.people.exchange.errors import NoHeader, UnknownHeader
from app.people.exchange.lists import OpenedList, arrange
from app.people.exchange.mapping import Told, told_from
from app.people.exchange.readers import read_sheet
from app.people.exchange.sheets import Sheet
from app.progress import Report


def remember(book: Book, opened: OpenedList) -> None:
    """Keeps the whole mapping of `opened` under its headers."""
    told = [str(one) for one in opened.columns.told()]
    with book.atomic():
        book.execute(
            "INSERT INTO remembered_mappings (headers, mapping, at) VALUES (?, ?, ?)"
            " ON CONFLICT (headers) DO UPDATE SET mapping = excluded.mapping, at = excluded.at",
            (opened.key, json.dumps(told, ensure_ascii=False), book.stamp()),
        )


def open_known(
    book: Book,
    path: Path,
    place: Place,
    told: Sequence[Told],
    report: Report,
    *,
    chosen: str | None = None,
) -> OpenedList:
    """Opens a list as one with its headers was mapped last time; what is `told` now goes before that.

    It is on the sheet called `chosen`, or the first that is a list. Raises what `open_list` raises; a
    header that only the memory knows is no `NoHeader`.
    """
    headers = tuple(one.header for one in [*told, *_ever_told(book)])
    sheet = read_sheet(path, report, chosen=chosen, headers=headers, language=place.language)
    try:
        opened = arrange(sheet, place, told, name=path.name)
    except (NoHeader, UnknownHeader):
        known = _by_memory(book, sheet, place, told, path.name)
        if known is None:
            raise
        return known
    return recall(book, opened, told, path.name)


def _ever_told(book: Book) -> list[Told]:
    kept = book.column("SELECT mapping FROM remembered_mappings")
    return [told_from(text) for one in kept for text in json.loads(one)]


def _by_memory(
    book: Book, sheet: Sheet, place: Place, told: Sequence[Told], name: str
) -> OpenedList | None:
    """The sheet under the remembered headers that it has."""
    for key, kept in book.execute("SELECT headers, mapping FROM remembered_mappings").fetchall():
        with suppress(NoHeader, UnknownHeader):
            opened = arrange(sheet, place, _together(told, kept), name=name)
            if opened.key == key:
                return opened
    return None


def recall(book: Book, opened: OpenedList, told: Sequence[Told], name: str) -> OpenedList:
    """`opened` arranged as such a list was last time; what is `told` now goes before that."""
    kept = book.value("SELECT mapping FROM remembered_mappings WHERE headers = ?", (opened.key,))
    if kept is None:
        return opened
    return arrange(opened.sheet, opened.place, _together(told, kept), name=name)


def _together(told: Sequence[Told], kept: str) -> list[Told]:
    """What is told now, and of what was remembered whatever that does not contradict."""
    said_now = {one.header for one in told} | {one.field for one in told}
    before = [told_from(text) for text in json.loads(kept)]
    still = [one for one in before if one.header not in said_now and one.field not in said_now]
    return [*told, *still]
