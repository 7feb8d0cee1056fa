"""What cannot be done is said in one line, what is typed wrongly in a few, and never by a traceback."""

import os
import shlex
import sqlite3
import subprocess
from pathlib import Path

import pytest

from reports.sentences import errors
from resources.words import words_in

WRONG = [
    ["nonsense"],
    ["today", "--bogus"],
    ["today", "--on", "2026-02-30"],
    ["today", "--on", "yesterday"],
    ["today", "--on", "0001-01-01"],
    ["cards", "--letter", "birthday", "--on", "9999-12-31", "-o", "x.pdf"],
    ["today", "--days", "-1"],
    ["today", "--days", "many"],
    ["find"],
    ["find", "a", "b"],
    ["list"],
    ["import"],
    ["import", ""],
    ["import", "x.csv", "--mode", "everything"],
    ["cards", "-o", "x.pdf"],
    ["cards", "--letter", "birthday"],
    ["labels", "--stock", "L7160", "--start", "0", "-o", "x.pdf"],
    ["export"],
    ["export", "-o", ""],
    ["backup", "-o", ""],
    ["demo", "--customers", "0"],
    ["--lang", "xx", "check"],
    ["--shop", "", "check"],
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_usage_is_a_few_lines_and_exit_2(till, words):
    said = till.run(*words).wrong_usage().splitlines()
    assert len(said) == 2
    assert said[1].startswith("How it is used: regulars ")
    assert not till.shop.exists()
    assert till.left_behind() == []


@pytest.mark.parametrize(
    "words",
    [
        ["import", "nowhere.csv"],
        ["import", "."],
        ["import", "/dev/null"],
        ["import", "x.csv", "--map", "first name"],
        ["import", "x.csv", "--map", "shoe_size=A"],
        ["cards", "--letter", "love", "-o", "x.pdf"],
        ["cards", "--letter", "birthday", "--paper", "A99", "-o", "x.pdf"],
        ["cards", "--letter", "birthday", "--to", "ids:99", "-o", "x.pdf"],
        ["cards", "--letter", "birthday", "--to", "nix", "-o", "x.pdf"],
        ["labels", "--stock", "Z1", "-o", "x.pdf"],
        ["labels", "--stock", "L7160", "--start", "22", "-o", "x.pdf"],
        ["labels", "--stock", "L7160", "--to", "regulars", "-o", "x.pdf"],
        ["list", "x" * 3000],
    ],
    ids=lambda words: " ".join(words)[:40],
)
def test_a_refusal_is_one_line_and_leaves_nothing_behind(brno, words):
    assert brno.run(*words).refusal()
    assert brno.left_behind() == []


def test_a_refusal_is_said_in_the_language_asked_for_else_the_shops(till):
    till.run("setup", "--lang", "cs")
    said = words_in("cs")("there is no such file")
    assert said in till.run("import", "nowhere.csv").refusal()
    assert "there is no such file" in till.run("--lang", "en", "import", "nowhere.csv").refusal()


def test_a_refusal_is_said_to_its_end_however_long_the_value_in_it_is(brno):
    said = brno.run("coupons", "--offer", "Káva", "--words", "a" * 900, "-o", "x.pdf").refusal()
    assert said.endswith("…” is too long for this paper.")


def test_the_number_of_a_customer_is_said_as_it_was_typed(brno):
    assert " 12345 " in brno.run("statement", "12345", "-o", "x.pdf").refusal()


def test_a_short_value_stays_whole_beside_a_long_list(brno):
    said = brno.run("--lang", "cs", "import", "/dev/null", "--map", "nick=Jméno").refusal()
    assert said.startswith("„nick“ ")


def test_a_setting_that_cannot_be_is_shown_as_it_was_typed(till):
    said = till.run("--lang", "cs", "setup", "--country", "xx").refusal()
    assert said == "Nastavení obchodu země: hodnotu „xx“ nelze použít."


@pytest.mark.skipif(os.name == "nt", reason="there are no such terminals")
@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["addresses", "--to"],
        ["cards", "-o", "x.pdf", "--letter", "thank_you", "--to"],
        ["labels", "-o", "x.pdf", "--stock", "L7160", "--to"],
        ["envelopes", "-o", "x.pdf", "--size", "DL", "--to"],
        ["coupons", "-o", "x.pdf", "--offer", "Káva", "--to"],
        ["loyalty-cards", "-o", "x.pdf", "--to"],
        ["place-cards", "-o", "x.pdf", "--to"],
    ],
    ids=lambda words: words[0],
)
def test_numbers_that_nobody_has_are_named_on_a_terminal(brno, words):
    ours, theirs = os.openpty()
    command = brno.command(*words, "ids:999,1,998")
    done = subprocess.run(
        command, cwd=brno.desk, env=brno.environ, stderr=theirs, stdout=subprocess.PIPE, check=False
    )
    os.close(theirs)
    with os.fdopen(ours, "rb") as terminal:
        assert done.returncode == 0
        assert terminal.readline().strip() == b"Not in the book: 999, 998"


def test_a_till_that_is_connected_to_nothing_has_nothing_to_answer(brno):
    asked = " ".join(map(shlex.quote, brno.command("till")))
    said = brno.bare(["sh", "-c", f"{asked} <&-"])
    assert (said.code, said.out, said.err) == (0, "", "")


WRITING = {
    "cards": ["cards", "--letter", "birthday", "--to", "all", "-o"],
    "labels": ["labels", "--stock", "L7160", "-o"],
    "export": ["export", "-o"],
    "backup": ["backup", "-o"],
}


