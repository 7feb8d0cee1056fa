"""Every design on every paper: codes that scanners read, quiet zones that stay quiet, words that come back."""

import io
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageDraw

from app.loyalty.codes import grouped
from reports.cells import draw_cells
from reports.coupon_cells import CouponCell
from reports.coupon_sheet import draw_promises, preview_promise
from reports.design import UnknownDesign, design, designs
from reports.dress import Dress, Wearing, logo_of, opened
from reports.palette import palette
from reports.promise import Promise
from reports.stock import stock
from reports.vouchers import COUPON_PAPERS, GIFT_PAPERS
from tests.reports import reading, scanning

CODE = "K7MPX4TQ2A"
DESIGNS = tuple(designs())
PAPERS = {**COUPON_PAPERS, **GIFT_PAPERS}
ADDRESS = "www.millbakery.eu · Mill Street 4"
SAID = {
    "en": Promise(
        shop="The Mill Bakery",
        offer="10% off",
        conditions=("When you spend €20 or more",),
        validity="Valid until 31 August 2026",
        line="Dear Jana, thank you for coming to us.",
        code=CODE,
        language="en",
        seed=7,
    ),
    "cs": Promise(
        shop="Pekárna U Mlýna",
        offer="Kupte 3, dostanete 1 zdarma: kváskový žitný chléb se slunečnicovými semínky",
        conditions=("Při nákupu za 1 250 Kč nebo více", "pondělí, úterý, středa", "14:00–17:00"),
        validity="Platí od 1. června 2026 do 31. srpna 2026",
        line="Milá paní Nováková, děkujeme, že k nám chodíte.",
        code=CODE,
        language="cs",
        seed=7,
    ),
    "he": Promise(
        shop="המאפייה של דנה",
        kind="כרטיס מתנה",
        offer="200 ₪",
        validity="בתוקף עד 31 באוגוסט 2026",
        line="נועה היקרה, תודה שאת באה אלינו.",
        code=CODE,
        language="he",
        seed=7,
    ),
}


def dressed(name, *, colour="#2E6B50", words=ADDRESS, logo=None, shop=""):
    dress = Dress(name=shop, colours=palette(colour), logo=logo, words=words)
    return Wearing(design(name), dress)


def alone(name, language="en", paper="A4x8", **dress):
    return preview_promise(SAID[language], dressed(name, **dress), PAPERS[paper])


def picture(pdf, dots, page=0):
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].render(scale=dots / 72).to_pil()


def printed(pdf, dots):
    """As a printer lays it down: each dot is black or white."""
    grey = picture(pdf, dots).convert("L")
    return grey.point(lambda tone: 255 if tone > 127 else 0)


def read(image):
    return sorted((one.format.name[:2], one.text) for one in zxingcpp.read_barcodes(image))


@pytest.mark.parametrize("dots", [300, 203])
@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", DESIGNS)
def test_both_codes_are_read_back_as_a_printer_of_that_many_dots_lays_them_down(
    name, paper, language, dots
):
    pdf = alone(name, language, paper)
    assert read(printed(pdf, dots)) == [("Co", CODE), ("QR", CODE)]


@pytest.mark.parametrize("colour", ["#FFF3A0", "#17130F", "#B0452A"])
@pytest.mark.parametrize("name", DESIGNS)
def test_codes_are_black_on_white_whatever_the_colour_of_the_shop(name, colour):
    pdf = alone(name, colour=colour)
    assert read(picture(pdf, 203)) == [("Co", CODE), ("QR", CODE)]


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("paper", ["A4x8", "A4x10", "DL", "A6"])
@pytest.mark.parametrize("name", DESIGNS)
def test_nothing_stands_in_the_quiet_zone_of_a_code(name, paper, language):
    dots = 300
    pdf = alone(name, language, paper)
    image = picture(pdf, dots).convert("L")
    for code in zxingcpp.read_barcodes(image):
        for box in quiet(code, image.size):
            assert image.crop(box).getextrema()[0] > 250, (code.format.name, box)


def quiet(code, size):
    """What has to be white around a code, less a dot for what is drawn between two dots."""
    spot = code.position
    xs = [at.x for at in (spot.top_left, spot.top_right, spot.bottom_left, spot.bottom_right)]
    ys = [at.y for at in (spot.top_left, spot.top_right, spot.bottom_left, spot.bottom_right)]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    if code.format.name.startswith("QR"):
        far = (right - left) / 21 * 4 - 3
        yield (int(left - far), int(top - far), int(right + far), int(top - 2))
        yield (int(left - far), int(bottom + 3), int(right + far), int(bottom + far))
        yield (int(left - far), int(top - far), int(left - 2), int(bottom + far))
        yield (int(right + 3), int(top - far), int(right + far), int(bottom + far))
    elif right - left > bottom - top:
        far = (right - left) / 145 * 10 - 4
        yield (int(left - far), int(top + 2), int(left - 3), int(bottom - 2))
        yield (int(right + 4), int(top + 2), int(right + far), int(bottom - 2))
    else:
        far = (bottom - top) / 145 * 10 - 4
        yield (int(left + 2), int(top - far), int(right - 2), int(top - 3))
        yield (int(left + 2), int(bottom + 4), int(right - 2), int(bottom + far))


