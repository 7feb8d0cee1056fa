from dataclasses import replace

import pytest

from app.people.exchange.errors import BadMapping, NoHeader, NotAField, UnknownHeader
from app.people.exchange.header_words import SPELLINGS
from app.people.exchange.headers import find_header, header_key, role_of
from app.people.exchange.mapping import FIELDS, PARTS, Order, Told, told_from
from tests.app.people.exchange.files import BRNO, csv_file, opened, rows

EXPORTS = {
    "Google Contacts": (
        (
            "Name,Given Name,Additional Name,Family Name,Yomi Name,Name Prefix,Name Suffix,Nickname,Birthday,Notes,"
            "Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Phone 2 - Value,"
            "Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Region,"
            "Address 1 - Postal Code,Address 1 - Country,Organization 1 - Name"
        ),
        "first_name last_name birthday notes tags email phone street city region postal_code country company",
    ),
    "Google Contacts, new": (
        (
            "First Name,Middle Name,Last Name,Organization Name,Birthday,Notes,Labels,E-mail 1 - Value,Phone 1 - Value,"
            "Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Address 1 - Country"
        ),
        "first_name last_name company birthday notes tags email phone street city postal_code country",
    ),
    "Outlook": (
        (
            "Title,First Name,Middle Name,Last Name,Suffix,Company,E-mail Address,E-mail 2 Address,Mobile Phone,Home Phone,"
            "Business Phone,Home Street,Home City,Home State,Home Postal Code,Home Country/Region,Business Street,"
            "Business Postal Code,Birthday,Categories,Notes,Gender"
        ),
        (
            "title first_name last_name title_after company email phone street city region postal_code country "
            "birthday tags notes form_of_address"
        ),
    ),
    "Square": (
        (
            "First Name,Last Name,Email Address,Phone Number,Company Name,Street Address 1,Street Address 2,City,State,"
            "Postal Code,Birthday,Memo,Reference ID,Email Subscription Status"
        ),
        (
            "first_name last_name email phone company street street2 city region postal_code birthday notes "
            "external_id consent_email"
        ),
    ),
    "Loyverse": (
        "Customer ID,Customer name,Email,Phone,Address,City,Region,Postal code,Country,Customer code,Note,First visit",
        "external_id full_name email phone address city region postal_code country card_number notes member_since",
    ),
    "Shopify": (
        (
            "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,"
            "Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,"
            "Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Note,Tags"
        ),
        (
            "external_id first_name last_name email consent_email company street street2 city region country postal_code "
            "phone consent_phone notes tags"
        ),
    ),
}


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Příjmení a jméno", "full_name_last_first"), ("PŘÍJMENÍ", "last_name"), ("Tel.", "phone"),
        ("Mobil", "phone"), ("PSČ", "postal_code"), ("Dat. nar.", "birthday"),
        ("Datum narození", "birthday"), ("Dátum narodenia", "birthday"), ("Fødselsdag", "birthday"),
        ("Postnr.", "postal_code"), ("Туған күні", "birthday"), ("Телефон", "phone"),
        ("תאריך לידה", "birthday"), ("נייד", "phone"), ('דוא"ל', "email"), ("דוא״ל", "email"),
        ("Telefon (mobil)", "phone"), ("Telefon 3", "phone"), ("* E-mail:", "email"),
        ("Číslo karty", "card_number"), ("Souhlas e-mail", "consent_email"), ("Efternavn", "last_name"),
        ("Фамилия", "last_name"), ("Тегі", "last_name"), ("Аты-жөні", "full_name"), ("ФИО", "full_name"),
        ("Пол", "form_of_address"), ("Zákazník od", "member_since"), ("Štítky", "tags"),
        ("Vorname", "first_name"), ("Nachname", "last_name"), ("Geburtstag", "birthday"),
        ("Straße", "street"), ("STRASSE", "street"), ("PLZ", "postal_code"), ("Ort", "city"),
        ("Kunden-Nr.", "external_id"), ("E-Mail-Adresse", "email"), ("Anrede", "form_of_address"),
        ("Handy", "phone"), ("PLZ / Ort", "city_postal"), ("Name, Vorname", "full_name_last_first"),
        ("Karta č.", "card_number"), ("Mob.", "phone"), ("Моб. тел.", "phone"), ("Т.А.Ә.", "full_name"),
        ("ФИО клиента", "full_name"), ("ת.ל.", "birthday"), ("טלפון סלולרי", "phone"), ("Mobiltlf.", "phone"),
        ("By/postnr.", "city_postal"), ("Jm. a příjm.", "full_name"), ("Postcode/ZIP", "postal_code"),
        ("Loyalty #", "card_number"), ("Må kontaktes", "consent"),
    ],
)  # fmt: skip
def test_a_header_is_known_in_every_language(header, field):
    assert role_of(header).field == field


