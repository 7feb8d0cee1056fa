"""How the book's tables came to be: a function for each schema, in their order, the first of them schema 1.

What they lay stands in `app.keeping.tables`, why they do in `docs/schema-history.md`.
"""

import json
import tomllib

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from app.keeping.database import APPLICATION_ID, SCHEMA, Book
from app.keeping.ledgers import LEDGERS, RUNNING
from app.keeping.tables import first, letters, lighter, print_room, till, voice

steps = Migrations("regulars")


def bring_up_to_date(book: Book, found: int) -> None:
    """Copies a book of schema `found` aside, then migrates it; two tills may try at once."""
    if found and book.value("PRAGMA user_version") == found:
        from app.keeping.backup import copy_before_migration

        copy_before_migration(book, found)
    # A table that is laid anew is dropped meanwhile, and others refer to it.
    book.execute("PRAGMA foreign_keys = OFF")
    with book.atomic():
        steps.apply(Database(book.connection, execute_plugins=False))
        guard_ledgers(book)
        book.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        book.execute(f"PRAGMA user_version = {SCHEMA}")
    book.execute("PRAGMA foreign_keys = ON")


def guard_ledgers(book: Book) -> None:
    """Lays the guards anew: `table.transform()` of a later migration would drop them silently."""
    for table in LEDGERS:
        written = book.column(
            "SELECT name FROM pragma_table_info(?) WHERE name NOT IN (SELECT value FROM json_each(?))",
            (table, json.dumps(RUNNING.get(table, ()))),
        )
        for act, of in (("update", f"UPDATE OF {', '.join(written)}"), ("delete", "DELETE")):
            book.execute(
                f"CREATE TRIGGER IF NOT EXISTS {table}_no_{act} BEFORE {of} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )


@steps()
def open_the_book(db: Database) -> None:
    _execute(db, first.FIRST)


@steps()
def sort_by_town_day_and_language(db: Database) -> None:
    _execute(db, first.ORDERS)


@steps()
def remember_how_she_is_greeted(db: Database) -> None:
    db.execute("ALTER TABLE customers ADD COLUMN greeting TEXT")


@steps()
def keep_what_was_written(db: Database) -> None:
    _execute(db, letters.WRITTEN)


@steps()
def let_cards_wait(db: Database) -> None:
    _execute(db, letters.WAITING)


@steps()
def keep_what_is_the_owners(db: Database) -> None:
    _execute(db, letters.KEEPSAKES)


@steps()
def open_the_till(db: Database) -> None:
    _execute(db, till.TILL)
    _execute(db, till.POINTS)
    _execute(db, till.COUPONS)


@steps()
def write_less_for_a_sale(db: Database) -> None:
    _execute(db, lighter.LIGHTER)
    _keep_how_points_lapse(db)


@steps()
def hear_the_customers(db: Database) -> None:
    _execute(db, voice.VOICE)


@steps()
def furnish_the_print_room(db: Database) -> None:
    _execute(db, print_room.PRINTING)


@steps()
def write_still_less_for_a_sale(db: Database) -> None:
    _execute(db, lighter.LIGHTER_STILL)


@steps()
def keep_in_one_row_what_is_one(db: Database) -> None:
    _execute(db, lighter.LIGHTEST)


def _keep_how_points_lapse(db: Database) -> None:
    """Points that are there lapse as the programme of then said: what holds from now on is their own."""
    newest = db.execute("SELECT rules FROM programmes ORDER BY id DESC LIMIT 1").fetchone()
    idle = newest and tomllib.loads(newest[0]).get("expiry", {}).get("inactivity_days")
    if idle:
        for lots in ("points_entries WHERE points > 0", "points_open WHERE NOT is_debt"):
            table, _, which = lots.partition(" ")
            db.execute(f"UPDATE {table} SET idle_days = ? {which}", (idle,))


def _execute(db: Database, statements: str) -> None:
    for statement in statements.split(";\n"):
        if statement.strip():
            db.execute(statement)
