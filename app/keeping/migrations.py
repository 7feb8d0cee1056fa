"""How the book's tables came to be, one function a step; told in `docs/schema-history.md`."""

import json
import tomllib

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from app.keeping.database import APPLICATION_ID, SCHEMA, Book
from app.keeping.ledgers import LEDGERS, RUNNING
from app.keeping.lighter_tables import LIGHTER, LIGHTER_STILL, LIGHTEST
from app.keeping.printing_tables import PRINTING
from app.keeping.till_tables import COUPONS, POINTS, TILL
from app.keeping.voice_tables import VOICE

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
    _execute(db, _FIRST_TABLES)


@steps()
def sort_by_town_day_and_language(db: Database) -> None:
    _execute(db, _ORDERS)


def _execute(db: Database, statements: str) -> None:
    for statement in statements.split(";\n"):
        if statement.strip():
            db.execute(statement)


@steps()
def remember_how_she_is_greeted(db: Database) -> None:
    db.execute("ALTER TABLE customers ADD COLUMN greeting TEXT")


@steps()
def keep_what_was_written(db: Database) -> None:
    _execute(db, _WRITTEN_LETTERS)


_WRITTEN_LETTERS = """
ALTER TABLE prints ADD COLUMN day TEXT;
ALTER TABLE prints ADD COLUMN text_name TEXT NOT NULL DEFAULT '';
ALTER TABLE prints ADD COLUMN points TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(points));
ALTER TABLE prints ADD COLUMN text TEXT NOT NULL DEFAULT '';
ALTER TABLE prints ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE prints ADD COLUMN hand TEXT NOT NULL DEFAULT '';
ALTER TABLE prints ADD COLUMN ink TEXT NOT NULL DEFAULT '';
ALTER TABLE prints ADD COLUMN amount TEXT NOT NULL DEFAULT '';
ALTER TABLE prints ADD COLUMN paper TEXT NOT NULL DEFAULT '';
ALTER TABLE prints ADD COLUMN seed INTEGER NOT NULL DEFAULT 0;

CREATE TABLE print_withdrawals (
    id INTEGER PRIMARY KEY,
    print INTEGER NOT NULL REFERENCES prints (id),
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    at TEXT NOT NULL,
    by TEXT NOT NULL
) STRICT;
CREATE INDEX print_withdrawals_by_print ON print_withdrawals (print);

CREATE VIEW cards_out AS
    SELECT * FROM prints p WHERE NOT ifnull(
        (SELECT withdrawn FROM print_withdrawals WHERE print = p.id ORDER BY id DESC LIMIT 1), 0
    )
"""


@steps()
def let_cards_wait(db: Database) -> None:
    _execute(db, _WAITING_CARDS)


_WAITING_CARDS = """
CREATE TABLE waiting_cards (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    customer INTEGER NOT NULL REFERENCES customers (id),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    letter TEXT NOT NULL,
    occasion TEXT,
    day TEXT NOT NULL,
    text_name TEXT NOT NULL,
    points TEXT NOT NULL CHECK (json_valid(points)),
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    hand TEXT NOT NULL,
    ink TEXT NOT NULL,
    amount TEXT NOT NULL,
    paper TEXT NOT NULL,
    seed INTEGER NOT NULL,
    waits INTEGER NOT NULL DEFAULT 1 CHECK (waits IN (0, 1))
) STRICT;
CREATE INDEX cards_that_wait ON waiting_cards (id) WHERE waits;

CREATE TABLE print_files (
    print INTEGER PRIMARY KEY REFERENCES prints (id),
    file TEXT NOT NULL,
    page INTEGER NOT NULL CHECK (page >= 0),
    place INTEGER NOT NULL CHECK (place >= 0)
) STRICT;

CREATE TABLE overrulings (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    customer INTEGER NOT NULL REFERENCES customers (id),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    letter TEXT NOT NULL,
    occasion TEXT,
    what TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX overrulings_by_customer ON overrulings (customer, letter)
"""


@steps()
def keep_what_is_the_owners(db: Database) -> None:
    _execute(db, _KEEPSAKES)


_KEEPSAKES = """
CREATE TABLE keepsakes (
    name TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    content BLOB NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL
) STRICT;
ALTER TABLE prints ADD COLUMN signature TEXT NOT NULL DEFAULT '';
ALTER TABLE prints ADD COLUMN beneath INTEGER NOT NULL DEFAULT 0;
ALTER TABLE waiting_cards ADD COLUMN signature TEXT NOT NULL DEFAULT '';
ALTER TABLE waiting_cards ADD COLUMN beneath INTEGER NOT NULL DEFAULT 0
"""


@steps()
def open_the_till(db: Database) -> None:
    _execute(db, TILL)
    _execute(db, POINTS)
    _execute(db, COUPONS)


@steps()
def write_less_for_a_sale(db: Database) -> None:
    _execute(db, LIGHTER)
    _keep_how_points_lapse(db)


@steps()
def hear_the_customers(db: Database) -> None:
    _execute(db, VOICE)


@steps()
def furnish_the_print_room(db: Database) -> None:
    _execute(db, PRINTING)


@steps()
def write_still_less_for_a_sale(db: Database) -> None:
    _execute(db, LIGHTER_STILL)


