"""Whatever colour a shop has, what is printed in it can be read."""

from hypothesis import given
from hypothesis import strategies as st

from app.keeping.colours import read_colour
from reports.palette import READABLE, contrast, palette

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@given(COLOURS)
def test_text_is_read_on_every_ground_whatever_the_colour(colour):
    ours = palette(colour)
    for ink in (ours.accent, ours.ink, ours.quiet):
        for ground in (ours.white, ours.soft):
            assert contrast(ink, ground) >= READABLE
    for ink in (ours.on_field, ours.quiet_on_field):
        for ground in (ours.field, ours.deep):
            assert contrast(ink, ground) >= READABLE


def test_a_colour_that_can_be_read_is_left_as_it_is():
    assert palette("#1F5266").accent == palette("#1F5266").field


def test_light_yellow_carries_dark_letters_and_near_black_white_ones():
    assert palette("#FFF3A0").on_field == palette("").ink
    assert palette("#17130F").on_field == (1.0, 1.0, 1.0)


def test_a_colour_is_read_as_it_is_usually_typed():
    assert read_colour(" b0452a ") == read_colour("#B0452A") == "#B0452A"
    assert read_colour("#fa0") == "#FFAA00"
    assert read_colour("") == ""
    assert read_colour("terracotta") is None
