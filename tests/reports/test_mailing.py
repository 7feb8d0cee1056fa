"""One order for post: who gets a piece, in which order, on which place of which sheet."""

import io
import json
from dataclasses import replace

import pytest

from app.demo.people import read_town
from app.thanks.post import NobodyOnTheList, Why
from reports.cautions import WrittenSmall
from reports.envelope_feed import feed_of
from reports.label_design import Design, Place, TextBox
from reports.label_design_file import as_parts
from reports.mailing import (
    Mailing,
    NoSuchPage,
    Sort,
    addressed,
    as_json,
    draw_mailing,
    from_json,
)
from tests.reports import reading
from tests.shop import open_scenario

HOME = {"street": "Dlouhá 5", "city": "Brno", "postal_code": "602 00", "country": "CZ"}
LANGUAGES = ("cs", "sk", "da", "kk", "he", "en")
HARD = {
    "cs": ["Žofie O'Brien-Nováková", "Řehoř Šťastný"],
    "sk": ["Ľubica Ťažká-Kĺčová", "Ďurko Ôstrý"],
    "da": ["Åse Ærø Østergård", "Søren Sørensen-Ågård"],
    "kk": ["Әйгерім Қасымқызы", "Ғұбайдолла Өңірбаев"],
    "he": ["נועה בר-לב", "שרה־לאה ז׳בוטינסקי"],
    "en": ["Zoë O'Brien-MacLeod", "Siân D’Arcy"],
}


@pytest.fixture
def shop(tmp_path):
    return open_scenario(tmp_path, address="Dlouhá 5, 602 00 Brno")


def order(*people, **more):
    return Mailing(ids=tuple(one.id for one in people), **({"stock": "L7160"} | more))


def drawn(shop, mailing):
    file = io.BytesIO()
    return draw_mailing(shop, mailing, file), file.getvalue()


def spots(pdf, page=0):
    """Column and row on L7160 of each label of the page that begins with an H."""
    boxes = reading.letter_box(pdf, "H", page)
    return [(round((box[0] - 10.2) / 66.04), int((box[1] - 15.15) / 38.1)) for box in boxes]


@pytest.fixture
def couple(shop):
    return shop.customer("Anna", "Nováková", **HOME), shop.customer("Petr", "Novák", **HOME)


def many(shop, count):
    return [shop.customer("H", None, city="x", postal_code="602 00") for _ in range(count)]


def divided(town):
    """`BA1 1AA Bath` as post code and town."""
    words = town.split()
    code = [word for word in words if any(sign.isdigit() for sign in word)]
    return " ".join(code), " ".join(words[len(code) :])


def test_five_hundred_names_in_six_languages_read_back_exactly(shop):
    people, expected = [], []
    for language in LANGUAGES:
        town = read_town(language)
        firsts, lasts = [*town.women, *town.men], [one.split("/")[-1] for one in town.surnames]
        names = HARD[language] + [
            f"{firsts[at % len(firsts)]} {lasts[(at * 7) % len(lasts)]}" for at in range(82)
        ]
        for at, name in enumerate(names):
            first, last = name.split(maxsplit=1)
            street = town.facts["streets"][at % len(town.facts["streets"])]
            code, city = divided(town.facts["towns"][at % len(town.facts["towns"])])
            where = {"street": f"{street} {at + 1}", "city": city, "postal_code": code}
            where["country"] = town.facts["country"]
            people.append(shop.customer(first, last, language=language, **where))
    found = addressed(shop, order(*people))
    _, pdf = drawn(shop, order(*people))
    expected = [line for piece in found.pieces for line in piece.lines]
    assert len(found.pieces) == 504
    words = [
        word for page in range(reading.pages(pdf)) for word in reading.words_by_pypdf(pdf, page)
    ]
    assert words == " ".join(expected).split()


def test_hebrew_and_latin_stand_in_one_address_each_in_its_own_direction(shop):
    one = shop.customer(
        "נועה",
        "לוי",
        language="he",
        street="Herzl 15/3, flat 2",
        city="תל אביב",
        postal_code="6688101",
    )
    _, pdf = drawn(shop, order(one))
    assert " ".join(reading.words_by_pypdf(pdf)) == "נועה לוי Herzl 15/3, flat 2 6688101 תל אביב"
    digits = reading.letter_box(pdf, "5")[0], reading.letter_box(pdf, ",")[0]
    assert digits[0][0] < digits[1][0]  # Herzl 15/3, flat: as in any Latin line
    right = [reading.letter_box(pdf, letter)[0][2] for letter in ("2", "נ")]
    assert right == pytest.approx([7.2 + 63.5 - 3] * 2, abs=0.6)


