import pytest

from reports.papers import PAPERS, UnknownPaper, paper


def test_a_paper_is_found_whatever_the_case_of_its_letters():
    assert paper("a6X4") is PAPERS["A6x4"]


def test_an_unknown_paper_is_refused_and_those_there_are_are_named():
    with pytest.raises(UnknownPaper) as refusal:
        paper("A7")
    assert refusal.value.facts == {"name": "A7", "known": tuple(PAPERS)}


@pytest.mark.parametrize("name", PAPERS)
def test_cards_lie_on_their_page_and_not_on_each_other(name):
    sheet = PAPERS[name]
    for number, (left, top) in enumerate(sheet.places):
        assert left >= 0
        assert top >= 0
        assert left + sheet.card[0] <= sheet.page[0]
        assert top + sheet.card[1] <= sheet.page[1]
        for other_left, other_top in sheet.places[:number]:
            apart = abs(left - other_left) >= sheet.card[0] or abs(top - other_top) >= sheet.card[1]
            assert apart
