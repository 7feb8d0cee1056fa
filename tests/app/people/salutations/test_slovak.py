"""A Slovak letter keeps the name as it is; the words around it agree: `Milý pán Horváth,`."""

import pytest

from tests.app.people.salutations.greeting import line, people, somebody

MEN = """
Peter Ján Jozef Štefan Martin Tomáš Michal Juraj Ľuboš Miroslav Pavol Milan Vladimír Marek Lukáš Andrej Dušan Ondrej
František Jaroslav Karol Ľudovít Matúš Viliam Imrich Gejza Zoltán Attila Rastislav Svetozár Vojtech Žigmund Jakub Samuel
""".split()
WOMEN = """
Zuzana Ľubica Katarína Mária Anna Jana Eva Lucia Monika Petra Martina Ivana Veronika Adriana Daniela Michaela Alžbeta
Soňa Ľudmila Božena Terézia Viera Oľga Ružena Silvia Kristína Žofia Darina Magdaléna Emília Edita Júlia Natália Xénia
""".split()


@pytest.mark.parametrize("name", MEN)
def test_whose_name_is_surely_a_mans_is_greeted_as_a_man(name):
    assert line("sk", name, "Horváth") == "Milý pán Horváth,"
    assert line("sk", name.upper(), "HORVÁTH", tone="formal") == "Vážený pán Horváth,"
    assert line("sk", name, "Horváth", familiar=True) == f"Milý {name},"


@pytest.mark.parametrize("name", WOMEN)
def test_whose_name_is_surely_a_womans_is_greeted_as_a_woman(name):
    assert line("sk", name, "Nagy") == "Milá pani Nagy,"
    assert line("sk", name.lower(), "nagy", tone="formal") == "Vážená pani Nagy,"
    assert line("sk", name, "Nagy", familiar=True) == f"Milá {name},"


@pytest.mark.parametrize(
    ("first", "last", "form", "expected"),
    people("""
    Zuzana | Horváthová |   | Milá pani Horváthová,
           | Horváthová |   | Milá pani Horváthová,
    Eva    | Ťažká      |   | Milá pani Ťažká,
           | Szabóová   |   | Milá pani Szabóová,
    Andrea | Kováčová   |   | Milá pani Kováčová,
    Andrea | Kováč      |   | Dobrý deň,
    Nikola | Baláž      |   | Dobrý deň,
    Alex   | Tóth       |   | Dobrý deň,
    Alex   | Tóth       | m | Milý pán Tóth,
    Alex   | Tóth       | f | Milá pani Tóth,
    René   | Varga      |   | Dobrý deň,
           | Varga      |   | Dobrý deň,
           | Varga      | m | Milý pán Varga,
    J.     | Varga      | m | Milý pán Varga,
    Ján    | Polák ml.  |   | Milý pán Polák,
    Zuzana | Nováková-Kováčová | | Milá pani Nováková-Kováčová,
    ZUZANA | O'BRIEN-NOVÁKOVÁ | | Milá pani O'Brien-Nováková,
    Ján    | Nováková   |   | Dobrý deň,
    Zuzana |            |   | Milá Zuzana,
    Peter  |            |   | Milý Peter,
    Søren  | Jensen     | m | Milý pán Jensen,
    Søren  | Jensen     |   | Milý pán Jensen,
    רחל    | כהן        | f | Milá pani כהן,
    רחל    | כהן        |   | Milá pani כהן,
    דניאל  | כהן        |   | Dobrý deň,
    Jan    | Dvořák     |   | Milý pán Dvořák,
    Petra  | Novák      | neutral | Dobrý deň,
           |            |   | Dobrý deň,
           | Horváth    | family | Milí Horváthovci,
           | Horváthová | family | Milí Horváthovci,
           | Varga      | family | Milí Vargovci,
           | Ďurica     | family | Milí Ďuricovci,
           | Šimko      | family | Milí Šimkovci,
           | Baláž      | family | Milí Balážovci,
           | Nagy       | family | Milí Nagyovci,
           | Szabó      | family | Milí Szabóovci,
           | Moravec    | family | Milí Moravcovci,
           | Švec       | family | Milí Ševcovci,
           | Hájek      | family | Milí Hájkovci,
           | Ťažký      | family | Milá rodina Ťažkých,
           | Novotný    | family | Milá rodina Novotných,
           | Čierny     | family | Milá rodina Čiernych,
           | Biely      | family | Milá rodina Bielych,
           | Krejčí     | family | Milá rodina Krejčích,
           | Vrábel     | family | Dobrý deň,
           | Horváthovci |  | Milí Horváthovci,
           | rodina Ťažkých | | Milá rodina Ťažkých,
    Anna a Peter | Horváthovci | | Milí Horváthovci,
    Anna & Peter | Horváth | family | Milí Horváthovci,
    Anna a Peter |        |   | Milá Anna, milý Peter,
    Ján Novák a Eva | Kováčová | family | Milá pani Kováčová, milý pán Novák,
    """),
)
def test_what_is_known_decides_and_nothing_is_guessed(first, last, form, expected):
    assert line("sk", first, last, form) == expected


@pytest.mark.parametrize(
    ("before", "after", "formal"),
    people("""
    Ing.    |       | Vážený pán inžinier Horváth, / Vážená pani inžinierka Malá,
    Mgr.    |       | Vážený pán magister Horváth, / Vážená pani magistra Malá,
    MUDr.   |       | Vážený pán doktor Horváth, / Vážená pani doktorka Malá,
    Ing.    | PhD.  | Vážený pán doktor Horváth, / Vážená pani doktorka Malá,
    doc.    |       | Vážený pán docent Horváth, / Vážená pani docentka Malá,
    prof.   |       | Vážený pán profesor Horváth, / Vážená pani profesorka Malá,
    Ing. arch. |    | Vážený pán architekt Horváth, / Vážená pani architektka Malá,
    Bc.     |       | Vážený pán Horváth, / Vážená pani Malá,
    """),
)
def test_a_title_agrees_too(before, after, formal):
    titles = {"title_before": before, "title_after": after, "tone": "formal"}
    man, woman = formal.split(" / ")
    assert line("sk", "Ján", "Horváth", "m", **titles) == man
    assert line("sk", "Eva", "Malá", "f", **titles) == woman


def test_a_household_and_a_company_are_greeted_as_what_they_are():
    jan, eva = somebody("Ján", "Horváth"), somebody("Eva", "Malá")
    assert line("sk", "Anna", "Horváthová", household=[jan]) == "Milí Horváthovci,"
    assert line("sk", "Anna", "Horváthová", household=[jan], familiar=True) == (
        "Milá Anna, milý Ján,"
    )
    assert line("sk", "Ján", "Horváth", household=[eva], tone="formal") == (
        "Vážená pani Malá, vážený pán Horváth,"
    )
    assert line("sk", company="Mlyn, s. r. o.") == "Milí priatelia,"
    assert line("sk", company="Mlyn, s. r. o.", tone="formal") == "Vážení,"
