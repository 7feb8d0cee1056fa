"""Settings: what the owner decides about the shop."""
