"""A word wider than the card is parted where it hurts least, is never cut, and is read as one word."""

import io
import shutil
import subprocess

import pytest

from reports.cards import CardFacts, draw_cards
from reports.hand.style import HANDS, Style
from reports.papers import PAPERS, paper
from reports.text import paragraph, pieces
from tests.reports import reading
from tests.reports.hand.metrics import graphemes, paths

LINK = "https://www.mlyn.example/objednavky/vanocni-cukrovi?rok=2026&misto=Brno_Zabrdovice#termin"
MAIL = "objednavky.vanocniho.cukrovi.pekarny.u.mlyna@posta.pekarna-u-mlyna.example.com"
COMPOUND = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesentwurfsfassung"
WORDS = (LINK, MAIL, COMPOUND)
LATIN = [hand for hand in HANDS.values() if not hand.right_to_left]


def drawn(text, language="cs", on="A6", hand=None):
    card = CardFacts(
        name_for_warnings="Jana", text=text, language=language, seed=1, style=Style(hand=hand)
    )
    file = io.BytesIO()
    cautions = draw_cards([card], paper(on), file).cautions
    return file.getvalue(), cautions


def words_by_poppler(pdf):
    read = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return read.stdout.decode().split()


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("hand", LATIN, ids=lambda hand: hand.name)
def test_it_is_whole_on_the_card_and_in_the_text(word, hand):
    text = f"Milá Jano,\n\nprosím {word} děkuji.\n\nJana"
    pdf, cautions = drawn(text, hand=hand)
    assert cautions == ()
    assert reading.words_by_pypdf(pdf) == reading.words_by_pdfium(pdf) == text.split()
    assert len(paths(pdf)) == len(graphemes(text))
    assert reading.ink(pdf)[2] < 148 - 9


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("word", WORDS)
def test_poppler_reads_it_too(word):
    text = f"Milá Jano,\n\nprosím {word} děkuji.\n\nJana"
    assert words_by_poppler(drawn(text)[0]) == text.split()


@pytest.mark.parametrize("word", [LINK, MAIL, "שלום" * 24])
def test_on_a_hebrew_card_it_is_read_whole(word):
    text = f"נועה שלום,\n\nכאן {word} ותודה.\n\nדוד"
    assert reading.words_by_pypdf(drawn(text, "he")[0]) == text.split()


@pytest.mark.parametrize("on", PAPERS)
def test_it_goes_on_every_paper(on):
    pdf, _ = drawn(f"prosím {LINK}", on=on)
    assert reading.words_by_pypdf(pdf) == ["prosím", LINK]


def parts(word, width):
    (whole,) = paragraph(word, ("Caveat-Regular",), right_to_left=False).words
    found = list(pieces(whole, width))
    assert [one.goes_on for one in found] == [True] * (len(found) - 1) + [False]
    assert [one.said for one in found] == [word] + [""] * (len(found) - 1)
    return ["".join(run.text for run in one.runs) for one in found]


def test_it_is_parted_behind_a_sign():
    assert parts(LINK, 18) == [
        "https://www.mlyn.example/objednavky/vanocni-",
        "cukrovi?rok=2026&misto=Brno_Zabrdovice#termin",
    ]
    assert parts("https://abcdefgh", 4) == ["https://", "abcdefgh"]


def test_where_there_is_none_letters_are_parted_and_stay_with_their_marks():
    word = "Horá" * 30 + "q\u0301" * 40
    found = parts(word, 12)
    assert "".join(found) == word
    assert not any(piece.startswith("\u0301") for piece in found)
    assert max(map(len, found[:-2])) - min(map(len, found[:-2])) < 12


def test_written_smaller_still_it_has_no_gap_inside():
    """Where much else makes the writing small, two pieces would go into one line."""
    pdf, _ = drawn("slovo " * 180 + LINK)
    assert reading.words_by_pypdf(pdf) == ["slovo"] * 180 + [LINK]
