"""A Monday at the bakery: the list that the shop really has, and what comes out of it on paper."""

import json
from datetime import date

import pypdf
import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from tests.shop import open_scenario
from ui.console.entry import regulars

HEADER = (
    "Jméno a příjmení", "Mobil", "Telefon domů", "E-mail", "Ulice a č.p.", "PSČ", "Město",
    "Narozeniny", "Číslo karty", "Štítky", "Poznámka",
)  # fmt: skip
ROWS = (
    ("DVOŘÁKOVÁ LUDMILA", "603 118 274", "541 222 333", "LIDA@EXAMPLE.CZ", "Zahradní 12", 60200,
     "Brno", date(1986, 11, 26), "0007", "stálá; kváskový chléb", "Bez lepku"),
    ("Ing. Jan Novák, Ph.D.", "+420 777 000 111", "", "jan(at)example.cz", "Nová 3", "602 00",
     "Brno", 31377, "0008", "", ""),
    ("Kateřina O'Brien-Nováková", 603118275, "", "", "Úzká 1", "60200", "Brno", "5. března",
     "0009", "", ""),
    (None,) * 11,
    ("דוד כהן", "+972 50 123 4567", "", "", "הרצל 5", "6688312", "תל אביב", "30.11.", "0010", "", ""),
    ("Әйгерім Нұрланова", "+7 701 123 4567", "", "", "Абай 10", "050000", "Алматы", "1. 12. 1990",
     "0011", "", "ráda káva"),
    ("Petr Malý", "nemá", "", "", "Krátká 9", "60200", "Brno", "31. 2. 1980", "0012", "", "-"),
    ("DVOŘÁKOVÁ LUDMILA", "603 118 274", "541 222 333", "LIDA@EXAMPLE.CZ", "Zahradní 12", 60200,
     "Brno", date(1986, 11, 26), "0007", "stálá; kváskový chléb", "Bez lepku"),
    ("", "", "", "", "Bez jména 1", "", "", "", "", "", ""),
)  # fmt: skip


@pytest.fixture
def the_list(tmp_path):
    """As such lists are: a title over merged cells, a blank line, headers, then everybody's habits."""
    book = Workbook()
    sheet = book.active
    sheet.append(["ZÁKAZNÍCI – PEKÁRNA U MLÝNA"])
    sheet.append(["stav k 20. 11. 2026, doplnit!!!"])
    sheet.append([])
    for line in (HEADER, *ROWS):
        sheet.append(line)
    sheet.merge_cells("A1:K1")
    sheet.merge_cells("A2:D2")
    path = tmp_path / "zakaznici.xlsx"
    book.save(path)
    book.close()
    return path


@pytest.fixture
def say(tmp_path):
    """Runs one command of the shop and answers what it printed."""
    open_scenario(tmp_path / "shop").close()

    def run(*words):
        command = ["--shop", str(tmp_path / "shop"), "--lang", "en", *map(str, words)]
        said = CliRunner().invoke(regulars, command, catch_exceptions=False)
        assert said.exit_code == 0, said.output
        return json.loads(said.stdout) if "--json" in words else said.stdout

    return run


def text_of(path):
    return ["".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


def test_a_shop_opens_with_the_list_it_has(the_list, say, tmp_path):
    # She takes her list over; what could not be read is told with its row, and nobody is lost.
    told = say("import", the_list, "--json")
    assert [told[name] for name in ("added", "updated", "unchanged", "skipped")] == [6, 0, 1, 1]
    assert {(one["row"], one["field"]) for one in told["problems"]} == {
        (6, "email"),
        (11, "birthday"),
        (13, ""),
    }

    # She finds people however she types them.
    for typed, name in {
        "ludmila dvor": "Ludmila Dvořáková",
        "541222": "Ludmila Dvořáková",
        "obrien": "Kateřina O'Brien-Nováková",
        "aygerim": "Әйгерім Нұрланова",
        "0010": "דוד כהן",
        "kvaskovy": "Ludmila Dvořáková",
    }.items():
        [found] = say("find", typed, "--json")
        assert f"{found['first_name']} {found['last_name']}" == name

    # What the list said so untidily stands tidily in the book.
    [ludmila] = say("find", "dvorakova", "--json")
    assert ludmila["phone"] == "+420603118274"
    assert ludmila["email"].lower() == "lida@example.cz"
    assert (ludmila["postal_code"], ludmila["card_number"]) == ("602 00", "0007")
    assert ludmila["birthday"] == "1986-11-26"
    assert ludmila["tags"] == ["stálá", "kváskový chléb"]
    assert say("find", "novak jan", "--json")[0]["birthday"] == "1985-11-26"
    assert say("find", "katerina", "--json")[0]["birthday"] == "--03-05"
    assert "31. 2. 1980" in say("find", "maly", "--json")[0]["notes"]

    # On Sunday she sees whose birthday is near, whatever they were born as.
    near = say("today", "--on", "2026-11-22", "--json")["birthdays"]
    assert [(one["in_days"], one["turning"]) for one in near] == [
        (4, 40),
        (4, 41),
        (8, None),
        (9, 36),
    ]

    # She prints their cards, each in the hand of the shop, on pages of their own.
    cards = tmp_path / "cards.pdf"
    say("cards", "--letter", "birthday", "--to", "birthdays:14", "--on", "2026-11-22", "-o", cards)
    assert len(text_of(cards)) == len(near)

    # And their labels, left to right, beginning with the third of a sheet that was begun.
    labels = tmp_path / "labels.pdf"
    say("labels", "--stock", "L7160", "--start", "3", "--to", "all", "-o", labels)
    [sheet] = text_of(labels)
    for line in ("LudmilaDvořáková", "Zahradní12", "60200Brno", "O'Brien-Nováková", "Нұрланова"):
        assert line in sheet

    # The same list once more, for she is not sure: nothing new.
    assert say("import", the_list, "--json")["added"] == 0
    assert say("check") == "The book is whole.\n"
