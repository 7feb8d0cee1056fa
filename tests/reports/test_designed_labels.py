from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from app.loyalty.programme import Programme, Reward, Tier
from reports.cautions import (
    CodeTooSmall,
    NoCode,
    NothingToWrite,
    PictureGone,
    TextLeftOut,
    UnwritableCode,
    WrittenSmall,
)
from reports.cells import draw_cells
from reports.designed_labels import designed, preview
from reports.keepsake_pictures import keep_picture
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
)
from reports.label_fields import FIELDS, asked
from reports.label_people import People, nobody
from reports.label_starts import begun, starts
from reports.stock import stock, stocks
from resources.words import LANGUAGES, words_in
from tests.reports.reading import fonts, ink, page_size, words_by_pdfium, words_by_pypdf
from tests.reports.scanning import shapes, texts

SIZE = (70.0, 36.0)
WHOLE = Place(left=2, top=2, wide=66, high=32)


def label(shop, one, *boxes, size=SIZE):
    return designed(shop, Design(size=size, boxes=boxes), [one])[0]


def drawn(shop, one, *boxes):
    return preview(label(shop, one, *boxes))


def text(words, place=WHOLE, **more):
    return TextBox(place=place, text=words, **more)


@pytest.fixture
def tereza(shop):
    return shop.customer(
        "Tereza",
        "Dvořáková",
        form_of_address="f",
        street="Masarykova 12",
        city="Brno",
        postal_code="602 00",
        country="CZ",
        card_number="4207",
        birthday="1986-11-26",
        tags=("VIP", "bez lepku"),
    )


@pytest.fixture
def rachel(shop):
    return shop.customer(
        "רחל", "לוי", language="he", street="הרצל 5", city="חיפה", country="IL", card_number="4208"
    )


@pytest.mark.parametrize("who", ["tereza", "rachel"])
def test_a_shape_is_where_it_was_put_whatever_the_language(shop, who, request):
    one = request.getfixturevalue(who)
    place = Place(left=7.3, top=4.1, wide=21.7, high=11.9)
    pdf, _ = drawn(shop, one, ShapeBox(place=place, colour=Tint.ACCENT))
    assert page_size(pdf) == pytest.approx(SIZE, abs=0.01)
    (found,) = shapes(pdf, colour=(176, 69, 42))
    assert found == pytest.approx((7.3, 4.1, 29.0, 16.0), abs=0.1)
    framed, _ = drawn(shop, one, ShapeBox(place=place, look=Look.FRAME, colour=Tint.INK))
    assert ink(framed, dots=20) == pytest.approx((7.3, 4.1, 29.0, 16.0), abs=0.1)


def test_text_stands_within_its_box_where_it_was_told_to(shop, tereza):
    place = Place(left=10, top=5, wide=40, high=20)
    for align, stands in (("start", "top"), ("middle", "middle"), ("end", "foot")):
        pdf, _ = drawn(shop, tereza, text("{first_name}", place, align=align, stands=stands))
        left, top, right, bottom = ink(pdf, dots=20)
        assert left >= 10
        assert right <= 50.1
        assert top >= 5
        assert bottom <= 25.1
        if align == "start":
            assert left == pytest.approx(10, abs=0.4)
        elif align == "end":
            assert right == pytest.approx(50, abs=0.4)
        else:
            assert (left + right) / 2 == pytest.approx(30, abs=0.4)


def test_text_begins_where_its_people_read_from(shop, tereza, rachel):
    place = Place(left=10, top=5, wide=40, high=20)
    assert ink(drawn(shop, tereza, text("{name}", place))[0])[0] == pytest.approx(10, abs=0.5)
    assert ink(drawn(shop, rachel, text("{name}", place))[0])[2] == pytest.approx(50, abs=0.5)


def test_the_point_of_a_foreign_name_stays_at_its_end_in_hebrew(shop):
    firm = shop.customer(company="Acme Ltd.", language="he")
    pdf, _ = drawn(shop, firm, text("{name}", Place(left=10, top=5, wide=40, high=20)))
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].get_textpage()
        said = page.get_text_range()
        begins = [page.get_charbox(said.index(letter))[0] for letter in "Ad."]
    assert begins == sorted(begins)
    assert ink(pdf)[2] == pytest.approx(50, abs=0.5)


def test_an_address_abroad_begins_where_the_post_there_reads_from(shop, tereza):
    at_home = shop.customers.change(tereza.id, language="he")
    place = Place(left=10, top=5, wide=40, high=20)
    pdf, _ = drawn(shop, at_home, text("{address}", place))
    assert ink(pdf)[0] == pytest.approx(10, abs=0.5)
    assert words_by_pdfium(pdf) == ["Tereza", "Dvořáková", "Masarykova", "12", "602", "00", "Brno"]


