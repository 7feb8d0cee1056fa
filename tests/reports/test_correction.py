"""A printer that misses its place is measured once, and from then on prints where it should."""

import random
from io import BytesIO
from math import hypot

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.corrected import move, write_corrected
from reports.correction import (
    FitsToPage,
    MeasuredTooLittle,
    MeasuredUnlike,
    Off,
    TooFarOff,
    TurnedTooFar,
    after,
    landing,
    put,
    reckoned,
    righting,
)
from reports.lengths import NotALength, Unit, read_length
from reports.sheet import MM
from reports.test_page import HALF_BOX, Whose, draw_proof, draw_test_page, laid_out
from resources.words import words_in

A4, LETTER, A6 = (210.0, 297.0), (215.9, 279.4), (105.0, 148.0)
WHOSE = Whose(printer="Old inkjet", tray="", feed="", day="28 November 2026")


def printers():
    return st.builds(
        Off,
        right_um=st.integers(-6_000, 6_000),
        down_um=st.integers(-6_000, 6_000),
        across_ppm=st.integers(-30_000, 30_000),
        along_ppm=st.integers(-30_000, 30_000),
        turn_urad=st.integers(-15_000, 15_000),
    )


def measured(plan, printer, noise=lambda: 0.0):
    """What a ruler says on the sheet that came out of `printer`."""
    lands = landing(printer, plan.page)
    edges = []
    for mark in plan.marks:
        x, y = put(lands, mark)
        edges += [min(x, plan.page[0] - x) + noise(), min(y, plan.page[1] - y) + noise()]
    long = []
    for ruler in plan.rulers:
        since, to = put(lands, ruler.begins), put(lands, ruler.ends)
        long.append(hypot(to[0] - since[0], to[1] - since[1]) + noise())
    return plan.measures(edges, long)


def missed(plan, printer, correction):
    """How far each mark of a second, corrected page lands beside its place, across and along."""
    both = after(righting(correction, plan.page), landing(printer, plan.page))
    there = [(put(both, mark), mark) for mark in plan.marks]
    return [abs(lands[axis] - mark[axis]) for lands, mark in there for axis in (0, 1)]


@given(printers(), st.sampled_from([A4, LETTER, A6]), st.sampled_from(Unit))
def test_a_second_page_lands_where_it_should(printer, page, unit):
    plan = laid_out(page, unit)
    correction = reckoned(page, measured(plan, printer))
    assert max(missed(plan, printer, correction)) <= 0.1


def test_a_ruler_read_to_a_quarter_of_a_millimetre_is_good_enough():
    """Nothing leaves the boxes of the proof, and hardly ever is anything further off than 0.35 mm."""
    chance = random.Random(1)  # noqa: S311 - a ruler, no secret
    plan, worst = laid_out(A4), []
    for _ in range(300):
        printer = Off(
            right_um=chance.randint(-3_000, 3_000),
            down_um=chance.randint(-3_000, 3_000),
            across_ppm=chance.randint(-10_000, 10_000),
            along_ppm=chance.randint(-10_000, 10_000),
            turn_urad=chance.randint(-5_000, 5_000),
        )
        noisy = measured(plan, printer, lambda: chance.uniform(-0.25, 0.25))
        worst.append(max(missed(plan, printer, reckoned(A4, noisy))))
    assert sorted(worst)[296] <= 0.35
    assert max(worst) <= HALF_BOX


def test_what_was_measured_on_one_paper_is_true_of_a_narrower_one_in_the_middle():
    printer = Off(right_um=1_200, across_ppm=-4_000)
    left = [put(landing(printer, page), (page[0] / 2, 0.0))[0] - page[0] / 2 for page in (A4, A6)]
    assert left == pytest.approx([1.2, 1.2])


def test_a_page_on_its_side_is_corrected_as_the_paper_is_fed():
    printer = Off(right_um=1_000)
    a, b, c, d, e, f = righting(printer, (148.0, 105.0))
    assert (a, b, c, d) == pytest.approx((1, 0, 0, 1))
    # What is right on the paper that goes in upright is down on a page turned against the clock.
    assert (e, f) == pytest.approx((0, -1))


@given(printers(), st.sampled_from([A4, (297.0, 210.0), (148.0, 105.0)]))
def test_a_page_on_its_side_lands_where_it_should_too(printer, page):
    wide, high = page
    sheet = (min(page), max(page))
    place = (20.0, 30.0)
    x, y = put(righting(printer, page), place)
    fed = (x, y) if wide <= high else (y, wide - x)
    u, v = put(landing(printer, sheet), fed)
    landed = (u, v) if wide <= high else (wide - v, u)
    assert landed == pytest.approx(place, abs=0.001)


def test_without_a_correction_nothing_moves():
    assert righting(None, A4) == (1, 0, 0, 1, 0, 0)
    assert put(righting(Off(), A4), (33.0, 44.0)) == pytest.approx((33.0, 44.0))


