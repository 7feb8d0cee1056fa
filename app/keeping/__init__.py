"""The back room: the book itself, its history, its backups and its settings."""
