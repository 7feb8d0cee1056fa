"""What holds in every language: her own wish goes first, nothing ever fails, names are left whole."""

import subprocess
import sys
from dataclasses import replace

import pytest
from faker.providers.person.cs_CZ import Provider as Czechs
from faker.providers.person.da_DK import Provider as Danes
from faker.providers.person.he_IL import Provider as Israelis
from faker.providers.person.sk_SK import Provider as Slovaks
from hypothesis import given
from hypothesis import strategies as st

from app.people.customer import FORMS_OF_ADDRESS
from app.people.salutations.name_lists import gender_of, words_of_list
from app.people.salutations.salute import salute
from app.people.salutations.vocative import first_name, last_name
from resources.words import LANGUAGES
from tests.app.people.salutations.greeting import line, people, somebody

TONES = ("warm", "formal")
languages = st.sampled_from([*LANGUAGES, "pl", ""])
# Whole names, words that mean something to the rules, and whatever a keyboard can bring.
words = st.sampled_from(
    """Novák Nováková Tereza Petr MUDr. Ph.D. ml. a & og ו van der O'Brien rodina familien משפחת J. pan paní Mrs.
    Серікұлы қызы ұлы мен s.r.o. רחל ורחל Novákovi ( ) , - . ' JP ová ý a Ő ẞ ǅ İ 王""".split()
)
names = st.one_of(st.text(max_size=30), st.lists(words, max_size=5).map(" ".join))
manners = {"tone": st.sampled_from(TONES), "familiar": st.booleans()}


@st.composite
def customers(draw):
    fields = {key: draw(names) for key in ("title_before", "title_after", "company", "greeting")}
    form = draw(st.sampled_from([None, *FORMS_OF_ADDRESS]))
    sometimes = {key: text for key, text in fields.items() if draw(st.booleans())}
    return somebody(draw(names), draw(names), form, **sometimes)


@given(customers(), st.lists(customers(), max_size=2), languages, st.fixed_dictionaries(manners))
def test_anybody_can_be_greeted(one, household, language, manner):
    greeting = salute(one, language, household=household, **manner)
    line = greeting.salutation
    assert line.strip(" ,!") or greeting.name_in_greeting
    assert line == line.strip()
    assert line[-1] in ",!"
    for text in (line, greeting.name_in_greeting):
        assert "  " not in text
        assert text.split() == text.split(" ") or not text


@given(customers(), languages)
def test_the_same_person_is_always_greeted_the_same(one, language):
    assert salute(one, language) == salute(replace(one), language)


WHOLE = [
    *((name, "f") for them in (Czechs, Slovaks) for name in them.first_names_female),
    *((name, "m") for them in (Czechs, Slovaks) for name in them.first_names_male),
    *((name, "f") for name in Danes.first_names_female),
    *((name, "m") for name in Danes.first_names_male),
    *((name, "m") for name in Israelis.first_names),
]


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "cs"])
def test_a_name_comes_back_untouched_where_the_language_does_not_decline_it(language):
    for name, gender in WHOLE:
        one = somebody(name, "Jensen", gender)
        assert salute(one, language, familiar=True).name_in_greeting == name


def test_a_czech_name_keeps_its_capitals_and_its_beginning():
    for name, gender in WHOLE:
        called = first_name(name, gender).name
        assert called[:1] == name[:1]
        assert abs(len(called) - len(name)) <= 1
    for name in Czechs.last_names_female:
        assert last_name(name, "f") == (name, True)
    for name in Czechs.last_names_male:
        called = last_name(name, "m")
        assert called.name[:1] == name[:1]
        assert called.certain or name.endswith("el"), name


