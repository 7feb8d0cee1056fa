"""The page of this morning."""
