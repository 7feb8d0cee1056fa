import io
import time
import tomllib
from dataclasses import replace
from functools import cache

import pytest

from app.progress import Cancelled
from reports.address_block import LabelFacts
from reports.cautions import MarkLeftOut, MissingLetters, NothingToWrite, WrittenSmall
from reports.fonts import typeface
from reports.grid import Shape
from reports.labels import draw_labels, margins
from reports.papers import PAGES
from reports.stock import NoSuchLabel, stock
from resources import path
from tests.reports import reading

# The makers' measures: left and upper edge of the first label, pitch, size, columns and rows.
SHEETS = {
    "L7160": ((7.2, 15.15), (66.04, 38.1), (63.5, 38.1), 3, 7),
    "5160": ((4.76, 12.7), (69.85, 25.4), (66.675, 25.4), 3, 10),
}
ADDRESSES = {
    "en": ("Eleanor Whitfield", "12 Mill Lane", "Cambridge CB2 1TN"),
    "cs": ("Ing. Žofie Dvořáková", "Příčná 5/12", "110 00 Praha 1"),
    "sk": ("Ľubica Ťažká", "Ďumbierska 12", "974 01 Banská Bystrica"),
    "da": ("Søren Ærø", "Ørstedsvej 3, 2. th.", "8000 Aarhus C"),
    "kk": ("Әйгерім Қасымқызы", "Абай даңғылы 15, 32-пәтер", "050000 Алматы"),
    "he": ("נועה לוי", "רחוב הרצל 15, דירה 3 (קומה ב׳)", "6688101 תל אביב-יפו"),
}


# What the files say, read without the code that prints.
WRITTEN = {
    f"{sheet['brand']} {sheet['part']}": sheet
    for file in sorted(path("stock").glob("*.toml"))
    for sheet in tomllib.loads(file.read_text("utf-8"))["sheet"]
}


def label(*lines, language="en"):
    return LabelFacts(name_for_warnings=lines[0], lines=lines, language=language)


def drawn(labels, sheet="L7160", start=1):
    file = io.BytesIO()
    cautions = draw_labels(labels, stock(sheet), start, file)
    return file.getvalue(), cautions


@pytest.mark.parametrize("name", SHEETS)
def test_every_address_stands_in_its_label_to_a_tenth_of_a_millimetre(name):
    first, pitch, size, columns, rows = SHEETS[name]
    pdf, _ = drawn([label("H")] * (columns * rows), name)
    boxes = reading.letter_box(pdf, "H")
    assert len(boxes) == columns * rows
    bearing = boxes[0][0] - first[0] - 3
    middle = (boxes[0][1] + boxes[0][3]) / 2 - first[1] - size[1] / 2
    assert 0 <= bearing < 0.5  # the white that the letter H has before it
    assert (
        abs(middle) < 0.1 * 11 / reading.MM
    )  # the middle of a capital, against that of a line of 11 pt
    for number, box in enumerate(boxes):
        row, column = divmod(number, columns)
        assert box[0] == pytest.approx(first[0] + column * pitch[0] + 3 + bearing, abs=0.1)
        assert (box[1] + box[3]) / 2 == pytest.approx(
            first[1] + row * pitch[1] + size[1] / 2 + middle, abs=0.1
        )


@cache
def letter_h():
    """Of the letter at size 1: the white before it, its height, and how far its middle is below the line's."""
    face = typeface("Rubik-Regular")
    extents = face.font.get_glyph_extents(face.font.get_nominal_glyph(ord("H")))
    white, height = extents.x_bearing / face.face.upem, extents.y_bearing / face.face.upem
    [(_, top, _, bottom)] = reading.letter_box(drawn([label("H")])[0], "H")
    first, _, (_, high), _, _ = SHEETS["L7160"]
    below = (top + bottom) / 2 - first[1] - high / 2
    return white, height, below / ((bottom - top) / height)