def test_the_largest_size_that_fits_is_taken_and_the_smallest_kept_or_told(shop):
    short, long = shop.customer("Eva", "Malá"), shop.customer("Maximiliána Bohumila", "Nepomucká")
    place = Place(left=2, top=2, wide=20, high=6)
    _, said = drawn(shop, short, text("{name}", place, smallest=8, largest=14))
    assert said == ()
    _, said = drawn(shop, long, text("{name}", place, smallest=8, largest=14))
    assert [type(one) for one in said] == [WrittenSmall]
    assert said[0].name == "Maximiliána Bohumila Nepomucká"
    tiny = Place(left=2, top=2, wide=3, high=1)
    pdf, said = drawn(shop, long, text("{name}", tiny))
    assert said == (TextLeftOut(name=long.name, text=long.name),)
    assert words_by_pdfium(pdf) == []


def test_nothing_is_abbreviated(shop):
    one = shop.customer("Maximiliána Bohumila Anežka", "Nepomucká-Schwarzenbergová")
    pdf, _ = drawn(shop, one, text("{name}", Place(left=2, top=2, wide=24, high=14)))
    assert "".join(words_by_pypdf(pdf)) == "MaximiliánaBohumilaAnežkaNepomucká-Schwarzenbergová"


def test_a_box_with_nothing_to_say_gives_its_place_to_the_text_under_it(shop):
    one = shop.customer("Eva", "Malá", city="Brno")
    upper = text("{company}", Place(left=5, top=4, wide=40, high=6), stands="top")
    lower = text("{city}", Place(left=5, top=10.5, wide=40, high=6), stands="top")
    apart = text("{name}", Place(left=5, top=25, wide=40, high=6), stands="top")
    pdf, _ = drawn(shop, one, upper, lower, apart)
    alone, _ = drawn(shop, one, replace(lower, place=replace(lower.place, top=4.0)), apart)
    assert ink(pdf) == ink(alone)
    owner = shop.customer("Eva", "Malá", company="Květiny", city="Brno")
    kept, _ = drawn(shop, owner, upper, lower, apart)
    assert words_by_pdfium(kept)[0] == "Květiny"


@pytest.mark.parametrize("code", ["{card_number}", "https://uhradu.cz/{card_number}"])
def test_codes_are_read_back(shop, tereza, code):
    left = CodeBox(place=Place(left=2, top=5, wide=26, high=26), text=code)
    right = CodeBox(
        place=Place(left=29, top=5, wide=40, high=12), text="{card_number}", sort=Sort.BARS
    )
    pdf, said = drawn(shop, tereza, left, right)
    assert said == ()
    found = texts(pdf)
    assert found["QR"] == [code.replace("{card_number}", "4207")]
    assert found["Code128"] == ["4207"]


def test_a_code_lies_in_the_middle_of_its_box_for_everybody(shop, rachel):
    place = Place(left=40, top=6, wide=26, high=20)
    pdf, _ = drawn(shop, rachel, CodeBox(place=place))
    left, top, right, bottom = ink(pdf, dots=20)
    assert (left + right) / 2 == pytest.approx(53, abs=0.1)
    assert (top + bottom) / 2 == pytest.approx(16, abs=0.1)


def test_a_code_that_no_scanner_would_read_is_left_out_and_told(shop, tereza):
    small = Place(left=2, top=2, wide=6, high=6)
    for sort in Sort:
        pdf, said = drawn(shop, tereza, CodeBox(place=small, sort=sort))
        assert said == (CodeTooSmall(name=tereza.name, text="4207"),)
        assert ink(pdf) is None
    nameless = CodeBox(place=WHOLE, text="{name}", sort=Sort.BARS)
    assert drawn(shop, tereza, nameless)[1] == (
        UnwritableCode(name=tereza.name, text="Tereza Dvořáková"),
    )
    without = shop.customer("Eva", "Malá")
    assert drawn(shop, without, CodeBox(place=WHOLE))[1] == (NoCode(name="Eva Malá"),)


def test_what_is_written_by_hand_stands_in_its_box_and_can_be_found(shop, tereza):
    place = Place(left=5, top=4, wide=60, high=26)
    box = text("{greeting}\nvšechno nejlepší!", place, weight=Weight.HAND, largest=18, smallest=9)
    pdf, said = drawn(shop, tereza, box)
    assert said == ()
    left, top, right, bottom = ink(pdf)
    assert left >= 4
    assert top >= 3
    assert right <= 66
    assert bottom <= 31
    assert words_by_pdfium(pdf) == ["Milá", "paní", "Dvořáková,", "všechno", "nejlepší!"]


