"""The counter: who is there, what she has and can have, and the sale; and the programme behind it."""
