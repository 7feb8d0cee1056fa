"""The till's tables laid anew, so that a sale writes less: schemas 8, 11 and 12."""

# A sale is durable sooner the fewer pages it touches: an index that nobody asks, or that holds nothing but
# NULLs, costs a page each.
LIGHTER = """
CREATE TABLE lighter_steps (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    verb TEXT NOT NULL,
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    reverses INTEGER REFERENCES history_steps (id),
    is_undo INTEGER NOT NULL DEFAULT 0 CHECK (is_undo IN (0, 1))
) STRICT;
INSERT INTO lighter_steps SELECT * FROM history_steps;
DROP TABLE history_steps;
ALTER TABLE lighter_steps RENAME TO history_steps;
CREATE UNIQUE INDEX history_steps_by_reversed ON history_steps (reverses)
    WHERE reverses IS NOT NULL;

CREATE TABLE lighter_sales (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
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
INSERT INTO lighter_sales SELECT * FROM sales;
DROP TABLE sales;
ALTER TABLE lighter_sales RENAME TO sales;
CREATE INDEX sales_by_customer ON sales (customer, day) WHERE customer IS NOT NULL;
CREATE INDEX sales_by_receipt ON sales (receipt, day) WHERE receipt IS NOT NULL;
CREATE INDEX sales_by_day ON sales (day);
CREATE UNIQUE INDEX sales_by_what_a_file_says ON sales (uid) WHERE uid >= 'file';

CREATE TABLE lighter_entries (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
    customer INTEGER NOT NULL REFERENCES customers (id),
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    by TEXT NOT NULL,
    kind TEXT NOT NULL,
    points INTEGER NOT NULL CHECK (points <> 0),
    lifetime INTEGER NOT NULL,
    expires TEXT,
    idle_days INTEGER,
    sale INTEGER REFERENCES sales (id),
    refund INTEGER REFERENCES refunds (id),
    reason TEXT NOT NULL,
    reverses INTEGER REFERENCES points_entries (id)
) STRICT;
INSERT INTO lighter_entries SELECT id, uid, customer, at, day, by, kind, points, lifetime, expires,
    NULL, sale, refund, reason, reverses FROM points_entries;
DROP TABLE points_entries;
ALTER TABLE lighter_entries RENAME TO points_entries;
CREATE UNIQUE INDEX points_entries_by_reversed ON points_entries (reverses)
    WHERE reverses IS NOT NULL;
CREATE INDEX points_entries_by_customer ON points_entries (customer, day, lifetime);
CREATE INDEX points_entries_by_sale ON points_entries (sale) WHERE sale IS NOT NULL;

ALTER TABLE points_open ADD COLUMN idle_days INTEGER;
CREATE INDEX points_that_may_lapse ON points_open (customer, idle_days, day)
    WHERE left > 0 AND idle_days IS NOT NULL
"""

# What a step changed lies together, and a movement of points says itself which step made it. What a sale
# earned is found with its customer on its day; only what came to it besides is looked up by the sale.
LIGHTER_STILL = """
CREATE TABLE lighter_history (
    step INTEGER NOT NULL REFERENCES history_steps (id),
    n INTEGER NOT NULL,
    kind TEXT NOT NULL,
    subject INTEGER NOT NULL,
    before TEXT NOT NULL CHECK (json_valid(before)),
    after TEXT NOT NULL CHECK (json_valid(after)),
    PRIMARY KEY (step, n)
) STRICT, WITHOUT ROWID;
INSERT INTO lighter_history
    SELECT step, row_number() OVER (PARTITION BY step ORDER BY id), kind, subject, before, after
    FROM history ORDER BY step, id;

DROP TRIGGER IF EXISTS points_entries_no_update;
ALTER TABLE points_entries ADD COLUMN step INTEGER REFERENCES history_steps (id);
UPDATE points_entries SET step =
    (SELECT min(step) FROM history WHERE kind = 'points' AND subject = points_entries.id)
    WHERE reverses IS NULL;
DROP INDEX points_entries_by_sale;
CREATE INDEX points_entries_by_sale ON points_entries (sale)
    WHERE sale IS NOT NULL AND kind <> 'earn';

DROP TABLE history;
ALTER TABLE lighter_history RENAME TO history;
CREATE INDEX history_by_subject ON history (kind, subject) WHERE kind <> 'points';

CREATE TABLE lighter_requests (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    request TEXT NOT NULL,
    answer TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
INSERT INTO lighter_requests (key, request, answer, at)
    SELECT key, request, answer, at FROM till_requests ORDER BY at, key;
DROP TABLE till_requests;
ALTER TABLE lighter_requests RENAME TO till_requests;
CREATE UNIQUE INDEX till_requests_by_key ON till_requests (key)
"""

