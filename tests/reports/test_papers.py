import pytest

from reports.papers import PAPERS, Edge, UnknownPaper, paper


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


def under(left, top, sheet, edge):
    """Where on the front the second side's point lies, once the sheet was turned over `edge`."""
    wide, high = sheet.page
    long_is_upright = high >= wide
    if (edge is Edge.LONG) == long_is_upright:
        return wide - left, top
    return left, high - top


@pytest.mark.parametrize("edge", Edge)
@pytest.mark.parametrize("name", PAPERS)
def test_every_back_lies_behind_its_own_card(name, edge):
    sheet = PAPERS[name]
    wide, high = sheet.card
    for (left, top), back in zip(sheet.places, sheet.back_places(edge), strict=True):
        corners = [under(back.left, back.top, sheet, edge)]
        corners.append(under(back.left + wide, back.top + high, sheet, edge))
        found = [min(corner[axis] for corner in corners) for axis in (0, 1)]
        assert found == pytest.approx([left, top - high if sheet.folds else top])


@pytest.mark.parametrize("edge", Edge)
@pytest.mark.parametrize("name", PAPERS)
def test_a_card_turned_like_a_page_of_a_book_shows_its_back_upright(name, edge):
    sheet = PAPERS[name]
    over_a_side = (edge is Edge.LONG) == (sheet.page[1] >= sheet.page[0])
    # Of a folded card the cover is above the fold: laid open it stands on its head.
    assert {back.turned for back in sheet.back_places(edge)} == {over_a_side == sheet.folds}


@pytest.mark.parametrize("name", [name for name in PAPERS if PAPERS[name].marks])
def test_cut_marks_stand_where_the_cuts_are_and_on_the_page(name):
    sheet = PAPERS[name]
    uprights = {left + side for left, _ in sheet.places for side in (0, sheet.card[0])}
    levels = {top + side for _, top in sheet.places for side in (0, sheet.card[1])}
    for x, y, to_x, to_y in sheet.marks:
        on_page = all(0 <= at <= side for at, side in zip((x, y), sheet.page, strict=True))
        assert on_page
        if x == to_x:
            assert min(abs(x - cut) for cut in uprights) <= 0.5
        else:
            assert y == to_y
            assert min(abs(y - cut) for cut in levels) <= 0.5
