"""The tables of the till: sales, points, stamps, coupons and gift cards, as schema 7 laid them."""

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
