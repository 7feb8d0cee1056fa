"""Post lies in the order in which it is carried away."""

import pytest

from app.people.mail_order import Sort, in_mail_order
from app.people.quantities import counting, quantities
from tests.shop import open_scenario

PEOPLE = [
    ("Hans", "Meier", "DE", "10115"),
    ("Zita", "Čechová", "CZ", "602 00"),
    ("Ole", "Jensen", "DK", "1165"),
    ("Adam", "Chalupa", None, "110 00"),
    ("Eva", "Hájková", "CZ", None),
    ("Jan", "Cibulka", "CZ", "60100"),
]


@pytest.fixture
def shop(tmp_path):
    return open_scenario(tmp_path)


@pytest.fixture
def people(shop):
    return [
        shop.customer(first, last, country=country, postal_code=code)
        for first, last, country, code in PEOPLE
    ]


def ordered(people, by):
    return [one.first_name for one in in_mail_order(people, lambda one: one, by, ("CZ", "cs"))]


def test_in_the_order_of_the_list_everybody_stays_in_place(people):
    assert ordered(people, Sort.LIST) == ["Hans", "Zita", "Ole", "Adam", "Eva", "Jan"]


def test_by_country_home_comes_first_and_then_the_shops_alphabet(people):
    assert ordered(people, Sort.COUNTRY) == ["Zita", "Adam", "Eva", "Jan", "Ole", "Hans"]


def test_by_post_code_each_country_is_sorted_and_who_has_none_is_last(people):
    assert ordered(people, Sort.POSTAL_CODE) == ["Adam", "Jan", "Zita", "Eva", "Ole", "Hans"]


def test_by_name_the_alphabet_is_the_shops(people):
    assert ordered(people, Sort.NAME) == ["Jan", "Zita", "Eva", "Adam", "Ole", "Hans"]


def test_how_many_is_the_number_behind_a_tag(shop):
    tags = [
        ["štítky 3"],
        ["Štítky:2", "VIP"],
        ["štítky"],
        ["štítky 0"],
        ["VIP 9"],
        ["moještítky 4"],
    ]
    people = [shop.customer(f"A{at}", "B", tags=tuple(own)) for at, own in enumerate(tags)]
    ids = [one.id for one in people]
    found = quantities(shop.book, ids, "štítky")
    assert [found.get(one.id) for one in people] == [3, 2, 1, 0, None, None]
    assert quantities(shop.book, ids[:1], "štítky") == {ids[0]: 3}
    assert counting(one for own in tags for one in own) == ["štítky", "VIP", "moještítky"]
