"""Printing: what waits, labels and envelopes, sheets, designs, what stands on tables, printers."""