@pytest.mark.parametrize(
    "header",
    ["Obrat", "x", "", "Oblíbená káva", "603118274", "Souhlas se zpracováním", "Praha" * 30],
)
def test_a_strange_header_is_not_guessed(header):
    assert role_of(header) is None


def test_every_field_has_its_headers():
    assert set(FIELDS) | set(PARTS) <= set(SPELLINGS)


@pytest.mark.parametrize("program", EXPORTS)
def test_the_exports_of_other_programs_are_known(tmp_path, program):
    headers, fields = EXPORTS[program]
    list_ = opened(csv_file(tmp_path, headers + "\n" + "x," * headers.count(",") + "x\n"))
    assert {role.field for role in list_.columns.roles.values() if role.place == 0} >= set(
        fields.split()
    )


def test_the_number_of_square_counts_where_the_shop_gave_none(tmp_path):
    path = csv_file(tmp_path, "Reference ID;First Name;Square Customer ID\n7;Jan;A1\n;Eva;B2\n")
    assert [row.values["external_id"] for row in rows(path)] == ["7", "B2"]


def test_what_stands_above_the_header_is_left_alone(tmp_path):
    text = (
        "Seznam zákazníků;;\nKavárna U Mlýna;;\n;;\nJméno;Příjmení;Telefon\nJan;Novák;603118274\n"
    )
    list_ = opened(csv_file(tmp_path, text))
    assert list_.columns.last_header == 4
    assert [row.number for row in list_.preview()] == [5]


def test_a_header_below_the_twentieth_row_is_none(tmp_path):
    with pytest.raises(NoHeader):
        opened(csv_file(tmp_path, "x;y\n" * 20 + "Jméno;Příjmení\nJan;Novák\n"))
    assert opened(csv_file(tmp_path, "x;y\n" * 19 + "Jméno;Příjmení\nJan;Novák\n")).preview()


def test_two_lines_of_header_are_one(tmp_path):
    text = "Zákazník;;Kontakt;\nJméno;Příjmení;Telefon;E-mail\nJan;Novák;603118274;a@b.cz\n"
    (row,) = rows(csv_file(tmp_path, text))
    assert row.values["last_name"] == "Novák"
    assert row.values["emails"] == ("a@b.cz",)


def test_a_list_of_one_column_needs_one_header(tmp_path):
    assert len(rows(csv_file(tmp_path, "E-mail\na@b.cz\nc@d.cz\n"))) == 2


def test_without_a_header_the_owner_names_the_columns(tmp_path):
    path = csv_file(tmp_path, "Jan;Novák;603118274\nEva;Malá;777123456\n")
    with pytest.raises(NoHeader):
        rows(path)
    found = rows(path, "first_name=A", "last_name=b", "phone=C")
    assert [row.values["first_name"] for row in found] == ["Jan", "Eva"]


