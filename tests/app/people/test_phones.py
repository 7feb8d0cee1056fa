import time

import phonenumbers as library
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.people.phones import Phones, e164, plain_phone, read_phone, read_phones, shown


def by_library(text: str, country: str) -> str | None:
    try:
        number = library.parse(text, country)
    except library.NumberParseException:
        return None
    if not library.is_possible_number(number):
        return None
    return library.format_number(number, library.PhoneNumberFormat.E164)


def numbers(countries):
    """Numbers of every shape: the library's own examples and any digits, bare and with what goes before."""
    code = st.sampled_from(countries).map(library.country_code_for_region)
    examples = st.sampled_from(countries).map(
        lambda country: str(library.example_number(country).national_number)
    )
    digits = st.one_of(st.from_regex(r"[0-9]{3,13}", fullmatch=True), examples)
    before = st.one_of(
        st.sampled_from(["", "0", "8", "1", "+", "00"]),
        code.map(lambda number: f"+{number}"),
        code.map(lambda number: f"00{number}"),
        code.map(str),
    )
    return st.tuples(before, digits).map("".join)


REGIONS = sorted(region for region in library.SUPPORTED_REGIONS if library.example_number(region))


@given(text=numbers(REGIONS), country=st.sampled_from(REGIONS), space=st.integers(2, 9))
def test_the_quick_way_says_what_the_library_says(text, country, space):
    quick = plain_phone(text[:space] + " " + text[space:], country)
    assert quick is None or quick == by_library(text, country)


@given(
    text=numbers(["CZ", "SK", "DK", "KZ", "IL", "GB", "US"]),
    country=st.sampled_from(["CZ", "IL", "KZ"]),
)
def test_a_possible_number_is_taken_over(text, country):
    number = by_library(text, country)
    if number is not None and library.is_valid_number(library.parse(number)):
        assert e164(text, country) == number


def test_most_numbers_go_the_quick_way():
    for country in ("CZ", "SK", "DK", "KZ", "IL", "GB", "US"):
        example = library.example_number(country)
        for style in (library.PhoneNumberFormat.E164, library.PhoneNumberFormat.INTERNATIONAL):
            text = library.format_number(example, style).replace("-", " ")
            assert plain_phone(text, country) == by_library(text, country)


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("603 118 274", "CZ", ["+420603118274"]),
        ("603/118 274", "CZ", ["+420603118274"]),
        ("+420 603 118 274", "SK", ["+420603118274"]),
        ("00420603118274", "CZ", ["+420603118274"]),
        ("420603118274", "CZ", ["+420603118274"]),
        ("0603118274", "CZ", ["+420603118274"]),
        ("0905 123 456", "SK", ["+421905123456"]),
        ("905123456", "SK", ["+421905123456"]),
        ("050-123-4567", "IL", ["+972501234567"]),
        ("501234567", "IL", ["+972501234567"]),
        ("8 701 123 45 67", "KZ", ["+77011234567"]),
        ("+7 (701) 123-45-67", "KZ", ["+77011234567"]),
        ("20 12 34 56", "DK", ["+4520123456"]),
        ("(212) 555-0123", "US", ["+12125550123"]),
        ("tel. 603 118 274", "CZ", ["+420603118274"]),
        ("mobil: 603118274", "CZ", ["+420603118274"]),
        ("M: +420603118274", "CZ", ["+420603118274"]),
        ("טל' 050-1234567", "IL", ["+972501234567"]),
        ("603118274.0", "CZ", ["+420603118274"]),
        ("603118274, 777 123 456", "CZ", ["+420603118274", "+420777123456"]),
        ("603118274/777123456", "CZ", ["+420603118274", "+420777123456"]),
        ("603 118 274 a 777 123 456", "CZ", ["+420603118274", "+420777123456"]),
        ("603118274 777123456", "CZ", ["+420603118274", "+420777123456"]),
        ("603118274;603 118 274", "CZ", ["+420603118274"]),
        ("603 118 274 linka 12", "CZ", ["+420603118274 linka 12"]),
        ("603118274 ext. 12", "CZ", ["+420603118274 ext. 12"]),
        ("+420 (0) 603 118 274", "CZ", ["+420603118274"]),
        ("00420 (0)603 118 274", "CZ", ["+420603118274"]),
        ("+420 603 118 274 ::: +420 777 123 456", "CZ", ["+420603118274", "+420777123456"]),
        ("603 118 274 777 123 456", "CZ", ["+420603118274", "+420777123456"]),
        ("+420603118274+420777123456", "CZ", ["+420603118274", "+420777123456"]),
        ("12 34 56 78 20 12 34 56", "DK", ["+4512345678", "+4520123456"]),
        ("123 456 789", "CZ", ["+420123456789"]),
        ("+420603118274", None, ["+420603118274"]),
        ("603 118 274", None, ["603 118 274"]),
        ("00420603118274", None, ["00420603118274"]),
    ],
)
def test_a_cell_of_phones_is_understood(text, country, expected):
    assert read_phones(text, country) == Phones(numbers=tuple(expected))