@pytest.mark.parametrize("name", WRITTEN)
def test_on_every_sheet_that_is_known_the_text_lies_where_the_label_is(name):
    sheet = WRITTEN[name]
    wide, high = sheet["label"]
    columns, rows = sheet.get("columns", 1), sheet.get("rows", 1)
    first, pitch = sheet.get("first", (0.0, 0.0)), sheet.get("pitch", (0.0, 0.0))
    pdf, cautions = drawn([label("H")] * (columns * rows), name)
    page = sheet.get("page", (wide, high))
    assert reading.page_size(pdf) == pytest.approx(PAGES.get(page, page), abs=0.01)
    assert (reading.pages(pdf), cautions) == (1, ())
    boxes = reading.letter_box(pdf, "H")
    assert len(boxes) == columns * rows
    white, height, below = letter_h()
    size = (boxes[0][3] - boxes[0][1]) / height
    side, _ = margins(stock(name))
    assert 0.0 < side < wide / 4
    for number, box in enumerate(boxes):
        row, column = divmod(number, columns)
        left, top = first[0] + column * pitch[0], first[1] + row * pitch[1]
        assert box[0] - white * size - side == pytest.approx(left, abs=0.1)
        middle = (box[1] + box[3]) / 2 - below * size
        assert middle - high / 2 == pytest.approx(top, abs=0.1)


def test_on_a_round_label_the_ink_stays_inside_the_circle():
    circle = stock("Herma 4476")
    assert circle.shape is Shape.ROUND
    pdf, _ = drawn([label("Společnost pro výrobu medu", "Zahradní 12", "602 00 Brno")], circle.name)
    left, top, right, bottom = reading.ink(pdf, dots=10)
    middle = [edge + side / 2 for edge, side in zip(circle.place(1), circle.label, strict=True)]
    for x in (left, right):
        for y in (top, bottom):
            assert ((x - middle[0]) ** 2 + (y - middle[1]) ** 2) ** 0.5 < circle.label[0] / 2 - 1


def test_letters_grow_with_the_label_up_to_what_a_parcel_needs():
    sizes = []
    for name in ("L7160", "L7165", "L7167"):
        [box] = reading.letter_box(drawn([label("H")], name)[0], "H")
        sizes.append((box[3] - box[1]) / letter_h()[1] * reading.MM)
    assert sizes == pytest.approx([11, 18, 18], rel=0.02)


def test_an_address_fits_the_smallest_labels_that_are_sold_for_it():
    for name in ("L4730", "L7651", "DK-11204", "99017"):
        pdf, _ = drawn([label(*ADDRESSES["cs"])], name)
        assert reading.pages(pdf) == 1


@pytest.mark.parametrize("name", SHEETS)
def test_a_full_label_keeps_its_margin_on_the_printed_page(name):
    first, _, size, _, _ = SHEETS[name]
    lines = ("Společnost pro výrobu a prodej mimořádně dlouhých názvů, s. r. o.",) * 5
    pdf, _ = drawn([label(*lines)], name)
    left, top, right, bottom = reading.ink(pdf, dots=10)
    assert left >= first[0] + 2.9
    assert top >= first[1] + 2.9
    assert right <= first[0] + size[0] - 2.9
    assert bottom <= first[1] + size[1] - 2.9


def test_the_page_is_exactly_the_sheet():
    assert reading.page_size(drawn([label("H")], "L7160")[0]) == pytest.approx(
        (210, 297), abs=0.001
    )
    assert reading.page_size(drawn([label("H")], "5160")[0]) == pytest.approx(
        (215.9, 279.4), abs=0.001
    )


@pytest.mark.parametrize("language", ADDRESSES)
def test_addresses_read_back_in_every_language(language):
    pdf, cautions = drawn([label(*ADDRESSES[language], language=language)])
    expected = " ".join(ADDRESSES[language]).split()
    assert reading.words_by_pypdf(pdf) == expected
    if language != "he":
        assert reading.words_by_pdfium(pdf) == expected
    assert cautions == ()


def test_a_hebrew_address_stands_at_the_right_edge_of_its_label():
    pdf, _ = drawn([label(*ADDRESSES["he"], language="he")])
    assert reading.ink(pdf)[2] == pytest.approx(7.2 + 63.5 - 3, abs=0.5)


def test_an_address_in_latin_letters_stands_at_the_left_whatever_the_customer_speaks():
    pdf, _ = drawn([label(*ADDRESSES["en"], language="he")])
    assert reading.ink(pdf)[0] == pytest.approx(7.2 + 3, abs=0.5)


