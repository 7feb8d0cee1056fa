"""The tables of the print room: sheets, designs, corrections and the queue, as schema 10 laid them."""

PRINTING = """
CREATE TABLE own_sheets (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    name TEXT NOT NULL,
    measures TEXT NOT NULL CHECK (json_valid(measures)),
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;

CREATE TABLE part_sheets (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    stock TEXT NOT NULL,
    name TEXT NOT NULL,
    gone TEXT NOT NULL CHECK (json_valid(gone)),
    torn TEXT NOT NULL CHECK (json_valid(torn)),
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;

CREATE TABLE label_designs (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    name TEXT NOT NULL,
    parts TEXT NOT NULL CHECK (json_valid(parts)),
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;

CREATE TABLE corrections (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    at TEXT NOT NULL,
    printer TEXT NOT NULL,
    tray TEXT NOT NULL,
    feed TEXT NOT NULL,
    right_um INTEGER NOT NULL,
    down_um INTEGER NOT NULL,
    across_ppm INTEGER NOT NULL,
    along_ppm INTEGER NOT NULL,
    turn_urad INTEGER NOT NULL,
    proved INTEGER NOT NULL DEFAULT 0 CHECK (proved IN (0, 1)),
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX corrections_that_hold ON corrections (printer, tray, feed) WHERE NOT removed;

CREATE TABLE print_jobs (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    paper TEXT NOT NULL,
    pieces INTEGER NOT NULL CHECK (pieces >= 0),
    order_ TEXT NOT NULL CHECK (json_valid(order_)),
    state TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'paused', 'failed', 'printed')),
    why TEXT NOT NULL DEFAULT '',
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX print_jobs_in_the_queue ON print_jobs (id) WHERE NOT removed AND state != 'printed'
"""