@pytest.mark.parametrize(
    ("printer", "refusal"),
    [
        (Off(across_ppm=-60_000, along_ppm=-60_000), FitsToPage),
        (Off(right_um=11_000), TooFarOff),
        (Off(turn_urad=40_000), TurnedTooFar),
    ],
)
def test_what_no_printer_does_is_refused(printer, refusal):
    plan = laid_out(A4)
    with pytest.raises(refusal):
        reckoned(A4, measured(plan, printer))


def test_a_slip_in_one_number_is_named():
    plan = laid_out(A4)
    for at in range(10):
        numbers = list(measured(plan, Off(right_um=800, along_ppm=2_000)))
        one = numbers[at]
        numbers[at] = type(one)(
            axis=one.axis, drawn=one.drawn, since=one.since, is_at=one.is_at + 10
        )
        with pytest.raises(MeasuredUnlike) as refusal:
            reckoned(A4, numbers)
        assert refusal.value.facts["at"] == at
        assert refusal.value.facts["millimetres"] == pytest.approx(10, abs=0.5)


def test_too_few_numbers_are_refused():
    plan = laid_out(A4)
    with pytest.raises(MeasuredTooLittle):
        reckoned(A4, measured(plan, Off())[:3])


@pytest.mark.parametrize(
    ("text", "unit", "millimetres"),
    [
        ("15", Unit.MM, 15),
        ("14,5", Unit.MM, 14.5),
        (" 14.5 mm ", Unit.MM, 14.5),
        ("1,45 cm", Unit.MM, 14.5),
        ("5/8", Unit.INCH, 15.875),
        ("5 7/8", Unit.INCH, 149.225),
        ("5⅞ in", Unit.MM, 149.225),
        ('0.6"', Unit.MM, 15.24),
        ("15 mm", Unit.INCH, 15),
        (",5", Unit.MM, 0.5),
        ("14,5 мм", Unit.MM, 14.5),
        ('14.5 מ"מ', Unit.MM, 14.5),
    ],
)
def test_a_length_is_read_as_it_is_typed(text, unit, millimetres):
    assert read_length(text, unit) == pytest.approx(millimetres)


@pytest.mark.parametrize("text", ["", "abc", "1,2,3", "-4", "3 4", "1/0", "15 kg"])
def test_what_is_no_length_is_refused(text):
    with pytest.raises(NotALength):
        read_length(text, Unit.MM)


def lines(pdf):
    """Every line drawn, by its ends in millimetres from the upper left corner."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        high = page.get_height()
        for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
            left, foot, right, top = one.get_bounds()
            found.append((left / MM, (high - top) / MM, right / MM, (high - foot) / MM))
    return found


def middles(pdf, plan):
    """Where the crosses of the page lie."""
    crosses = []
    for x, y in plan.marks:
        near = [
            one
            for one in lines(pdf)
            if abs((one[0] + one[2]) / 2 - x) < 8 and abs((one[1] + one[3]) / 2 - y) < 8
        ]
        upright = max(near, key=lambda one: one[3] - one[1])
        level = max(near, key=lambda one: one[2] - one[0])
        crosses.append(((upright[0] + upright[2]) / 2, (level[1] + level[3]) / 2))
    return crosses


def drawn(draw, plan, language="en"):
    file = BytesIO()
    draw(plan, WHOSE, words_in(language), file)
    return file.getvalue()


@pytest.mark.parametrize("language", ["en", "cs", "sk", "da", "kk", "he"])
@pytest.mark.parametrize("page", [A4, LETTER, A6, (100.0, 150.0), (62.0, 29.0)])
def test_the_marks_lie_where_the_page_says(page, language):
    plan = laid_out(page)
    found = middles(drawn(draw_test_page, plan, language), plan)
    for mark, seen in zip(plan.marks, found, strict=True):
        assert seen == pytest.approx(mark, abs=0.05)


def test_the_rulers_are_as_long_as_they_say():
    plan = laid_out(A4)
    spans = lines(drawn(draw_test_page, plan))
    ends = [  # the first and last lines of a ruler are its longest
        (left + right) / 2
        for left, top, right, foot in spans
        if right - left < 1 and 6 < foot - top < 7
    ]
    assert max(ends) - min(ends) == pytest.approx(150, abs=0.05)
    assert [one.long for one in laid_out(LETTER, Unit.INCH).rulers] == pytest.approx([152.4] * 2)


@settings(max_examples=15)
@given(printers())
def test_the_proof_comes_out_of_a_bad_printer_in_its_place(printer):
    """The printer is played by moving the corrected file as the printer would."""
    plan = laid_out(A4)
    corrected, printed = BytesIO(), BytesIO()
    write_corrected(drawn(draw_test_page, plan), printer, corrected)
    with pypdfium2.PdfDocument(corrected.getvalue()) as document:
        move(document[0], landing(printer, A4))
        document.save(printed)
    for mark, seen in zip(plan.marks, middles(printed.getvalue(), plan), strict=True):
        assert seen == pytest.approx(mark, abs=0.1)


def test_a_corrected_file_is_still_text():
    corrected = BytesIO()
    write_corrected(drawn(draw_proof, laid_out(A4)), Off(right_um=1_000), corrected)
    with pypdfium2.PdfDocument(corrected.getvalue()) as document:
        assert "15 mm" in document[0].get_textpage().get_text_range()