# What is one thing stands in one row: the lines of a bill with it, what is left of a lot with the lot, and
# the entries that a step made with the step, as JSON of which each is led by a comma: one more is written at
# the end. Who reads them finds them as before. Whether JSON is valid is not asked at each sale: it costs as
# much as a page.
LIGHTEST = """
DROP TRIGGER IF EXISTS points_entries_no_update;
DROP TRIGGER IF EXISTS points_uses_no_update;
DROP TRIGGER IF EXISTS history_steps_no_update;

CREATE TABLE lightest_sales (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL,
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
    terms TEXT NOT NULL,
    lines TEXT NOT NULL DEFAULT '[]',
    step INTEGER REFERENCES history_steps (id)
) STRICT;
INSERT INTO lightest_sales SELECT s.*, (SELECT json_group_array(json(line)) FROM (
    SELECT json_array(name, category, thousandths, price, discount) AS line
    FROM sale_lines WHERE sale = s.id ORDER BY position)), NULL FROM sales s;
DROP TABLE sale_lines;
DROP TABLE sales;
ALTER TABLE lightest_sales RENAME TO sales;
CREATE INDEX sales_by_customer ON sales (customer, day) WHERE customer IS NOT NULL;
CREATE INDEX sales_by_receipt ON sales (receipt, day) WHERE receipt IS NOT NULL;
CREATE INDEX sales_by_day ON sales (day);
CREATE UNIQUE INDEX sales_by_what_a_file_says ON sales (uid) WHERE uid >= 'file';
CREATE VIEW sale_lines AS SELECT s.id AS sale, l.key AS position, l.value ->> 0 AS name,
    l.value ->> 1 AS category, l.value ->> 2 AS thousandths, l.value ->> 3 AS price,
    l.value ->> 4 AS discount FROM sales s, json_each(s.lines) l;

ALTER TABLE points_entries ADD COLUMN left INTEGER CHECK (left = 0 OR (left > 0) = (points > 0));
UPDATE points_entries SET left = iif(o.is_debt, -o.left, o.left) FROM points_open o
    WHERE o.entry = points_entries.id;
DROP TABLE points_open;
CREATE INDEX points_that_are_open ON points_entries (customer, expires, day, left) WHERE left <> 0;
CREATE INDEX points_that_may_lapse ON points_entries (customer, idle_days, day)
    WHERE left > 0 AND idle_days IS NOT NULL;

ALTER TABLE points_uses ADD COLUMN customer INTEGER REFERENCES customers (id);
UPDATE points_uses SET customer = (SELECT customer FROM points_entries WHERE id = lot);
CREATE INDEX points_uses_by_customer ON points_uses (customer, day, lot, taken, points);
CREATE INDEX points_that_were_owed ON points_entries (customer, day) WHERE left <= 0 AND points < 0;

ALTER TABLE history_steps ADD COLUMN entries TEXT NOT NULL DEFAULT '';
CREATE VIEW changes AS SELECT step, n, kind, subject, before, after FROM history
    UNION ALL SELECT s.id, e.value ->> 0, e.value ->> 1, e.value ->> 2, '{"stands":false}',
    '{"stands":true}' FROM history_steps s, json_each('[' || ltrim(s.entries, ',') || ']') e
"""
