"""How words are set on paper: sizes, lines, and the way that they run."""

from decimal import Decimal

import pytest

from app.money import Money
from reports.amounts import exactly, moved, said
from reports.by_hand import TYPE
from reports.hand.style import FACE_OF_DRAWINGS, HANDS, faces_for
from reports.shaping import levelled, plain, starts_right_to_left
from reports.text import Manner, broken, in_one_line_each, paragraph
from resources.words import words_in

FONTS = ("Rubik-Regular",)
MANNER = Manner(fonts=FONTS, largest=12.0, smallest=6.0, tiny=3.0, leading=1.2)


def paragraphs(*texts):
    return [paragraph(text, FONTS, right_to_left=False) for text in texts]


def widest(block):
    return max(line.width for line in block.lines) * block.size


def test_a_short_text_is_as_large_as_is_allowed():
    assert in_one_line_each(paragraphs("Jan"), (500, 500), MANNER).size == 12.0


def test_a_long_line_is_as_large_as_fits():
    text = paragraphs("Náměstí Svobody a samostatnosti")
    block = in_one_line_each(text, (150, 500), MANNER)
    assert 6.0 <= block.size < 12.0
    assert widest(block) <= 150 < widest(block) * (block.size + 0.25) / block.size


def test_lines_that_would_be_illegible_are_broken_instead():
    text = paragraphs("slovo " * 40)
    assert in_one_line_each(text, (150, 500), MANNER) is None
    block = broken(text, (150, 500), MANNER)
    assert block.size == 12.0
    assert widest(block) <= 150


def test_what_fits_at_no_size_is_not_set_at_all():
    assert broken(paragraphs("slovo " * 4000), (150, 100), MANNER) is None


def test_text_is_composed_and_loses_what_cannot_be_seen():
    assert plain("  Dvor\u030ca\u0301k\u200b \n\t Jan\ufe0f ") == "Dvořák Jan"
    assert plain("10\u202f000\xa0Kč") == "10\xa0000\xa0Kč"


def test_a_sign_that_only_tells_a_direction_is_no_word():
    one = paragraph("Jan \u200e Novák", TYPE, right_to_left=False)
    assert [run.text for word in one.words for run in word.runs] == ["Jan", "Novák"]


def test_an_accent_that_no_font_has_is_named_and_its_letter_stays():
    one = paragraph("Jan\u0489", FONTS, right_to_left=False)
    assert one.missing == ("\u0489",)
    assert "".join(run.text for word in one.words for run in word.runs) == "Jan"


def test_accents_piled_up_on_a_letter_stay_within_its_line():
    assert plain("Jan" + "\u030c\u0323" * 40) == "Jaṇ" + 2 * "\u0323" + 2 * "\u030c"
    assert plain("שָׁלוֹם ọ́") == "שָׁלוֹם ọ́"


@pytest.mark.parametrize("hand", HANDS.values(), ids=lambda hand: hand.name)
def test_an_accent_that_another_font_has_than_its_letter_is_named_and_never_a_box(hand):
    fonts = tuple(face for face in faces_for(hand) if face != FACE_OF_DRAWINGS)
    one = paragraph("Zoe\u0301 Z\u0301\u0323\u0331 bakery", fonts, right_to_left=False)
    runs = [run for word in one.words for run in word.runs]
    assert one.missing
    assert all(glyph.number for run in runs for glyph in run.glyphs)
    said = "".join(run.text for run in runs)
    assert said[:3] + said[-6:] == "Zoébakery"
    assert said[3] in "ZẒ"


def test_a_word_is_never_half_in_an_alphabet_that_the_fonts_do_not_have():
    (word,) = paragraph("Ερμής", TYPE, right_to_left=False).words
    assert "".join(run.text for run in word.runs) == "Ermis"


def test_a_vietnamese_name_keeps_its_accents():
    assert not paragraph("Nguyễn Thị", TYPE, right_to_left=False).missing


@pytest.mark.parametrize(
    ("text", "answer"), [("12 Mill", False), ("15 הרצל", True), ("+420 123", None), ("", None)]
)
def test_a_text_runs_as_its_first_letter_does(text, answer):
    assert starts_right_to_left(text) is answer


def test_numbers_in_hebrew_run_from_left_to_right():
    text, levels = levelled("הרצל 15", right_to_left=True)
    assert text == "הרצל 15"
    assert list(levels) == [1, 1, 1, 1, 1, 2, 2]


def test_fences_vanish_and_keep_a_phone_in_order():
    text, levels = levelled(plain("טל \u2066+420 7\u2069"), right_to_left=True)
    assert text == "טל +420 7"
    assert set(levels[3:]) == {2}


def test_in_hebrew_the_sign_of_an_amount_stands_left_of_its_number():
    text, levels = levelled(plain(said(Money(24800, "ILS"), words_in("he"))), right_to_left=True)
    assert text.endswith("\u20aa")
    assert (
        levels[0] > levels[-1]
    )  # from the right: the number, which reads from the left, then the sign
    assert levels[-1] % 2


@pytest.mark.parametrize(("minor", "number"), [(16000, "+160"), (-16000, "\N{MINUS SIGN}160")])
def test_in_hebrew_what_moved_a_balance_has_its_sign_left_of_the_number(minor, number):
    text, levels = levelled(plain(moved(Money(minor, "ILS"), words_in("he"))), right_to_left=True)
    assert text == f"{number}\xa0\u20aa"
    assert set(levels[:4]) == {levels[0]}  # in one piece, read from the left
    assert levels[0] % 2 == 0 != levels[-1] % 2


def test_what_is_less_than_the_smallest_coin_is_written_as_amounts_are():
    assert exactly(Decimal("0.005"), "GBP", words_in("en")) == "£0.005"
    assert exactly(Decimal("0.5"), "CZK", words_in("cs")) == "0,5\xa0Kč"
