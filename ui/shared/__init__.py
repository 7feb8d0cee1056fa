"""Widgets that know nothing of the shop."""
