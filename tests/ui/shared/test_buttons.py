"""Buttons, chips and fields as a person meets them."""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.shared.buttons import Button, IconButton, Kind, key_words
from ui.shared.chips import FilterChips
from ui.shared.combo import Combo
from ui.shared.fields import Area, CheckBox, Field
from ui.shared.focus import FocusRing
from ui.shared.slider import Slider
from ui.shared.toggle import Toggle

Stand = Callable[..., QWidget]


@pytest.fixture
def stand(qtbot: QtBot) -> Stand:
    """Shows parts one below the other in a window that has the keyboard."""
    grounds: list[QWidget] = []

    def show(*parts: QWidget) -> QWidget:
        ground = QWidget()
        grounds.append(ground)
        column = QVBoxLayout(ground)
        for part in parts:
            column.addWidget(part)
        qtbot.addWidget(ground)
        ground.show()
        qtbot.waitExposed(ground)
        ground.activateWindow()
        qtbot.waitUntil(ground.isActiveWindow)
        return ground

    return show


def test_the_key_beside_a_button_presses_it(qtbot: QtBot, stand: Stand) -> None:
    button = Button("Record a sale", icon="basket-outline", key="F2")
    ground = stand(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(ground, Qt.Key.Key_F2)


def test_keys_are_shown_without_a_plus() -> None:
    assert key_words("Ctrl+K") == "Ctrl K"


def test_a_button_is_as_wide_as_its_words_in_any_language(qtbot: QtBot) -> None:
    short, long = Button("Write"), Button("Zapsat nový prodej na účet")
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert long.minimumSizeHint().width() > short.minimumSizeHint().width() + 100


def test_a_button_that_cannot_be_pressed_says_why(qtbot: QtBot) -> None:
    button = Button("Print", Kind.PRIMARY)
    qtbot.addWidget(button)
    button.disable("No printer is set up")
    assert (button.isEnabled(), button.toolTip()) == (False, "No printer is set up")
    button.enable()
    assert (button.isEnabled(), button.toolTip()) == (True, "")


def test_an_icon_alone_still_has_a_name(qtbot: QtBot) -> None:
    button = IconButton("dots-horizontal", "More")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("More", "More")


def test_the_keyboard_s_place_is_ringed_and_the_mouse_s_is_not(qtbot: QtBot, stand: Stand) -> None:
    first, second = Button("One"), Button("Two")
    ground = stand(first, second)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert ground.findChildren(FocusRing) == []
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: len(ground.findChildren(FocusRing)) == 1)
    (ring,) = ground.findChildren(FocusRing)
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)


def test_what_a_press_hands_the_keyboard_to_is_ringed_for_the_keyboard_alone(
    qtbot: QtBot, stand: Stand
) -> None:
    opens, opened = Button("Surveys"), Button("New survey")
    ground = stand(opens, opened)
    opens.clicked.connect(lambda: opened.setFocus(Qt.FocusReason.OtherFocusReason))
    qtbot.mouseClick(opens, Qt.MouseButton.LeftButton)
    assert opened.hasFocus()
    assert ground.findChildren(FocusRing) == []
    opens.setFocus(Qt.FocusReason.BacktabFocusReason)
    qtbot.keyClick(opens, Qt.Key.Key_Return)
    assert opened.hasFocus()
    assert len([ring for ring in ground.findChildren(FocusRing) if ring.isVisible()]) == 1


def test_a_window_may_close_while_its_button_is_ringed(qtbot: QtBot, stand: Stand) -> None:
    window = QWidget()
    row = QVBoxLayout(window)
    row.addWidget(Button("One"))
    row.addWidget(Button("Two"))
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: len(window.findChildren(FocusRing)) == 1)
    shiboken6.delete(window)
    ground = stand(Button("Three"), Button("Four"))
    qtbot.keyClick(ground, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: len(ground.findChildren(FocusRing)) == 1)


def test_one_filter_holds_at_a_time(qtbot: QtBot, stand: Stand) -> None:
    chips = FilterChips("Filters")
    first, second = chips.add("all", "All", "1,248"), chips.add("new", "New", "18")
    stand(chips)
    with qtbot.waitSignal(chips.chosen) as told:
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert told.args == ["new"]
    assert (first.isChecked(), second.isChecked()) == (False, True)


