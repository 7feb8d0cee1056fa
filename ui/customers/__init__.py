"""Customers: the table, the person, the import."""