def picture_of(folder, size=(40, 20), colour=(0, 0, 200)):
    path = folder / "logo.png"
    Image.new("RGB", size, colour).save(path)
    return path


def test_a_picture_lies_in_its_box_and_is_never_out_of_shape(shop, tereza, tmp_path):
    name = keep_picture(shop.keepsakes, picture_of(tmp_path))
    place = Place(left=10, top=5, wide=20, high=20)
    pdf, said = drawn(shop, tereza, PictureBox(place=place, picture=name))
    assert said == ()
    assert ink(pdf, dots=20) == pytest.approx((10, 10, 30, 20), abs=0.1)
    pdf, _ = drawn(shop, tereza, PictureBox(place=place, picture=name, fit=Fit.FILLED))
    assert ink(pdf, dots=20) == pytest.approx((10, 5, 30, 25), abs=0.1)


def test_a_picture_is_in_every_backup_and_in_the_file_once(shop, tereza, rachel, tmp_path):
    name = keep_picture(shop.keepsakes, picture_of(tmp_path))
    assert shop.keepsakes.title(name) == "logo.png"
    lost = PictureBox(place=WHOLE, picture="gone")
    assert drawn(shop, tereza, lost)[1] == (PictureGone(name=tereza.name),)


def test_a_label_that_says_nothing_is_told(shop):
    one = shop.customer("Eva", "Malá")
    assert drawn(shop, one, text("{company}"))[1] == (NothingToWrite(name="Eva Malá"),)


def test_every_field_is_known_of_somebody(shop, tereza):
    shop.settings.change(owner="Jana Malá")
    shop.till.programmes.change(
        Programme(rewards=(Reward(name="Koláč", points=50),), tiers=(Tier(name="Host", at=0),))
    )
    one = shop.customers.change(
        tereza.id,
        company="Květiny",
        phones=("+420603118274",),
        emails=("tereza@seznam.cz",),
        member_since="2021-03-01",
    )
    (known,) = People(shop, FIELDS).merged([one])
    assert {name for name in FIELDS if not known.values.get(name)} == set()
    assert known.values["birthday"] == "26. listopadu"
    assert known.values["points_missing"] == "50"
    assert known.values["number"] == "1"
    assert known.values["greeting"] == "Milá paní Dvořáková,"


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_and_numbers_are_in_the_customers_language(shop, language):
    one = shop.customer("Eva", "Malá", language=language, birthday="--11-26")
    (known,) = People(shop, {"birthday", "today"}).merged([one])
    words = words_in(language)
    assert known.values["today"] == words.date(shop.today())
    assert known.language == language
    pdf, said = drawn(shop, one, text("{birthday}\n{today}"))
    assert said == ()
    written = f"{known.values['birthday']} {known.values['today']}".split()
    assert sorted(words_by_pdfium(pdf)) == sorted(written)


def test_of_nobody_every_field_says_what_it_is(shop):
    facts = nobody(words_in("en"), shop.settings.read())
    assert facts.values["name"] == "‹Name›"
    assert set(facts.values) == set(FIELDS)


@pytest.mark.parametrize("sheet", ["L7160", "L7651", "L7163", "5160", "99012", "99010", "C32011"])
@pytest.mark.parametrize("start", [name for name in starts() if name != "empty"])
def test_every_start_suits_every_label(shop, tereza, rachel, sheet, start):
    kind = stock(sheet)
    design = begun(start, kind, words_in("cs"), shop.settings.read())
    assert design.size == kind.label
    for one in (tereza, rachel):
        pdf, said = preview(designed(shop, design, [one])[0])
        amiss = {type(caution) for caution in said}
        assert not amiss & {TextLeftOut, PictureGone, NoCode}
        assert all(fonts(pdf).values())
    for box in design.boxes:
        assert box.place.left >= -0.01
        assert box.place.right <= kind.label[0] + 0.01
        assert box.place.top >= -0.01
        assert box.place.foot <= kind.label[1] + 0.01


def test_for_a_shop_that_reads_from_the_right_a_start_is_laid_out_so(shop):
    here = begun("loyalty", stock("L7160"), words_in("he"), shop.settings.read())
    there = begun("loyalty", stock("L7160"), words_in("cs"), shop.settings.read())
    codes = [next(b for b in one.boxes if isinstance(b, CodeBox)) for one in (here, there)]
    assert codes[0].place.left < codes[1].place.left
    assert "number" not in asked(here.texts)