def test_the_shops_country_is_left_out_and_others_stand_last_in_the_shops_language(shop):
    home = shop.customer("Anna", "Malá", **HOME)
    abroad = shop.customer(
        "Ole", "Jensen", street="Vej 1", city="Aarhus", postal_code="8000", country="DK"
    )
    lines = [piece.lines[-1] for piece in addressed(shop, order(home, abroad)).pieces]
    assert lines == ["602 00 Brno", "DÁNSKO"]


def test_one_label_goes_to_a_household(shop, couple):
    found = addressed(shop, order(*couple, per_household=True))
    assert [piece.lines[0] for piece in found.pieces] == ["Anna & Petr Novákovi"]
    assert found.pieces[0].ids == tuple(one.id for one in couple)


def test_who_said_no_is_not_named_on_the_label_of_her_household(shop, couple):
    shop.customers.change(couple[0].id, do_not_post=True)
    found = addressed(shop, order(*couple, per_household=True))
    assert [piece.lines[0] for piece in found.pieces] == ["Petr Novák"]
    assert [(one.customer.id, one.why) for one in found.left_out] == [(couple[0].id, Why.SAID_NO)]


def test_incomplete_addresses_are_named_with_what_is_missing(shop):
    whole = shop.customer("Anna", "Malá", **HOME)
    town = shop.customer("Eva", "Bílá", city="Brno", postal_code="602 00")
    nothing = shop.customer("Jan", "Nový")
    dead = shop.customer("Petr", "Starý", deceased=True)
    found = addressed(shop, order(whole, town, nothing, dead))
    assert [piece.name for piece in found.pieces] == ["Anna Malá", "Eva Bílá"]
    assert [(one.name, one.missing) for one in found.incomplete] == [
        ("Eva Bílá", ("street",)),
        ("Jan Nový", ("street", "city", "postal_code")),
    ]


def test_sorting_copies_and_quantities_say_what_is_printed(shop):
    zita = shop.customer("Zita", "Adamová", **HOME | {"postal_code": "602 00"})
    adam = shop.customer("Adam", "Zeman", **HOME | {"postal_code": "110 00"})
    by_name = addressed(shop, order(adam, zita, sort=Sort.NAME, copies=2))
    assert [piece.name[:4] for piece in by_name.pieces] == ["Zita", "Zita", "Adam", "Adam"]
    by_code = order(zita, adam, sort=Sort.POSTAL_CODE, quantities={zita.id: 3})
    assert [one.name[:4] for one in addressed(shop, by_code).pieces] == ["Adam", *["Zita"] * 3]
    none = order(zita, adam, quantities={zita.id: 0})
    assert [one.name for one in addressed(shop, none).pieces] == ["Adam Zeman"]


def test_the_sequence_mark_is_the_same_on_every_paper_whatever_the_order(shop, couple):
    stranger = shop.customer("Zita", "Adamová")
    people = stranger, *couple
    for more in ({}, {"sort": Sort.NAME}, {"envelope": "C6", "sort": Sort.POSTAL_CODE}):
        found = addressed(shop, order(*people, sequence=True, **more))
        assert {piece.name: piece.mark for piece in found.pieces} == {
            "Anna Nováková": "2",
            "Petr Novák": "3",
        }
    [home] = addressed(shop, order(*people, per_household=True)).pieces
    assert home.mark == "2+3"
    _, pdf = drawn(shop, order(*people, sequence=True))
    assert reading.words_by_pypdf(pdf).count("2") == 1
    assert "3" in reading.words_by_pypdf(pdf)


def test_part_used_sheets_are_used_up_before_whole_ones(shop):
    people = many(shop, 6)
    gone = frozenset(range(1, 20)), frozenset(range(2, 21))
    done, pdf = drawn(shop, order(*people, sheets=gone))
    assert (done.pieces, done.pages) == (6, 3)
    assert done.used == (frozenset({20, 21}), frozenset({1, 21}), frozenset({1, 2}))
    assert [spots(pdf, page) for page in range(3)] == [
        [(1, 6), (2, 6)],
        [(0, 0), (2, 6)],
        [(0, 0), (1, 0)],
    ]


def test_a_page_printed_again_has_the_same_labels_in_the_same_places(shop):
    people = [shop.customer(f"H{at}", city="x", postal_code="602 00") for at in range(50)]
    whole = order(*people, sheets=(frozenset({1, 2}),))
    _, everything = drawn(shop, whole)
    done, again = drawn(shop, Mailing(**{**as_given(whole), "pages": (2,)}))
    assert (done.pieces, done.pages) == (21, 1)
    assert reading.words_by_pypdf(again) == reading.words_by_pypdf(everything, 1)
    assert spots(again) == spots(everything, 1)


def as_given(mailing):
    return {name: getattr(mailing, name) for name in mailing.__slots__}


