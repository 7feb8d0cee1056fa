"""One label for all who share a letter box, named as they would write it themselves."""

import pytest

from app.people.households import as_one, homes, name_at_home
from app.thanks.greeting import greet
from tests.shop import open_scenario

HOME = {"street": "Dlouhá 5", "city": "Brno", "postal_code": "602 00", "country": "CZ"}


@pytest.fixture
def shop(tmp_path):
    return open_scenario(tmp_path)


def names(shop, *people, language="cs"):
    found = homes([shop.customers.get(one.id) for one in people], language, "CZ")
    return [name_at_home(home, language) for home in found]


@pytest.mark.parametrize(
    ("language", "hers", "his", "said"),
    [
        ("cs", "Anna Nováková", "Petr Novák", "Anna & Petr Novákovi"),
        ("cs", "Anna Vaňková", "Petr Vaněk", "Anna & Petr Vaňkovi"),
        ("cs", "Anna Novotná", "Petr Novotný", "Anna & Petr Novotní"),
        ("cs", "Anna Dlouhá", "Petr Dlouhý", "Anna & Petr Dlouzí"),
        ("cs", "Anna Slovanská", "Petr Slovanský", "Anna & Petr Slovanští"),
        ("cs", "Anna Krejčí", "Petr Krejčí", "Anna & Petr Krejčí"),
        ("cs", "Anna Procházková", "Petr Procházka", "Anna & Petr Procházkovi"),
        ("sk", "Anna Horváthová", "Peter Horváth", "Anna & Peter Horváthovci"),
        ("sk", "Anna Ťažká", "Peter Ťažký", "Anna & Peter Ťažkí"),
        ("da", "Anna Jensen", "Peter Jensen", "Anna & Peter Jensen"),
        ("en", "Niamh O'Brien", "Jack O'Brien", "Niamh & Jack O'Brien"),
        ("kk", "Айнұр Ахметова", "Асқар Ахметов", "Айнұр & Асқар Ахметовтер"),
        ("he", "רחל לוי", "דוד לוי", "רחל ודוד לוי"),
        ("cs", "Anna Kowalska", "Jan Kowalski", "Anna & Jan Kowalští"),
        ("cs", "Ewa Wysocka", "Jan Wysocki", "Ewa & Jan Wysočtí"),
        ("cs", "Anna Líska", "Petr Líska", "Anna & Petr Lískovi"),
        ("sk", "Anna Kowalska", "Jan Kowalski", "Anna & Jan Kowalskí"),
        ("pl", "Anna Kowalska", "Jan Kowalski", "Anna & Jan Kowalscy"),
        ("pl", "Ewa Zawadzka", "Jan Zawadzki", "Ewa & Jan Zawadzcy"),
        ("pl", "Anna Nowak", "Jan Nowak", "Anna & Jan Nowak"),
        ("ru", "Анна Иванова", "Пётр Иванов", "Анна & Пётр Ивановы"),
        ("ru", "Анна Достоевская", "Фёдор Достоевский", "Анна & Фёдор Достоевские"),
        ("kk", "Анна Достоевская", "Фёдор Достоевский", "Анна & Фёдор Достоевскийлер"),
    ],
)
def test_a_couple_of_one_surname_bears_it_once(shop, language, hers, his, said):
    couple = [shop.customer(*one.split(), language=language, **HOME) for one in (hers, his)]
    assert names(shop, *couple, language=language) == [said]


@pytest.mark.parametrize(
    ("hers", "his"),
    [
        ("Anna Kowalska", "Jan Kowalski"),
        ("Ewa Zawadzka", "Jan Zawadzki"),
        ("Anna Nováková", "Petr Novák"),
        ("Anna Vaňková", "Petr Vaněk"),
        ("Anna Novakova", "Petr Novák"),
        ("Anna Ruzickova", "Petr Ruzicka"),
        ("Eva Malá", "Petr Malý"),
        ("Anna Ivanova", "Petr Ivanov"),
        ("Анна Иванова", "Пётр Иванов"),
        ("Анна Белая", "Пётр Белый"),
        ("Анна Достоевская", "Фёдор Достоевский"),
        ("Әсел Қасымқызы", "Асқар Қасымұлы"),
        ("Niamh O'Brien-Nováková", "Jack O'Brien-Novák"),
        ("Anna Nováková-Malá", "Petr Novák"),
    ],
)
@pytest.mark.parametrize("language", ["cs", "sk", "da", "en", "he", "kk"])
def test_a_couple_is_one_household_wherever_the_shop_is_and_none_is_called_by_a_wrong_name(
    shop, language, hers, his
):
    couple = [shop.customer(*one.split(), **HOME) for one in (hers, his)]
    (said,) = names(shop, *couple, language=language)
    if language in {"da", "en", "he"}:
        assert said == f"{hers} & {his}"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Malá", "Malinová"), ("לוי", "לב"), ("Jensen", "Jansen"), ("Novák", "Nováček")],
)
def test_neighbours_of_other_names_are_no_household(shop, one, other):
    neighbours = shop.customer("Anna", one, **HOME), shop.customer("Petr", other, **HOME)
    assert len(names(shop, *neighbours)) == 2


def test_a_couple_from_elsewhere_is_one_household_by_the_rules_of_its_own_language(shop):
    couple = [
        shop.customer(*one.split(), language="kk", **HOME)
        for one in ("Айнұр Ахметова", "Асқар Ахметов")
    ]
    assert names(shop, *couple, language="cs") == ["Айнұр & Асқар Ахметовтер"]


