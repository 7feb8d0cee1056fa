"""The code at the foot of a card: read by any scanner, on every paper, in every language, beside the text."""

import io

import pytest

from app.loyalty.codes import PLAIN, grouped
from reports.cards import CardFacts, draw_cards, look_over, preview_card
from reports.papers import PAPERS, paper
from reports.stationery import Stationery
from tests.reports import reading, scanning
from tests.reports.test_cards import TEXTS

CODE = PLAIN.code(7919**3)
LONG = "Dear Eleanor,\n\n" + "many happy returns of the day, and do drop in when you can. " * 7


def card(text, language="en", code=CODE):
    return CardFacts(name_for_warnings="Eleanor", text=text, language=language, seed=1, code=code)


@pytest.mark.parametrize("language", TEXTS)
def test_it_is_read_back_in_every_language(language):
    pdf = preview_card(card(TEXTS[language], language), paper("A6"))
    assert scanning.texts(pdf) == {"QR": [CODE]}
    assert grouped(CODE) in reading.words_by_pypdf(pdf)


@pytest.mark.parametrize("name", PAPERS)
def test_it_is_read_back_from_every_paper(name):
    file, on = io.BytesIO(), paper(name)
    codes = [PLAIN.code(n * 7919**3) for n in range(1, len(on.places) + 1)]
    draw_cards([card(TEXTS["en"], code=code) for code in codes], on, file)
    assert scanning.texts(file.getvalue())["QR"] == sorted(codes)


def test_the_text_keeps_away_from_it():
    pdf = preview_card(card(LONG), paper("A6"))
    assert scanning.texts(pdf) == {"QR": [CODE]}
    assert " ".join(reading.words_by_pypdf(pdf)).startswith("Dear Eleanor,")


def test_it_stands_above_a_line_for_real_ink():
    pdf = preview_card(card(TEXTS["en"]), Stationery(paper=paper("A6"), own_line=True))
    assert scanning.texts(pdf) == {"QR": [CODE]}


def test_what_is_said_of_a_card_is_said_with_the_room_it_has():
    file = io.BytesIO()
    drawn = draw_cards([card(LONG)], paper("A6"), file)
    assert look_over([card(LONG)], paper("A6")) == drawn.cautions
