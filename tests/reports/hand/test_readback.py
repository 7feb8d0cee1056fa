"""What is written can be searched and read aloud: three readers find the words, letter for letter."""

import shutil
import subprocess

import pytest

from tests.reports import reading
from tests.reports.hand.test_gates import pdf_of
from tests.reports.hand.texts import TEXTS

HANDS = {"en": "Kalam", "cs": "Zeyada", "sk": "Dancing Script", "da": "Caveat", "kk": "Pacifico"}


def words_by_poppler(pdf):
    read = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return read.stdout.decode().split()


@pytest.mark.parametrize("amount", [0.8, 1.6])
@pytest.mark.parametrize("language", HANDS)
def test_the_words_of_a_card_are_read_back_as_they_were_written(language, amount):
    for text in TEXTS[language]:
        for hand in (None, HANDS[language]):
            pdf = pdf_of(text, language, hand, uid=text[-9:], amount=amount)
            assert reading.words_by_pypdf(pdf) == text.split()
            assert reading.words_by_pdfium(pdf) == text.split()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("language", HANDS)
def test_poppler_reads_the_words_of_a_card_as_they_were_written(language):
    for text in TEXTS[language]:
        for hand in (None, HANDS[language]):
            for uid in ("Anna", "Bella", "Cecil"):
                assert words_by_poppler(pdf_of(text, language, hand, uid=uid)) == text.split()


def test_hebrew_is_read_back_in_the_order_in_which_it_is_read():
    for text in TEXTS["he"]:
        pdf = pdf_of(text, "he", uid=text[:9])
        assert reading.words_by_pypdf(pdf) == text.split()
        assert reading.words_by_pdfium(pdf) == text.split()
