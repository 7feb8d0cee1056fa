"""The tables of the till: sales, points, stamps, coupons and gift cards, as schemas 7, 8, 11 and 12 laid them."""

TILL = """
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
CREATE INDEX rhythms_by_last_day ON rhythms (last_day, customer);
CREATE INDEX rhythms_by_visits ON rhythms (visits, customer);

ALTER TABLE customers ADD COLUMN merged_into INTEGER REFERENCES customers (id);
CREATE INDEX customers_by_merged_into ON customers (merged_into) WHERE merged_into IS NOT NULL
"""

POINTS = """
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

COUPONS = """
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
# the entries that a step made with the step. Who reads them finds them as before.
LIGHTEST = """
DROP TRIGGER IF EXISTS sales_no_update;
DROP TRIGGER IF EXISTS points_entries_no_update;
DROP TRIGGER IF EXISTS history_steps_no_update;

ALTER TABLE sales ADD COLUMN step INTEGER REFERENCES history_steps (id);
ALTER TABLE sales ADD COLUMN lines TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(lines));
UPDATE sales SET lines = (SELECT json_group_array(json(line)) FROM (
    SELECT json_array(name, category, thousandths, price, discount) AS line
    FROM sale_lines WHERE sale = sales.id ORDER BY position))
    WHERE id IN (SELECT sale FROM sale_lines);
DROP TABLE sale_lines;
CREATE VIEW sale_lines AS SELECT s.id AS sale, l.key AS position, l.value ->> 0 AS name,
    l.value ->> 1 AS category, l.value ->> 2 AS thousandths, l.value ->> 3 AS price,
    l.value ->> 4 AS discount FROM sales s, json_each(s.lines) l;

ALTER TABLE points_entries ADD COLUMN left INTEGER CHECK (left >= 0);
ALTER TABLE points_entries ADD COLUMN is_debt INTEGER GENERATED ALWAYS AS (points < 0) VIRTUAL;
UPDATE points_entries SET left = o.left FROM points_open o WHERE o.entry = points_entries.id;
DROP TABLE points_open;
CREATE INDEX points_that_are_open ON points_entries (customer, is_debt, expires, day, left)
    WHERE left > 0;
CREATE INDEX points_that_may_lapse ON points_entries (customer, idle_days, day)
    WHERE left > 0 AND idle_days IS NOT NULL;
CREATE VIEW points_open AS SELECT id AS entry, customer, day, expires, is_debt, left, idle_days
    FROM points_entries WHERE left IS NOT NULL;

ALTER TABLE history_steps ADD COLUMN entries TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(entries));
CREATE VIEW changes AS SELECT step, n, kind, subject, before, after FROM history
    UNION ALL SELECT s.id, e.value ->> 0, e.value ->> 1, e.value ->> 2, '{"stands":false}',
    '{"stands":true}' FROM history_steps s, json_each(s.entries) e
"""
