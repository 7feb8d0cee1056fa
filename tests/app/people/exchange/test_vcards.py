import time

import pytest

from app.people.exchange.errors import EmptyList
from app.progress import unheard
from tests.app.people.exchange.files import csv_file, opened, rows

OLD = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Nov=C3=A1k;Jan;;Ing.;Ph.D.
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jan Nov=
=C3=A1k
TEL;CELL;PREF:+420603118274
TEL;HOME:222 333 444
ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;Dlouh=C3=A1 5;Praha;;11000;=C4=8Cesko
BDAY:19800305
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQ
 AAAA

END:VCARD
"""
THREE = """BEGIN:VCARD
VERSION:3.0
N:Dvořáková;Eva;;;
FN:Eva Dvořáková
EMAIL;TYPE=INTERNET:Eva@Example.cz
BDAY:--03-05
ORG:Kavárna;sklad
CATEGORIES:VIP,káva
NOTE:dvě\\nřádky\\, a čárka
item1.TEL:777123456
item1.X-ABLabel:Work
ADR;TYPE=WORK:;;Krátká 1;Brno;;60200;
ADR;TYPE=HOME:;;Dlouhá 5;Praha;;11000;
END:VCARD
"""
FOUR = """BEGIN:VCARD
VERSION:4.0
FN:Rachel Levi
N:Levi;Rachel;;;
TEL;VALUE=uri;TYPE="voice,home":tel:+972-50-123-4567
BDAY:--0305
GENDER:F
LANG:he
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
END:VCARD
"""


def test_cards_of_every_version_become_customers(tmp_path):
    old, three, four = rows(csv_file(tmp_path, OLD + THREE + FOUR, name="l.vcf"))
    assert old.values == {
        "title_before": "Ing.", "first_name": "Jan", "last_name": "Novák", "title_after": "Ph.D.",
        "phones": ("+420603118274", "+420222333444"), "street": "Dlouhá 5", "city": "Praha",
        "postal_code": "110 00", "country": "CZ", "birthday": "1980-03-05",
    }  # fmt: skip
    assert three.values == {
        "first_name": "Eva", "last_name": "Dvořáková", "company": "Kavárna", "emails": ("eva@example.cz",),
        "phones": ("+420777123456",), "birthday": "--03-05", "tags": ("VIP", "káva"),
        "notes": "dvě\nřádky, a čárka", "street": "Dlouhá 5", "city": "Praha", "postal_code": "110 00",
    }  # fmt: skip
    assert four.values == {
        "first_name": "Rachel", "last_name": "Levi", "phones": ("+972501234567",), "birthday": "--03-05",
        "form_of_address": "f", "language": "he", "external_id": "4fbe8971-0bc3-424c-9c26-36c3e1eff6b1",
    }  # fmt: skip


def test_cards_are_numbered_by_the_line_they_begin_on(tmp_path):
    path = csv_file(tmp_path, OLD + THREE, name="l.vcf")
    assert [row.number for row in rows(path)] == [1, OLD.count("\n") + 1]


def test_a_broken_card_does_not_end_the_book(tmp_path):
    broken = "BEGIN:VCARD\nVERSION:3.0\nFN:Nikdo\nBEGIN:VEVENT\nEND:VCARD\n"
    list_ = opened(csv_file(tmp_path, THREE + broken + FOUR, name="l.vcf"))
    assert [row.values["first_name"] for row in list_.preview()][::2] or list_.preview()
    names = {row.values.get("first_name") for row in list_.preview()}
    assert {"Eva", "Rachel"} <= names


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN:VCARD\nVERSION:3.0\nN:Novák;Jan\nTEL:603118274\n",
        "BEGIN:VCARD\nVERSION:3.0\nrubbish\nN:Novák;Jan\nTEL:603118274\nEND:VCARD\n",
        "BEGIN:VCARD\r\nN:Novák;Jan\r\nTEL:603118274\r\nEND:VCARD\r\n",
        "begin:vcard\nversion:3.0\nn:Novák;Jan\ntel:603118274\nend:vcard\n",
        "\ufeffBEGIN:VCARD\nVERSION:3.0\nN:Novák;Jan\nTEL:603118274\nEND:VCARD\n",
    ],
)
def test_careless_cards_are_read(tmp_path, text):
    (row,) = rows(csv_file(tmp_path, text, name="l.vcf"))
    assert row.values == {
        "first_name": "Jan",
        "last_name": "Novák",
        "phones": ("+420603118274",),
    }


def test_a_card_in_old_letters_is_read(tmp_path):
    text = "BEGIN:VCARD\nVERSION:2.1\nN:Dvořák;Jiří\nTEL:603118274\nEND:VCARD\n"
    (row,) = rows(csv_file(tmp_path, text, "cp1250", name="l.vcf"))
    assert row.values["last_name"] == "Dvořák"


def test_a_firm_in_the_telephone_is_a_firm_and_a_group_is_nobody(tmp_path):
    text = """BEGIN:VCARD
VERSION:3.0
N:;;;;
FN:Salon Eva
ORG:Salon Eva;
TEL:603118274
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Novák;Jan;;;
FN:Jan Novák
ORG:Jan Novák
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Sousedé;;;;
FN:Sousedé
X-ADDRESSBOOKSERVER-KIND:group
END:VCARD
BEGIN:VCARD
VERSION:4.0
KIND:group
FN:Přátelé
END:VCARD
"""
    assert [row.values for row in rows(csv_file(tmp_path, text, name="l.vcf"))] == [
        {"company": "Salon Eva", "phones": ("+420603118274",)},
        {"first_name": "Jan", "last_name": "Novák", "company": "Jan Novák"},
    ]


def test_a_book_without_anybody_is_empty(tmp_path):
    with pytest.raises(EmptyList):
        rows(csv_file(tmp_path, "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n", name="l.vcf"))


def test_reading_cards_writes_nothing_by_itself(tmp_path, caplog, capfd):
    rows(csv_file(tmp_path, "BEGIN:VCARD\n;;;\nN:Novák;Jan\nEND:VCARD\n", name="l.vcf"))
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_a_contact_without_end_is_damaged_and_holds_nobody_up(tmp_path):
    endless = "NOTE;ENCODING=QUOTED-PRINTABLE:" + "=C3=A1=\n" * 100_000
    text = "".join(
        f"BEGIN:VCARD\nVERSION:2.1\n{lines}\nEND:VCARD\n"
        for lines in (f"FN:Jan\n{endless}", "FN:Eva\nTEL:603118274")
    )
    path = csv_file(tmp_path, text, name="l.vcf")
    started = time.process_time()
    found = opened(path)
    assert [row.values["first_name"] for row in found.rows(unheard)] == ["Eva"]
    assert [one.reason for one in found.broken] == ["broken_card"]
    assert time.process_time() - started < 10
