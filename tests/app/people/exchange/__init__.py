"""Tests of reading the lists that shops already have."""
