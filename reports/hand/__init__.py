"""The handwriting engine: text becomes outlines that no two times are the same, and text to be searched."""
