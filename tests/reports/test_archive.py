"""The very card that came out lies in the shop's folder and can be cut out of its sheet again."""

import io
from datetime import date

import pypdfium2
import pytest

from app.thanks.filed import Filed
from reports.archive import card_from, file_away
from reports.cards import CardFacts, draw_cards
from reports.mail import card_again, card_fact, made_of
from reports.owned import owned
from reports.papers import paper
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
    draw_cards([card_again(written, one.name, owned(shop))], paper("A6"), again)
    assert first.getvalue() == again.getvalue()


def test_next_years_card_is_written_otherwise(shop):
    one = shop.customer("Tereza", "Horáková", birthday="1986-11-26", form_of_address="f")
    seeds = [
        card_fact(shop.letters.compose([one], "birthday", SUNDAY.replace(year=year))[0]).seed
        for year in (2026, 2027)
    ]
    assert seeds[0] != seeds[1]
