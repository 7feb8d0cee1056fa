"""Names stand in the order of the shop's alphabet, whichever that becomes."""

import pytest

from app.clock import system_clock
from app.people import directory
from app.people.directory import Shown
from app.people.order import language_of
from app.shop import Shop
from tests.shop import open_scenario


@pytest.fixture
def names(shop):
    for name in ("Cíl", "Čáp", "Dub", "Chalupa", "Hora", "Ida", "Aaberg", "Zima"):
        shop.customer("Jan", name, city=name)

    def read(order="name"):
        return [
            one.split()[-1] for one in shop.names(directory.ids(shop.book, Shown(), order=order))
        ]

    return read


CZECH = ["Aaberg", "Cíl", "Čáp", "Dub", "Hora", "Chalupa", "Ida", "Zima"]
DANISH = ["Čáp", "Chalupa", "Cíl", "Dub", "Hora", "Ida", "Zima", "Aaberg"]


@pytest.mark.parametrize("order", ["name", "city"])
def test_another_language_lays_the_order_anew_and_undo_the_old_one(shop, names, order):
    assert names(order) == CZECH
    shop.settings.change(language="da")
    assert names(order) == DANISH
    for _ in range(2):
        shop.undo.undo_last()
        assert names(order) == CZECH
        shop.undo.redo_last()
        assert names(order) == DANISH


def test_newcomers_and_renamed_people_take_their_place_in_the_new_order(shop, names):
    shop.settings.change(language="da")
    ida = next(one for one in shop.customers.everybody() if one.last_name == "Ida")
    shop.customers.change(ida.id, last_name="Århus")
    shop.customer("Jan", "Ž")
    assert names() == ["Čáp", "Chalupa", "Cíl", "Dub", "Hora", "Ž", "Zima", "Aaberg", "Århus"]


def test_a_language_set_again_writes_nobody_anew(shop, names):
    written: list[str] = []
    shop.book.connection.set_trace_callback(written.append)
    shop.settings.change(language="cs", name="Another name")
    shop.book.connection.set_trace_callback(None)
    assert not [sql for sql in written if sql.startswith("UPDATE customers")]


def test_a_shop_that_never_said_its_language_keeps_the_alphabet_it_began_with(tmp_path):
    def opened(lang):
        return Shop.open(tmp_path, system_clock, {"LANG": lang})

    opened("cs_CZ.UTF-8").close()
    again = opened("da_DK.UTF-8")
    assert (again.settings.read().language, language_of(again.book)) == ("da", "cs")
    again.close()


def test_an_order_laid_by_an_older_alphabet_is_laid_anew_when_the_shop_opens(tmp_path):
    shop = open_scenario(tmp_path)
    shop.customer("Jan", "Čáp")
    shop.customer("Jan", "Dub")
    shop.book.execute("UPDATE customers SET sort_key = 'z' || id, city_key = 'x'")
    shop.book.execute("UPDATE alphabet SET edition = 0")
    shop.close()
    again = open_scenario(tmp_path)
    assert again.names(directory.ids(again.book, Shown())) == ["Jan Čáp", "Jan Dub"]
    assert again.book.value("SELECT count(*) FROM customers WHERE city_key IS NOT NULL") == 0
    again.close()
