"""What the owner keeps about printing: her sheets, the drawer, designs, printers and what waits."""
