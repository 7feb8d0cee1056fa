import pytest

from reports.stock import BadStock, Stock, UnknownStock, stock, stocks

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


@pytest.mark.parametrize("name", ["L7160", "l7160", "Avery L7160", "7160", "avery-l7160"])
def test_a_sheet_answers_to_its_number_and_its_other_names(name):
    assert stock(name).name == "Avery L7160"


def test_a_sheet_is_found_by_the_number_of_its_twin():
    assert stock("8160") is stock("5160")


def test_an_unknown_sheet_is_refused_and_those_there_are_are_named():
    with pytest.raises(UnknownStock) as refusal:
        stock("L9999")
    assert refusal.value.facts["name"] == "L9999"
    assert {"L7160", "5160"} <= set(refusal.value.facts["known"])


def test_every_sheet_lies_in_the_middle_of_its_page():
    for sheet in stocks():
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
