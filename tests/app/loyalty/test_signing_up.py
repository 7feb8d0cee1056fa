"""Whoever is newly added at the counter is given what there is for signing up, in the same step."""

import pytest

from app.loyalty.programme import Earn, Programme
from app.people.customers import NobodyNamed
from app.thanks.timeline import timeline
from tests.shop import ScenarioShop


def points(shop: ScenarioShop, customer: int) -> int:
    return shop.till.points.available(customer, shop.today())


@pytest.fixture(autouse=True)
def bonus(shop: ScenarioShop) -> None:
    shop.till.programmes.change(Programme(earn=Earn(signup=20)))


def test_adding_and_its_points_are_one_step(shop: ScenarioShop) -> None:
    petra = shop.enrol(first_name="Petra").id
    assert points(shop, petra) == 20
    (told,) = timeline(shop.book, shop.history, petra)
    assert (told.what, told.points) == ("add", 20)
    shop.undo.undo_last()
    assert (points(shop, petra), shop.customers.count()) == (0, 0)
    shop.undo.redo_last()
    assert (points(shop, petra), shop.customers.count()) == (20, 1)
    shop.undo.undo_last()
    assert points(shop, petra) == 0


def test_who_cannot_be_added_is_given_nothing(shop: ScenarioShop) -> None:
    with pytest.raises(NobodyNamed):
        shop.enrol()
    assert shop.book.value("SELECT count(*) FROM points_entries") == 0


def test_a_programme_without_a_bonus_gives_none(shop: ScenarioShop) -> None:
    shop.till.programmes.change(Programme())
    assert points(shop, shop.enrol(first_name="Petra").id) == 0