def test_filters_drop_their_counts_before_their_words(qtbot: QtBot) -> None:
    chips = FilterChips("Filters")
    qtbot.addWidget(chips)
    made = [chips.add(key, f"Regulars {key}", "1,248") for key in "abc"]
    full = chips.sizeHint().width()
    chips.resize(full + 20, 32)
    chips.show()
    wide = made[0].sizeHint().width()
    chips.resize(full - 40, 32)
    assert made[0].sizeHint().width() < wide
    chips.resize(full + 20, 32)
    assert made[0].sizeHint().width() == wide


def test_a_field_is_named_by_its_label_and_keeps_what_is_typed(qtbot: QtBot, stand: Stand) -> None:
    field = Field("First name")
    stand(field)
    qtbot.keyClicks(field.control, "  Tereza ")
    assert field.text == "Tereza"
    assert field.control.accessibleName() == "First name"


def test_a_complaint_goes_when_the_mending_begins(qtbot: QtBot, stand: Stand) -> None:
    field = Field("E-mail", help_words="For receipts only")
    stand(field)
    field.show_error("This is no address")
    assert field.control.accessibleDescription() == "This is no address"
    qtbot.keyClicks(field.control, "t")
    assert field.control.accessibleDescription() == "For receipts only"


def test_tab_leaves_a_field_of_several_lines(qtbot: QtBot, stand: Stand) -> None:
    area, after = Area(), Button("Save")
    note = Field("Note", area)
    stand(note, after)
    area.lines.setFocus()
    qtbot.keyClicks(area.lines, "no walnuts")
    qtbot.keyClick(area.lines, Qt.Key.Key_Tab)
    assert note.text == "no walnuts"
    qtbot.waitUntil(after.hasFocus)


def test_the_words_of_a_box_tick_it_too(qtbot: QtBot, stand: Stand) -> None:
    box = CheckBox("Also write to her")
    stand(box)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()


def test_a_switch_turns_by_the_space_bar(qtbot: QtBot, stand: Stand) -> None:
    switch = Toggle("With a coupon")
    stand(switch)
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()


def test_a_choice_is_known_by_its_key(qtbot: QtBot, stand: Stand) -> None:
    combo = Combo([("warm", "Birthday, warm"), ("short", "Birthday, short")], aside="alone")
    stand(combo)
    combo.choose("short")
    assert (combo.key, combo.currentText()) == ("short", "Birthday, short")


def test_a_slider_is_taken_where_it_is_pressed(qtbot: QtBot, stand: Stand) -> None:
    slider = Slider("How lively")
    stand(slider)
    quarter = slider.rect().center()
    quarter.setX(slider.width() // 4)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=quarter)
    assert 20 <= slider.value() <= 30


def test_a_slider_runs_from_the_right_in_hebrew(qtbot: QtBot, stand: Stand, hebrew: None) -> None:
    slider = Slider("How lively")
    stand(slider)
    quarter = slider.rect().center()
    quarter.setX(slider.width() // 4)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=quarter)
    assert 70 <= slider.value() <= 80


def test_lines_begin_at_the_right_in_a_hebrew_window(qtbot: QtBot, hebrew: None) -> None:
    area = Area()
    qtbot.addWidget(area)
    area.resize(400, 96)
    area.show()
    area.lines.setPlainText("דנה לוי\nAnna Nováková")
    for line in ("דנה לוי", "Anna Nováková"):
        cursor = area.lines.document().find(line)
        begun = cursor.block().layout().lineAt(0).naturalTextRect()
        assert begun.right() > area.lines.viewport().width() - 10


def test_tab_comes_to_the_filter_that_holds(qtbot: QtBot, stand: Stand) -> None:
    before, chips = Button("Before"), FilterChips("Filters")
    _all, new = chips.add("all", "All"), chips.add("new", "New")
    chips.choose("new")
    stand(before, chips)
    before.setFocus()
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert new.hasFocus()
