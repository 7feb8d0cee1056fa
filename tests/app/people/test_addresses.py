"""An address is written as the post of the country it goes to reads it."""

import pytest

from app.people.addresses import address_lines, incomplete
from tests.shop import open_scenario


@pytest.fixture
def shop(tmp_path):
    return open_scenario(tmp_path)


def place(shop, country, **parts):
    return shop.customer("Anna", "Malá", country=country, **parts)


WRITTEN = [
    ("CZ", {"street": "Dlouhá 5", "postal_code": "110 00", "city": "Praha 1"}, "Dlouhá 5|110 00 Praha 1"),
    ("CZ", {"street": "Dlouhá 5", "postal_code": "11000", "city": "Praha"}, "Dlouhá 5|110 00 Praha 1"),
    ("CZ", {"street": "Na Groši 1", "postal_code": "102 00", "city": "Praha"}, "Na Groši 1|102 00 Praha 10"),
    ("CZ", {"street": "Dlouhá 5", "postal_code": "18600", "city": "PRAHA"}, "Dlouhá 5|186 00 Praha 8"),
    ("DK", {"street": "Jagtvej 2", "postal_code": "2200", "city": "KØBENHAVN"}, "Jagtvej 2|2200 København N"),
    ("SK", {"street": "Hlavná 1", "postal_code": "04001", "city": "Košice"}, "Hlavná 1|040 01 Košice"),
    ("DK", {"street": "Pilestræde 9", "postal_code": "1165", "city": "København K"},
     "Pilestræde 9|1165 København K"),
    ("DK", {"street": "Pilestræde 9", "postal_code": "1165", "city": "København"},
     "Pilestræde 9|1165 København K"),
    ("DK", {"street": "Jagtvej 2", "postal_code": "2200", "city": "København"}, "Jagtvej 2|2200 København N"),
    ("KZ", {"street": "Абай даңғылы 15", "postal_code": "050000", "city": "Алматы"},
     "Абай даңғылы 15|Алматы|050000"),
    ("KZ", {"street": "Ulitsa Mira 14", "postal_code": "040900", "city": "Kaskelen", "region": "Almaty oblast"},
     "Ulitsa Mira 14|Kaskelen|Almaty oblast|040900"),
    ("IL", {"street": "הרצל 15", "postal_code": "6688101", "city": "תל אביב"}, "הרצל 15|תל אביב 6688101"),
    ("US", {"street": "12 Main St", "postal_code": "123456789", "city": "Springfield", "region": "il"},
     "12 Main St|SPRINGFIELD, IL 12345-6789"),
    ("US", {"street": "1 Broadway", "postal_code": "10004", "city": "New York", "region": "New York"},
     "1 Broadway|NEW YORK, NY 10004"),
    ("CA", {"street": "1 rue St-Jean", "postal_code": "G1R1P8", "city": "Québec", "region": "Québec"},
     "1 rue St-Jean|QUÉBEC QC G1R 1P8"),
    ("DE", {"street": "Invalidenstraße 5", "postal_code": "10115", "city": "Berlin", "region": "Berlin"},
     "Invalidenstraße 5|10115 Berlin"),
    ("AT", {"street": "Graben 1", "postal_code": "A-1010", "city": "Wien"}, "Graben 1|1010 Wien"),
    ("PL", {"street": "ul. Długa 3", "postal_code": "00001", "city": "Warszawa"}, "ul. Długa 3|00-001 Warszawa"),
    ("GB", {"street": "12 Mill Lane", "postal_code": "ba11aa", "city": "Bath", "region": "Somerset"},
     "12 Mill Lane|BATH|BA1 1AA"),
    ("GB", {"street": "12 Mill Lane", "city": "Bath", "region": "Somerset"}, "12 Mill Lane|BATH|Somerset"),
    ("IE", {"street": "1 Dame St", "postal_code": "d02 x285", "city": "Dublin 2"}, "1 Dame St|Dublin 2|D02 X285"),
    ("FR", {"street": "2 rue de Rivoli", "postal_code": "75001", "city": "Paris"},
     "2 rue de Rivoli|75001 PARIS"),
    ("NL", {"street": "Damrak 1", "postal_code": "1012lg", "city": "Amsterdam"}, "Damrak 1|1012 LG Amsterdam"),
    ("HU", {"street": "Fő utca 12", "postal_code": "1011", "city": "Budapest"}, "BUDAPEST|Fő utca 12|1011"),
    ("CH", {"street": "Seestrasse 3", "postal_code": "8002", "city": "Zürich"}, "Seestrasse 3|8002 Zürich"),
    ("SE", {"street": "Storgatan 1", "postal_code": "11122", "city": "Stockholm"},
     "Storgatan 1|111 22 STOCKHOLM"),
    ("IT", {"street": "Via Roma 1", "postal_code": "00184", "city": "Roma", "region": "rm"},
     "Via Roma 1|00184 ROMA RM"),
    ("ES", {"street": "Calle Mayor 1", "postal_code": "08700", "city": "Igualada", "region": "Barcelona"},
     "Calle Mayor 1|08700 IGUALADA|BARCELONA"),
    ("CA", {"street": "1 Elgin St", "postal_code": "k1a0b1", "city": "Ottawa", "region": "on"},
     "1 Elgin St|OTTAWA ON K1A 0B1"),
    ("AU", {"street": "1 George St", "postal_code": "2000", "city": "Sydney", "region": "NSW"},
     "1 George St|SYDNEY NSW 2000"),
    ("UA", {"street": "вул. Хрещатик 1", "postal_code": "01001", "city": "Київ"},
     "вул. Хрещатик 1|Київ|01001"),
    ("HK", {"street": "1 Queen's Road", "city": "Central"}, "1 Queen's Road|Central"),
]  # fmt: skip


