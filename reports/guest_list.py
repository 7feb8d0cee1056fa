"""Who sits at a table: everybody on a list by herself, whoever she lives with, but those who are gone."""

from collections.abc import Sequence

from app.people.customer import Customer
from app.shop import Shop
from app.thanks.lists import people_on
from app.thanks.post import NobodyOnTheList


def guests(shop: Shop, name: str) -> Sequence[Customer]:
    """Nothing is sent, so a no to letters is no reason to stand. Raises `NobodyOnTheList`."""
    found = shop.customers.several(people_on(shop.book, name, shop.asked()))
    there = [one for one in found if not (one.deceased or one.removed)]
    if not there:
        raise NobodyOnTheList(name=name, left_out=len(found))
    return there