def test_the_same_label_is_the_same_file(shop, tereza):
    one = label(
        shop, tereza, text("{name}"), CodeBox(place=Place(left=40, top=4, wide=26, high=26))
    )
    assert preview(one)[0] == preview(one)[0]
    assert BytesIO(preview(one)[0]).read(5) == b"%PDF-"


def test_a_code_over_a_coloured_ground_has_its_white_around_it(shop, tereza):
    ground = ShapeBox(place=Place(left=0, top=0, wide=70, high=36), colour=Tint.INK)
    pdf, _ = drawn(shop, tereza, ground, CodeBox(place=Place(left=20, top=3, wide=30, high=30)))
    assert texts(pdf) == {"QR": ["4207"]}


@pytest.mark.parametrize("sheet", ["L7160", "L7651", "L7163", "5160", "99012", "99010", "C32011"])
def test_the_sticker_of_a_card_is_read_from_every_sheet(shop, tereza, rachel, sheet):
    kind = stock(sheet)
    design = begun("loyalty", kind, words_in("cs"), shop.settings.read())
    for one in (tereza, rachel):
        pdf, _ = preview(designed(shop, design, [one])[0])
        assert texts(pdf) == {"QR": [one.card_number]}


SAID = {
    "en": ("Emma", "Whitfield", "Baker Street 5", "London"),
    "cs": ("Žofie", "Přikrylová", "Údolní 12", "Brno"),
    "sk": ("Ľubica", "Ďuricová", "Mäsiarska 4", "Košice"),
    "da": ("Søren", "Ørsted-Bjørn", "Ålegade 3", "Århus"),
    "kk": ("Әйгерім", "Қуанышбекқызы", "Абай даңғылы 7", "Өскемен"),
    "he": ("רחל", "לוי", "הרצל 5", "חיפה"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_addresses_read_back_in_every_language(shop, language):
    first, last, street, city = SAID[language]
    one = shop.customer(first, last, language=language, street=street, city=city, country="CZ")
    whole, half = Place(left=2, top=2, wide=66, high=16), Place(left=2, top=19, wide=66, high=15)
    pdf, said = drawn(
        shop, one, text("{address}", whole), text("{first_name}", half, weight=Weight.BOLD)
    )
    assert said == ()
    written = f"{first} {last} {street} {city} {first}".split()
    for read in (words_by_pdfium, words_by_pypdf):
        assert sorted(read(pdf)) == sorted(written)


def test_designed_labels_stand_on_their_sheet_to_a_tenth_of_a_millimetre(shop, tereza):
    kind = stock("L7160")
    mark = ShapeBox(place=Place(left=4, top=3, wide=10, high=5), colour=Tint.ACCENT)
    cells = designed(shop, Design(size=kind.label, boxes=(mark,)), [tereza] * kind.labels)
    file = BytesIO()
    draw_cells(cells, kind, (), file)
    wanted = []
    for number in range(1, kind.labels + 1):
        left, top = kind.place(number)
        wanted.append((left + 4, top + 3, left + 14, top + 8))
    found = shapes(file.getvalue(), colour=(176, 69, 42))
    assert len(found) == kind.labels
    for there, place in zip(sorted(found), sorted(wanted), strict=True):
        assert there == pytest.approx(place, abs=0.1)


def test_on_a_sheet_with_larger_labels_the_design_is_larger(shop, tereza):
    mark = ShapeBox(place=Place(left=0, top=0, wide=30, high=20), colour=Tint.ACCENT)
    (cell,) = designed(shop, Design(size=(30.0, 20.0), boxes=(mark,)), [tereza])
    kind = stock("L7163")
    file = BytesIO()
    draw_cells([cell], kind, (), file)
    (found,) = shapes(file.getvalue(), colour=(176, 69, 42))
    left, top = kind.place(1)
    wide = 30 * kind.label[1] / 20
    start = left + (kind.label[0] - wide) / 2
    assert found == pytest.approx((start, top, start + wide, top + kind.label[1]), abs=0.1)


@pytest.mark.parametrize("start", starts())
def test_a_start_lies_on_the_labels_of_every_sheet_that_is_known(shop, start):
    settings, words = shop.settings.read(), words_in("cs")
    for kind in stocks():
        design = begun(start, kind, words, settings)
        for box in design.boxes:
            assert box.place.left >= -0.01, kind.name
            assert box.place.top >= -0.01, kind.name
            assert box.place.right <= kind.label[0] + 0.01, kind.name
            assert box.place.foot <= kind.label[1] + 0.3, kind.name
