"""The shop's book on disk: the only place that opens it, and the only way to write in it."""

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime
from json import JSONEncoder
from pathlib import Path
from typing import Any

from app.changes import Changes, Kind
from app.clock import Clock, stamp
from app.errors import ShopError
from app.keeping.whys import why

FILE_NAME = "regulars.sqlite3"
SCHEMA = 12
"""The number of the newest migration; `PRAGMA user_version` of a book that is up to date."""
APPLICATION_ID = 0x52656773  # "Regs", so that another program's database is not taken for a shop

DAMAGED = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What a damaged book raises: SQLite cites what it cannot read, which Python cannot read either."""
BUSY_MILLISECONDS = 10_000
PATIENCE = 12
"""How often long work asks for the lock, each time for so many milliseconds."""
CACHE_KIB = 64_000  # a long import spills pages to the disk with SQLite's own 2 MB
PAGE_BYTES = 2048
"""Of a new book. A sale changes a few bytes on each of a dozen pages, and each is written whole: with pages
half as large as SQLite's own it is a seventh faster."""

LOOKS = 0.05
"""Seconds. A transaction looks whether the book is still in its place, unless one did so just before."""

as_json = JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
"""JSON as it stands in the book: letters as they are, and no space."""
_WITHIN = nullcontext()
"""For what is a part of something larger already, which sees to all."""

Values = Sequence[Any]
Wait = Callable[[], None]


class NewerShop(ShopError):
    """The book at `path` was written by a later version of the program (schema `found`)."""


class NotAShop(ShopError):
    """The file at `path` is damaged or is not a book of this program."""


class ShopUnreachable(ShopError):
    """The folder at `path` cannot be used; `why` is one of `app.keeping.whys`."""


class Busy(ShopError):
    """Another till kept the book locked for longer than anybody should wait."""


NOT_NOW = (Busy, ShopUnreachable)
"""What a book that is in use or was moved away refuses, whatever was to be written."""