def test_printing_starts_at_the_label_that_is_asked_for_and_goes_on_on_a_new_sheet():
    pdf, _ = drawn([label("H"), label("H"), label("H")], "L7160", start=20)
    assert reading.pages(pdf) == 2
    on_first = reading.letter_box(pdf, "H", page=0)
    assert [round((box[0] - 10.2) / 66.04) for box in on_first] == [1, 2]
    assert [int((box[1] - 15.15) / 38.1) for box in on_first] == [6, 6]
    (on_second,) = reading.letter_box(pdf, "H", page=1)
    assert on_second[1] < 15.15 + 38.1
    assert on_second[0] < 12


@pytest.mark.parametrize("start", [0, -1, 22])
def test_a_sheet_has_no_label_beyond_its_last(start):
    with pytest.raises(NoSuchLabel) as refusal:
        drawn([label("H")], "L7160", start=start)
    assert refusal.value.facts == {"start": start, "labels": 21}


def test_blank_lines_are_left_out():
    with_blanks, _ = drawn([label("Jan", " ", "", "\t\xa0", "Praha")])
    without, _ = drawn([label("Jan", "Praha")])
    assert with_blanks == without


def test_a_label_without_a_line_keeps_its_place_and_is_named():
    blank = LabelFacts(name_for_warnings="Jan", lines=(" ", ""), language="cs")
    pdf, cautions = drawn([blank, label("H")])
    assert cautions == (NothingToWrite(name="Jan"),)
    assert reading.letter_box(pdf, "H")[0][0] > 70


def test_a_long_line_is_written_smaller_rather_than_broken():
    pdf, cautions = drawn([label("Náměstí Svobody a samostatnosti 28. října", "110 00 Praha 1")])
    assert cautions == ()
    lines = {round(box[3]) for box in reading.letter_box(pdf, "í")}
    assert len(lines) == 1


def test_what_is_too_long_is_there_to_the_last_word_and_warned_of_by_name():
    words = tuple(f"slovo{number}" for number in range(150))
    facts = LabelFacts(name_for_warnings="Jan Dlouhý", lines=(" ".join(words),), language="cs")
    pdf, (caution,) = drawn([facts])
    assert isinstance(caution, WrittenSmall)
    assert caution.name == "Jan Dlouhý"
    assert caution.size < caution.smallest
    assert tuple(reading.words_by_pypdf(pdf)) == words
    assert reading.ink(pdf, dots=10)[3] <= 15.15 + 38.1 - 2.9


def test_a_word_longer_than_the_label_is_broken_and_stays_whole():
    pdf, _ = drawn([label("x" * 300)])
    assert "".join(reading.words_by_pypdf(pdf)) == "x" * 300
    assert reading.ink(pdf)[2] <= 7.2 + 63.5 - 2.9


def test_letters_that_no_font_has_are_spelled_out_and_named():
    pdf, cautions = drawn([label("李 Wei 🎂")])
    assert cautions == (MissingLetters(name="李 Wei 🎂", letters=("李", "🎂")),)
    assert reading.words_by_pypdf(pdf)[:2] == ["Li", "Wei"]


def test_the_same_labels_make_the_same_bytes():
    labels = [label(*lines, language=language) for language, lines in ADDRESSES.items()]
    assert drawn(labels)[0] == drawn(labels)[0]


def test_printing_can_be_stopped():
    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        draw_labels([label("H")], stock("L7160"), 1, io.BytesIO(), stop)


def test_ten_thousand_labels_take_seconds():
    labels = [label(f"Jan Novák {n}", f"Dlouhá {n}/12", "110 00 Praha 1") for n in range(10_000)]
    started = time.process_time()
    pdf, _ = drawn(labels)
    assert time.process_time() - started < 12  # two and a half on the machine this was written on
    assert reading.pages(pdf) == 477


@pytest.mark.parametrize("name", [*WRITTEN])
def test_the_sequence_mark_stands_on_labels_of_every_size(name):
    facts = replace(label(*ADDRESSES["cs"]), mark="1234")
    pdf, cautions = drawn([facts], name)
    assert reading.words_by_pdfium(pdf)[-1] == "1234"
    assert not [one for one in cautions if isinstance(one, MarkLeftOut)]


def test_a_sequence_mark_that_fits_nowhere_is_named():
    facts = replace(label("Anna"), mark="+".join(["12345"] * 12))
    _, cautions = drawn([facts], "L4730")
    assert MarkLeftOut(name="Anna", mark=facts.mark) in cautions
