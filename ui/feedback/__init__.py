"""Feedback: how the shop stands, what customers say, and what is done about it."""
