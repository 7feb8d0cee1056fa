from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.label_design import LEAST, Design, Place, TextBox
from ui.printing.designer.editing import KINDS, Editing, new_box
from ui.printing.designer.snapping import Guide, grown, moved_to, resized_to, stepped

LABEL = (60.0, 40.0)


def place(left, top, wide=20.0, high=10.0):
    return Place(left=left, top=top, wide=wide, high=high)


def test_a_box_near_an_edge_is_drawn_to_it():
    snapped = moved_to(place(0.4, 7.33), LABEL, [], 0.6)
    assert snapped.place == place(0.0, 7.3)
    assert snapped.guides == (Guide(True, 0.0),)


def test_a_box_near_the_margin_is_drawn_to_it():
    snapped = moved_to(place(36.8, 18.0), LABEL, [], 0.5)
    assert snapped.place.right == 57.0
    assert snapped.guides == (Guide(True, 57.0),)


def test_a_box_near_the_middle_is_drawn_to_it():
    snapped = moved_to(place(20.3, 14.8), LABEL, [], 0.6)
    assert snapped.place == place(20.0, 15.0)
    assert set(snapped.guides) == {Guide(True, 30.0), Guide(False, 20.0)}


def test_a_box_is_drawn_to_the_edges_of_another():
    other = place(5.0, 3.0, 12.0, 4.0)
    snapped = moved_to(place(17.4, 22.0), LABEL, [other], 0.6)
    assert snapped.place.left == 17.0
    assert Guide(True, 17.0) in snapped.guides


def test_far_from_everything_it_stays_where_it_is_dropped():
    snapped = moved_to(place(12.34, 6.71), LABEL, [], 0.5)
    assert snapped.place == place(12.3, 6.7)
    assert snapped.guides == ()


def test_only_the_edges_that_are_dragged_move():
    snapped = resized_to(place(10, 10, 49.6, 8.03), "rf", LABEL, [], 0.6)
    assert snapped.place == place(10, 10, 50.0, 8.0)
    assert snapped.guides == (Guide(True, 60.0),)


@given(
    st.floats(-100, 200),
    st.floats(-100, 200),
    st.floats(LEAST, 60),
    st.floats(LEAST, 40),
    st.sampled_from(["l", "r", "t", "f", "lt", "rf", "lf", "rt"]),
)
def test_nothing_leaves_the_label(left, top, wide, high, edges):
    start = place(left, top, wide, high)
    on_it = moved_to(start, LABEL, [place(3, 3)], 0.5).place
    shapes = [
        on_it,
        resized_to(on_it, edges, LABEL, [place(3, 3)], 0.5).place,
        stepped(on_it, (5.0, -5.0), LABEL),
        grown(on_it, (5.0, 5.0), LABEL),
    ]
    for one in shapes:
        assert one.left >= 0
        assert one.top >= 0
        assert one.right <= LABEL[0] + 0.01
        assert one.foot <= LABEL[1] + 0.01
        assert one.wide >= LEAST - 1e-3
        assert one.high >= LEAST - 1e-3


@pytest.fixture
def editing():
    boxes = (TextBox(place=place(2, 2), text="a"), TextBox(place=place(2, 14), text="b"))
    return Editing(Design(size=LABEL, boxes=boxes))


def test_every_change_can_be_taken_back_and_done_again(editing):
    designs = [editing.design]
    editing.choose(0)
    editing.place(place(5, 5))
    designs.append(editing.design)
    editing.double()
    designs.append(editing.design)
    editing.lift(-1)
    designs.append(editing.design)
    editing.remove()
    designs.append(editing.design)
    for design in reversed(designs[:-1]):
        editing.undo()
        assert editing.design == design
    assert not editing.can_undo
    for design in designs[1:]:
        editing.redo()
        assert editing.design == design
    assert not editing.can_redo


def test_the_letters_of_a_word_are_taken_back_at_once(editing):
    before = editing.design
    editing.choose(1)
    for word in ("B", "Br", "Brno"):
        editing.put(replace(editing.box, text=word), run="text")
    editing.undo()
    assert editing.design == before


def test_what_was_saved_is_known_again_after_undo(editing):
    editing.choose(0)
    editing.remove()
    assert editing.changed
    editing.undo()
    assert not editing.changed


def test_a_double_lies_beside_its_original_and_is_chosen(editing):
    editing.choose(0)
    editing.double()
    assert editing.box.place == place(4, 4)
    assert editing.chosen == 2


def test_tab_goes_from_box_to_box_and_then_on(editing):
    assert editing.step(1)
    assert editing.chosen == 0
    assert editing.step(1)
    assert editing.chosen == 1
    assert not editing.step(1)
    assert editing.step(-1)
    assert not editing.step(-1)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(17.8, 10.0), (63.5, 38.1), (100.0, 150.0)], ids=str)
def test_what_is_put_on_a_label_lies_on_it(kind, size):
    box = new_box(kind, size, "text")
    assert box.place.left >= 0
    assert box.place.top >= 0
    assert box.place.right <= size[0]
    assert box.place.foot <= size[1]
    assert (box.place.left + box.place.right) / 2 == pytest.approx(size[0] / 2, abs=0.1)
