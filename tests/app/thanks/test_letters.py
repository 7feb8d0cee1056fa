import re

import pytest

from app.thanks.letters import (
    FIELDS,
    Letter,
    UnclosedBrace,
    UnknownField,
    UnknownLetter,
    check,
    fill,
    letter_names,
    name_in_greeting,
    read_letter,
)
from resources.words import LANGUAGES
from tests.app.people.salutations.greeting import somebody

SHOP = {"shop": "Mlýn", "owner": "Jana"}


def letter(body, salutation=("Hi,",), sign_off=("Bye",)):
    return Letter(name="x", language="en", salutation=salutation, body=body, sign_off=sign_off)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", letter_names())
def test_every_letter_is_short_and_written_in_every_language(name, language):
    one = read_letter(name, language)
    assert one.language == language
    text = fill(one, {**SHOP, "name_in_greeting": "Noa"})
    assert 35 <= len(text.split()) <= 60
    assert len(text.split("\n\n")) == 3
    assert not re.search(r"[{}]", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", letter_names())
def test_every_letter_can_be_written_to_somebody_of_whom_nothing_is_known(name, language):
    parts = fill(read_letter(name, language), {}).split("\n\n")
    assert len(parts) == 3
    assert all(parts)


def test_the_person_is_greeted_by_name():
    assert fill(read_letter("birthday", "en"), {"name_in_greeting": "Eleanor"}).startswith(
        "Dear Eleanor,\n\n"
    )


def test_a_letter_in_a_language_nobody_wrote_it_in_is_english():
    assert read_letter("birthday", "pl").language == "en"


def test_an_unknown_letter_is_refused_and_those_there_are_are_named():
    with pytest.raises(UnknownLetter) as refusal:
        read_letter("../birthday", "en")
    assert refusal.value.facts["known"] == letter_names()


def test_an_unknown_field_is_refused_by_name():
    with pytest.raises(UnknownField) as refusal:
        letter("Hello {frist_name}!")
    assert refusal.value.facts == {"field": "frist_name", "known": FIELDS}


@pytest.mark.parametrize("text", ["Hello {first_name!", "Hello {first_name\n}", "Hello {"])
def test_a_brace_left_open_is_refused(text):
    with pytest.raises(UnclosedBrace) as refusal:
        check(text)
    assert refusal.value.facts["text"] == text.splitlines()[0][6:]


def test_a_line_whose_fact_is_not_known_vanishes():
    body = "One.\nYou turn {turning}.\nTwo."
    assert fill(letter(body), {}) == "Hi,\n\nOne.\nTwo.\n\nBye"
    assert fill(letter(body), {"turning": "40"}) == "Hi,\n\nOne.\nYou turn 40.\nTwo.\n\nBye"
    assert fill(letter(body), {"turning": "  "}) == "Hi,\n\nOne.\nTwo.\n\nBye"


def test_a_default_stands_in_for_a_fact_that_is_not_known():
    assert "from our town" in fill(letter("from {city|our town}"), {})
    assert "from Brno" in fill(letter("from {city | our town}"), {"city": "Brno"})


def test_doubled_braces_are_braces():
    assert "a {b} c" in fill(letter("a {{b}} c"), {})


def test_braces_in_a_name_are_only_braces():
    assert "Dear {shop}," in fill(
        letter("x", ("Dear {first_name},",)), {"first_name": "{shop}", **SHOP}
    )


def test_a_name_is_written_on_one_line():
    assert "Jan Novák" in fill(letter("{first_name}"), {"first_name": "Jan\n Novák"})


@pytest.mark.parametrize(
    ("first", "last", "company", "language", "greeted"),
    [
        ("Eleanor", "Whitfield", "", "en", "Eleanor"),
        ("", "Whitfield", "", "en", ""),
        ("", "", "Mill & Co", "en", "friends at Mill & Co"),
        ("", "", "", "en", ""),
        ("Ľubica", "Ťažká", "", "sk", "pani Ťažká"),
        ("Әйгерім", "Қасымқызы", "", "kk", "Әйгерім ханым"),
        ("Tereza", "Horáková", "", "cs", "paní Horáková"),
        ("Jan", "Novák", "", "cs", "pane Nováku"),
        ("Alex", "Novák", "", "cs", ""),
        ("", "", "Mlýn, s. r. o.", "cs", ""),
    ],
)
def test_nobody_is_greeted_in_a_wrong_form(first, last, company, language, greeted):
    assert name_in_greeting(somebody(first, last, company=company), language) == greeted
