"""Today: this morning's list."""
