"""For the table: place cards, menus and table numbers."""
