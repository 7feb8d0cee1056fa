"""What the window promises."""
