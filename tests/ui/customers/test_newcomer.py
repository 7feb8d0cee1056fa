"""Taking somebody new into the book."""

import pytest

from app.loyalty.programme import Earn, Programme
from tests.ui.customers.pretence import PretendDesk, PretendForm
from ui.customers.newcomer import FIELDS, Newcomer


@pytest.fixture
def view():
    return PretendForm()


@pytest.fixture
def desk(shop):
    return PretendDesk(shop)


@pytest.fixture
def newcomer(desk, view):
    return Newcomer(desk, view)


def typed(**texts):
    return dict.fromkeys(FIELDS, "") | texts


@pytest.mark.parametrize("texts", [{"first_name": "Tereza"}, {"phones": "603 118 274"}])
def test_a_name_or_a_phone_is_enough(newcomer, shop, desk, texts):
    number = newcomer.save(typed(**texts))
    assert shop.customers.get(number).member_since == "2026-11-22"
    assert desk.told == ["add"]


def test_nothing_at_all_is_refused_in_words(newcomer, view):
    assert newcomer.save(typed()) is None
    assert view.errors["first_name"].startswith("A customer needs a name")


def test_a_whole_name_in_the_first_field_is_taken_apart(newcomer, shop):
    one = shop.customers.get(newcomer.save(typed(first_name="Ing. Jan Novák")))
    assert (one.title_before, one.first_name, one.last_name) == ("Ing.", "Jan", "Novák")


def test_a_day_that_is_not_understood_adds_nobody(newcomer, view, shop):
    assert newcomer.save(typed(first_name="Jan", birthday="soon")) is None
    assert view.errors == {"birthday": "“soon”: not a date"}
    assert shop.customers.count() == 0


def test_a_possible_double_is_told_but_never_in_the_way(newcomer, view, shop):
    shop.customer("Tereza", "Dvořáková", phones=("+420603118274",), city="Brno")
    newcomer.typed(typed(first_name="tereza", last_name="dvorakova"))
    assert view.doubles == ["Tereza Dvořáková, 603 118 274, Brno"]
    assert newcomer.save(typed(first_name="tereza", last_name="dvorakova")) is not None


def test_the_same_phone_is_told_whatever_the_name(newcomer, view, shop):
    shop.customer("Tereza", phones=("+420603118274",))
    newcomer.typed(typed(first_name="Olga", phones="603 118 274"))
    assert view.doubles == ["Tereza, 603 118 274"]


def test_half_a_phone_is_nobodys_yet(newcomer, view, shop):
    shop.customer("Tereza", phones=("+420603118274",))
    newcomer.typed(typed(phones="603 1"))
    assert view.doubles == []


def test_another_person_of_the_same_first_name_is_no_double(newcomer, view, shop):
    shop.customer("Tereza", "Dvořáková")
    newcomer.typed(typed(first_name="Tereza", last_name="Dvořák"))
    assert view.doubles == []


def test_the_form_gives_what_there_is_for_signing_up(newcomer, shop):
    shop.till.programmes.change(Programme(earn=Earn(signup=20)))
    number = newcomer.save(typed(first_name="Tereza"))
    assert shop.till.points.available(number, shop.today()) == 20
