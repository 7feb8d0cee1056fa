"""The very card that came out lies in the shop's folder and can be cut out of its sheet again."""

import io
from datetime import date

import pypdf
import pypdfium2
import pytest

from app.thanks.filed import Filed
from reports.archive import FOLDER, card_again, card_from, file_away
from reports.cards import CardFacts, draw_cards
from reports.mail import card_again as facts_again
from reports.mail import card_fact, made_of
from reports.owned import owned
from reports.papers import paper
from tests.reports.hand.metrics import paths
from tests.reports.reading import words_by_pdfium, words_by_pypdf
from tests.reports.test_files import NO_LIMITS, room_for
from tests.shop import SUNDAY

DAY = date(2026, 11, 22)
NAMES = ("Anna", "Bořek", "Cyril", "Dana", "Eva")


@pytest.fixture
def sheets():
    """Five cards, four on a page, and where they lie."""
    cards = [
        CardFacts(name_for_warnings=name, text=f"Dear {name},", language="en", seed=n)
        for n, name in enumerate(NAMES)
    ]
    file = io.BytesIO()
    places = draw_cards(cards, paper("A6x4"), file).places
    return file, places


def text_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        left, bottom, right, top = page.get_mediabox()
        return page.get_textpage().get_text_bounded(left, bottom, right, top), page.get_size()


def test_every_card_is_found_again_alone(sheets, tmp_path):
    file, places = sheets
    assert places == ((0, 0), (0, 1), (0, 2), (0, 3), (1, 0))
    kept = file_away(file, tmp_path, places, DAY)
    for name, one in zip(NAMES, kept, strict=True):
        said, size = text_of(card_from(tmp_path, one, "A6x4"))
        assert said.split() == ["Dear", f"{name},"]
        assert size == pytest.approx((148 / 25.4 * 72, 105 / 25.4 * 72), abs=0.1)


def test_a_card_is_the_same_to_the_byte_whenever_it_is_asked_for(sheets, tmp_path):
    file, places = sheets
    for one in file_away(file, tmp_path, places, DAY):
        first = card_from(tmp_path, one, "A6x4", "en")
        assert first == card_from(tmp_path, one, "A6x4", "en")
        assert pypdf.PdfReader(io.BytesIO(first)).trailer["/Root"]["/Lang"] == "en"
        assert b"PrintScaling" in first


def test_nothing_of_the_neighbours_goes_along(sheets, tmp_path):
    file, places = sheets
    for name, one in zip(NAMES, file_away(file, tmp_path, places, DAY), strict=True):
        card = card_from(tmp_path, one, "A6x4")
        assert words_by_pypdf(card) == words_by_pdfium(card) == ["Dear", f"{name},"]
        assert len(paths(card)) == len(f"Dear{name},")


def test_it_looks_as_it_did_on_its_sheet(sheets, tmp_path):
    file, places = sheets
    (kept, *_) = file_away(file, tmp_path, places, DAY)
    with pypdfium2.PdfDocument(file.getvalue()) as whole:
        sheet = whole[0].render(scale=2).to_pil().convert("L")
    with pypdfium2.PdfDocument(card_from(tmp_path, kept, "A6x4")) as cut:
        card = cut[0].render(scale=2).to_pil().convert("L")
    left, top = (round(side / 25.4 * 144) for side in paper("A6x4").places[0])
    there = sheet.crop((left, top, left + card.width, top + card.height))
    assert abs(ink_of(there) - ink_of(card)) < 0.01 * ink_of(card)


def ink_of(picture):
    return sum(255 - shade for shade in picture.tobytes())


def test_where_the_sheet_is_gone_or_damaged_the_card_is_written_again(shop):
    one = shop.customer("Tereza", "Horáková", form_of_address="f")
    (letter,) = shop.letters.compose([one], "thank_you", SUNDAY)
    file = io.BytesIO()
    drawn = draw_cards([card_fact(letter)], paper("A6"), file)
    (kept,) = file_away(file, shop.folder, drawn.places, DAY)
    shop.letters.keep([(letter, made_of(card_fact(letter), "A6"))], [kept])
    (written,) = shop.letters.all_to(one.id)
    whole = card_again(shop, written, kept, one.name)
    for damage in (lambda path: path.write_bytes(b"%PDF-1.6 cut"), lambda path: path.unlink()):
        damage(shop.folder / kept.file)
        again = card_again(shop, written, kept, one.name)
        assert again == file.getvalue()
        assert words_by_pypdf(again) == words_by_pypdf(whole) == letter.text.split()


def test_the_same_sheets_are_kept_once(sheets, tmp_path):
    file, places = sheets
    assert file_away(file, tmp_path, places, DAY) == file_away(file, tmp_path, places, DAY)
    assert len(list((tmp_path / "printed").iterdir())) == 1


def test_what_the_disk_does_not_take_is_no_refusal(sheets, tmp_path):
    file, places = sheets
    (tmp_path / "printed").write_text("in the way")
    assert file_away(file, tmp_path, places, DAY) == []


def test_a_card_whose_file_is_gone_is_not_there(tmp_path):
    gone = Filed(file="printed/gone.pdf", page=0, place=0)
    assert card_from(tmp_path, gone, "A6") is None


def test_from_what_the_book_keeps_the_card_is_written_again_to_the_point(shop):
    one = shop.customer("Tereza", "Horáková", form_of_address="f")
    (letter,) = shop.letters.compose([one], "thank_you", SUNDAY)
    card = card_fact(letter)
    shop.letters.keep([(letter, made_of(card, "A6"))])
    (written,) = shop.letters.all_to(one.id)
    first, again = io.BytesIO(), io.BytesIO()
    draw_cards([card], paper("A6"), first)
    draw_cards([facts_again(written, one.name, owned(shop))], paper("A6"), again)
    assert first.getvalue() == again.getvalue()


def test_next_years_card_is_written_otherwise(shop):
    one = shop.customer("Tereza", "Horáková", birthday="1986-11-26", form_of_address="f")
    seeds = [
        card_fact(shop.letters.compose([one], "birthday", SUNDAY.replace(year=year))[0]).seed
        for year in (2026, 2027)
    ]
    assert seeds[0] != seeds[1]


@NO_LIMITS
def test_a_copy_for_which_the_disk_has_no_room_is_not_there_at_all(sheets, tmp_path):
    file, places = sheets
    with room_for(len(file.getvalue()) // 2):
        assert file_away(file, tmp_path, places, DAY) == []
    assert list(tmp_path.rglob("*")) == [tmp_path / FOLDER]
    (first, *_) = file_away(file, tmp_path, places, DAY)
    assert (tmp_path / first.file).read_bytes() == file.getvalue()
    assert [one.name for one in (tmp_path / FOLDER).iterdir()] == [first.file.split("/")[1]]
