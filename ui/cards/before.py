"""What was written to somebody before, in words for the desk."""

from collections.abc import Sequence

from app.clock import shop_date
from app.shop import Shop
from app.thanks.written import Written
from reports.letter_words import letter_called
from resources.words import RIGHT_TO_LEFT, Words
from ui.cards.shown import Before

MOST = 12
"""So many cards back; who had more of them is well known to the shop."""


def written_before(shop: Shop, customer: int, words: Words) -> tuple[Before, ...]:
    """The cards that came out for her, the newest first."""
    zone = shop.settings.read().zone
    return tuple(_told(one, zone, words) for one in shop.letters.all_to(customer)[:MOST])


def last_line(before: Sequence[Before], words: Words) -> str:
    """`Last card: Birthday, 26 Nov 2025`; empty where there was none."""
    return words("Last card: {card}", card=before[0].short) if before else ""


def _told(one: Written, zone: str, words: Words) -> Before:
    on, letter = shop_date(one.at, zone), letter_called(one.letter, words)
    long, short = (
        words("{letter}, {day}", letter=letter, day=words.date(on, how))
        for how in ("long", "medium")
    )
    return Before(
        head=long,
        short=short,
        text=one.text or words("What it said was not kept."),
        right_to_left=one.language in RIGHT_TO_LEFT,
    )
