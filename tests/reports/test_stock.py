import tomllib

import pytest

from reports.grid import Grid, Shape
from reports.stock import BadStock, Feed, Stock, UnknownStock, names_of, stock, stocks
from resources import path

GOOD = {
    "brand": "Mill",
    "part": "1",
    "aliases": (),
    "page": (210.0, 297.0),
    "label": (70.0, 37.0),
    "columns": 3,
    "rows": 8,
    "first": (0.0, 0.5),
    "pitch": (70.0, 37.0),
}


# What a shop asks for: Avery A4 and Letter, Zweckform, Herma, cards, postcards, rolls.
BOUGHT = """
    L7159 L7160 L7161 L7162 L7163 L7164 L7165 L7166 L7167 L7168 L7169 L7173 L7651 L4730 C32011 C32015 L7414
    5160 5161 5162 5163 5164 5165 5166 5167 5168 5126 5371 5389 5395 8160 8163 8387
    3422 3425 3474 3475 3477 3490 3659 4200 4464 4677 5053
    99010 99012 DK-11201 DK-11209 DK-22205
""".split()
# As both collections of templates have them, these do not lie in the middle of the page.
OFF_THE_MIDDLE = {"Avery L7157", "Rayfilm 0508"}


@pytest.mark.parametrize("name", ["L7160", "l7160", "Avery L7160", "7160", "avery-l7160"])
def test_a_sheet_answers_to_its_number_and_its_other_names(name):
    assert stock(name).name == "Avery L7160"


def test_a_sheet_is_found_by_the_number_of_its_twin():
    assert stock("8160") is stock("5160")


def test_an_unknown_sheet_is_refused_and_the_three_most_like_it_are_named():
    with pytest.raises(UnknownStock) as refusal:
        stock("Avery L71600")
    assert refusal.value.facts["name"] == "Avery L71600"
    near = refusal.value.facts["near"]
    assert len(set(near)) == 3
    assert near[0] == "Avery L7160"


@pytest.mark.parametrize("name", BOUGHT)
def test_what_shops_buy_is_known(name):
    assert stock(name).labels >= 1


def test_there_are_many_and_no_two_answer_to_one_name():
    assert len(stocks()) >= 150
    called = [name for sheet in stocks() for name in names_of(sheet)]
    assert len(called) == len(set(called))


def test_every_sheet_says_where_its_measures_are_from():
    for file in path("stock").glob("*.toml"):
        for sheet in tomllib.loads(file.read_text("utf-8"))["sheet"]:
            assert sheet["source"].endswith("."), sheet["part"]


@pytest.mark.parametrize("name", ["3474", "Zweckform 3474", "Avery Zweckform 3474", "avery 3474"])
def test_avery_and_zweckform_are_one_maker(name):
    assert stock(name).name == "Avery Zweckform 3474"


def test_a_tape_is_cut_where_it_is_said():
    tape = stock("DK-22205 60 mm")
    assert (tape.page, tape.label, tape.feed) == ((62.0, 60.0), (62.0, 60.0), Feed.CONTINUOUS)
    assert stock("DK-22205").label == (62.0, 29.0)
    with pytest.raises(UnknownStock):
        stock("L7160 60 mm")
    for length in ("0 mm", "5000 mm"):
        with pytest.raises(BadStock):
            stock(f"DK-22205 {length}")


def test_every_sheet_lies_in_the_middle_of_its_page():
    for sheet in stocks():
        if sheet.name in OFF_THE_MIDDLE:
            continue
        for axis, count in enumerate((sheet.columns, sheet.rows)):
            end = sheet.first[axis] + (count - 1) * sheet.pitch[axis] + sheet.label[axis]
            assert sheet.page[axis] - end == pytest.approx(sheet.first[axis], abs=0.3)


def test_labels_are_counted_from_left_to_right_and_then_down():
    sheet = Stock(**GOOD)
    assert sheet.labels == 24
    assert [sheet.place(number) for number in (1, 3, 4, 24)] == [
        (0.0, 0.5),
        (140.0, 0.5),
        (0.0, 37.5),
        (140.0, 259.5),
    ]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"pitch": (69.0, 37.0)}, "overlap"),
        ({"pitch": (70.0, 36.0)}, "overlap"),
        ({"first": (1.0, 0.5)}, "off_the_page"),
        ({"rows": 9}, "off_the_page"),
        ({"columns": 0}, "not_positive"),
        ({"label": (-70.0, 37.0)}, "not_positive"),
        ({"first": (-1.0, 0.5)}, "not_positive"),
    ],
)
def test_a_sheet_that_cannot_be_is_refused(change, why):
    with pytest.raises(BadStock) as refusal:
        Stock(**{**GOOD, **change})
    assert refusal.value.facts == {"name": "Mill 1", "why": why}


def test_labels_may_stand_in_two_places_of_a_sheet():
    below = Grid(columns=1, rows=2, first=(10.0, 200.0), pitch=(50.0, 40.0))
    sheet = Stock(**{**GOOD, "rows": 2, "more": (below,)})
    assert sheet.labels == 8
    assert [sheet.place(number) for number in (6, 7, 8)] == [
        (140.0, 37.5),
        (10.0, 200.0),
        (10.0, 240.0),
    ]
    with pytest.raises(BadStock) as refusal:
        Stock(**{**GOOD, "more": (below,)})
    assert refusal.value.facts["why"] == "overlap"


def test_round_labels_may_stand_in_the_gaps_of_others():
    between = Grid(columns=1, rows=1, first=(40.0, 40.0), pitch=(50.0, 50.0))
    round_ones = {"label": (50.0, 50.0), "columns": 2, "rows": 2, "first": (1.0, 1.0)}
    sheet = {**GOOD, **round_ones, "pitch": (78.0, 78.0), "more": (between,)}
    assert Stock(**sheet, shape=Shape.ROUND).labels == 5
    with pytest.raises(BadStock):
        Stock(**sheet)


def test_a_sheet_taken_as_it_is_written_tells_what_is_amiss():
    assert Stock(**{**GOOD, "rows": 9, "as_written": True}).amiss == "off_the_page"
    assert Stock(**{**GOOD, "pitch": (60.0, 37.0), "as_written": True}).amiss == "overlap"
    assert not Stock(**GOOD, as_written=True).amiss
