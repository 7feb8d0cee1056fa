"""Everything the shop hands out on paper or as a file."""
