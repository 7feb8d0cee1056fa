"""Labels and envelopes from the command line."""

import shutil

import pytest

from app.clock import system_clock
from app.shop import Shop
from reports.label_design import Design, Place, TextBox
from reports.label_design_file import as_parts
from tests.reports import reading
from tests.ui.console.conftest import Till

LIST = """Jméno;Příjmení;Ulice;Město;PSČ;Země;Štítky
Anna;Nováková;Dlouhá 5;Brno;60200;;štítky 2
Petr;Novák;Dlouhá 5;Brno;602 00;;
Ole;Jensen;Pilestræde 9;København;1165;DK;
Eva;Malá;;Brno;61200;;
Jan;Nový;;;;;
"""


@pytest.fixture(scope="module")
def bakery(tmp_path_factory, letters):
    """A Czech shop with five people, one of them in Denmark and one whom the post cannot find."""
    till = Till(tmp_path_factory.mktemp("bakery"), letters)
    address = "Zahradní 1, 602 00 Brno"
    setup = ("--name", "Pekárna", "--address", address, "--country", "CZ", "--lang", "cs")
    assert till.run("setup", *setup).code == 0
    assert till.run("import", till.file(LIST)).code == 0
    return till.shop


@pytest.fixture
def post(till, bakery):
    """A till with a copy of it."""
    shutil.copytree(bakery, till.shop)
    return till


def put_out(till, *words):
    said = till.run(*words, "-o", till.shop / "post.pdf")
    assert (said.code, said.out, said.err) == (0, "", "")
    return (till.shop / "post.pdf").read_bytes()


def read(pdf):
    pages = range(reading.pages(pdf))
    return [" ".join(reading.words_by_pypdf(pdf, page)) for page in pages]


def test_labels_stand_in_the_order_of_the_list(post):
    [page] = read(put_out(post, "labels", "--stock", "L7160", "--to", "ids:4,3,2,1"))
    assert page == (
        "Eva Malá 612 00 Brno Ole Jensen Pilestræde 9 1165 København K DÁNSKO"
        " Petr Novák Dlouhá 5 602 00 Brno Anna Nováková Dlouhá 5 602 00 Brno"
    )


def test_one_label_for_a_household_sorted_and_counted(post):
    words = ("--household", "--sort", "country", "--quantity", "tag:štítky", "--to", "ids:3,1,2")
    [page] = read(put_out(post, "labels", "--stock", "L7160", *words))
    assert page.startswith("Anna & Petr Novákovi Dlouhá 5 602 00 Brno Anna & Petr Novákovi")
    assert page.endswith("DÁNSKO")


def test_envelopes_have_the_sender_and_the_mark_that_cards_and_labels_have(post):
    envelopes = read(put_out(post, "envelopes", "--size", "c6", "--sequence", "--to", "ids:5,1,2"))
    sender = "Pekárna Zahradní 1 602 00 Brno"
    assert envelopes == [
        f"{sender} Anna Nováková Dlouhá 5 602 00 Brno 2",
        f"{sender} Petr Novák Dlouhá 5 602 00 Brno 3",
    ]
    cards = read(put_out(post, "cards", "--letter", "thank_you", "--sequence", "--to", "ids:5,1,2"))
    assert [page.split()[-1] for page in cards] == ["1", "2", "3"]
    assert read(put_out(post, "envelopes", "--size", "DL", "--no-return", "--to", "ids:1")) == [
        "Anna Nováková Dlouhá 5 602 00 Brno"
    ]


def test_cards_have_no_mark_unless_asked_for(post):
    [card] = read(put_out(post, "cards", "--letter", "thank_you", "--to", "ids:1"))
    assert not card.split()[-1].isdecimal()


def test_whose_address_lacks_what_can_be_asked(post):
    assert post.run("addresses", "--json").json() == [
        {"id": 4, "name": "Eva Malá", "missing": ["street"]},
        {"id": 5, "name": "Jan Nový", "missing": ["street", "city", "postal_code"]},
    ]
    assert post.run("addresses", "--to", "ids:4").out == "Eva Malá: v adrese chybí: ulice\n"


def test_a_turned_envelope_is_a_turned_page(post):
    pdf = put_out(
        post, "envelopes", "--size", "DL", "--feed", "short", "--postage", "--to", "ids:1"
    )
    assert reading.page_size(pdf) == pytest.approx((110, 220), abs=0.01)


def test_single_pages_come_out_again(post):
    pdf = put_out(
        post, "envelopes", "--size", "DL", "--pages", "2-3", "--no-return", "--to", "ids:1,2,3"
    )
    assert [page.split()[0] for page in read(pdf)] == ["Petr", "Ole"]


@pytest.mark.parametrize(
    "words",
    [
        ("envelopes", "--size", "A9"),
        ("envelopes", "--size", "DL", "--feed", "sideways"),
        ("envelopes", "--size", "DL", "--to", "ids:5"),
        ("envelopes", "--size", "DL", "--pages", "9"),
        ("labels", "--stock", "L7160", "--start", "22"),
    ],
)
def test_what_cannot_be_printed_is_said_in_a_line_and_leaves_nothing_behind(post, words):
    assert post.run(*words, "-o", post.shop / "post.pdf").refusal()
    assert not (post.shop / "post.pdf").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("envelopes", "-o", "x.pdf"),
        ("envelopes", "--size", "DL"),
        ("envelopes", "--size", "DL", "--pages", "x", "-o", "x.pdf"),
        ("envelopes", "--size", "DL", "--pages", "5-2", "-o", "x.pdf"),
        ("labels", "--stock", "L7160", "--sort", "size", "-o", "x.pdf"),
        ("labels", "--stock", "L7160", "--copies", "0", "-o", "x.pdf"),
        ("labels", "--stock", "L7160", "--quantity", "tag:", "-o", "x.pdf"),
    ],
)
def test_wrong_usage_is_told(post, words):
    post.run(*words).wrong_usage()


def test_where_there_is_no_design_yet_it_is_said_where_one_is_made(post):
    said = post.run("labels", "--stock", "L7163", "--design", "Dorty", "-o", "x.pdf").refusal()
    assert "zatím tu není žádný" in said
    assert said.endswith("Tisk, Návrhy štítků.")


def test_labels_come_in_a_design_of_the_owners_own(post):
    shop = Shop.open(post.shop, system_clock, {})
    box = TextBox(place=Place(left=3, top=3, wide=57, high=30), text="Pro: {first_name}")
    parts = as_parts(Design(size=(63.5, 38.1), boxes=(box,)))
    shop.printing.designs.add("Visačky", parts)
    shop.close()
    words = ("labels", "--stock", "L7163", "--design", "visačky", "--to", "ids:1,5")
    [page] = read(put_out(post, *words))
    assert page == "Pro: Anna Pro: Jan"
    refused = post.run("labels", "--stock", "L7163", "--design", "Dorty", "-o", "x.pdf")
    assert (refused.code, refused.out) == (1, "")
    assert "Dorty" in refused.err
    assert "Visačky" in refused.err
