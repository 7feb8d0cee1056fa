"""Files of the owner's own that the book keeps for good: her signatures, and the fonts of her hands."""

import hashlib

from app.keeping.database import Book

_DIGEST_BYTES = 12


def name_of(content: bytes) -> str:
    """What a keepsake is kept by: it follows from the content alone."""
    return hashlib.blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()


class Keepsakes:
    """What is kept stays as it is, so that what was once made with it can be made again.

    Being kept is no decision and has no history; which of them is used is a setting. They lie in the
    book itself, so that every backup has them.
    """

    def __init__(self, book: Book) -> None:
        self._book = book

    def keep(self, title: str, content: bytes) -> str:
        """Answers the name by which it is found again; the same content is kept once."""
        name = name_of(content)
        with self._book.atomic():
            self._book.execute(
                "INSERT INTO keepsakes (name, title, content, at, by) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (name) DO NOTHING",
                (name, title, content, self._book.stamp(), self._book.by),
            )
        return name

    def content(self, name: str) -> bytes | None:
        found = self._book.value("SELECT content FROM keepsakes WHERE name = ?", (name,))
        return None if found is None else bytes(found)

    def title(self, name: str) -> str:
        """What its file was called; "" where it is not known."""
        return str(self._book.value("SELECT title FROM keepsakes WHERE name = ?", (name,)) or "")
