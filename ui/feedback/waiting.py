"""How many cases wait, as quiet text beside the place in the sidebar."""

from app.changes import Kind
from app.shop import Shop
from ui.desk import Desk

PLACE = "feedback"
COUNTED = frozenset({Kind.VOICE, Kind.COUPONS})


def keep_count(desk: Desk) -> None:
    """From now on, as long as the window lives; a window without the place shows nothing."""
    if PLACE not in desk.window.stack.places:
        return
    desk.on_change(desk.window, lambda kinds: _count(desk) if kinds & COUNTED else None)
    _count(desk)


def _count(desk: Desk) -> None:
    desk.look_up(_waiting, lambda n: _show(desk, n))


def _show(desk: Desk, n: int) -> None:
    desk.window.sidebar.show_count(PLACE, desk.words.number(n) if n else "")


def _waiting(shop: Shop) -> int:
    return shop.voice.cases.count_to_do(shop.today())
