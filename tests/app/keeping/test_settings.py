"""What the owner decided, and what is refused."""

import pytest

from app.keeping.settings import NotASetting


def test_a_new_country_brings_its_money_unless_told_otherwise(shop):
    assert shop.settings.change(country="DK").currency == "DKK"
    assert shop.settings.change(country="IL", currency="EUR").currency == "EUR"
    assert shop.settings.read().country == "IL"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("country", "XX"),
        ("country", "cz"),
        ("country", "CZE"),
        ("currency", "QQQ"),
        ("currency", "kc"),
        ("language", "xx"),
        ("zone", "Nowhere/Nothing"),
        ("leap_day", "02-30"),
        ("theme", "pink"),
    ],
)
def test_a_value_that_means_nothing_is_refused_and_changes_nothing(shop, name, value):
    before = shop.settings.read()
    with pytest.raises(NotASetting) as refused:
        shop.settings.change(**{name: value})
    assert refused.value.facts == {"name": name, "value": value}
    assert shop.settings.read() == before


def test_what_is_decided_anew_as_it_was_is_no_step(shop):
    steps = len(shop.history.standing(undone=False))
    shop.settings.change(name=shop.settings.read().name)
    assert len(shop.history.standing(undone=False)) == steps


def test_the_size_of_a_window_is_remembered_without_history(shop):
    shop.settings.remember("window", "800x600")
    assert shop.settings.recall("window") == "800x600"
    assert shop.settings.recall("nothing") == ""
    assert shop.history.standing(undone=False) == []
