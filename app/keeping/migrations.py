"""How the book's tables came to be, one function a step; told in `docs/schema-history.md`."""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from app.keeping.database import APPLICATION_ID, SCHEMA, Book

steps = Migrations("regulars")

# An entry in a ledger stays as it was written; a mistake is put right by a further entry.
LEDGERS = (
    *("history_steps", "history", "consents"),
    *("prints", "print_withdrawals", "print_files", "overrulings", "keepsakes"),
    *("sales", "sale_lines", "refunds", "refund_lines", "till_voids", "till_requests"),
    *("programmes", "points_entries", "points_uses", "stamp_entries"),
    *("codes", "coupons", "coupon_events", "gift_card_entries", "dead_cards"),
)


def bring_up_to_date(book: Book, found: int) -> None:
    """Copies a book of schema `found` aside, then migrates it; two tills may try at once."""
    if found and book.value("PRAGMA user_version") == found:
        from app.keeping.backup import copy_before_migration

        copy_before_migration(book, found)
    with book.atomic():
        steps.apply(Database(book.connection, execute_plugins=False))
        guard_ledgers(book)
        book.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        book.execute(f"PRAGMA user_version = {SCHEMA}")


def guard_ledgers(book: Book) -> None:
    """Lays the guards anew: `table.transform()` of a later migration would drop them silently."""
    for table in LEDGERS:
        for act in ("UPDATE", "DELETE"):
            book.execute(
                f"CREATE TRIGGER IF NOT EXISTS {table}_no_{act.lower()} BEFORE {act} ON {table}"
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
    _execute(db, _TILL)
    _execute(db, _POINTS)
    _execute(db, _COUPONS)


_TILL = """
CREATE TABLE programmes (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    rules TEXT NOT NULL
) STRICT;

CREATE TABLE sales (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    customer INTEGER REFERENCES customers (id),
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    by TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('counter', 'till', 'file')),
    receipt TEXT,
    currency TEXT NOT NULL,
    total INTEGER NOT NULL CHECK (total >= 0),
    coupon_off INTEGER NOT NULL CHECK (coupon_off >= 0),
    points_off INTEGER NOT NULL CHECK (points_off >= 0),
    card_paid INTEGER NOT NULL CHECK (card_paid >= 0),
    paid INTEGER NOT NULL CHECK (paid >= 0 AND paid = total - coupon_off - points_off - card_paid),
    points_spent INTEGER NOT NULL CHECK (points_spent >= 0),
    terms TEXT NOT NULL CHECK (json_valid(terms))
) STRICT;
CREATE INDEX sales_by_customer ON sales (customer, day) WHERE customer IS NOT NULL;
CREATE INDEX sales_by_receipt ON sales (receipt, day) WHERE receipt IS NOT NULL;
CREATE INDEX sales_by_day ON sales (day);

CREATE TABLE sale_lines (
    sale INTEGER NOT NULL REFERENCES sales (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    thousandths INTEGER NOT NULL CHECK (thousandths > 0),
    price INTEGER NOT NULL,
    discount INTEGER NOT NULL,
    PRIMARY KEY (sale, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE refunds (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    sale INTEGER NOT NULL REFERENCES sales (id),
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    by TEXT NOT NULL,
    total INTEGER NOT NULL CHECK (total > 0)
) STRICT;
CREATE INDEX refunds_by_sale ON refunds (sale);

CREATE TABLE refund_lines (
    refund INTEGER NOT NULL REFERENCES refunds (id),
    position INTEGER NOT NULL,
    thousandths INTEGER NOT NULL CHECK (thousandths > 0),
    PRIMARY KEY (refund, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE till_voids (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('sale', 'refund')),
    subject INTEGER NOT NULL,
    voided INTEGER NOT NULL CHECK (voided IN (0, 1)),
    at TEXT NOT NULL,
    by TEXT NOT NULL
) STRICT;
CREATE INDEX till_voids_by_subject ON till_voids (kind, subject);

CREATE TABLE till_requests (
    key TEXT PRIMARY KEY,
    request TEXT NOT NULL,
    answer TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rhythms (
    customer INTEGER PRIMARY KEY REFERENCES customers (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    third_last_day TEXT,
    visits INTEGER NOT NULL,
    half_gap INTEGER,
    spent INTEGER NOT NULL
) STRICT;
CREATE INDEX rhythms_by_first_day ON rhythms (first_day);

ALTER TABLE customers ADD COLUMN merged_into INTEGER REFERENCES customers (id);
CREATE INDEX customers_by_merged_into ON customers (merged_into) WHERE merged_into IS NOT NULL
"""

_POINTS = """
CREATE TABLE points_entries (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    customer INTEGER NOT NULL REFERENCES customers (id),
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    by TEXT NOT NULL,
    kind TEXT NOT NULL,
    points INTEGER NOT NULL CHECK (points <> 0),
    lifetime INTEGER NOT NULL,
    expires TEXT,
    sale INTEGER REFERENCES sales (id),
    refund INTEGER REFERENCES refunds (id),
    reason TEXT NOT NULL,
    reverses INTEGER UNIQUE REFERENCES points_entries (id)
) STRICT;
CREATE INDEX points_entries_by_customer ON points_entries (customer, day, lifetime);
CREATE INDEX points_entries_by_sale ON points_entries (sale) WHERE sale IS NOT NULL;

CREATE TABLE points_uses (
    id INTEGER PRIMARY KEY,
    taken INTEGER NOT NULL REFERENCES points_entries (id),
    lot INTEGER NOT NULL REFERENCES points_entries (id),
    points INTEGER NOT NULL CHECK (points <> 0),
    day TEXT NOT NULL
) STRICT;
CREATE INDEX points_uses_by_lot ON points_uses (lot, day, points);
CREATE INDEX points_uses_by_taken ON points_uses (taken, day, points);

CREATE TABLE points_open (
    entry INTEGER PRIMARY KEY REFERENCES points_entries (id),
    customer INTEGER NOT NULL,
    day TEXT NOT NULL,
    expires TEXT,
    is_debt INTEGER NOT NULL CHECK (is_debt IN (0, 1)),
    left INTEGER NOT NULL CHECK (left >= 0)
) STRICT;
CREATE INDEX points_that_are_open
    ON points_open (customer, is_debt, expires, day, left) WHERE left > 0;

CREATE TABLE stamp_entries (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    customer INTEGER NOT NULL REFERENCES customers (id),
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    by TEXT NOT NULL,
    kind TEXT NOT NULL,
    card INTEGER NOT NULL,
    stamps INTEGER NOT NULL,
    deal TEXT NOT NULL CHECK (json_valid(deal)),
    sale INTEGER REFERENCES sales (id),
    reverses INTEGER UNIQUE REFERENCES stamp_entries (id)
) STRICT;
CREATE INDEX stamp_entries_by_customer ON stamp_entries (customer, card)
"""

_COUPONS = """
CREATE TABLE codes (
    code TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('coupon', 'gift card', 'card')),
    subject INTEGER NOT NULL,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE coupons (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    code TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    customer INTEGER REFERENCES customers (id),
    reason TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('percent', 'amount', 'item', 'bundle')),
    value INTEGER NOT NULL,
    item TEXT NOT NULL,
    buy INTEGER NOT NULL,
    get INTEGER NOT NULL,
    cap INTEGER,
    min_total INTEGER NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    weekdays TEXT NOT NULL,
    from_hour TEXT,
    to_hour TEXT,
    uses INTEGER,
    uses_per_customer INTEGER,
    words TEXT NOT NULL
) STRICT;
CREATE INDEX coupons_by_customer ON coupons (customer) WHERE customer IS NOT NULL;

CREATE TABLE coupon_events (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    coupon INTEGER NOT NULL REFERENCES coupons (id),
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    by TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('use', 'undo', 'void', 'unvoid')),
    customer INTEGER REFERENCES customers (id),
    sale INTEGER REFERENCES sales (id),
    discount INTEGER NOT NULL,
    reason TEXT NOT NULL,
    reverses INTEGER UNIQUE REFERENCES coupon_events (id)
) STRICT;
CREATE INDEX coupon_events_by_coupon ON coupon_events (coupon, kind, customer);
CREATE INDEX coupon_events_by_sale ON coupon_events (sale) WHERE sale IS NOT NULL;

CREATE TABLE gift_cards (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    code TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    currency TEXT NOT NULL,
    customer INTEGER REFERENCES customers (id),
    expires TEXT,
    balance INTEGER NOT NULL CHECK (balance >= 0),
    voided INTEGER NOT NULL DEFAULT 0 CHECK (voided IN (0, 1))
) STRICT;

CREATE TABLE gift_card_entries (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    card INTEGER NOT NULL REFERENCES gift_cards (id),
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    by TEXT NOT NULL,
    kind TEXT NOT NULL,
    amount INTEGER NOT NULL,
    sale INTEGER REFERENCES sales (id),
    reason TEXT NOT NULL,
    reverses INTEGER UNIQUE REFERENCES gift_card_entries (id)
) STRICT;
CREATE INDEX gift_card_entries_by_card ON gift_card_entries (card);
CREATE INDEX gift_card_entries_by_sale ON gift_card_entries (sale) WHERE sale IS NOT NULL;

CREATE TABLE dead_cards (
    number TEXT PRIMARY KEY,
    customer INTEGER NOT NULL REFERENCES customers (id),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID
"""
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
