"""The people in the book: who they are and how to find them."""
