"""Reasons to thank somebody, and who is to be thanked."""
