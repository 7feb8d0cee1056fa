"""How many wait in a place, as quiet text beside it in the sidebar."""

from collections.abc import Callable

from app.changes import Kind
from app.shop import Shop
from ui.desk import Desk


def keep_count(desk: Desk, place: str, kinds: frozenset[Kind], read: Callable[[Shop], int]) -> None:
    """Counted on the side, now and after changes of `kinds`, as long as the window lives.

    A window without the place shows nothing.
    """
    if place not in desk.window.stack.places:
        return

    def show(n: int) -> None:
        desk.window.sidebar.show_count(place, desk.words.number(n) if n else "")

    def count() -> None:
        desk.look_up(read, show)

    desk.on_change(desk.window, lambda changed: count() if changed & kinds else None)
    count()