@steps()
def keep_in_one_row_what_is_one(db: Database) -> None:
    _execute(db, LIGHTEST)


def _keep_how_points_lapse(db: Database) -> None:
    """Points that are there lapse as the programme of then said: what holds from now on is their own."""
    newest = db.execute("SELECT rules FROM programmes ORDER BY id DESC LIMIT 1").fetchone()
    idle = newest and tomllib.loads(newest[0]).get("expiry", {}).get("inactivity_days")
    if idle:
        for lots in ("points_entries WHERE points > 0", "points_open WHERE NOT is_debt"):
            table, _, which = lots.partition(" ")
            db.execute(f"UPDATE {table} SET idle_days = ? {which}", (idle,))


_FIRST_TABLES = """
CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE history_steps (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    verb TEXT NOT NULL,
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    reverses INTEGER UNIQUE REFERENCES history_steps (id),
    is_undo INTEGER NOT NULL DEFAULT 0 CHECK (is_undo IN (0, 1))
) STRICT;

CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL REFERENCES history_steps (id),
    kind TEXT NOT NULL,
    subject INTEGER NOT NULL,
    before TEXT NOT NULL CHECK (json_valid(before)),
    after TEXT NOT NULL CHECK (json_valid(after))
) STRICT;
CREATE INDEX history_by_step ON history (step);
CREATE INDEX history_by_subject ON history (kind, subject);

CREATE TABLE households (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE customers (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    external_id TEXT,
    card_number TEXT,
    title_before TEXT,
    first_name TEXT,
    last_name TEXT,
    title_after TEXT,
    company TEXT,
    form_of_address TEXT CHECK (form_of_address IN ('f', 'm', 'family', 'neutral')),
    language TEXT,
    street TEXT,
    street2 TEXT,
    city TEXT,
    region TEXT,
    postal_code TEXT,
    country TEXT CHECK (length(country) = 2),
    birthday TEXT CHECK (birthday GLOB '*-[01][0-9]-[0-3][0-9]'),
    member_since TEXT,
    photo TEXT,
    household INTEGER REFERENCES households (id),
    do_not_post INTEGER NOT NULL DEFAULT 0 CHECK (do_not_post IN (0, 1)),
    deceased INTEGER NOT NULL DEFAULT 0 CHECK (deceased IN (0, 1)),
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    sort_key TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX customers_by_external_id ON customers (external_id)
    WHERE external_id IS NOT NULL AND NOT removed;
CREATE UNIQUE INDEX customers_by_card_number ON customers (card_number)
    WHERE card_number IS NOT NULL AND NOT removed;
CREATE INDEX customers_by_name ON customers (removed, archived, sort_key);
CREATE INDEX customers_by_birthday
    ON customers (substr(birthday, -5), removed, archived, deceased, sort_key, do_not_post)
    WHERE birthday IS NOT NULL;
CREATE INDEX customers_by_member_since ON customers (member_since) WHERE member_since IS NOT NULL;
CREATE INDEX customers_by_household ON customers (household) WHERE household IS NOT NULL;

CREATE TABLE particulars (
    customer INTEGER NOT NULL REFERENCES customers (id),
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (customer, kind, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX particulars_by_value ON particulars (kind, value);

CREATE TABLE notes (
    uid TEXT PRIMARY KEY,
    customer INTEGER NOT NULL REFERENCES customers (id),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    text TEXT NOT NULL,
    pops_up INTEGER NOT NULL DEFAULT 0 CHECK (pops_up IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX notes_by_customer ON notes (customer, at);

CREATE TABLE consents (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    customer INTEGER NOT NULL REFERENCES customers (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('post', 'email', 'phone', 'photo', 'repost')),
    granted INTEGER CHECK (granted IN (0, 1)),
    wording TEXT NOT NULL,
    at TEXT NOT NULL,
    how TEXT NOT NULL,
    by TEXT NOT NULL
) STRICT;
CREATE INDEX consents_by_customer ON consents (customer, purpose, id, granted);

CREATE TABLE prints (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    customer INTEGER NOT NULL REFERENCES customers (id),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    letter TEXT NOT NULL,
    occasion TEXT
) STRICT;
CREATE INDEX prints_by_customer ON prints (customer, at);
CREATE INDEX prints_by_occasion ON prints (letter, occasion);

CREATE TABLE remembered_mappings (
    headers TEXT PRIMARY KEY,
    mapping TEXT NOT NULL CHECK (json_valid(mapping)),
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE customer_phones USING fts5 (
    digits, tokenize = 'trigram', columnsize = 0
);

CREATE VIRTUAL TABLE customer_words USING fts5 (
    name, other, prefix = '1 2 3', tokenize = 'ascii', detail = 'column', columnsize = 0
)
"""

_ORDERS = """
CREATE TABLE alphabet (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    language TEXT NOT NULL,
    edition INTEGER NOT NULL
) STRICT;
ALTER TABLE customers ADD COLUMN city_key TEXT;
CREATE INDEX customers_by_city ON customers (city_key, sort_key) WHERE city_key IS NOT NULL;
CREATE INDEX customers_by_language ON customers (language, sort_key) WHERE language IS NOT NULL;
DROP INDEX customers_by_member_since;
CREATE INDEX customers_by_member_since ON customers (member_since, sort_key)
    WHERE member_since IS NOT NULL
"""