def test_nobody_is_novak_novak(shop):
    couple = shop.customer("Anna", "Novák", **HOME), shop.customer("Petr", "Novák", **HOME)
    assert names(shop, *couple, language="en") == ["Anna & Petr Novák"]


def test_different_surnames_stand_side_by_side_where_somebody_said_they_live_together(shop):
    anna, petr = shop.customer("Anna", "Malá", **HOME), shop.customer("Petr", "Novák", **HOME)
    assert names(shop, anna, petr) == ["Anna Malá", "Petr Novák"]
    shop.customers.live_together([anna.id, petr.id])
    assert names(shop, anna, petr) == ["Anna Malá & Petr Novák"]


def test_who_moved_out_gets_a_label_of_her_own(shop):
    anna, petr = shop.customer("Anna", "Nováková", **HOME), shop.customer("Petr", "Novák", **HOME)
    shop.customers.live_together([anna.id, petr.id])
    shop.customers.change(anna.id, street="Krátká 1")
    assert names(shop, anna, petr) == ["Anna Nováková", "Petr Novák"]


def test_the_same_address_may_be_spelled_in_two_ways(shop):
    anna = shop.customer("Anna", "Nováková", **HOME)
    petr = shop.customer("Petr", "Novák", **HOME | {"street": "DLOUHA  5", "postal_code": "60200"})
    assert names(shop, anna, petr) == ["Anna & Petr Novákovi"]


def test_a_child_belongs_to_the_household_that_its_parents_are(shop):
    anna, petr, eva = (
        shop.customer(first, last, **HOME)
        for first, last in (("Anna", "Nováková"), ("Petr", "Novák"), ("Eva", "Nováková"))
    )
    shop.customers.live_together([anna.id, petr.id])
    assert names(shop, anna, petr, eva) == ["Anna, Petr & Eva Novákovi"]


def test_titles_stay_with_those_who_have_them(shop):
    anna = shop.customer("Anna", "Nováková", title_before="MUDr.", **HOME)
    petr = shop.customer("Petr", "Novák", title_before="Ing.", **HOME)
    assert names(shop, anna, petr) == ["MUDr. Anna & Ing. Petr Novákovi"]
    shop.customers.change(petr.id, title_after="Ph.D.")
    assert names(shop, anna, petr) == ["MUDr. Anna Nováková & Ing. Petr Novák, Ph.D."]


def test_without_a_street_the_same_surname_is_chance(shop):
    town = {"city": "Brno", "postal_code": "602 00"}
    couple = shop.customer("Anna", "Nováková", **town), shop.customer("Petr", "Novák", **town)
    assert names(shop, *couple) == ["Anna Nováková", "Petr Novák"]


def test_a_household_stands_where_its_first_member_stood(shop):
    eva, anna, jan, petr = (
        shop.customer("Eva", "Malá", **HOME | {"street": "Krátká 1"}),
        shop.customer("Anna", "Nováková", **HOME),
        shop.customer("Jan", "Dvořák", **HOME | {"street": "Nová 2"}),
        shop.customer("Petr", "Novák", **HOME),
    )
    assert names(shop, eva, anna, jan, petr) == ["Eva Malá", "Anna & Petr Novákovi", "Jan Dvořák"]


def test_a_household_can_stand_for_one_customer_and_is_greeted_as_several(shop):
    anna, petr = (
        shop.customer("Anna", "Nováková", title_before="Ing.", **HOME),
        shop.customer("Petr", "Novák", **HOME),
    )
    one = as_one([anna, petr], "cs")
    assert one.name_with_titles == "Ing. Anna & Petr Novákovi"
    assert one.street == "Dlouhá 5"
    assert as_one([anna], "cs") == anna
    assert greet(one, "cs").salutation == "Milí Novákovi,"
    eva = shop.customer("Eva", "Malá", **HOME)
    assert as_one([eva, petr], "cs").name_with_titles == "Eva Malá & Petr Novák"
    assert greet(as_one([eva, petr], "cs"), "cs").form == "several"


@pytest.mark.parametrize(
    ("language", "hers", "his", "greeting"),
    [
        ("cs", "Eva Malá", "Petr Malý", "Milá rodino Malých,"),
        ("cs", "Eva Dlouhá", "Petr Dlouhý", "Milá rodino Dlouhých,"),
        ("cs", "Eva Slovanská", "Petr Slovanský", "Milá rodino Slovanských,"),
        ("cs", "Eva Krejčí", "Petr Krejčí", "Milá rodino Krejčích,"),
        ("cs", "Eva Zimní", "Petr Zimní", "Milá rodino Zimních,"),
        ("cs", "Anna Kowalska", "Jan Kowalski", "Milá rodino Kowalských,"),
        ("cs", "Eva Černá", "Petr Černý", "Milá rodino Černých,"),
        ("sk", "Eva Malá", "Peter Malý", "Milá rodina Malých,"),
        ("sk", "Eva Krajčí", "Peter Krajčí", "Milá rodina Krajčích,"),
        ("sk", "Anna Kowalska", "Jan Kowalski", "Milá rodina Kowalských,"),
    ],
)
def test_a_family_whose_name_is_an_adjective_is_greeted_in_its_right_form(
    shop, language, hers, his, greeting
):
    couple = [shop.customer(*one.split(), language=language, **HOME) for one in (hers, his)]
    (home,) = homes(couple, language, "CZ")
    assert greet(as_one(home, language), language).salutation == greeting


def test_who_is_in_the_book_twice_is_no_couple(shop):
    twice = [shop.customer("Jan", "Novák", **HOME) for _ in range(2)]
    assert names(shop, *twice) == ["Jan Novák"]
