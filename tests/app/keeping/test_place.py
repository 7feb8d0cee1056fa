"""Country, money, language and zone as far as the system tells."""

import pytest

from app.keeping.place import currency_of, is_country, is_currency, is_zone, place_of


@pytest.mark.parametrize(
    ("environ", "country", "currency", "language"),
    [
        ({"LANG": "cs_CZ.UTF-8"}, "CZ", "CZK", "cs"),
        ({"LANG": "da_DK"}, "DK", "DKK", "da"),
        ({"LANG": "kk_KZ@cyrillic"}, "KZ", "KZT", "kk"),
        ({"LC_ALL": "he_IL.UTF-8", "LANG": "cs_CZ"}, "IL", "ILS", "he"),
        ({"LC_MESSAGES": "sk_SK", "LANG": "cs_CZ"}, "SK", "EUR", "sk"),
        ({"LANG": "de_AT.UTF-8"}, "AT", "EUR", "en"),
        ({"LANG": "cs"}, "", "EUR", "cs"),
        ({"LANG": "C.UTF-8"}, "", "EUR", "en"),
        ({"LANG": "POSIX"}, "", "EUR", "en"),
        ({"LANG": "../../x"}, "", "EUR", "en"),
        ({}, "", "EUR", "en"),
    ],
)
def test_the_system_tells_where_the_shop_stands(environ, country, currency, language):
    place = place_of(environ | {"TZ": "UTC"})
    assert (place.country, place.currency, place.language) == (country, currency, language)


@pytest.mark.parametrize("zone", ["Europe/Prague", ":Asia/Jerusalem"])
def test_a_zone_that_the_system_names_is_taken(zone):
    assert place_of({"TZ": zone}).zone == zone.lstrip(":")


@pytest.mark.parametrize(
    "zone", ["Nowhere/Nothing", "../etc/passwd", "/etc/passwd", "x" * 999, "a\0b", ""]
)
def test_a_zone_that_does_not_exist_is_none(zone):
    assert not is_zone(zone)
    assert is_zone(place_of({"TZ": zone}).zone)


def test_countries_and_currencies_are_those_of_the_world():
    assert is_country("CZ")
    assert not is_country("XX")
    assert is_currency("CZK")
    assert not is_currency("QQQ")
    assert currency_of("KZ") == "KZT"
