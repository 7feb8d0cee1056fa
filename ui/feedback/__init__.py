"""What customers say, on the screen."""
