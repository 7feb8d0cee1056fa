"""Labels and envelopes: for whom, on what, and what is left over."""
