"""Cards that stand on the table: the fold, both sides of it, and names that can be read."""

import io
from dataclasses import replace

import pypdfium2
import pytest
from PIL import ImageChops

from app.keeping.settings import Settings
from reports.bleed import BLEED
from reports.cautions import MissingLetters, SetInType
from reports.design import design, designs
from reports.dress import Dress, Wearing
from reports.field import TextTooLong
from reports.hand.style import Style, hand_called
from reports.papers import UnknownPaper
from reports.place_cards import (
    draw_place_cards,
    place_card_cautions,
    place_cards,
    preview_place_card,
)
from reports.table_numbers import (
    NoTables,
    draw_table_numbers,
    table_numbers,
    tables_in,
)
from reports.tents import PLACE_CARDS, TABLE_NUMBERS, place_card_paper, table_number_paper
from resources.words import words_in
from tests.reports import reading

SHOP = Settings(name="Pekárna U Mlýna", language="cs")
DOTS = 300
GUESTS = ("Jana Nováková", "Ing. Bartoloměj Vznešený", "Søren", "נועה לוי", "Әсел Жұмабаева")


def dressed(name="calm"):
    return Wearing(design(name), Dress(name=SHOP.name))


def printed(names, tents, name="calm"):
    file = io.BytesIO()
    draw_place_cards(place_cards((), names, SHOP), dressed(name), file, tents=tents)
    return file.getvalue()


def numbered(tables, tents, name="calm"):
    file = io.BytesIO()
    numbers = table_numbers(tables_in(tables), words_in("cs"))
    draw_table_numbers(numbers, dressed(name), file, tents=tents)
    return file.getvalue()


def picture(pdf, page=0):
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].render(scale=DOTS / 72).to_pil().convert("L")


def cut_out(pdf, tents, number):
    """What lies on the table once a card is cut out and folded: its near and its far side."""
    sheet, (wide, high) = picture(pdf), tents.face
    left, top = tents.places[number]
    near = sheet.crop(dots(left, top + high, left + wide, top + 2 * high))
    far = sheet.crop(dots(left, top, left + wide, top + high)).rotate(180)
    return near, far


def dots(*edges):
    return tuple(round(edge / 25.4 * DOTS) for edge in edges)


def coloured(image, least=20):
    """Left, top, right and bottom of the ink in millimetres."""
    box = image.point(lambda tone: 255 if tone < 255 - least else 0).getbbox()
    return tuple(edge * 25.4 / DOTS for edge in box)


@pytest.mark.parametrize("name", designs())
@pytest.mark.parametrize("key", TABLE_NUMBERS)
def test_folded_a_number_stands_upright_on_both_sides_of_the_table(key, name):
    tents = TABLE_NUMBERS[key]
    if not tents.folds:
        return
    near, far = cut_out(numbered("7", tents, name), tents, 0)
    inside = dots(1, 1, tents.face[0] - 1, tents.face[1] - 1)
    assert coloured(near.crop(inside)) == pytest.approx(coloured(far.crop(inside)), abs=0.1)
    from_afar = [side.reduce(12).tobytes() for side in (near, far)]
    assert max(abs(one - other) for one, other in zip(*from_afar, strict=True)) < 40


@pytest.mark.parametrize("key", PLACE_CARDS)
def test_each_side_of_a_place_card_lies_where_it_folds_to_a_tenth_of_a_millimetre(key):
    """The line along the top of this design runs along the fold, 0.035 of the height on either side."""
    tents = PLACE_CARDS[key]
    pdf = printed(["Petr"] * len(tents.places), tents)
    line = 0.035 * tents.face[1]
    for number in range(len(tents.places)):
        for side in cut_out(pdf, tents, number):
            column = side.crop((dots(3)[0], 0, dots(4)[0], side.height))
            _, top, _, bottom = coloured(column, 100)
            assert (top, bottom) == pytest.approx((0.0, line), abs=0.1)


@pytest.mark.parametrize("key", PLACE_CARDS)
def test_marks_show_where_to_cut_and_where_to_fold(key):
    tents = PLACE_CARDS[key]
    sheet = picture(printed(["Petr"] * len(tents.places), tents))
    left = min(place[0] for place in tents.places)
    margin = sheet.crop(dots(0, 0, left - BLEED - 0.2, 297))
    rows = sorted({round(y * 25.4 / DOTS, 1) for y in dark_rows(margin)})
    tops = {place[1] for place in tents.places}
    high = tents.face[1]
    wanted = sorted({y for top in tops for y in (top, top + high, top + 2 * high)})
    for y in wanted:
        assert min(abs(y - row) for row in rows) <= 0.1
    for row in rows:
        assert min(abs(y - row) for y in wanted) <= 0.15


def dark_rows(image):
    data = image.tobytes()
    for y in range(image.height):
        if min(data[y * image.width : (y + 1) * image.width]) < 160:
            yield y + 0.5


@pytest.mark.parametrize("name", designs())
def test_every_name_is_read_back_twice_and_stays_on_its_card(name):
    tents = PLACE_CARDS["A4x6"]
    pdf = printed(GUESTS, tents, name)
    said = reading.words_by_pypdf(pdf)
    for guest in GUESTS:
        for word in guest.split():
            assert said.count(word) == 2, word


