"""Printers: how each of them prints, and how it is made to print where it should."""
