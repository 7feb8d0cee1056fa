"""`find`, `today` and `list` answer to the letter what files and other programs rely on."""

import subprocess
from pathlib import Path

import pytest

from app.people.plain import FIELDS

WHOLE = {
    "id": 1,
    "external_id": "007",
    "first_name": "Ludmila",
    "last_name": "Dvořáková",
    "company": None,
    "form_of_address": None,
    "language": None,
    "phone": "+420603118274",
    "email": "lida@example.cz",
    "street": "Zahradní 12",
    "street2": None,
    "city": "Brno",
    "region": None,
    "postal_code": "602 00",
    "country": None,
    "birthday": "1986-11-26",
    "card_number": None,
    "tags": ["stálá", "kváskový chléb"],
    "notes": "Bez lepku",
    "member_since": None,
    "consent_post": None,
    "consent_email": None,
    "consent_phone": None,
}


def test_a_customer_in_json_has_every_field_under_its_own_name(brno):
    [found] = brno.run("find", "dvorak", "--json").json()
    assert set(found) == {"id", *FIELDS}
    assert found == WHOLE
    assert brno.run("list", "ids:1", "--json", "--full").json() == [WHOLE]


def test_todays_json_says_who_when_and_how_old(brno):
    said = brno.run("today", "--on", "2026-11-24", "--days", "7", "--json").json()
    assert said["on"] == "2026-11-24"
    ludmila, petr = said["birthdays"]
    assert ludmila == {
        "id": 1,
        "name": "Ludmila Dvořáková",
        "date": "2026-11-26",
        "in_days": 2,
        "turning": 40,
    }
    assert (petr["date"], petr["turning"]) == ("2026-12-01", None)
    assert set(said) == {"on", "birthdays", "name_days", "new"}


def test_yesterdays_birthday_is_still_on_todays_list(brno):
    said = brno.run("today", "--on", "2026-11-29", "--days", "0", "--json").json()
    assert [one["in_days"] for one in said["birthdays"]] == [-3]
    assert (
        brno.run("today", "--on", "2026-11-30", "--days", "0", "--json").json()["birthdays"] == []
    )


def test_however_far_ahead_is_asked_a_year_is_the_most(brno):
    said = brno.run("today", "--on", "2026-11-24", "--days", "9" * 15, "--json").json()
    assert len(said["birthdays"]) == 2
    assert brno.run("list", f"birthdays:{'9' * 30}", "--json").json() != []
    assert brno.run("list", f"best:{'9' * 30}", "--json").json() == []


def test_a_list_is_ids_in_the_same_order_every_time(brno):
    assert brno.run("list", "all", "--json").json() == [1, 2]
    assert brno.run("list", "ids:2,1,2,99,-5," + "9" * 40, "--json").json() == [2, 1]
    assert brno.run("list", "tag:KVASKOVY CHLEB", "--json").json() == [1]
    assert brno.run("list", "tag:nobody has this", "--json").json() == []
    assert brno.run("list", "regulars", "--json").json() == []


def test_a_list_that_makes_no_sense_is_refused_with_those_there_are(brno):
    for name in ("nix", "tag:", "ids:", "ids:1,,2", "ids:x", "birthdays", "birthdays:-1", "all:1"):
        assert "birthdays:14" in brno.run("list", name, "--json").refusal()


def test_at_most_fifty_are_found(till):
    till.run("demo", "--customers", "300", "--on", "2026-11-22")
    assert len(till.run("find", "4", "--json").json()) == 50


def test_nothing_is_found_by_nothing(brno):
    for text in ("", " ", "'\"*", "zzz", "\U0001f370", "😀" * 300, "NEAR(", "-" * 5000):
        assert brno.run("find", "--json", "--", text).json() == []


def test_a_person_reads_a_line_each(brno):
    assert brno.run("find", "novak").out == "2  Petr Novák  +420777000111  Brno\n"
    assert brno.run("list", "all").out == "1  Ludmila Dvořáková\n2  Petr Novák\n"
    assert "Ludmila Dvořáková" in brno.run("today", "--on", "2026-11-24").out


def test_who_has_but_a_phone_is_told_by_it_once(brno):
    assert brno.run("import", brno.file("Telefon\n731 222 333\n")).code == 0
    assert brno.run("find", "731").out == "3  +420731222333\n"


def test_a_reader_who_closes_the_pipe_hears_no_complaint(till):
    till.run("demo", "--customers", "2000")
    reading = subprocess.Popen(
        till.command("list", "all", "--json", "--full"),
        env=till.environ,
        cwd=till.desk,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    reading.stdout.read(1)
    reading.stdout.close()
    assert reading.stderr.read() == b""
    reading.stderr.close()
    assert reading.wait(30) in {0, 1}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux alone has a disk always full")
def test_a_full_disk_under_the_answer_is_one_line(brno):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            brno.command("check"),
            env=brno.environ,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
