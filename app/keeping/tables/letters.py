"""What is written to customers: cards that came out, cards that wait, keepsakes. Schemas 4 to 6."""

WRITTEN = """
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

WAITING = """
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

KEEPSAKES = """
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
