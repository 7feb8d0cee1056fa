"""The keyboard of the screen: every letter of six languages, capitals, digits, and from right to left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from resources.words import LANGUAGES
from tests.shop import ScenarioShop
from tests.ui.counter.conftest import Finger
from tests.ui.counter.test_ten_customers import answers_of
from ui.counter import layouts
from ui.counter.mode import CounterMode
from ui.counter.writing_sheet import Sheet

ALPHABETS = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "cs": "aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzž",
    "sk": "aáäbcčdďeéfghiíjklĺľmnňoóôpqrŕsštťuúvwxyýzž",
    "da": "abcdefghijklmnopqrstuvwxyzæøå",
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "he": "אבגדהוזחטיכלמנסעפצקרשתךםןףץ",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_has_a_key_and_none_has_two(language: str) -> None:
    keys = "".join(layouts.letters(language))
    assert sorted(keys) == sorted(ALPHABETS[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_typed_comes_into_the_book_letter_by_letter(
    bakery: ScenarioShop, finger: Finger, language: str
) -> None:
    finger.on_screen()
    finger.on(f"language.{language}")
    finger.on("face.5")
    finger.on("skip")
    finger.types(ALPHABETS[language])
    finger.on("done")
    typed = answers_of(bakery)[0].comment
    assert typed.lower() == ALPHABETS[language]
    assert typed[0] == layouts.capital(ALPHABETS[language][0])


def at_the_sheet(mode: CounterMode, finger: Finger, language: str = "en") -> Sheet:
    finger.on_screen()
    finger.on(f"language.{language}")
    finger.on("face.5")
    finger.on("skip")
    sheet = mode.window.findChild(Sheet)
    assert sheet is not None
    return sheet


def test_sentences_begin_with_a_capital_by_themselves(mode: CounterMode, finger: Finger) -> None:
    sheet = at_the_sheet(mode, finger)
    finger.types("good bread. cheap too")
    assert sheet.toPlainText() == "Good bread. Cheap too"


def test_shift_holds_for_one_letter(mode: CounterMode, finger: Finger) -> None:
    sheet = at_the_sheet(mode, finger)
    finger.types("a")
    finger.on("key.shift")
    finger.types("bc")
    assert sheet.toPlainText() == "ABc"


def test_digits_and_signs_have_a_page_of_their_own(mode: CounterMode, finger: Finger) -> None:
    sheet = at_the_sheet(mode, finger)
    finger.types("at ")
    finger.on("key.turn")
    finger.types("10:30!")
    finger.on("key.turn")
    finger.types("a")
    assert sheet.toPlainText() == "At 10:30!a"


def test_erase_takes_back_one_letter(mode: CounterMode, finger: Finger) -> None:
    sheet = at_the_sheet(mode, finger)
    finger.types("brett")
    finger.on("key.back")
    finger.on("key.back")
    assert sheet.toPlainText() == "Bre"


def test_a_real_keyboard_writes_on_the_same_sheet(mode: CounterMode, finger: Finger) -> None:
    sheet = at_the_sheet(mode, finger)
    QTest.keyClicks(QApplication.focusWidget(), "Rye bread")
    finger.types("s")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert sheet.toPlainText() == "Rye bread"


def test_hebrew_runs_from_the_right_and_its_keys_lie_as_on_a_keyboard(
    mode: CounterMode, finger: Finger
) -> None:
    sheet = at_the_sheet(mode, finger, "he")
    assert sheet.layoutDirection() == Qt.LayoutDirection.RightToLeft
    first, last = finger.find("key.ק"), finger.find("key.פ")
    assert first.x() < last.x()
    assert not finger.sees("key.shift")


def test_a_comment_ends_somewhere(mode: CounterMode, finger: Finger) -> None:
    sheet = at_the_sheet(mode, finger)
    sheet.insertPlainText("x" * 2000)
    finger.types("y")
    assert len(sheet.toPlainText()) == 1000


def test_there_is_nothing_to_undo(mode: CounterMode, finger: Finger) -> None:
    sheet = at_the_sheet(mode, finger)
    finger.types("secret")
    sheet.undo()
    assert sheet.toPlainText() == "Secret"
    assert not sheet.document().isUndoAvailable()
