"""Copies of the book that are whole, even while it is being written in."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from app.errors import ShopError
from app.keeping.database import Book

KEPT_BEFORE_MIGRATION = "before-schema-{found}.sqlite3"


class BackupFailed(ShopError):
    """The copy to `path` could not be made; `why` is the system's own word. Nothing is left there."""


def back_up(book: Book, to: Path) -> Path:
    """Writes a whole copy of the book to the file `to` and reads it back before it counts.

    `VACUUM INTO`, not a file copy: the newest pages of a WAL database stand in another file.
    Raises `BackupFailed`; an existing file is replaced only by a whole one.
    """
    beside = to.with_name(f".{to.name}.part")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        book.execute("VACUUM INTO ?", (str(beside),))
        _must_be_whole(beside)
        _settle(beside)
        beside.replace(to)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        why = getattr(error, "strerror", None) or str(error)
        raise BackupFailed(path=str(to), why=why) from error
    return to


def copy_before_migration(book: Book, found: int) -> Path:
    """The book as it was under schema `found`, in `backups/` beside it."""
    folder = book.path.parent / "backups"
    return back_up(book, folder / KEPT_BEFORE_MIGRATION.format(found=found))


def _must_be_whole(path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        connection.close()
    if answer != "ok":
        raise sqlite3.DatabaseError(answer)


def _settle(path: Path) -> None:
    """On the disk itself before it takes the place of an older copy."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())
