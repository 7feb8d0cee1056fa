import pytest

from reports.stock import Purpose, stock, stocks
from reports.stock_search import find_stock
from reports.stock_words import sold_for
from resources.words import words_in


def first(text):
    return find_stock(text)[0].name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("L 7160", "Avery L7160"),
        ("avery5160", "Avery 5160"),
        ("Zweckform 3474", "Avery Zweckform 3474"),
        ("zweckform-3474", "Avery Zweckform 3474"),
        ("8163", "Avery 5163"),
        ("7160", "Avery L7160"),
        ("dk 11209", "Brother DK-11209"),
    ],
)
def test_a_number_finds_its_sheet_however_it_is_written(text, name):
    assert first(text) == name


@pytest.mark.parametrize(
    "text",
    ["63.5 x 38.1", "63,5×38,1 mm", "38 x 63", "38.1x63.5", "2.5 x 1.5 in", '2 1/2" x 1 1/2"'],
)
def test_a_size_finds_its_sheets_either_way_round_and_in_inches(text):
    assert first(text) == "Avery L7160"
    assert {"Herma 4677", "Rayfilm 0410"} <= {one.name for one in find_stock(text)}


def test_a_sheet_without_a_number_is_called_by_its_size():
    assert find_stock("S&K 70 x 36")[0].name == "S&K Label 70x36"
    assert {one.brand for one in find_stock("105x42,3")} >= {"S&K Label", "Rayfilm"}


def test_the_nearest_size_comes_first():
    assert first("70 x 37.1") == "Avery Zweckform 3474"
    assert first("70 x 36 zweckform") == "Avery Zweckform 3475"


def test_a_count_finds_the_sheets_that_have_so_many():
    assert {one.labels for one in find_stock("21")} == {21}
    assert {one.labels for one in find_stock("24 per sheet")} == {24}


def test_paper_maker_and_purpose_narrow_what_is_found():
    assert {one.page for one in find_stock("A4")} == {(210.0, 297.0)}
    assert {one.brand for one in find_stock("herma a4")} == {"Herma"}
    assert [one.name for one in find_stock("letter 10 card")] == ["Avery 5371"]
    assert {one.brand for one in find_stock("roll")} == {"Dymo", "Brother"}
    assert find_stock("rolls") == find_stock("roll")
    assert first("roll 62 x 29") == "Brother DK-11209"


def test_what_it_is_sold_for_is_asked_in_the_readers_language():
    cards = find_stock("card letter")
    assert {one.purpose for one in cards} == {Purpose.CARD}
    assert find_stock("vizitky letter", words_in("cs")) == cards
    assert find_stock("vizitky letter") == []


def test_a_sheet_says_what_it_is_sold_for():
    assert sold_for(stock("99014"), words_in("en")) == "labels for parcels, on a roll"
    assert sold_for(stock("L7160"), words_in("cs")) == "štítky na adresy"


def test_a_part_of_a_number_finds_those_that_have_it():
    assert {"Avery L7160", "Avery L7169"} <= {one.name for one in find_stock("716")}


def test_nothing_said_is_all_and_nonsense_is_none():
    assert find_stock(" ") == list(stocks())
    assert find_stock("zebra 9") == []
    assert find_stock("1/0 x 2/0") == []
    assert find_stock("x" * 10_000) == []
