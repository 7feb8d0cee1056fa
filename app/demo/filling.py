"""Fills an empty shop with a believable invented one, to look round in."""

from datetime import date
from typing import Any

from app.changes import Kind
from app.demo.offers import add_offers
from app.demo.people import CUSTOMERS, Town, invented, read_town
from app.demo.points import add_points
from app.demo.sales import Wares, add_sales
from app.demo.voice import add_answers
from app.errors import ShopError
from app.people import register
from app.people.customers import ADDED, new_note
from app.shop import Shop

_BATCH = 2000
_FILLED = (
    Kind.CUSTOMERS,
    Kind.SETTINGS,
    Kind.LOYALTY,
    Kind.COUPONS,
    Kind.GIFT_CARDS,
    Kind.VOICE,
)


class NotEmpty(ShopError):
    """The shop has customers already."""


def fill(shop: Shop, on: date, *, customers: int = CUSTOMERS, seed: int = 1) -> int:
    """Fills the empty `shop` with invented customers as of the day `on`; answers how many.

    A shop that was never set up becomes the demo shop of its language. Raises `NotEmpty`.
    """
    with shop.book.atomic(*_FILLED):
        if shop.customers.count():
            raise NotEmpty
        town = read_town(shop.settings.read().language)
        _set_up(shop, town)
        people = invented(town, on, customers=customers, seed=seed)
        ids: list[int] = []
        for start in range(0, customers, _BATCH):
            batch = [_with_note(shop, one) for one in people[start : start + _BATCH]]
            ids += register.insert(shop.book, batch, how="demo")
        step = shop.history.begin("demo", n=len(ids))
        shop.history.tell_of_all(step, ADDED, ids)
        add_sales(shop, step, ids, on, Wares(goods=town.facts["goods"], seed=seed))
        add_points(shop, step, town.facts, on)
        add_offers(shop, step, town.facts, ids)
        add_answers(shop, step, town.facts, on, seed)
    return len(ids)


def _set_up(shop: Shop, town: Town) -> None:
    if not shop.settings.read().set_up:
        names = ("country", "zone", "owner", "owner_title", "shop_words")
        facts = {name: town.facts[name] for name in names}
        shop.settings.change(name=town.facts["shop"], is_demo=True, set_up=True, **facts)


def _with_note(shop: Shop, person: dict[str, Any]) -> dict[str, Any]:
    text = person.pop("note", None)
    return person | (new_note(shop.book, text) if text else {})
