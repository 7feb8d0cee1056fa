"""After printing: did all of it come out?"""

import pytest
from PySide6.QtCore import Qt

from resources.words import words_in
from ui.cards.came_out import CameOut
from ui.cards.missing import MOST_ROWS
from ui.cards.tick_list import ROW

LEFT = Qt.MouseButton.LeftButton
CARDS = [(7, "Tereza Horáková"), (3, "Olga Benešová"), (9, "Marek Šimek"), (5, "Eva Bartošová")]


@pytest.fixture
def asked(way, stand):
    made = CameOut(way)
    made.ask(CARDS)
    stand(made, wide=760)
    return made


@pytest.fixture
def opened(qtbot, asked):
    """The names are asked for."""
    qtbot.mouseClick(asked.strip.some_not, LEFT)
    qtbot.waitUntil(asked.missing.isVisible)
    return asked


def press(qtbot, asked, row, keys=Qt.KeyboardModifier.NoModifier) -> None:
    names = asked.missing.names
    place = names.visualRect(names.model().index(row, 0)).center()
    qtbot.mouseClick(names.viewport(), LEFT, keys, pos=place)


def ticks(asked) -> list[bool]:
    model = asked.missing.names.model()
    role = Qt.ItemDataRole.CheckStateRole
    rows = range(model.rowCount())
    return [model.index(row, 0).data(role) == Qt.CheckState.Checked for row in rows]


def test_one_press_says_that_all_came_out(qtbot, asked):
    with qtbot.waitSignal(asked.all_came) as told:
        qtbot.mouseClick(asked.strip.all_came, LEFT)
    assert told.args == [[7, 3, 9, 5]]


def test_those_that_did_not_are_ticked_and_printed_again(qtbot, opened):
    press(qtbot, opened, 2)
    press(qtbot, opened, 0)
    assert ticks(opened) == [True, False, True, False]
    with qtbot.waitSignal(opened.print_again) as told:
        qtbot.mouseClick(opened.missing.again, LEFT)
    assert told.args == [[7, 9]]


def test_those_that_did_not_may_wait(qtbot, opened):
    press(qtbot, opened, 1)
    with qtbot.waitSignal(opened.put_back) as told:
        qtbot.mouseClick(opened.missing.back, LEFT)
    assert told.args == [[3]]


def test_a_press_on_a_tick_takes_it_away(qtbot, opened):
    press(qtbot, opened, 1)
    press(qtbot, opened, 1)
    assert not any(ticks(opened))


def test_nothing_can_be_done_before_a_card_is_ticked(qtbot, opened):
    missing = opened.missing
    assert [b.isEnabled() for b in (missing.again, missing.back)] == [False, False]
    assert missing.again.toolTip()
    press(qtbot, opened, 0)
    assert [b.isEnabled() for b in (missing.again, missing.back)] == [True, True]


def test_the_whole_of_it_goes_by_keys(qtbot, opened):
    names = opened.missing.names
    assert names.hasFocus()
    qtbot.keyClick(names, Qt.Key.Key_Space)
    mirrored = names.layoutDirection() == Qt.LayoutDirection.RightToLeft
    qtbot.keyClick(names, Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right)
    qtbot.keyClick(names, Qt.Key.Key_Space)
    assert names.ids == [7, 3]
    qtbot.keyClick(names, Qt.Key.Key_Escape)
    assert not opened.missing.isVisible()
    assert opened.strip.some_not.hasFocus()


def test_shift_ticks_all_from_the_last_one(qtbot, opened):
    press(qtbot, opened, 1)
    press(qtbot, opened, 3, Qt.KeyboardModifier.ShiftModifier)
    assert opened.missing.names.ids == [3, 9, 5]


def test_all_can_be_ticked_and_cleared_at_once(qtbot, opened):
    qtbot.mouseClick(opened.missing.all, LEFT)
    assert opened.missing.names.ids == [7, 3, 9, 5]
    qtbot.mouseClick(opened.missing.all, LEFT)
    assert opened.missing.names.ids == []


def test_hundreds_of_names_scroll_and_make_the_question_no_higher(qtbot, opened):
    opened.ask([(n, f"Customer {n}") for n in range(400)])
    qtbot.mouseClick(opened.strip.some_not, LEFT)
    names = opened.missing.names
    assert names.height() == MOST_ROWS * ROW
    qtbot.waitUntil(lambda: names.verticalScrollBar().maximum() > 0)


def test_names_stand_in_columns_in_reading_order(qtbot, opened):
    names = opened.missing.names
    first, second = (names.visualRect(names.model().index(row, 0)) for row in (0, 1))
    assert first.top() == second.top()
    mirrored = names.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert (first.left() > second.left()) == mirrored


def test_another_printing_asks_anew(qtbot, opened):
    press(qtbot, opened, 0)
    opened.ask(CARDS[:2])
    assert not opened.missing.isVisible()
    qtbot.mouseClick(opened.strip.some_not, LEFT)
    assert ticks(opened) == [False, False]


def test_a_narrow_strip_has_its_answers_below_the_question(qtbot, asked):
    wide = asked.strip.height()
    asked.window().resize(330, 400)
    qtbot.waitUntil(lambda: asked.strip.height() > wide)
    assert asked.strip.all_came.y() > 40
    assert asked.strip.some_not.geometry().right() < asked.strip.width()


def test_a_single_card_is_asked_for_as_one(qtbot, light, stand):
    asked = CameOut(words_in("en"))
    asked.ask(CARDS[:1])
    stand(asked, wide=760)
    assert asked.strip.accessibleName() == "1 card printed. Did it come out?"
    qtbot.mouseClick(asked.strip.some_not, LEFT)
    assert asked.missing.names.ids == [7]


def test_many_are_asked_for_in_words(light, stand):
    asked = CameOut(words_in("en"))
    asked.ask([(n, str(n)) for n in range(12)])
    assert asked.strip.accessibleName() == "12 cards printed. Did all of them come out?"
