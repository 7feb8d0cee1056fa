"""Which labels a print takes of the sheets in the drawer."""

from reports.stock import stock
from reports.taken import taken

FULL = frozenset(range(1, 22))


def test_a_sheet_with_nothing_left_is_no_page_and_gives_nothing():
    lie = taken(stock("L7160"), (frozenset(range(1, 21)), FULL, frozenset({2})), 3)
    assert lie.used == (frozenset({21}), frozenset(), frozenset({1, 3}))
    assert lie.pages == (frozenset({21}), frozenset({1, 3}))


def test_sheets_that_are_not_needed_stay_in_the_drawer():
    lie = taken(stock("L7160"), (frozenset({1}), frozenset({5})), 2)
    assert lie.used == (frozenset({2, 3}), frozenset())


def test_pages_made_again_find_their_labels_where_they_were():
    lie = taken(stock("L7160"), (frozenset({1, 2}),), 45, {2, 3, 9})
    assert lie.which == tuple(range(19, 45))
    assert [21 - len(gone) for gone in lie.gone] == [21, 5]


def test_nothing_takes_nothing():
    assert taken(stock("L7160"), (), 0).pages == ()
