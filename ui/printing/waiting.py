"""How many orders wait to be printed, as quiet text beside the place in the sidebar."""

from app.changes import Kind
from app.shop import Shop
from ui import counts
from ui.desk import Desk

PLACE = "printing"
COUNTED = frozenset({Kind.PRINTING, Kind.PRINTS})


def keep_count(desk: Desk) -> None:
    """From now on, as long as the window lives."""
    counts.keep_count(desk, PLACE, COUNTED, _waiting)


def _waiting(shop: Shop) -> int:
    """Orders in the queue, and the papers for which cards were put aside."""
    papers = {card.made.paper for card in shop.waiting.all()}
    return len(papers) + len(shop.printing.queue.all())
