"""`import` tells in exact JSON what became of every row."""

import pytest
from openpyxl import Workbook

from tests.ui.console.conftest import LIST

MESSY = (
    "Zákazníci 2026;;\n;;\nJméno;Telefon;Narozeniny\nEva Malá;603 118 274;31. 2. 1980\n;;\n;abc;\n"
)


def test_the_result_is_counts_and_problems(till):
    till.run("setup", "--country", "CZ", "--lang", "en")
    said = till.run("import", till.file(MESSY), "--json").json()
    assert said == {
        "added": 1,
        "updated": 0,
        "unchanged": 0,
        "skipped": 1,
        "problems": [
            {
                "row": 4,
                "field": "birthday",
                "value": "31. 2. 1980",
                "reason": "there is no such day",
            },
            {"row": 6, "field": "phone", "value": "abc", "reason": "not a phone number"},
            {
                "row": 6,
                "field": "",
                "value": "",
                "reason": "neither name, phone, e-mail nor card number",
            },
        ],
    }


def test_a_dry_run_says_the_same_and_writes_nothing(till):
    path = till.file(LIST)
    rehearsed = till.run("import", path, "--json", "--dry-run").json()
    assert till.run("list", "all", "--json").json() == []
    assert till.run("import", path, "--json").json() == rehearsed


@pytest.mark.parametrize(
    "text",
    [
        "Name;Birthday\nA;03/04/1980\nB;05/06/1981\nC;07/08/1981\nD;01/02/1981\n",
        "Name;Phone;Email\nA;603118274;a@x.cz\nB;777000111;b@x.cz\nC;603118274, 777000111;a@x.cz, b@x.cz\n",
    ],
    ids=["refused", "doubles"],
)
def test_the_same_list_is_answered_the_same_in_every_process(till, text):
    till.run("setup", "--country", "CZ")
    path = till.file(text)
    said = {
        till.run("import", path, "--json", "--dry-run", PYTHONHASHSEED=f"{n}") for n in range(4)
    }
    assert len(said) == 1


@pytest.mark.parametrize(
    ("mode", "counts"), [("create", (1, 0, 1, 1)), ("update", (0, 1, 1, 1)), ("both", (1, 1, 1, 0))]
)
def test_the_mode_says_what_may_happen_to_a_row(brno, mode, counts):
    path = brno.file(
        "Zákaznické číslo;Jméno;Příjmení;Město\n007;Ludmila;Dvořáková;Praha\n008;Petr;Novák;Brno\n9;Eva;Malá;Zlín\n"
    )
    said = brno.run("import", path, "--mode", mode, "--json").json()
    assert tuple(said[name] for name in ("added", "updated", "unchanged", "skipped")) == counts


def test_dates_that_read_both_ways_are_refused_until_told(till):
    path = till.file("Name;Birthday\nA;03/04/1980\nB;05/06/1981\n")
    line = till.run("import", path).refusal()
    assert "--map birthday:dmy=Birthday" in line
    assert till.run("list", "all", "--json").json() == []
    assert till.run("import", path, "--map", "birthday:dmy=Birthday").code == 0
    assert till.run("find", "A", "--json").json()[0]["birthday"] == "1980-04-03"


def test_a_mapping_is_remembered_for_the_next_such_file(till):
    first = till.file("Wer;Wann\nJan Novák;03/04/1980\n")
    maps = ["--map", "full_name=Wer", "--map", "birthday:mdy=Wann"]
    assert till.run("import", first, *maps, "--json").json()["added"] == 1
    second = till.file("Wer;Wann\nEva Malá;05/06/1981\n", "second.csv")
    assert till.run("import", second, "--json").json()["added"] == 1
    assert till.run("find", "mala", "--json").json()[0]["birthday"] == "1981-05-06"


def test_of_a_workbook_the_sheet_that_is_asked_for_is_read(till, tmp_path):
    till.run("setup", "--country", "CZ", "--lang", "en")
    book = Workbook()
    for name, who in (("Praha", "Jan Malý"), ("Brno", "Eva Malá")):
        sheet = book.create_sheet(name)
        sheet.append(["Jméno a příjmení"])
        sheet.append([who])
    book.save(path := tmp_path / "towns.xlsx")
    assert till.run("import", path, "--sheet", "Brno", "--json").json()["added"] == 1
    assert "Eva Malá" in till.run("find", "mala").out
    assert "Praha, Brno" in till.run("import", path, "--sheet", "Zlín").refusal()


def test_names_of_every_sort_are_taken_and_shown(till):
    names = ["🌹 Růžena", "x" * 300, "O'Brien-Nováková", "Әйгерім", "דוד", "a\u0000b"]
    till.file("Name;Note\n" + "".join(f"{name};=1+1\n" for name in names))
    said = till.run("import", till.shop.parent / "list.csv", "--json")
    assert said.code in {0, 1}
    if said.code == 0:
        assert said.json()["added"] == len(names)
    assert till.run("check").code == 0
    to = till.shop.parent / "out.pdf"
    assert till.run("cards", "--letter", "birthday", "--to", "all", "-o", to).code in {0, 1}


def test_a_person_reads_the_counts_in_a_line(till):
    assert till.run("import", till.file(LIST)).out == "2 added, 0 updated, 0 unchanged, 0 skipped\n"