@pytest.mark.parametrize("paper", [{"stock": "L7160"}, {"envelope": "DL"}])
def test_a_page_that_is_not_there_is_refused(shop, couple, paper):
    with pytest.raises(NoSuchPage) as refusal:
        drawn(shop, order(*couple, pages=(7,), **paper))
    assert refusal.value.facts["pages"] == (1 if "stock" in paper else 2)


def test_an_envelope_has_the_shop_in_its_corner_and_abroad_its_country(shop):
    home = shop.customer("Anna", "Malá", **HOME)
    abroad = shop.customer(
        "Ole", "Jensen", street="Vej 1", city="Aarhus", postal_code="8000", country="DK"
    )
    done, pdf = drawn(shop, order(home, abroad, envelope="DL"))
    assert (done.pieces, done.pages, done.used, done.page) == (2, 2, (), (220.0, 110.0))
    sender = "Pekárna U Mlýna Dlouhá 5 602 00 Brno"
    assert " ".join(reading.words_by_pypdf(pdf, 0)).startswith(f"{sender} Anna")
    assert " ".join(reading.words_by_pypdf(pdf, 1)).startswith(f"{sender} CZECHIA Ole")
    _, without = drawn(shop, order(home, envelope="DL", return_address=False))
    assert reading.words_by_pypdf(without)[0] == "Anna"


def test_nobody_is_no_print(shop):
    with pytest.raises(NobodyOnTheList):
        drawn(shop, order(shop.customer("Jan", "Nový")))


def test_what_is_written_small_is_told_by_name(shop):
    one = shop.customer("Jan", "Dlouhý", company="slovo " * 60, **HOME)
    done, _ = drawn(shop, order(one))
    assert [type(caution) for caution in done.cautions] == [WrittenSmall]
    assert done.cautions[0].name == "Jan Dlouhý"


def test_an_order_is_kept_as_json_and_comes_back_whole():
    mailing = Mailing(
        ids=(3, 1),
        envelope="C6",
        sort=Sort.POSTAL_CODE,
        per_household=True,
        copies=2,
        quantities={3: 4},
        sequence=True,
        sheets=(frozenset({1, 2}), frozenset()),
        return_address=False,
        postage_box=True,
        feed=feed_of("short,down,centre"),
        design=5,
        pages=(2, 3),
    )
    assert from_json(json.loads(json.dumps(as_json(mailing)))) == mailing
    assert from_json({"ids": [1], "unknown": 1}) == Mailing(ids=(1,))


def design_of(shop, text):
    box = TextBox(place=Place(left=3, top=3, wide=57, high=30), text=text)
    return shop.printing.designs.add("Mine", as_parts(Design(size=(63.5, 38.1), boxes=(box,))))


def test_labels_come_in_the_design_of_the_owner(shop, couple):
    number = design_of(shop, "Pro koho:\n{address}\nč. {number}")
    came, pdf = drawn(shop, order(*couple, stock="L7160", design=number, per_household=True))
    assert came.pieces == 1
    assert reading.words_by_pdfium(pdf)[:2] == ["Pro", "koho:"]
    assert reading.words_by_pdfium(pdf)[-2:] == ["č.", "1+2"]
    assert "Novákovi" in reading.words_by_pdfium(pdf)


def test_a_design_greets_a_household_as_all_who_live_there(shop, couple):
    number = design_of(shop, "{greeting}\n{street}")
    _, pdf = drawn(shop, order(*couple, stock="L7160", design=number, per_household=True))
    assert reading.words_by_pdfium(pdf) == ["Milí", "Novákovi,", "Dlouhá", "5"]
    alone = order(couple[0], stock="L7160", design=number, per_household=True)
    assert "Novákovi," not in reading.words_by_pdfium(drawn(shop, alone)[1])


def test_a_design_that_asks_for_no_address_is_for_everybody(shop):
    one = shop.customer("Eva", "Malá", card_number="4207")
    came, pdf = drawn(shop, order(one, stock="L7160", design=design_of(shop, "{card_number}")))
    assert came.pieces == 1
    assert reading.words_by_pdfium(pdf) == ["4207"]
    with pytest.raises(NobodyOnTheList):
        drawn(shop, order(one, stock="L7160"))


def test_a_design_stands_on_part_used_sheets_too(shop):
    people, number = many(shop, 25), design_of(shop, "{name}")
    gone = frozenset(range(1, 6))
    mailing = order(*people, stock="L7160", design=number, sheets=(gone,))
    came, pdf = drawn(shop, mailing)
    assert (came.pieces, came.pages) == (25, 2)
    assert came.used[0] == frozenset(range(6, 22))
    _, again = drawn(shop, replace(mailing, pages=(2,)))
    assert reading.words_by_pdfium(again) == reading.words_by_pdfium(pdf, 1)
