"""What an order of labels or envelopes is called: by all the kinds that stand on its sheets."""

from collections.abc import Sequence

from app.shop import Shop
from reports.besides import Besides
from reports.mailing import Mailing
from resources.words import Words
from ui.cards.wording import names
from ui.printing.labels.besides_said import kind_called


def order_called(shop: Shop, mailing: Mailing, besides: Sequence[Besides], words: Words) -> str:
    """`Address labels, Coupons: Advent`, in the language of `words`."""
    if not mailing.stock:
        return words("Envelopes")
    kinds = [_addresses(shop, mailing, words), *(kind_called(shop, one, words) for one in besides)]
    return names([*dict.fromkeys(filter(None, kinds))], words)


def _addresses(shop: Shop, mailing: Mailing, words: Words) -> str:
    if not mailing.design:
        return words("Address labels")
    name = kind_called(shop, Besides(design=mailing.design), words)
    return words("Labels: {name}", name=name) if name else words("Labels")
