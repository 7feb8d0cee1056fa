"""Requests that were made with a key: each is done once, and has the same answer for ever."""

from collections.abc import Callable
from operator import eq

from app.changes import Kind
from app.errors import ShopError
from app.keeping.database import Book

Same = Callable[[str, str], bool]


class KeyUsed(ShopError):
    """The key `key` was used for another request."""


class Requests:
    """Across all tills of the shop."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def once(self, key: str, request: str, do: Callable[[], str], same: Same = eq) -> str:
        """What `do` answers, or what it answered to the same request with that key before.

        `same` tells whether two requests ask the same. Raises `KeyUsed`, and what `do` raises; nothing is
        kept then.
        """
        with self._book.atomic(Kind.LOYALTY):
            kept = self._book.execute(
                "SELECT request, answer FROM till_requests WHERE key = ?", (key,)
            ).fetchone()
            if kept is not None:
                if kept["request"] != request and not same(kept["request"], request):
                    raise KeyUsed(key=key)
                return str(kept["answer"])
            answer = do()
            self._book.execute(
                "INSERT INTO till_requests (key, request, answer, at) VALUES (?, ?, ?, ?)",
                (key, request, answer, self._book.stamp()),
            )
        return answer
