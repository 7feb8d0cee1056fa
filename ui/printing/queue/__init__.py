"""The print queue: what waits, grouped by the paper that goes into the printer."""
