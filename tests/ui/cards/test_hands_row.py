"""The tiles of hands: a word drawn in each, one of them chosen."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainterPath
from PySide6.QtWidgets import QRadioButton

from resources.words import words_in
from ui.cards.hands_row import HandsRow
from ui.shared.buttons import Button
from ui.shared.theme import colour, theme

LEFT = Qt.MouseButton.LeftButton


def word(wide=100.0, high=40.0) -> QPainterPath:
    """A block of ink stands for a word."""
    path = QPainterPath()
    path.addRect(0, -high, wide, high)
    return path


def some(*names):
    return [(name.lower(), name, word()) for name in names]


@pytest.fixture
def row(way):
    made = HandsRow(way)
    made.show_hands(some("Quick", "Round", "Festive"), "quick")
    return made


def onwards(row) -> Qt.Key:
    """The arrow in the direction of reading."""
    mirrored = row.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right


def inked(tile, ink: QColor) -> QRect:
    """Where the tile is covered with `ink`."""
    picture = tile.grab().toImage()
    places = [
        (x, y)
        for x in range(4, tile.width() - 4)
        for y in range(4, 40)
        if picture.pixelColor(x, y) == ink
    ]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def test_a_press_chooses_a_hand(qtbot, stand, row):
    stand(row)
    with qtbot.waitSignal(row.chosen) as told:
        qtbot.mouseClick(row.choices[2], LEFT)
    assert told.args == ["festive"]
    assert row.key == "festive"
    assert [tile.isChecked() for tile in row.choices] == [False, False, True]


def test_a_press_on_the_chosen_hand_tells_nothing(qtbot, stand, row):
    stand(row)
    with qtbot.assertNotEmitted(row.chosen):
        qtbot.mouseClick(row.choices[0], LEFT)


def test_the_arrows_choose_as_the_tiles_lie(qtbot, stand, row):
    stand(row)
    row.choices[0].setFocus()
    with qtbot.waitSignal(row.chosen) as told:
        qtbot.keyClick(row.choices[0], onwards(row))
    assert told.args == ["round"]
    assert row.choices[1].hasFocus()


def test_tab_passes_by_the_other_hands(qtbot, stand, row, way):
    before, after = Button("Before"), Button("After")
    stand(before, row, after)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert row.choices[0].hasFocus()
    qtbot.keyClick(row.choices[0], Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_they_are_radio_buttons_with_the_names_of_the_hands(row):
    assert all(isinstance(tile, QRadioButton) for tile in row.choices)
    assert [tile.accessibleName() for tile in row.choices] == ["Quick", "Round", "Festive"]


def test_the_first_hand_stands_where_reading_begins(stand, row):
    stand(row)
    first, last = row.choices[0].x(), row.choices[2].x()
    assert (first > last) == (row.layoutDirection() == Qt.LayoutDirection.RightToLeft)


def test_the_chosen_one_has_an_edge_of_two_pixels_of_accent(stand, row):
    stand(row)
    chosen, other = (tile.grab().toImage() for tile in row.choices[:2])
    middle = chosen.width() // 2
    assert {chosen.pixelColor(middle, y).name() for y in (0, 1)} == {colour("accent").name()}
    assert colour("accent").name() not in {other.pixelColor(middle, y).name() for y in (0, 1)}


def test_a_word_of_any_size_fills_its_room_and_keeps_its_shape(stand, row):
    row.show_hands([("quick", "Quick", word(5, 2)), ("round", "Round", word(500, 500))], "quick")
    stand(row, wide=274)
    ink = colour("ink" if theme().dark else "pen")
    wide, square = (inked(tile, ink) for tile in row.choices)
    assert wide.width() / wide.height() == pytest.approx(2.5, rel=0.1)
    assert square.width() == pytest.approx(square.height(), abs=1)
    assert square.height() > 24


def test_a_fourth_hand_begins_a_second_row(stand, row):
    row.show_hands(some("Quick", "Round", "Festive", "Mine"), "mine")
    stand(row)
    assert row.choices[3].y() > row.choices[0].y()
    assert row.choices[3].x() == row.choices[0].x()


def test_the_same_hands_drawn_anew_leave_the_keyboard_where_it_is(stand, row):
    stand(row)
    row.choices[0].setFocus()
    row.show_hands(some("Quick", "Round", "Festive"), "round")
    assert row.choices[0].hasFocus()
    assert row.key == "round"


def test_a_hand_may_carry_an_ampersand(light, stand):
    row = HandsRow(words_in("en"))
    row.show_hands(some("B&B"), "b&b")
    stand(row)
    assert row.choices[0].accessibleName() == "B&B"