@pytest.mark.parametrize(("country", "parts", "lines"), WRITTEN)
def test_each_post_has_the_order_and_spelling_it_wants(shop, country, parts, lines):
    assert address_lines(place(shop, country, **parts))[1:] == tuple(lines.split("|"))


def test_an_address_without_a_country_is_one_of_the_shops_own(shop):
    one = place(shop, None, street="12 Mill Lane", city="Bath", postal_code="BA1 1AA")
    assert address_lines(one, home="GB")[-2:] == ("BATH", "BA1 1AA")


def test_a_second_line_of_the_street_stands_below_it(shop):
    one = place(shop, "CZ", street="Dlouhá 5", street2="3. patro", city="Brno", postal_code="60200")
    assert address_lines(one)[1:] == ("Dlouhá 5", "3. patro", "602 00 Brno")


def test_titles_stand_as_the_post_writes_them_and_the_company_below(shop):
    one = shop.customer(
        "Jan", "Novák", title_before="Ing.", title_after="Ph.D.", company="Pila  s.r.o."
    )
    assert address_lines(one) == ("Ing. Jan Novák, Ph.D.", "Pila s.r.o.")


@pytest.mark.parametrize("company", ["Café Luna", "CAFÉ  LUNA"])
def test_a_company_that_repeats_the_name_stands_once(shop, company):
    one = shop.customer("Café", "Luna", company=company)
    assert address_lines(one) == ("Café Luna",)


def test_the_country_stands_last(shop):
    one = place(shop, "HU", street="Fő utca 12", postal_code="1011", city="Budapest")
    assert address_lines(one, "MAĎARSKO")[-2:] == ("1011", "MAĎARSKO")


def missing(shop, country, home="CZ", **parts):
    found = incomplete(place(shop, country, **parts), home)
    return found.missing if found else ()


def test_what_an_address_lacks_is_told_by_the_rules_of_its_country(shop):
    whole = {"street": "1 Main St", "city": "Springfield", "postal_code": "12345"}
    assert missing(shop, "CZ", street="Dlouhá 5", city="Brno", postal_code="602 00") == ()
    assert missing(shop, "CZ", street="Dlouhá 5", city="Brno") == ("postal_code",)
    assert missing(shop, "CZ", city=" ") == ("street", "city", "postal_code")
    assert missing(shop, "US", **whole) == ("region",)
    assert missing(shop, "CA", city="Ottawa", postal_code="K1A 0B1") == ("street", "region")
    assert missing(shop, "HK", street="1 Queen's Road", city="Central") == ()
    assert missing(shop, "IE", street="1 Dame St", city="Dublin 2") == ()


def test_a_country_is_missing_only_where_the_shop_has_none_either(shop):
    whole = {"street": "Dlouhá 5", "city": "Brno", "postal_code": "602 00"}
    assert missing(shop, None, home="CZ", **whole) == ()
    assert missing(shop, None, home="", **whole) == ("country",)


def test_the_post_can_find_a_town_with_a_street_or_a_code(shop):
    assert place(shop, "CZ", city="Brno", postal_code="602 00").has_address
    assert not place(shop, "CZ", street="Dlouhá 5").has_address