@pytest.mark.parametrize(
    "text",
    [
        "12345", "nemá telefon", "6.03E+08", "6,03118E+08", "123456789012345678", "603 I18 274",
        "6031182744", "+4206031182744", "0903 123 456", "111 111 111", "1-800-FLOWERS",
    ],
)  # fmt: skip
def test_what_is_no_number_is_refused(text):
    assert read_phones(text, "CZ") == Phones(numbers=(), refused=(text,))


def test_a_good_number_beside_a_bad_one_is_kept():
    found = read_phones("603118274; 12", "CZ")
    assert found == Phones(numbers=("+420603118274",), refused=("12",))


def test_words_beside_a_number_are_remarked():
    found = read_phones("603118274 (manželka)", "CZ")
    assert found == Phones(numbers=("+420603118274",), remark="manželka")
    assert read_phones("manželka: 603118274", "CZ") == found


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("603118274 (Eva)", "Eva"),
        ("603118274 l. 5", "l. 5"),
        ("volat po 17. hodině 603 118 274", "volat po 17. hodině"),
        ("603 118 274 po 17:00", "po 17:00"),
        ("603 118 274 / 5", "/ 5"),
    ],
)
def test_what_stands_beside_a_number_is_never_dialled(text, remark):
    assert read_phones(text, "CZ") == Phones(numbers=("+420603118274",), remark=remark)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1000,
        "tel. " * 200,
        "1 a " * 250,
        "(" * 1000,
        "603118274" + "x" * 900,
        "+" * 999,
        "1 " * 400,
    ],
)
def test_a_long_text_is_soon_understood_to_be_no_phone(text):
    started = time.process_time()
    read_phones(text, "CZ")
    assert time.process_time() - started < 2


@given(st.text(max_size=40), st.sampled_from(["CZ", "IL", None]))
def test_no_text_is_too_strange_for_a_phone(text, country):
    found = read_phones(text, country)
    assert all(found.numbers)


def test_a_number_is_shown_as_at_home_or_with_its_country():
    assert shown("+420603118274", "CZ") == "603 118 274"
    assert shown("+420603118274", "IL") == "+420 603 118 274"
    assert shown("+972501234567", "IL") == "050-123-4567"
    assert shown("+420603118274 linka 12", "CZ") == "603 118 274 linka 12"
    assert shown("603 118 274", None) == "603 118 274"
    assert shown("+420603118274", None) == "+420 603 118 274"
    assert shown("+999", "CZ") == "+999"


def test_a_number_without_a_country_needs_digits():
    assert read_phone("nemá", None) is None


@pytest.mark.parametrize(("text", "country"), [("2501122", "KZ"), ("555-1234", "US")])
def test_a_number_without_its_area_is_none_that_could_be_dialled_from_elsewhere(text, country):
    assert read_phones(text, country) == Phones(numbers=(), refused=(text,))
