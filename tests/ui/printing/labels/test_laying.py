"""Where labels come to lie on part-used and whole sheets, and what the drawer learns of it."""

import pytest

from app.printing.drawer import Used
from reports.stock import stock
from ui.printing.labels.laying import WHOLE, Fed, Lie, again
from ui.printing.labels.wish import pages_meant

L7160 = stock("Avery L7160")
NINE_LEFT = Fed(part=4, gone=frozenset(range(1, 13)))
BEGUN = Fed(gone=frozenset({1, 2}), torn=frozenset({5}))
EMPTY = Fed(part=9, gone=frozenset(range(1, 22)))


def lie(pieces, *fed):
    return Lie(stock=L7160, pieces=pieces, fed=fed or (WHOLE,))


@pytest.mark.parametrize(
    ("pieces", "fed", "pages"),
    [
        (0, (), 0),
        (1, (), 1),
        (21, (), 1),
        (22, (), 2),
        (9, (NINE_LEFT,), 1),
        (10, (NINE_LEFT,), 2),
        (10, (EMPTY, NINE_LEFT), 2),
        (28, (NINE_LEFT, BEGUN), 3),
    ],
)
def test_part_used_sheets_are_used_up_first(pieces, fed, pages):
    assert lie(pieces, *fed).pages == pages


def test_nothing_is_printed_on_what_is_gone_or_torn():
    page = lie(3, BEGUN).page(0)
    assert page.written == (3, 4, 6)


def test_several_sheets_are_used_in_the_order_in_which_they_were_chosen():
    several = lie(30, NINE_LEFT, BEGUN)
    assert several.page(0).written == tuple(range(13, 22))
    assert several.page(1).first == 9
    assert several.page(2).written == (1, 2, 3)
    assert several.place(9) == (1, 3)
    assert several.place(29) == (2, 3)


def test_the_drawer_learns_what_was_used_and_what_is_left_of_the_last_sheet():
    used = lie(11, NINE_LEFT).used(keep=True, name="Blue folder")
    assert used == [
        Used(sheet=4, stock="Avery L7160", labels=21, gone=frozenset(range(13, 22))),
        Used(
            sheet=None, stock="Avery L7160", labels=21, gone=frozenset({1, 2}), name="Blue folder"
        ),
    ]
    assert len(lie(11, NINE_LEFT).used(keep=False)) == 1


def test_a_sheet_that_is_used_up_leaves_no_rest():
    assert lie(21).rest() == frozenset()
    assert lie(9, NINE_LEFT).rest() == frozenset()
    assert lie(0).rest() == frozenset()


def test_what_was_missing_of_a_begun_sheet_is_missing_of_its_rest():
    assert lie(2, BEGUN).rest() == frozenset({1, 2, 3, 4, 5})


def test_a_few_pieces_again_come_to_lie_where_they_were():
    first, second = again(lie(30, NINE_LEFT), {2, 10})
    every = set(range(1, 22))
    assert every - first == {15}
    assert every - second == {2}


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", ()),
        ("2", (2,)),
        ("2, 4-5", (2, 4, 5)),
        ("4 – 5;2", (4, 5, 2)),
        ("1,1", (1,)),
        ("6", None),
        ("0", None),
        ("3-2", None),
        ("two", None),
    ],
)
def test_pages_are_read_as_people_write_them(text, pages):
    assert pages_meant(text, 5) == pages
