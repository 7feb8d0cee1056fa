import pytest

from app.people.postcodes import postal_code


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("11000", "CZ", "110 00"), ("110 00", "CZ", "110 00"), ("CZ-110 00", "CZ", "110 00"),
        ("CZ 110 00", "CZ", "110 00"), ("D-10115", "CZ", "D-10115"), ("D-10115", "DE", "10115"),
        ("A-1010", "AT", "1010"),
        ("11000.0", "CZ", "110 00"), ("1100", "CZ", "1100"), ("Praha", "CZ", "Praha"),
        ("81101", "SK", "811 01"), ("1001", "SK", "010 01"), ("00950", "PL", "00-950"),
        ("950", "PL", "950"), ("sw1a1aa", "GB", "SW1A 1AA"), ("M1 1AE", "GB", "M1 1AE"),
        ("2138", "US", "02138"), ("02138", "US", "02138"), ("021381234", "US", "02138-1234"),
        ("02138-1234", "US", "02138-1234"), ("2100", "DK", "2100"), ("DK-2100", "DK", "2100"),
        ("800", "DK", "0800"), ("6100000", "IL", "6100000"), ("61000", "IL", "61000"),
        ("010000", "KZ", "010000"), ("10000", "KZ", "010000"), ("A15E0T3", "KZ", "A15E0T3"),
        ("11000", None, "11000"), ("11000", "XX", "11000"), ("", "CZ", ""),
    ],
)  # fmt: skip
def test_a_postal_code_is_written_as_its_country_does(text, country, expected):
    assert postal_code(text, country) == expected
