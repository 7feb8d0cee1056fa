"""Counter mode: a touch screen on which customers say how it was, and which only the owner can leave."""
