"""Where the very card that came out is kept: a page of a file in the shop's own folder."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.keeping.database import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """`file` in the shop's folder; its card is at `place` of the paper, on `page`, both counted from 0."""

    file: str
    page: int
    place: int


def file_prints(book: Book, prints: Sequence[int], filed: Sequence[Filed]) -> None:
    """Says for each print where its card is kept; `filed` is empty where nothing is."""
    book.connection.executemany(
        "INSERT INTO print_files (print, file, page, place) VALUES (?, ?, ?, ?)",
        [
            (number, one.file, one.page, one.place)
            for number, one in zip(prints, filed, strict=False)
        ],
    )


def filed(book: Book, print_: int) -> Filed | None:
    """Where the card of a print is kept; None where only its words are."""
    row = book.execute(
        "SELECT file, page, place FROM print_files WHERE print = ?", (print_,)
    ).fetchone()
    return None if row is None else Filed(file=row["file"], page=row["page"], place=row["place"])