def test_what_the_owner_says_overrules_the_headers(tmp_path):
    path = csv_file(tmp_path, "Jméno;Telefon;Kontakt\nJan;oblíbený;603118274\n")
    (row,) = rows(path, "phone=Kontakt", "notes=Telefon")
    assert row.values == {"first_name": "Jan", "phones": ("+420603118274",), "notes": "oblíbený"}


def test_one_header_that_the_owner_names_is_enough(tmp_path):
    path = csv_file(tmp_path, "Liste;\nWer;Wann\nJan;3/5/1980\n")
    assert rows(path, "birthday:mdy=Wann")[0].values == {"birthday": "1980-03-05"}


def test_a_column_can_be_switched_off_and_its_letter_can_name_it(tmp_path):
    path = csv_file(tmp_path, "Jméno;Telefon;Poznámka\nJan;603118274;tajné\n")
    (row,) = rows(path, "unused=C")
    assert "notes" not in row.values


def test_a_header_that_looks_like_a_letter_goes_before_the_letter(tmp_path):
    (row,) = rows(csv_file(tmp_path, "Jméno;B;A\nJan;x;Novák\n"), "last_name=A")
    assert row.values["last_name"] == "Novák"


def test_a_mapping_is_told_back_and_works_again(tmp_path):
    path = csv_file(tmp_path, "Kdo;Kdy;Tel;Tel\nJan Novák;3/5/1980;603118274;777123456\n")
    first = opened(path, "full_name=Kdo", "birthday:mdy=Kdy")
    again = opened(path, *map(str, first.columns.told()))
    assert again.columns == first.columns
    assert again.key == first.key
    assert again.preview()[0].values["birthday"] == "1980-03-05"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("phone", BadMapping), ("=Tel", BadMapping), ("phone=", BadMapping),
        ("shoe_size=Tel", NotAField), ("birthday:dym=Kdy", BadMapping), ("phone:dmy=Tel", BadMapping),
    ],
)  # fmt: skip
def test_what_is_no_mapping_says_so(text, error):
    with pytest.raises(error):
        told_from(text)


def test_a_mapping_names_field_order_and_header():
    assert told_from("birthday:dmy=Nar. = kdy") == Told(
        field="birthday", header="Nar. = kdy", order=Order.DMY
    )


def test_a_header_that_is_not_there_says_so(tmp_path):
    with pytest.raises(UnknownHeader) as refused:
        opened(csv_file(tmp_path, "Jméno;Telefon\nJan;1\n"), "city=Město")
    assert refused.value.facts == {"header": "Město", "headers": ("Jméno", "Telefon")}


def test_the_same_headers_have_one_key_in_any_order():
    assert header_key(["Jméno", "Tel."]) == header_key(["TEL", "jméno"])
    assert header_key(["Jméno", "Tel."]) != header_key(["Jméno", "E-mail"])


def test_an_empty_sheet_has_no_header():
    assert find_header([]) is None


def test_a_name_beside_a_last_name_is_the_first_name(tmp_path):
    (row,) = rows(csv_file(tmp_path, "Jméno;Příjmení\nJan;Novák\n"))
    assert row.values == {"first_name": "Jan", "last_name": "Novák"}
    (row,) = rows(csv_file(tmp_path, "Jméno;Telefon\nJan Novák;603118274\n"))
    assert row.values["last_name"] == "Novák"


def test_a_german_list_is_read_as_it_stands(tmp_path):
    list_ = csv_file(
        tmp_path,
        "Kundennummer;Anrede;Name;Vorname;Straße;PLZ;Ort;Geburtstag\n"
        "0012;Frau;Müller;Änne;Hauptstraße 5;01067;Dresden;3. März 1970\n",
    )
    (row,) = rows(list_, place=replace(BRNO, country="DE"))
    assert row.values == {
        "external_id": "0012", "form_of_address": "f", "first_name": "Änne", "last_name": "Müller",
        "street": "Hauptstraße 5", "postal_code": "01067", "city": "Dresden",
        "birthday": "1970-03-03",
    }  # fmt: skip