class _Apart:
    """A savepoint: what fails inside is taken back to it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("SAVEPOINT apart")

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        if not self._connection.in_transaction:
            return  # a full disk has taken back all of it
        if failed:
            self._connection.execute("ROLLBACK TO apart")
        self._connection.execute("RELEASE apart")


class Book:
    """One open connection. It belongs to the thread that opened it; long work opens its own.

    `execute` is that of the connection.
    """

    def __init__(self, path: Path, clock: Clock, by: str, changes: Changes | None = None) -> None:
        self.path = path
        self.clock = clock
        self.by = by
        self.changes = changes or Changes()
        self.connection = _connect(path)
        self.execute = self.connection.execute
        self._file, self._looked = _file_at(path), time.perf_counter()
        self.patience = BUSY_MILLISECONDS
        """Milliseconds for which a write waits for another till."""
        self._changed: set[Kind] = set()
        self._moment: datetime | None = None

    def wait_at_most(self, milliseconds: int) -> None:
        """From now on a write waits no longer for another till."""
        self.patience = milliseconds
        self.connection.execute(f"PRAGMA busy_timeout = {milliseconds}")

    def value(self, sql: str, values: Values = ()) -> Any:
        """The first column of the first row, or None when there is no row."""
        row = self.connection.execute(sql, values).fetchone()
        return None if row is None else row[0]

    def column(self, sql: str, values: Values = ()) -> list[Any]:
        """The first column of every row."""
        return [row[0] for row in self.connection.execute(sql, values)]

    def atomic(self, *kinds: Kind, between: Wait | None = None) -> AbstractContextManager[None]:
        """All or nothing, durable when it returns; publishes `kinds` after the outermost commit.

        Raises `Busy` when another till writes too long, and `ShopUnreachable` once the book was moved away.
        Work that takes long itself waits longer, and calls `between` from time to time, which may raise to
        give up.

        The write lock is taken at once (`IMMEDIATE`): a verb that reads before it writes would
        otherwise fail, not wait, when another till wrote in between.
        """
        if self.connection.in_transaction:
            self._changed.update(kinds)
            return _WITHIN
        return self._transaction(kinds, between)

    @contextmanager
    def _transaction(self, kinds: Sequence[Kind], between: Wait | None) -> Iterator[None]:
        self._begin(between=between)
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        changed, self._changed = self._changed | set(kinds), set()
        self.changes.publish(changed)

    @contextmanager
    def taken_back(self, *, waits: bool = True, between: Wait | None = None) -> Iterator[None]:
        """Whatever is written inside is taken back at the end, and nobody hears of it.

        Raises what `atomic` does, `Busy` at once where `waits` is false.
        """
        self._begin(waits=waits, between=between)
        try:
            yield
        finally:
            self._roll_back()

    def apart(self) -> AbstractContextManager[None]:
        """What fails inside leaves nothing behind, and what the same transaction did before stands."""
        return _Apart(self.connection) if self.connection.in_transaction else _WITHIN

    def now(self) -> datetime:
        """The moment; all that a transaction does is of the one in which it first asked."""
        if not self.connection.in_transaction:
            return self.clock()
        if self._moment is None:
            self._moment = self.clock()
        return self._moment

    def stamp(self) -> str:
        return stamp(self.now())

    def beside(self) -> "Book":
        """A second connection to the same book, for work in another thread; it publishes nothing."""
        return Book(self.path, self.clock, self.by)

    def close(self) -> None:
        self.connection.close()

    def _roll_back(self) -> None:
        self._changed.clear()
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")

    def _begin(self, *, waits: bool = True, between: Wait | None = None) -> None:
        self._must_be_in_its_place()
        if not waits:
            self.connection.execute("PRAGMA busy_timeout = 0")
        self._moment = None
        tries = PATIENCE if between else 1
        try:
            while not self._has_begun(is_last=tries <= 1):
                tries -= 1
                if between:
                    between()
        finally:
            if not waits:
                self.wait_at_most(self.patience)

    def _must_be_in_its_place(self) -> None:
        """What is written in a book that was deleted, moved or replaced is lost when it is closed."""
        now = time.perf_counter()
        if now < self._looked + LOOKS:
            return
        if _file_at(self.path) != self._file:
            folder = self.path.parent
            raise ShopUnreachable(
                path=str(folder), why="absent" if folder.is_dir() else "no_folder"
            )
        self._looked = now

    def _has_begun(self, *, is_last: bool) -> bool:
        try:
            self.connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
                raise
            if is_last:
                raise Busy(path=str(self.path)) from error
            return False
        return True


def open_shop(folder: Path, clock: Clock, by: str = "") -> Book:
    """Opens the book in `folder`, making folder and book when missing, and brings it up to date.

    Raises `ShopUnreachable`, `NotAShop`, `NewerShop`. An older book is copied beside itself
    before it is changed.
    """
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        book = Book(path, clock, by)
    except (OSError, sqlite3.OperationalError) as error:
        raise ShopUnreachable(path=str(folder), why=why(error)) from error
    except DAMAGED as error:
        raise NotAShop(path=str(path)) from error
    try:
        _bring_up_to_date(book)
    except BaseException:
        book.close()
        raise
    return book


def refusal_of(error: sqlite3.Error, folder: Path) -> ShopError | None:
    """What is told where the book in `folder` could not be read or written; None where that is a bug."""
    reason = why(error)
    if reason == "damaged":
        return NotAShop(path=str(folder / FILE_NAME))
    if isinstance(error, sqlite3.OperationalError) and reason != "failed":
        return ShopUnreachable(path=str(folder), why=reason)
    return None


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file it is; None for none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_MILLISECONDS / 1000)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        _use_wal(connection)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    except BaseException:
        connection.close()
        raise
    return connection


def _use_wal(connection: sqlite3.Connection) -> None:
    """Asks again while another till is switching: SQLite does not wait for this lock by itself."""
    deadline = time.monotonic() + BUSY_MILLISECONDS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def _bring_up_to_date(book: Book) -> None:
    found = _schema_of(book)
    if found > SCHEMA:
        raise NewerShop(path=str(book.path), found=found, known=SCHEMA)
    if found < SCHEMA:
        from app.keeping import migrations

        migrations.bring_up_to_date(book, found)


def _schema_of(book: Book) -> int:
    """The book's schema number, 0 for a new one. Raises `NotAShop` for anybody else's database."""
    application = book.value("PRAGMA application_id")
    found = int(book.value("PRAGMA user_version"))
    is_new = found == 0 and not book.value("SELECT count(*) FROM sqlite_schema")
    if application != APPLICATION_ID and not is_new:
        raise NotAShop(path=str(book.path))
    return found
