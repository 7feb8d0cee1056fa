"""A shop that was never set up works, and what it does not know comes from the system."""

import sqlite3
import sys

import pytest

from tests.ui.console.conftest import MAIN

EVERYTHING = [
    (["find", "x", "--json"], 0),
    (["today", "--json"], 0),
    (["list", "all", "--json"], 0),
    (["list", "new", "--json", "--full"], 0),
    (["check"], 0),
    (["export", "-o", "{to}.xlsx"], 0),
    (["backup", "-o", "{to}.sqlite3"], 0),
    (["cards", "--letter", "birthday", "-o", "{to}.pdf"], 1),
    (["labels", "--stock", "L7160", "-o", "{to}.pdf"], 1),
]


def settings_of(till):
    book = sqlite3.connect(till.shop / "regulars.sqlite3")
    kept = dict(book.execute("SELECT name, value FROM settings"))
    book.close()
    return kept


def test_every_command_works_on_a_shop_that_was_never_set_up(till):
    for at, (words, code) in enumerate(EVERYTHING):
        to = till.shop.parent / f"out{at}"
        said = till.run(*(word.format(to=to) for word in words))
        assert said.code == code, said
        if "--json" in words:
            document = said.json()
            assert document == [] or (document["birthdays"], document["new"]) == ([], [])
        if code:
            assert said.refusal()
    assert till.left_behind() == []


def test_nothing_is_written_but_what_was_asked_for(brno):
    before = {one.name for one in brno.shop.parent.iterdir()}
    for words in (["find", "x"], ["today"], ["list", "all"], ["check"]):
        assert brno.run(*words).code == 0
    to = brno.shop.parent / "out"
    to.mkdir()
    brno.run("cards", "--letter", "birthday", "--to", "all", "-o", to / "cards.pdf")
    brno.run("labels", "--stock", "5160", "-o", to / "labels.pdf")
    brno.run("export", "-o", to / "list.xlsx")
    brno.run("backup", "-o", to / "copy.sqlite3")
    assert {one.name for one in to.iterdir()} == {
        "cards.pdf",
        "labels.pdf",
        "list.xlsx",
        "copy.sqlite3",
    }
    assert {one.name for one in brno.shop.parent.iterdir()} == before | {"out"}
    assert {one.name for one in brno.shop.iterdir()} == {"regulars.sqlite3", "printed"}
    assert brno.left_behind() == []


@pytest.mark.parametrize(
    ("lang", "phone"), [("cs_CZ.UTF-8", "+420603118274"), ("C", "603 118 274")]
)
def test_the_country_of_an_unasked_shop_is_the_systems_and_else_none(till, lang, phone):
    path = till.file("Name;Phone\nJan Novák;603 118 274\n")
    assert till.run("import", path, "--json", LANG=lang).json()["added"] == 1
    assert till.run("find", "novak", "--json", LANG=lang).json()[0]["phone"] == phone


def test_a_czech_system_makes_a_czech_demo(till):
    till.run("demo", "--customers", "3", LANG="cs_CZ.UTF-8")
    kept = settings_of(till)
    assert (kept["country"], kept["currency"]) == ("CZ", "CZK")


def test_setting_up_twice_changes_only_what_is_said(till):
    words = ["--country", "cz", "--lang", "cs", "--zone", "Europe/Prague"]
    assert till.run("setup", "--name", "Růže 🌹", *words).code == 0
    assert till.run("setup", "--currency", "eur").code == 0
    kept = settings_of(till)
    assert kept["name"] == "Růže 🌹"
    assert (kept["country"], kept["currency"], kept["language"]) == ("CZ", "EUR", "cs")


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--zone", "Nowhere/Nothing"),
        ("--zone", "../../etc/passwd"),
        ("--country", "XX"),
        ("--country", "CZE"),
        ("--currency", "QQQ"),
        ("--currency", "K"),
        ("--lang", "xx"),
    ],
)
def test_a_place_that_does_not_exist_is_refused(till, option, value):
    assert value in till.run("setup", option, value).refusal()
    assert settings_of(till) == {}


@pytest.mark.parametrize(
    "environ",
    [
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        {"LANG": "tlh_QO", "TZ": "Nowhere/Nothing"},
        {"LANG": "", "TZ": "", "HOME": "/nowhere"},
        {"LANG": "iw_IL.UTF-8", "TZ": ":/etc/localtime"},
    ],
)
def test_an_odd_system_changes_nothing_but_the_defaults(brno, environ):
    said = brno.run("find", "dvorakova", "--json", **environ)
    assert said.json()[0]["last_name"] == "Dvořáková"
    assert brno.run("today", "--json", **environ).code == 0


def test_without_a_home_a_named_shop_still_opens(till):
    del till.environ["HOME"]
    assert till.run("check").out == "The book is whole.\n"


def test_a_folder_of_any_name_becomes_a_shop(till):
    for name in ("můj obchod", "🌹 שלום", "a'b\"c%20d?e#f", "-x"):
        assert till.run("list", "all", "--json", shop=till.shop.parent / name).json() == []


def test_without_a_screen_there_is_one_line_and_no_window(till):
    said = till.run()
    assert (said.code, said.out, len(said.err.splitlines())) == (2, "", 1)
    said = till.bare([sys.executable, str(MAIN)])
    assert (said.code, said.out, len(said.err.splitlines())) == (2, "", 1)
    assert till.left_behind() == []


def test_the_demo_is_the_same_for_the_same_seed_and_fills_only_an_empty_shop(till):
    other = till.shop.parent / "other"
    for shop in (till.shop, other):
        said = till.run("demo", "--customers", "5", "--seed", "7", "--on", "2026-11-22", shop=shop)
        assert said.out == "5 invented customers added\n"
    one, same = (
        till.run("list", "all", "--json", "--full", shop=s).json() for s in (till.shop, other)
    )
    assert one == same
    assert "only an empty one" in till.run("demo").refusal()
