import json
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.hand.style import INKS
from reports.label_design import (
    CodeBox,
    Design,
    Fit,
    Look,
    PictureBox,
    Place,
    ShapeBox,
    Sort,
    TextBox,
    Tint,
    Weight,
    fitted,
    mirrored,
)
from reports.label_design_file import BrokenDesign, NewerDesign, as_parts, from_parts
from reports.label_fields import FIELDS, asked, filled, unknown
from reports.sentences import sentence
from resources.words import words_in

SIDE = st.floats(0.2, 300.0)
PLACES = st.builds(Place, left=st.floats(-50, 300), top=st.floats(-50, 300), wide=SIDE, high=SIDE)
TEXTS = st.text(max_size=60)
SIZES = st.tuples(st.floats(2, 100), st.floats(2, 100)).map(sorted)


@st.composite
def text_boxes(draw):
    smallest, largest = draw(SIZES)
    return TextBox(
        place=draw(PLACES),
        text=draw(TEXTS),
        smallest=smallest,
        largest=largest,
        align=draw(st.sampled_from(["start", "middle", "end"])),
        stands=draw(st.sampled_from(["top", "middle", "foot"])),
        weight=draw(st.sampled_from(list(Weight))),
        colour=draw(st.sampled_from(list(Tint))),
        hand=draw(st.sampled_from(["", "Kalam", "own 1234"])),
        ink=draw(st.sampled_from(list(INKS))),
    )


BOXES = st.one_of(
    text_boxes(),
    st.builds(
        ShapeBox,
        place=PLACES,
        look=st.sampled_from(list(Look)),
        colour=st.sampled_from(list(Tint)),
        radius=st.floats(0, 20),
    ),
    st.builds(
        PictureBox,
        place=PLACES,
        picture=st.text(string.hexdigits, max_size=24),
        fit=st.sampled_from(list(Fit)),
    ),
    st.builds(CodeBox, place=PLACES, text=TEXTS, sort=st.sampled_from(list(Sort))),
)
DESIGNS = st.builds(
    Design,
    size=st.tuples(st.floats(5, 300), st.floats(5, 300)),
    boxes=st.lists(BOXES, max_size=8).map(tuple),
    stock=st.text(max_size=20),
)


@given(DESIGNS)
def test_a_design_comes_back_from_the_book_as_it_was(design):
    assert from_parts(json.loads(json.dumps(as_parts(design)))) == design


@given(DESIGNS)
def test_mirrored_twice_it_is_itself(design):
    there = [box.place for box in mirrored(mirrored(design)).boxes]
    for place, box in zip(there, design.boxes, strict=True):
        assert place.left == pytest.approx(box.place.left, abs=1e-9)


def parts_with(**changed):
    box = {"kind": "text", "at": [1, 2, 30, 10], "text": "{name}"}
    return {"format": 1, "size": [60, 30], "stock": "", "boxes": [box | changed]}


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "video"},
        {"at": [1, 2, 30]},
        {"at": [1, 2, 30, 0]},
        {"at": [1, 2, float("nan"), 4]},
        {"at": [1, 2, True, 4]},
        {"text": 7},
        {"text": "x" * 3000},
        {"largest": 1e9},
        {"smallest": 20, "largest": 10},
        {"align": "left"},
        {"weight": "black"},
        {"colour": "#ff0000"},
        {"ink": "gold"},
    ],
    ids=str,
)
def test_a_broken_box_is_refused_and_named(changed):
    with pytest.raises(BrokenDesign) as refused:
        from_parts(parts_with(**changed))
    assert refused.value.facts["box"] == 1
    assert "box 1" in sentence(refused.value, words_in("en"))


@pytest.mark.parametrize("gone", ["format", "size", "boxes"])
def test_a_design_without_its_parts_is_refused(gone):
    parts = parts_with()
    del parts[gone]
    with pytest.raises(BrokenDesign):
        from_parts(parts)


def test_a_design_of_a_newer_program_says_so():
    with pytest.raises(NewerDesign) as refused:
        from_parts(parts_with() | {"format": 2})
    assert "newer version" in sentence(refused.value, words_in("en"))


def test_what_is_left_out_is_the_usual():
    box = from_parts(parts_with()).boxes[0]
    assert isinstance(box, TextBox)
    assert box.weight is Weight.REGULAR
    assert box.largest == 11.0


def test_on_a_larger_label_everything_is_larger_alike_and_in_the_middle():
    box = TextBox(place=Place(left=0, top=0, wide=50, high=25), smallest=6, largest=12)
    put = fitted(Design(size=(50, 25), boxes=(box,)), (100, 80)).boxes[0]
    assert put.place == Place(left=0, top=15, wide=100, high=50)
    assert (put.smallest, put.largest) == (12, 24)


def test_a_line_of_nothing_known_is_no_line():
    values = {"last_name": "Nová", "address": "Nová\nHlavní 1\n602 00 Brno"}
    text = "{first_name} {last_name}\n{company}\nPoints: {points}\n  \n{city}, {country}"
    assert filled(text, values) == ["Nová"]
    assert filled("{address}", values) == ["Nová", "Hlavní 1", "602 00 Brno"]


def test_something_may_stand_in_for_what_is_not_known():
    assert filled("{city|our town}, {country}", {}) == ["our town"]
    assert filled("{city}, {country}", {"city": "Brno"}) == ["Brno"]


def test_what_is_no_field_stays_as_it_was_typed():
    assert filled("{nonsense} {{name}} {", {"name": "Eva"}) == ["{nonsense} {Eva} {"]
    assert asked(["{nonsense} {name|x} {points}"]) == {"name", "points"}


def test_every_field_is_offered_once_and_can_be_typed():
    assert asked([f"{{{name}}}" for name in FIELDS]) == set(FIELDS)


@given(st.tuples(st.floats(5, 1000), st.floats(5, 1000)))
def test_a_design_for_any_other_label_can_be_kept(size):
    thin = ShapeBox(place=Place(left=2, top=20, wide=50, high=0.3))
    box = TextBox(place=Place(left=2, top=2, wide=50, high=15), smallest=5, largest=40)
    put = fitted(Design(size=(63.5, 38.1), boxes=(thin, box)), size)
    assert from_parts(as_parts(put)) == put


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("{first_name} of {city|our town}", []),
        ("{first name} {First_name} {}", ["{first name}", "{First_name}", "{}"]),
        ("Dear {first_name, hello", ["{first_name,"]),
        ("first_name} from {city}", ["first_name}"]),
        ("{{city}}", ["{", "}"]),
    ],
)
def test_braces_that_ask_for_nothing_are_named(typed: str, wrong: list[str]) -> None:
    assert unknown(typed) == wrong