@pytest.mark.parametrize("language", ["en", "cs"])
@pytest.mark.parametrize("name", DESIGNS)
def test_what_a_coupon_says_is_read_back(name, language):
    said = SAID[language]
    text = " ".join(reading.words_by_pdfium(alone(name, language)))
    for part in (said.shop, said.offer, said.validity, grouped(CODE), ADDRESS, *said.conditions):
        assert " ".join(part.split()) in text, part


@pytest.mark.parametrize("name", DESIGNS)
def test_a_hebrew_gift_card_is_read_back(name):
    said = reading.words_by_pypdf(alone(name, "he"))
    for word in ("המאפייה", "מתנה", "באוגוסט"):
        assert word in said


@pytest.mark.parametrize("name", DESIGNS)
def test_figures_before_the_word_of_a_code_stay_before_it_in_hebrew(name):
    promise = replace(SAID["he"], code="7890-SALE", validity="", conditions=())
    pdf = preview_promise(promise, dressed(name, shop="המאפייה", words=""), PAPERS["A4x8"])
    ((seven, *_),) = reading.letter_box(pdf, "7")
    ((first, *_),) = reading.letter_box(pdf, "S")
    assert seven < first


def test_a_sheet_of_eight_keeps_its_ornaments_once():
    several = [replace(SAID["en"], seed=n, line="Thank you.") for n in range(8)]
    sizes = {}
    for count in (1, 8):
        file = io.BytesIO()
        draw_promises(several[:count], file, wearing=dressed("certificate"))
        sizes[count] = len(file.getvalue())
    assert sizes[8] < 3 * sizes[1]


@pytest.mark.parametrize("name", DESIGNS)
def test_eight_of_a_design_on_a_sheet_are_all_read(name):
    file = io.BytesIO()
    several = [replace(SAID["cs"], seed=n) for n in range(8)]
    draw_promises(several, file, wearing=dressed(name))
    found = scanning.texts(file.getvalue())
    assert found == {"QR": [CODE] * 8, "Code128": [CODE] * 8}
    assert all(reading.fonts(file.getvalue()).values())


def test_the_logo_stands_where_the_mark_would_and_a_wide_one_speaks_for_itself():
    round_one, wide_one = (opened(logo_of(drawing(size))) for size in ((400, 400), (1500, 400)))
    for logo, is_named in ((None, True), (round_one, True), (wide_one, False)):
        pdf = alone("calm", logo=logo)
        assert ("Bakery" in reading.words_by_pdfium(pdf)) is is_named
    assert has_green(picture(alone("calm", logo=round_one, colour="#FFF3A0"), 150))


def drawing(size):
    image = Image.new("RGBA", (size[0] + 200, size[1] + 300), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((100, 200, 100 + size[0], 200 + size[1]), fill=(0, 140, 60, 255))
    return image


def has_green(image):
    counted = image.convert("RGB").getcolors(image.width * image.height)
    return any(tone == (0, 140, 60) for _, tone in counted)


def test_the_empty_edges_of_a_logo_are_cut_off():
    assert opened(logo_of(drawing((400, 200)))).form == pytest.approx(2.0, abs=0.02)


@pytest.mark.parametrize("label", ["L7160", "L7163", "L7651", "L7173", "L7165"])
def test_a_coupon_stands_on_a_label_of_any_size(label):
    sheet, file = stock(label), io.BytesIO()
    cells = [CouponCell(SAID["en"], dressed("garden"), "Jana")] * 2
    assert draw_cells(cells, sheet, [], file) == ()
    text = reading.words_by_pdfium(file.getvalue())
    assert text.count(grouped(CODE)) == 2
    has_room = min(sheet.label) > 20
    assert (("QR", CODE) in read(picture(file.getvalue(), 300))) is has_room


def test_a_design_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(UnknownDesign) as refused:
        design("rococo")
    assert refused.value.facts["known"] == DESIGNS
    assert design("").name == "calm"
    assert len(DESIGNS) >= 4


@pytest.mark.parametrize("language", ["en", "he"])
def test_on_a_ticket_the_hand_stands_in_the_middle_under_the_offer(language):
    image = picture(alone("ticket", language, paper="DL", colour="#B0452A"), 150)
    deal = image.crop((0, 0, image.width * 2 // 3, image.height))
    if language == "he":
        deal = image.crop((image.width // 3, 0, image.width, image.height))
    red, _green, blue = deal.convert("RGB").split()
    ink = ImageChops.subtract(blue, red).point(lambda tone: 255 if tone > 40 else 0).getbbox()
    assert ink is not None
    assert (ink[0] + ink[2]) / 2 == pytest.approx(deal.width / 2, abs=deal.width * 0.03)
