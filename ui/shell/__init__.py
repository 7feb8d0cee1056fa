"""The main window and what is always there: sidebar, search, notices."""
