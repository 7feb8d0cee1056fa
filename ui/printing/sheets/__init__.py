"""Sheets and rolls of labels: all that are known, the owner's own, and what is left of used ones."""
