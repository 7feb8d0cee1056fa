"""Cards: whom to write to, and the sheet that comes out."""
