"""The demo shop: invented people, what they bought and said, and what they were given."""
