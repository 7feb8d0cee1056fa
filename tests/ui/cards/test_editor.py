"""One card's text, changed by hand."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from ui.cards.editor import CardEditor
from ui.cards.marks import TextMark
from ui.shared.theme import colour

LEFT = Qt.MouseButton.LeftButton
LETTER = "Milá paní Horáková,\nvšechno nejlepší."
UNKNOWN = "There is no field {cake}."


@pytest.fixture
def editor(qtbot, stand, way):
    made = CardEditor(way)
    made.show_card("Tereza Horáková", LETTER, LETTER, right_to_left=False)
    stand(made)
    made.lines.setFocus()
    yield made
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def at_the_end(editor):
    editor.lines.moveCursor(QTextCursor.MoveOperation.End)


def place_of(editor, position) -> QPoint:
    cursor = QTextCursor(editor.lines.document())
    cursor.setPosition(position)
    return editor.lines.cursorRect(cursor).center()


def hover(qtbot, editor, place: QPoint, said: str) -> None:
    """The mouse rests at a place, and the tool tip says `said`, or nothing is said."""
    viewport = editor.lines.viewport()
    event = QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    qtbot.waitUntil(lambda: (QToolTip.text() if QToolTip.isVisible() else "") == said)


def is_underlined(editor) -> bool:
    picture = editor.lines.viewport().grab().toImage()
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return any(is_near(picture.pixelColor(x, y), colour("bad")) for x, y in points)


def is_near(one: QColor, other: QColor) -> bool:
    away = zip(one.getRgb(), other.getRgb(), strict=True)
    return all(abs(a - b) < 60 for a, b in away)


def test_every_key_is_told_at_once(qtbot, editor):
    told = []
    editor.text_changed.connect(told.append)
    at_the_end(editor)
    QTest.keyClicks(editor.lines, " J!")
    assert told == [LETTER + " ", LETTER + " J", LETTER + " J!"]


def test_showing_another_card_tells_nothing(qtbot, editor):
    with qtbot.assertNotEmitted(editor.text_changed):
        editor.show_card("Olga", "Milá Olgo", "Milá Olgo", right_to_left=False)
    assert editor.text == "Milá Olgo"


def test_spaces_that_hold_words_together_stay(editor):
    together = "k\u00a0narozeninám\ns\u00a0láskou"
    editor.show_card("Olga", together, together, right_to_left=False)
    assert editor.text == together
    at_the_end(editor)
    QTest.keyClicks(editor.lines, "!")
    assert editor.text == together + "!"


def test_the_way_back_to_the_letter_is_there_once_something_is_changed(qtbot, editor):
    assert not editor.back.isVisible()
    at_the_end(editor)
    QTest.keyClicks(editor.lines, "!")
    assert editor.back.isVisible()
    with qtbot.waitSignals([editor.text_changed, editor.went_back]):
        qtbot.mouseClick(editor.back, LEFT)
    assert editor.text == LETTER
    assert not editor.back.isVisible()
    assert editor.lines.hasFocus()


def test_even_the_way_back_can_be_undone(qtbot, editor):
    at_the_end(editor)
    QTest.keyClicks(editor.lines, "!")
    qtbot.mouseClick(editor.back, LEFT)
    qtbot.keyClick(editor.lines, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text == LETTER + "!"
    assert editor.back.isVisible()


def test_a_card_that_was_changed_before_offers_the_way_back(editor):
    editor.show_card("Olga", "Milá Olgo!", "Milá Olgo", right_to_left=False)
    assert editor.back.isVisible()


def test_escape_and_the_button_are_both_done(qtbot, editor):
    with qtbot.waitSignal(editor.done):
        qtbot.keyClick(editor.lines, Qt.Key.Key_Escape)
    with qtbot.waitSignal(editor.done):
        qtbot.mouseClick(editor.done_button, LEFT)


def test_tab_leads_out_of_the_text(qtbot, editor):
    qtbot.keyClick(editor.lines, Qt.Key.Key_Tab)
    assert editor.done_button.hasFocus()
    assert editor.text == LETTER


def test_what_is_wrong_is_underlined_and_told(qtbot, editor):
    assert not is_underlined(editor)
    text = "Milá {cake}, nashle"
    editor.show_card("Olga", text, text, right_to_left=False)
    editor.show_marks([TextMark(start=5, length=6, message=UNKNOWN)])
    assert is_underlined(editor)
    assert editor.lines.accessibleDescription() == UNKNOWN
    hover(qtbot, editor, place_of(editor, 8), UNKNOWN)
    hover(qtbot, editor, place_of(editor, 16), "")


def test_the_line_below_speaks_of_what_the_cursor_is_in(qtbot, editor):
    text = "Milá {cake} a {bun}"
    editor.show_card("Olga", text, text, right_to_left=False)
    marks = [
        TextMark(start=5, length=6, message="cake"),
        TextMark(start=14, length=5, message="bun"),
    ]
    editor.show_marks(marks)
    assert editor.lines.accessibleDescription() == "cake"
    at_the_end(editor)
    assert editor.lines.accessibleDescription() == "bun"


def test_a_mark_follows_its_words_until_it_is_given_anew(qtbot, editor):
    text = "Milá {cake}"
    editor.show_card("Olga", text, text, right_to_left=False)
    editor.show_marks([TextMark(start=5, length=6, message=UNKNOWN)])
    editor.lines.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(editor.lines, "Ach, ")
    hover(qtbot, editor, place_of(editor, 12), UNKNOWN)
    hover(qtbot, editor, place_of(editor, 6), "")
    editor.show_marks(())
    assert editor.lines.accessibleDescription() == ""
    assert not is_underlined(editor)


def test_letters_beyond_the_first_plane_count_as_one(qtbot, editor):
    text = "🎂🎂 {cake}"
    editor.show_card("Olga", text, text, right_to_left=False)
    editor.show_marks([TextMark(start=3, length=6, message=UNKNOWN)])
    # Qt counts each of the two cakes twice: counted once, the mark would lie from 3 to 9.
    hover(qtbot, editor, place_of(editor, 10), UNKNOWN)
    hover(qtbot, editor, place_of(editor, 4), "")
    (marked,) = editor.lines.extraSelections()
    assert marked.cursor.selectedText() == "{cake}"


@pytest.mark.parametrize(("text", "right_to_left"), [("Milá", False), ("רחל היקרה", True)])
def test_the_text_reads_as_its_card_whatever_the_window(editor, text, right_to_left):
    editor.show_card("R", text, text, right_to_left=right_to_left)
    editor.lines.moveCursor(QTextCursor.MoveOperation.Start)
    begins_at_the_right = editor.lines.cursorRect().x() > editor.lines.viewport().width() / 2
    assert begins_at_the_right == right_to_left


def test_the_editor_says_whose_card_it_is(editor):
    assert "Tereza Horáková" in editor.lines.accessibleName()
