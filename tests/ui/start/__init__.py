"""The first questions and the doors."""