@pytest.mark.parametrize("words", WRITING.values(), ids=WRITING)
def test_a_file_that_cannot_be_written_is_refused(brno, words):
    for to in ("missing/fold\ner/x", brno.desk, "y" * 300):
        assert "written" in brno.run(*words, to).refusal()
    assert brno.left_behind() == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no file here is always full")
@pytest.mark.parametrize("name", ["cards", "labels", "export"])
def test_where_there_is_no_room_is_said_of_the_file_that_was_asked_for(brno, name):
    said = brno.run(*WRITING[name], "/dev/full").refusal()
    assert said == "/dev/full cannot be written: the disk is full"


@pytest.mark.parametrize("words", WRITING.values(), ids=WRITING)
def test_nothing_is_ever_written_over_the_open_book(brno, words):
    for name in ("regulars.sqlite3", "regulars.sqlite3-wal"):
        assert "another program" in brno.run(*words, brno.shop / name).refusal()
    assert brno.run("list", "all", "--json").json() == [1, 2]


@pytest.mark.parametrize("words", WRITING.values(), ids=WRITING)
def test_a_file_is_replaced_by_a_whole_one(brno, words):
    to = brno.shop.parent / "there"
    to.write_text("old")
    assert brno.run(*words, to).code == 0
    assert to.read_bytes()[:4] in {b"%PDF", b"PK\x03\x04", b"SQLi"}
    assert [one.name for one in brno.shop.parent.iterdir() if "part" in one.name] == []


def test_with_nobody_on_the_list_the_old_file_stays(brno):
    to = brno.shop.parent / "there.pdf"
    to.write_text("old")
    words = ["cards", "--letter", "birthday", "--to", "tag:nobody", "-o", to]
    assert "tag:nobody" in brno.run(*words).refusal()
    assert to.read_text() == "old"


def test_a_shop_that_is_a_file_is_refused(till):
    path = till.file("not a shop")
    for shop in (path, path / "below"):
        assert str(shop) in till.run("check", shop=shop).refusal()
    assert path.read_text() == "not a shop"


def test_a_damaged_or_foreign_or_newer_book_is_refused_and_left_alone(till):
    path = till.shop / "regulars.sqlite3"
    till.shop.mkdir()
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    before = path.read_bytes()
    assert till.run("list", "all").refusal()
    assert path.read_bytes() == before
    path.unlink()
    assert till.run("check").code == 0
    book = sqlite3.connect(path)
    book.execute("PRAGMA user_version = 99")
    book.close()
    assert "newer" in till.run("check").refusal()


def test_a_shop_that_cannot_be_opened_still_refuses_in_its_own_language(till):
    till.run("setup", "--lang", "cs")
    book = sqlite3.connect(till.shop / "regulars.sqlite3")
    book.execute("PRAGMA user_version = 99")
    book.close()
    said = till.run("list", "all").refusal()
    assert said == words_in("cs")(errors()["NewerShop"], path=till.shop / "regulars.sqlite3")


@pytest.mark.parametrize(
    "words",
    [
        ["list", "all", "--json"],
        ["find", "Ludmila"],
        ["today"],
        ["check"],
        ["backup"],
        ["export", "-o", "x.xlsx"],
        ["labels", "--stock", "L7160", "-o", "x.pdf"],
        ["import", "list.csv"],
    ],
    ids=lambda words: words[0],
)
def test_a_book_with_scribbled_pages_is_refused_in_a_line(brno, words):
    path = brno.shop / "regulars.sqlite3"
    pages = bytearray(path.read_bytes())
    for at in range(9000, 60000, 37):
        pages[at] ^= 0xFF
    path.write_bytes(pages)
    (brno.desk / "list.csv").write_text("Name;Phone\nJan;603118274\n", "utf-8")
    assert "damaged" in brno.run(*words).refusal()
    assert brno.left_behind() == [str(brno.desk / "list.csv")]


def test_a_busy_book_is_still_read_backed_up_and_checked(brno):
    other = sqlite3.connect(brno.shop / "regulars.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("UPDATE customers SET city = 'Olomouc'")
    try:
        assert brno.run("find", "brno", "--json").json() != []
        assert brno.run("check").code == 0
        assert brno.run("backup", "-o", brno.shop.parent / "copy.sqlite3").code == 0
    finally:
        other.execute("ROLLBACK")
        other.close()


def test_check_tells_what_search_would_not_find(brno):
    book = sqlite3.connect(brno.shop / "regulars.sqlite3", isolation_level=None)
    for harm in (
        "DELETE FROM customer_phones WHERE rowid = 1",
        "UPDATE customers SET last_name = 'Veselá' WHERE id = 1",
        "INSERT INTO customer_words (rowid, name, other) VALUES (77, 'nobody', '')",
    ):
        book.execute("SAVEPOINT before")
        book.execute(harm)
        book.execute("RELEASE before")
        assert brno.run("check").code == 1
    book.close()
    said = brno.run("check")
    assert (said.out, said.err) == ("2 people cannot be found by search.\n", "")


def test_a_backup_is_a_shop(brno):
    copy = brno.shop.parent / "copy"
    copy.mkdir()
    said = brno.run("backup", "-o", copy / "regulars.sqlite3")
    assert said.out == f"{copy / 'regulars.sqlite3'}\n"
    assert brno.run("list", "all", "--json", shop=copy).json() == [1, 2]
    kept = brno.run("backup").out.strip()
    assert kept.startswith(str(brno.shop / "backups"))


def test_ctrl_c_while_the_program_starts_is_no_traceback(till):
    (till.desk / "click.py").write_text("raise KeyboardInterrupt")
    said = till.run("check", PYTHONPATH=str(till.desk))
    assert (said.code, said.out, said.err) == (1, "", "")
