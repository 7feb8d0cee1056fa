"""The shop: what is known of its customers and the rules it lives by."""