@pytest.mark.parametrize("name", designs())
def test_a_long_name_goes_on_two_lines_and_does_not_leave_the_card(name):
    (card,) = place_cards((), ["Bartoloměj Maxmilián Nepomucký-Vznešený"], SHOP)
    alone = preview_place_card(card, dressed(name))
    bare = preview_place_card(replace(card, name="."), dressed(name))
    with_name, without = picture(alone), picture(bare)
    wide, high = with_name.size
    edge = dots(2)[0]
    frame = [(0, 0, wide, edge), (0, 0, edge, high), (wide - edge, 0, wide, high)]
    for box in frame:
        assert with_name.crop(box).tobytes() == without.crop(box).tobytes()


@pytest.mark.parametrize("hand", ["Caveat", "Kalam", "Pacifico"])
@pytest.mark.parametrize("name", ["Åse", "ŘŠŤ", "Éa", "Jiří"])
def test_no_accent_reaches_the_fold(hand, name):
    (card,) = place_cards((), [name], SHOP, Style(hand=hand_called(hand)))
    with pypdfium2.PdfDocument(preview_place_card(card, dressed())) as document:
        red, _, blue = document[0].render(scale=1).to_pil().convert("RGB").split()
    ink = ImageChops.subtract(blue, red).point(lambda more: 255 * (more > 40))
    assert ink.getbbox()[1] > 4 * 72 / 25.4


def test_a_name_that_fits_no_card_is_named():
    name = "Maximiliana " * 400
    with pytest.raises(TextTooLong) as refused:
        printed([name], PLACE_CARDS["A4x4"])
    assert refused.value.facts["text"] == name.strip()


def test_a_name_that_is_odd_or_from_afar_is_read_back_as_it_was_written():
    words = reading.words_by_pypdf(printed(["Nguyễn Huệ", "\u05b8"], PLACE_CARDS["A4x4"]))
    assert words.count("Nguyễn") == words.count("Huệ") == 2


def test_people_of_one_household_have_a_card_each(shop):
    people = [shop.customer("Anna", "Nováková"), shop.customer("Petr", "Novák")]
    assert [one.name for one in place_cards(people, ["Host"], SHOP)] == [
        "Anna Nováková",
        "Petr Novák",
        "Host",
    ]
    firsts = place_cards(people, (), SHOP, first_names=True)
    assert [one.name for one in firsts] == ["Anna", "Petr"]


def test_a_name_runs_as_its_letters_do():
    spoken = {one.name: one.language for one in place_cards((), GUESTS, SHOP)}
    assert spoken["נועה לוי"] == "he"
    assert spoken["Jana Nováková"] == "cs"


def test_the_same_guests_are_written_the_same_again_and_anew_by_another_seed():
    tents = PLACE_CARDS["A4x4"]
    assert printed(GUESTS, tents) == printed(GUESTS, tents)
    one, other = (place_cards((), ["Petr"], SHOP, seed=seed)[0].seed for seed in (0, 1))
    assert one != other


def test_tables_are_named_as_one_says_them():
    assert tables_in("1-3, 14; Window\nGarden") == ["1", "2", "3", "14", "Window", "Garden"]
    assert tables_in("7–9") == ["7", "8", "9"]
    for wrong in ("", ",", "1-9999", "1-999999", "5-1"):
        with pytest.raises(NoTables):
            tables_in(wrong)


def test_a_number_has_the_word_above_it_and_a_name_none():
    number, name = table_numbers(["7", "Zahrada"], words_in("cs"))
    assert (number.caption, name.caption) == ("Stůl", "")
    text = reading.words_by_pdfium(numbered("7, Zahrada", TABLE_NUMBERS["A5"]), 1)
    assert "Zahrada" in text
    assert "Stůl" not in text


@pytest.mark.parametrize("key", TABLE_NUMBERS)
def test_a_number_is_found_from_the_door(key):
    tents = TABLE_NUMBERS[key]
    pdf = numbered("8", tents)
    boxes = reading.letter_box(pdf, "8")
    tallest = max(bottom - top for _, top, _, bottom in boxes)
    assert tallest > 0.25 * min(tents.face)


def test_papers_of_the_table_are_known_by_name():
    assert place_card_paper("").name == "A4x4"
    assert place_card_paper("a4X6").name == "A4x6"
    assert table_number_paper("a5").folds is False
    with pytest.raises(UnknownPaper):
        table_number_paper("A2")


@pytest.mark.parametrize("name", ["李", " 李 小龙 ", "Anna 李", "(李)", "李-龙", "Anna李"])
def test_a_syllable_in_one_sign_stands_apart_from_the_last_one_alone(name):
    assert "  " not in " ".join(reading.words_by_pypdf(printed([name], PLACE_CARDS["A4x4"])))


def test_a_name_that_no_hand_writes_is_named_and_still_there():
    cards = place_cards((), ("Jana", "李小龙", "محمد", "Γιώργος"), SHOP)
    chinese, arabic, greek = place_card_cautions(cards)
    assert chinese == MissingLetters(name="李小龙", letters=("李", "小", "龙"))
    assert greek.name == "Γιώργος"
    assert isinstance(arabic, SetInType)
    file = io.BytesIO()
    draw_place_cards(cards, dressed(), file, tents=PLACE_CARDS["A4x4"])
    said = " ".join(reading.words_by_pypdf(file.getvalue()))
    assert [said.count(name) for name in ("Jana", "Li Xiao Long", "Giorgos")] == [2, 2, 2]
    near, _ = cut_out(file.getvalue(), PLACE_CARDS["A4x4"], 2)
    left, top, right, bottom = coloured(near.crop((0, 0, near.width, near.height * 2 // 3)))
    assert (right - left, bottom - top) > (20, 10)
