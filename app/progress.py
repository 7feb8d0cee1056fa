"""Long work tells how far it is, and by the same call learns that it is to stop."""

from collections.abc import Callable

from app.errors import ShopError

Report = Callable[[int, int], None]
"""`report(done, total)`; `total` 0 means unknown. Raises `Cancelled` when the work is to stop."""


class Cancelled(ShopError):
    """The person who started the work stopped it; nothing of it remains."""


def unheard(_done: int, _total: int) -> None:
    """A report that nobody listens to."""
