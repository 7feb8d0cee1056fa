"""How many cases wait, as quiet text beside the place in the sidebar."""

from app.changes import Kind
from app.shop import Shop
from ui import counts
from ui.desk import Desk

PLACE = "feedback"
COUNTED = frozenset({Kind.VOICE, Kind.COUPONS})


def keep_count(desk: Desk) -> None:
    """From now on, as long as the window lives."""
    counts.keep_count(desk, PLACE, COUNTED, _waiting)


def _waiting(shop: Shop) -> int:
    return shop.voice.cases.count_to_do(shop.today())
