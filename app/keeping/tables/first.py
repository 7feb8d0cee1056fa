"""Settings, history, and customers with all that is known of them, as schema 1 laid them."""

FIRST = """
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

# How a table of customers is sorted by town, day and language (schema 2).
ORDERS = """
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
