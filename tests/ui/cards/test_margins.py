"""How far the box of the writing may be dragged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.cards.margins import WHOLE, Margins

A6 = (148.0, 105.0)
USUAL = Margins(11.5, 10.5, 11.5, 9.0)
grips = st.tuples(st.sampled_from((-1, 0, 1)), st.sampled_from((-1, 0, 1)))
far = st.floats(-300, 300)
cards = st.sampled_from([A6, (210.0, 99.0), (177.8, 127.0), (105.0, 148.0)])


def test_an_edge_is_dragged_in_half_millimetres():
    assert USUAL.dragged((-1, 0), 3.3, 0, A6) == Margins(15.0, 10.5, 11.5, 9.0)
    assert USUAL.dragged((1, 0), 3.3, 0, A6) == Margins(11.5, 10.5, 8.0, 9.0)


def test_a_corner_drags_two_edges():
    assert USUAL.dragged((1, 1), -10, -5, A6) == Margins(11.5, 10.5, 21.5, 14.0)


def test_the_whole_box_keeps_its_size():
    assert USUAL.dragged(WHOLE, 2, -3, A6) == Margins(13.5, 7.5, 9.5, 12.0)


def test_nothing_is_written_nearer_to_the_edge_than_three_millimetres():
    assert USUAL.dragged((-1, -1), -50, -50, A6) == Margins(3.0, 3.0, 11.5, 9.0)
    assert USUAL.dragged(WHOLE, 50, 50, A6) == Margins(20.0, 16.5, 3.0, 3.0)


def test_the_box_never_gets_smaller_than_a_few_words():
    small = USUAL.dragged((1, 1), -200, -200, A6)
    assert A6[0] - small.left - small.right == pytest.approx(30, abs=0.5)
    assert A6[1] - small.top - small.bottom == pytest.approx(20, abs=0.5)


@given(card=cards, ways=st.lists(st.tuples(grips, far, far), min_size=1, max_size=6))
def test_wherever_it_is_dragged_the_box_stays_on_its_card(card, ways):
    box = USUAL
    for grip, across, down in ways:
        before, box = box, box.dragged(grip, across, down, card)
        wide, high = card[0] - box.left - box.right, card[1] - box.top - box.bottom
        assert min(box.left, box.top, box.right, box.bottom) >= 3
        assert wide >= 30
        assert high >= 20
        if grip == WHOLE:
            assert wide == pytest.approx(card[0] - before.left - before.right)
