"""A Danish letter greets by the first name: `Kære Søren,` and in a formal one by the whole."""

import pytest

from tests.app.people.salutations.greeting import line, people, somebody

NAMES = """
Søren Jørgen Lars Peter Jens Niels Rasmus Mads Øjvind Bjørn Anders Frederik Emil Oskar Kaj Henrik Thomas Ærik Knud Åge
Ole Bo Kim Ib Torben Mogens Åse Mette Anne Kirsten Hanne Søs Karen Maja Sofie Freja Ida Emma Signe Ærtha Line Camilla
Louise Birgit Gitte Lærke Solveig Bente Inge Charlie Noa
""".split()


@pytest.mark.parametrize("name", NAMES)
def test_everybody_is_dear(name):
    assert line("da", name, "Jensen") == f"Kære {name},"
    assert line("da", name.upper(), "JENSEN", tone="formal") == f"Kære {name} Jensen,"
    assert line("da", name, "Jensen", "neutral", familiar=True) == f"Kære {name},"


@pytest.mark.parametrize(
    ("first", "last", "form", "expected"),
    people("""
    Lars Bo  | Hansen   |   | Kære Lars Bo,
    Anne-Mette | Holm   |   | Kære Anne-Mette,
    ANNE-METTE | HOLM   |   | Kære Anne-Mette,
    Hans Chr. | Andersen |  | Kære Hans Chr.,
    Karen B. | Møller   |   | Kære Karen,
    K.       | Møller   |   | Hej,
    K.       | Møller   | f | Kære fru Møller,
    fru Karen | Møller  |   | Kære Karen,
             | Møller   |   | Hej,
             | Møller   | m | Kære hr. Møller,
             | Møller   | f | Kære fru Møller,
             | Nováková |   | Kære fru Nováková,
    Søren    |          |   | Kære Søren,
    Jan      | Novák    | m | Kære Jan,
    Zdeňka   | Dvořáková | f | Kære Zdeňka,
    רחל      | כהן      | f | Kære רחל,
    Әйгерім  | Қасымова |   | Kære Әйгерім,
    dr. Lars | Jensen   |   | Kære Lars,
    Lars     | Jensen, Ph.D. | | Kære Lars,
    Lars     | Jensen jr. | | Kære Lars,
    Ludwig   | van der Berg | | Kære Ludwig,
             |          |   | Hej,
             | Jensen   | family | Kære familien Jensen,
    Familien | Jensen   |   | Kære familien Jensen,
             | familien Jensen | | Kære familien Jensen,
    Lars     | Jensen   | family | Kære familien Jensen,
    Anna og Bo | Hansen |   | Kære Anna og Bo,
    Anna & Bo | Hansen  | family | Kære Anna og Bo,
    Anna, Bo og Ida | Hansen | family | Kære Anna, Bo og Ida,
    Anna a Petr | Novákovi |  | Kære Anna og Petr,
             | Novákovi |   | Kære Novákovi,
    """),
)
def test_no_name_is_too_odd_to_be_greeted(first, last, form, expected):
    assert line("da", first, last, form) == expected


def test_a_household_and_a_company_are_greeted_as_what_they_are():
    bo = somebody("Bo", "Hansen")
    assert line("da", "Anna", "Hansen", household=[bo]) == "Kære Anna og Bo,"
    assert line("da", "Anna", "Hansen", household=[bo], tone="formal") == "Kære Anna og Bo Hansen,"
    assert line("da", "Anna", "Holm", household=[bo], tone="formal") == (
        "Kære Anna Holm og Bo Hansen,"
    )
    assert line("da", "", "Holm", "f", household=[somebody("", "Hansen", "m")]) == (
        "Kære fru Holm og hr. Hansen,"
    )
    assert line("da", company="Hansen ApS") == "Kære alle hos Hansen ApS,"
    assert line("da", tone="formal") == "Goddag,"
