"""Which tables are ledgers: an entry stays as it was written, a mistake is put right by a further one."""

LEDGERS = (
    *("history_steps", "history", "consents"),
    *("prints", "print_withdrawals", "print_files", "overrulings", "keepsakes"),
    *("sales", "refunds", "refund_lines", "till_voids", "till_requests"),
    *("programmes", "points_entries", "points_uses", "stamp_entries"),
    *("codes", "coupons", "coupon_events", "gift_card_entries", "dead_cards"),
    *("surveys", "askings"),
)
RUNNING = {"history_steps": ["entries"], "points_entries": ["left"]}
"""What is reckoned on in a row that stays: which entries a step has made, and what is left of a lot."""
