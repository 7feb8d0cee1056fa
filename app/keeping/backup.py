"""Copies of the book that are whole, even while it is being written in."""

import errno
import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from app.errors import ShopError
from app.keeping.database import Book
from app.keeping.whys import why

KEPT_BEFORE_MIGRATION = "before-schema-{found}.sqlite3"


class BackupFailed(ShopError):
    """The copy to `path` could not be made; `why` is one of `app.keeping.whys`. Nothing is left there."""


def back_up(book: Book, to: Path) -> Path:
    """Writes a whole copy of the book to the file `to` and reads it back before it counts.

    `VACUUM INTO`, not a file copy: the newest pages of a WAL database stand in another file.
    Raises `BackupFailed`; an existing file is replaced only by a whole one.
    """
    beside = to.with_name(f".{to.name}.part")
    try:
        _must_be_elsewhere(book, to)
        beside.unlink(missing_ok=True)
        book.execute("VACUUM INTO ?", (str(beside),))
        _must_be_whole(beside)
        _settle(beside)
        beside.replace(to)
    except (OSError, ValueError, sqlite3.Error) as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise BackupFailed(path=str(to), why=why(error)) from error
    return to


def own_files(book: Book) -> set[Path]:
    """The files of the open book, which nothing else may be written over."""
    path = book.path.resolve()
    return {path, *(path.with_name(path.name + more) for more in ("-wal", "-shm", "-journal"))}


def backups_of(book: Book) -> Path:
    """The folder beside the book where copies are kept, made when missing. Raises `BackupFailed`."""
    folder = book.path.parent / "backups"
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise BackupFailed(path=str(folder), why=why(error)) from error
    return folder


def copy_before_migration(book: Book, found: int) -> Path:
    """The book as it was under schema `found`, in `backups/` beside it."""
    return back_up(book, backups_of(book) / KEPT_BEFORE_MIGRATION.format(found=found))


def _must_be_elsewhere(book: Book, to: Path) -> None:
    """A copy laid over the open book would destroy both. Raises the system's own errors."""
    if not to.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "", str(to.parent))
    if Path(os.path.realpath(to)) in own_files(book):
        raise OSError(errno.EBUSY, "", str(to))


def _must_be_whole(path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        connection.close()
    if answer != "ok":
        error = sqlite3.DatabaseError(answer)
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def _settle(path: Path) -> None:
    """On the disk itself before it takes the place of an older copy."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())
