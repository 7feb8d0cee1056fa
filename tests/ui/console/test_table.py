"""What stands on the table, and designs of coupons, from the command line."""

import os
from threading import Thread

import pytest

from tests.reports import reading, scanning


def printed(till, *command, to="sheet.pdf"):
    said = till.run(*command, "-o", till.desk / to)
    assert (said.code, said.err) == (0, ""), said
    return (till.desk / to).read_bytes()


def test_place_cards_for_a_list_and_for_guests_who_are_not_in_the_book(brno):
    guests = brno.desk / "guests.txt"
    guests.write_text("Bedřich Smetana\n\nLudvík\n", "cp1250")
    pdf = printed(
        brno,
        "place-cards",
        "--to",
        "all",
        "--name",
        "Host",
        "--names",
        guests,
        "--design",
        "garden",
    )
    said = reading.words_by_pypdf(pdf) + reading.words_by_pypdf(pdf, 1)
    assert reading.pages(pdf) == 2
    for name in ("Smetana", "Bedřich", "Ludvík", "Host"):
        assert said.count(name) == 2
    assert printed(brno, "place-cards", "--name", "Host") == printed(
        brno, "place-cards", "--name", "Host"
    )


def test_place_cards_need_somebody(brno):
    said = brno.run("place-cards", "-o", brno.desk / "x.pdf")
    assert said.code == 2
    assert "--names" in said.err
    gone = brno.run("place-cards", "--names", brno.desk / "no.txt", "-o", brno.desk / "x.pdf")
    assert gone.code == 1
    assert gone.err == "no.txt cannot be opened: there is no such file\n"
    assert not (brno.desk / "x.pdf").exists()


@pytest.mark.parametrize(
    "command", [("menu", "--text"), ("place-cards", "--names"), ("programme", "load")]
)
def test_a_file_that_cannot_be_read_is_named_with_the_reason(brno, command):
    (brno.desk / "data.bin").write_bytes(b"\x00\x01\xff\xfe" * 50)
    to = () if command[0] == "programme" else ("-o", "x.pdf")
    for name, why in (
        ("nowhere.txt", "there is no such file"),
        ("data.bin/x.txt", "there is no such file"),
        (".", "it is a folder"),
        ("data.bin", "it is not a text"),
    ):
        said = brno.run(*command, name, *to).refusal()
        assert said == f"{name.rpartition('/')[2]} cannot be opened: {why}"


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes")
@pytest.mark.parametrize(
    ("command", "text", "found"),
    [
        (("menu", "--text"), "Starters:\nSoup | 4.50\n", "Soup"),
        (("place-cards", "--names"), "Ludvík\n", "Ludvík"),
    ],
)
def test_what_another_program_says_through_a_pipe_is_read_once(brno, command, text, found):
    pipe = brno.desk / "pipe"
    os.mkfifo(pipe)
    speaker = Thread(target=pipe.write_text, args=(text, "utf-8"))
    speaker.start()
    assert found in reading.words_by_pypdf(printed(brno, *command, pipe))
    speaker.join()


def test_a_menu_is_made_from_a_text_file(brno):
    text = brno.desk / "menu.txt"
    text.write_text("Starters:\nSoup | 4.50 | 1, 9\n- with herbs\n", "utf-8")
    wanted = ("menu", "--title", "Midsummer", "--text", text, "--paper", "DLx3", "--design", "cafe")
    pdf = printed(brno, *wanted)
    said = reading.words_by_pdfium(pdf)
    assert (reading.pages(pdf), said.count("Midsummer"), said.count("Soup")) == (1, 3, 3)
    assert reading.pages(printed(brno, *wanted, "--copies", "7")) == 3
    text.write_text("\n", "utf-8")
    empty = brno.run(*wanted, "-o", brno.desk / "none.pdf")
    assert (empty.code, empty.err.count("\n")) == (1, 1)


def test_table_numbers_in_type_and_by_hand(brno):
    pdf = printed(brno, "table-numbers", "1-3, Window", "--paper", "A6x2")
    assert reading.pages(pdf) == 2
    assert reading.words_by_pdfium(pdf, 1).count("Window") == 2
    assert printed(brno, "table-numbers", "7") != printed(brno, "table-numbers", "7", "--by-hand")
    wrong = brno.run("table-numbers", "1-9999", "-o", brno.desk / "x.pdf")
    assert (wrong.code, wrong.err.count("\n")) == (1, 1)


def test_coupons_and_gift_cards_in_every_design_and_size_are_read(brno):
    offer = ("coupons", "--offer", "Advent", "--percent", "10", "--count", "1")
    for design, paper in (("ticket", "A6"), ("certificate", "DL"), ("colour", "A4x8")):
        found = scanning.texts(printed(brno, *offer, "--design", design, "--paper", paper))
        assert found["QR"] == found["Code128"]
    small = printed(
        brno,
        "gift-cards",
        "--amount",
        "500",
        "--count",
        "2",
        "--paper",
        "A4x10",
        "--design",
        "cafe",
    )
    assert len(scanning.texts(small)["QR"]) == 2


def test_an_unknown_design_is_refused_with_those_there_are_and_nothing_is_issued(brno):
    before = brno.run("check").out
    said = brno.run("coupons", "--offer", "Advent", "--design", "rococo", "-o", brno.desk / "x.pdf")
    assert said.code == 1
    assert "calm" in said.err
    assert "certificate" in said.err
    assert brno.run("check").out == before
