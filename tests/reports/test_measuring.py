from math import inf, nan

import pytest

from reports.grid import Grid
from reports.measuring import WrongMeasure, measured
from reports.sentences import sentence
from reports.stock import stock
from resources.words import words_in

A4 = (210.0, 297.0)


def grid(left=7.2, top=15.15, across=3, down=7, pitch=(66.04, 38.1)):
    return Grid(columns=across, rows=down, first=(left, top), pitch=pitch)


def test_what_was_measured_on_a_sheet_is_that_sheet():
    own, known = measured(A4, (63.5, 38.1), grid(), name="Honey jars"), stock("L7160")
    assert own.name == "Honey jars"
    assert [own.place(n) for n in range(1, 22)] == [known.place(n) for n in range(1, 22)]


def test_one_label_alone_needs_no_way_to_the_next():
    assert measured(A4, (200.0, 280.0), grid(5, 5, 1, 1, (0.0, 0.0))).labels == 1


@pytest.mark.parametrize(
    ("page", "label", "lies", "what", "least", "most"),
    [
        ((0.0, 297.0), (63.5, 38.1), grid(), "page_width", 1.0, 2000.0),
        ((210.0, nan), (63.5, 38.1), grid(), "page_height", 1.0, 2000.0),
        (A4, (63.5, 38.1), grid(left=-3.0), "left_margin", 0.0, 209.0),
        (A4, (63.5, 38.1), grid(top=400.0), "upper_margin", 0.0, 296.0),
        (A4, (250.0, 38.1), grid(), "label_width", 1.0, 202.8),
        (A4, (63.5, inf), grid(), "label_height", 1.0, 281.85),
        (A4, (63.5, 38.1), grid(across=4), "labels_across", 1, 3),
        (A4, (63.5, 38.1), grid(down=0), "labels_down", 1, 7),
        (A4, (63.5, 38.1), grid(pitch=(60.0, 38.1)), "pitch_across", 63.5, 69.65),
        (A4, (63.5, 38.1), grid(pitch=(66.04, 45.0)), "pitch_down", 38.1, 40.625),
    ],
)
def test_the_number_that_cannot_be_is_named_with_what_would_fit(
    page, label, lies, what, least, most
):
    with pytest.raises(WrongMeasure) as refusal:
        measured(page, label, lies)
    facts = refusal.value.facts
    assert facts["what"] == what
    assert (facts["least"], facts["most"]) == pytest.approx((least, most))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "the width of a label is 250, and only 1 to 202.8 fits."),
        ("cs", "šířka štítku je 250, vejde se však jen 1 až 202,8."),
    ],
)
def test_what_is_wrong_is_said_as_numbers_are_written_there(language, said):
    with pytest.raises(WrongMeasure) as refusal:
        measured(A4, (250.0, 38.1), grid())
    assert sentence(refusal.value, words_in(language)).endswith(said)