@pytest.mark.parametrize(
    ("language", "greeting", "form", "expected"),
    people("""
    cs | Terezko        |   | Milá Terezko,
    cs | paní Terezo    |   | Milá paní Terezo,
    cs | pane Péťo      | f | Milý pane Péťo,
    cs | Ahoj Terezko,  |   | Ahoj Terezko,
    cs | Drahá Terezko  |   | Drahá Terezko,
    cs | Milá Terezko!  |   | Milá Terezko!
    sk | Terezka        |   | Milá Terezka,
    da | Tess           |   | Kære Tess,
    da | Hej Tess       |   | Hej Tess,
    en | Tess           |   | Dear Tess,
    en | Hi Tess!       |   | Hi Tess!
    he | טסה            |   | טסה היקרה,
    he | טסה היקרה      |   | טסה היקרה,
    kk | Тереза апай    |   | Құрметті Тереза апай!
    kk | Құрметті апай  |   | Құрметті апай!
    cs | ,              |   | Milá paní Nováková,
    """),
)
def test_how_she_wants_to_be_called_goes_before_everything(language, greeting, form, expected):
    assert line(language, "Tereza", "Nováková", form, greeting=greeting) == expected


def test_a_wish_of_somebody_whose_form_of_address_is_not_known():
    assert line("cs", "Alex", "Novák", greeting="Alexi") == "Dobrý den, Alexi,"
    assert line("he", "נועם", "כהן", greeting="נומי") == "שלום נומי,"
    assert line("cs", "Anna a Petr", "Novákovi", greeting="sousedé") == "Milí sousedé,"


def test_a_wish_is_kept_beside_the_others_of_the_household():
    petr = somebody("Petr", "Novák")
    assert line("cs", "Tereza", "Nováková", greeting="Terezko", household=[petr]) == (
        "Milá Terezko, milý pane Nováku,"
    )
    assert line("en", "Tereza", "Nováková", greeting="Tess", household=[petr]) == (
        "Dear Tess and Petr,"
    )


def test_the_dead_are_not_greeted():
    petr = somebody("Petr", "Novák", deceased=True)
    assert line("cs", "Anna", "Nováková", household=[petr]) == "Milá paní Nováková,"


@pytest.mark.parametrize(
    ("language", "first", "last", "form", "certain"),
    [
        ("cs", "Tereza", "Nováková", None, True),
        ("cs", "Jan", "Novák", "m", True),
        ("cs", "Alex", "Novák", None, False),
        ("cs", "Alex", "Novák", "neutral", True),
        ("cs", "Lars", "Jensen", "m", False),
        ("cs", "Jan", "Vrábel", "m", False),
        ("cs", "Jan", "Havel", "m", True),
        ("cs", "Jana", "Svoboda", "f", False),
        ("cs", "", "", None, False),
        ("sk", "Lars", "Jensen", "m", True),
        ("da", "Alex", "Jensen", None, True),
        ("da", "", "Jensen", None, False),
        ("en", "Alex", "Smith", None, True),
        ("he", "נועם", "כהן", None, False),
        ("he", "נועם", "כהן", "neutral", True),
        ("kk", "Айнұр", "Бек", None, False),
        ("kk", "Айнұр", "Бек", "neutral", True),
    ],
)
def test_the_owner_is_told_what_is_not_certain(language, first, last, form, certain):
    assert salute(somebody(first, last, form), language).certain is certain


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_is_a_womans_and_a_mans(language):
    women, men, both = (set(words_of_list(language, of)) for of in ("women", "men", "shared"))
    assert not (women & men | women & both | men & both)
    assert {gender_of(name, language) for name in women} == {"f"}
    assert {gender_of(name, language) for name in men} == {"m"}
    assert {gender_of(name, language) for name in both} == {""}


def test_a_name_that_means_something_else_elsewhere_is_no_ones():
    assert gender_of("Jan", "cs") == "m"
    assert gender_of("Jan", "he") == ""
    assert gender_of("Andrea", "kk") == ""
    assert gender_of("Tereza", "he") == "f"


def test_the_vocative_is_loaded_at_the_first_man_who_needs_it():
    program = (
        "import sys, app.people.salutations.salute as s, app.people.salutations.vocative as v;"
        "before = 'vokativ' in sys.modules; v.last_name('Novák', 'm');"
        "print(before, 'vokativ' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]
