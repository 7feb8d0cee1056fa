"""The tables of what customers say: surveys, answers, cases and what was changed, as schema 9 laid them."""

VOICE = """
CREATE TABLE surveys (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    survey TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE INDEX surveys_by_survey ON surveys (survey, id);

CREATE TABLE answers (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    hour TEXT NOT NULL,
    by TEXT NOT NULL,
    customer INTEGER REFERENCES customers (id),
    channel TEXT NOT NULL,
    survey INTEGER REFERENCES surveys (id),
    language TEXT NOT NULL,
    station TEXT NOT NULL,
    comment TEXT NOT NULL DEFAULT '',
    wants_call INTEGER NOT NULL DEFAULT 0 CHECK (wants_call IN (0, 1)),
    contact TEXT NOT NULL DEFAULT '',
    agreed TEXT NOT NULL DEFAULT '',
    mood INTEGER CHECK (mood IN (-1, 0, 1)),
    state TEXT NOT NULL CHECK (state IN ('open', 'partial', 'whole', 'dropped')),
    is_hasty INTEGER NOT NULL DEFAULT 0 CHECK (is_hasty IN (0, 1)),
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
    counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
    last_at TEXT NOT NULL
) STRICT;
CREATE INDEX answers_by_customer ON answers (customer, day) WHERE customer IS NOT NULL;
CREATE INDEX answers_by_station ON answers (station, last_at) WHERE station <> '';
CREATE INDEX answers_with_a_comment ON answers (day, id, mood) WHERE comment <> '' AND NOT removed;
CREATE INDEX answers_that_are_low ON answers (day) WHERE mood = -1 AND customer IS NOT NULL;
CREATE INDEX answers_by_day ON answers (day);
CREATE UNIQUE INDEX answers_by_what_a_file_says ON answers (uid) WHERE uid >= 'file';

CREATE TABLE replies (
    answer INTEGER NOT NULL REFERENCES answers (id),
    question TEXT NOT NULL,
    scale TEXT NOT NULL
        CHECK (scale IN ('csat', 'ten', 'nps', 'effort', 'choice', 'choices', 'text')),
    theme TEXT NOT NULL,
    score INTEGER,
    chosen TEXT NOT NULL CHECK (json_valid(chosen)),
    text TEXT NOT NULL,
    PRIMARY KEY (answer, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer_themes (
    answer INTEGER NOT NULL REFERENCES answers (id),
    theme TEXT NOT NULL,
    PRIMARY KEY (answer, theme)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_themes_by_theme ON answer_themes (theme, answer);

CREATE TABLE tallies (
    slice TEXT NOT NULL,
    scale TEXT NOT NULL,
    day TEXT NOT NULL,
    score INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (slice, scale, day, score)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE answer_words USING fts5 (
    said, prefix = '2 3', tokenize = 'ascii', detail = 'none', columnsize = 0
);

CREATE TABLE askings (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    customer INTEGER NOT NULL REFERENCES customers (id),
    survey TEXT NOT NULL,
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    by TEXT NOT NULL,
    channel TEXT NOT NULL
) STRICT;
CREATE INDEX askings_by_customer ON askings (customer, day);

CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    answer INTEGER REFERENCES answers (id),
    customer INTEGER REFERENCES customers (id),
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('low', 'call', 'told')),
    owner TEXT NOT NULL,
    due TEXT NOT NULL,
    next_step TEXT NOT NULL DEFAULT '',
    coupon INTEGER REFERENCES coupons (id),
    answered_at TEXT,
    closed_at TEXT,
    reopened_at TEXT,
    outcome TEXT NOT NULL DEFAULT '',
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX cases_by_answer ON cases (answer) WHERE answer IS NOT NULL;
CREATE INDEX cases_by_customer ON cases (customer) WHERE customer IS NOT NULL;
CREATE INDEX cases_not_closed ON cases (due) WHERE closed_at IS NULL AND NOT removed;

CREATE INDEX coupons_by_reason ON coupons (reason);

CREATE TABLE improvements (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    day TEXT NOT NULL,
    since TEXT NOT NULL,
    theme TEXT NOT NULL,
    said TEXT NOT NULL,
    done TEXT NOT NULL,
    language TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT
"""
