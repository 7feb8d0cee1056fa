"""What did we write last time? It is there to be read."""

import pytest
from PySide6.QtCore import Qt

from app.thanks import prints
from tests.shop import SUNDAY
from tests.ui.cards.pretence import PretendPrinter

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def written(bakery):
    """Tereza was written to in October and in November."""
    (one,) = bakery.customers.several([1])
    texts = []
    for letter, days in (("thank_you", 0), ("come_again", 20)):
        bakery.time.passes(days=days)
        letters = bakery.letters.compose([one], letter, bakery.today())
        bakery.letters.keep([(letters[0], _made())])
        texts.append(letters[0].text)
    bakery.time.passes(days=-20)
    return texts


def _made():
    from app.thanks.written import Made

    return Made()


def test_who_was_never_written_to_has_no_last_card(pretend):
    assert (pretend.page.last_line, pretend.page.before) == ("", ())


def test_the_last_card_is_told_with_its_day_and_its_words(pretend, written):
    pretend.presenter.refresh()
    assert pretend.page.last_line == "Last card: Come again, 12 Dec 2026"
    assert [one.text for one in pretend.page.before] == written[::-1]
    assert pretend.page.before[1].head == "Thank you, 22 November 2026"
    pretend.presenter.step(1)
    assert pretend.page.last_line == ""


def test_a_card_whose_words_were_not_kept_is_told_all_the_same(pretend, bakery):
    prints.record(bakery.book, "birthday", [(1, SUNDAY)])
    pretend.presenter.refresh()
    assert pretend.page.before[0].text == "What it said was not kept."


def test_a_card_that_did_not_come_out_was_not_written(pretend):
    pretend.printer = PretendPrinter()
    pretend.presenter.print_out()
    assert pretend.page.last_line.startswith("Last card: Birthday")
    pretend.presenter.did_not_come([1], again=False)
    assert pretend.page.last_line == ""


@pytest.mark.parametrize("language", ["en", "he"])
def test_the_words_are_opened_read_and_shut_by_keys(qtbot, bakery, written, open_studio, language):
    studio = open_studio(language)
    screen = studio.screen
    line, last = screen.preview.last_line, screen.last_time
    assert line.isVisible()
    assert not last.isVisible()
    line.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(line, Qt.Key.Key_Space)
    qtbot.waitUntil(last.isVisible)
    assert last.lines.hasFocus()
    assert last.lines.toPlainText() == written[1]
    qtbot.keyClick(last.lines, Qt.Key.Key_Tab)
    assert last.older.hasFocus(), studio.window.focusWidget().accessibleName()
    qtbot.keyClick(last.older, Qt.Key.Key_Space)
    assert last.lines.toPlainText() == written[0]
    qtbot.keyClick(last.newer, Qt.Key.Key_Escape)
    assert not last.isVisible()
    assert line.hasFocus()


def test_it_stays_open_from_card_to_card_where_there_is_something_to_read(qtbot, studio, bakery):
    people = bakery.customers.several([1, 3])
    letters = bakery.letters.compose(people, "thank_you", SUNDAY)
    bakery.letters.keep([(letter, _made()) for letter in letters])
    screen = studio.screen
    qtbot.waitUntil(screen.preview.last_line.isVisible)
    qtbot.mouseClick(screen.preview.last_line, LEFT)
    assert screen.last_time.lines.toPlainText() == letters[0].text
    screen.presenter.step(2)
    assert screen.last_time.lines.toPlainText() == letters[1].text
    screen.presenter.step(-1)
    assert not screen.last_time.isVisible()


def test_words_of_another_script_are_read_from_their_own_side(qtbot, studio, bakery):
    bakery.customers.change(1, language="he")
    (letter,) = bakery.letters.compose(bakery.customers.several([1]), "thank_you", SUNDAY)
    bakery.letters.keep([(letter, _made())])
    screen = studio.screen
    qtbot.waitUntil(screen.preview.last_line.isVisible)
    qtbot.mouseClick(screen.preview.last_line, LEFT)
    lines = screen.last_time.lines
    assert lines.cursorRect().x() > lines.viewport().width() / 2
