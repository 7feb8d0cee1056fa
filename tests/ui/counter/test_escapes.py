"""Whatever somebody tries at the counter: nothing but the owner's PIN leads out of it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QPointingDevice,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.shop import ScenarioShop
from tests.ui.counter.conftest import PIN, QUICK, Finger, opened
from ui.counter.guard import Guard
from ui.counter.mode import CounterMode
from ui.counter.resting import AttractPage
from ui.counter.writing_sheet import Sheet

Key, Mod = Qt.Key, Qt.KeyboardModifier
WAYS_OUT = {
    "Esc": (Key.Key_Escape, Mod.NoModifier),
    "Ctrl+Q": (Key.Key_Q, Mod.ControlModifier),
    "Ctrl+W": (Key.Key_W, Mod.ControlModifier),
    "Alt+F4": (Key.Key_F4, Mod.AltModifier),
    "F11": (Key.Key_F11, Mod.NoModifier),
    "Alt+Tab": (Key.Key_Tab, Mod.AltModifier),
    "Meta+D": (Key.Key_D, Mod.MetaModifier),
    "Ctrl+Z": (Key.Key_Z, Mod.ControlModifier),
    "Ctrl+K": (Key.Key_K, Mod.ControlModifier),
    "F2": (Key.Key_F2, Mod.NoModifier),
    "F1": (Key.Key_F1, Mod.NoModifier),
    "Ctrl+C": (Key.Key_C, Mod.ControlModifier),
    "Ctrl+V": (Key.Key_V, Mod.ControlModifier),
    "Tab": (Key.Key_Tab, Mod.NoModifier),
    "Enter": (Key.Key_Return, Mod.NoModifier),
    "Space": (Key.Key_Space, Mod.NoModifier),
    "Down": (Key.Key_Down, Mod.NoModifier),
    "Menu": (Key.Key_Menu, Mod.NoModifier),
}


def press(mode: CounterMode, name: str) -> None:
    """On the window itself, as the system sends it; and on whatever has the keyboard."""
    key, modifiers = WAYS_OUT[name]
    handle = mode.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, modifiers)
    QTest.keyClick(QApplication.focusWidget() or mode.window, key, modifiers)
    QApplication.sendPostedEvents(None, 0)


@pytest.mark.parametrize("name", WAYS_OUT)
def test_no_key_leads_out(mode: CounterMode, finger: Finger, name: str) -> None:
    finger.on_screen()
    before = mode.window.page
    press(mode, name)
    assert mode.window.isVisible()
    assert mode.window.page is before
    assert finger.sees("face.1")


@pytest.mark.parametrize("name", WAYS_OUT)
def test_no_key_leads_out_of_a_sheet_either_nor_does_anything_there(
    mode: CounterMode, finger: Finger, name: str
) -> None:
    finger.on_screen()
    finger.on("face.4")
    finger.on("skip")
    finger.types("ok")
    QGuiApplication.clipboard().setText("what somebody else copied")
    press(mode, name)
    assert mode.window.isVisible()
    sheet = mode.window.findChild(Sheet)
    assert sheet is not None
    assert sheet.toPlainText().strip() == "Ok"


def test_the_window_cannot_be_closed(mode: CounterMode) -> None:
    assert not mode.window.close()
    event = QCloseEvent()
    QApplication.sendEvent(mode.window, event)
    assert not event.isAccepted()
    assert mode.window.isVisible()


def test_the_system_cannot_end_the_program(mode: CounterMode, qapp: QApplication) -> None:
    event = QEvent(QEvent.Type.Quit)
    QApplication.sendEvent(qapp, event)
    assert not event.isAccepted()
    assert mode.window.isVisible()


def test_made_small_or_hidden_it_comes_back(qtbot: QtBot, mode: CounterMode) -> None:
    mode.window.showMinimized()
    qtbot.waitUntil(lambda: not mode.window.isMinimized() and mode.window.isVisible())
    mode.window.hide()
    qtbot.waitUntil(mode.window.isVisible)


def test_when_another_window_takes_the_keyboard_it_comes_to_the_front(
    qtbot: QtBot, mode: CounterMode
) -> None:
    other = QWidget()
    mode.window.guard.let_in(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    qtbot.waitUntil(mode.window.isActiveWindow)
    other.close()


def test_a_dialog_of_the_program_behind_goes_away_unseen(qtbot: QtBot, mode: CounterMode) -> None:
    dialog = QDialog()
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert mode.window.isVisible()


def test_a_long_press_opens_no_menu(mode: CounterMode, finger: Finger) -> None:
    finger.on_screen()
    face = finger.find("face.3")
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(face, asked)
    assert not asked.isAccepted()
    assert QApplication.activePopupWidget() is None


def test_nothing_can_be_dropped(mode: CounterMode, finger: Finger) -> None:
    finger.on_screen()
    finger.on("face.4")
    finger.on("skip")
    sheet = mode.window.findChild(Sheet)
    assert sheet is not None
    carried = QMimeData()
    carried.setText("dropped")
    kinds = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Mod.NoModifier)
    for part in (sheet, sheet.viewport(), mode.window):
        enters = QDragEnterEvent(QPoint(5, 5), *kinds)
        QApplication.sendEvent(part, enters)
        QApplication.sendEvent(part, QDropEvent(QPointF(5, 5), *kinds))
    assert sheet.toPlainText() == ""


RUBBISH = "\t4006381333931\r\n;%B$^&\x1b[A"


def test_a_scanner_that_types_rubbish_answers_nothing(
    bakery: ScenarioShop, mode: CounterMode, finger: Finger
) -> None:
    for _page in ("attract", "faces"):
        type_fast(mode, RUBBISH)
        finger.on_screen()
    assert mode.window.isVisible()
    assert bakery.book.value("SELECT count(*) FROM answers") == 0


def test_what_a_scanner_types_does_not_stay_in_a_comment(mode: CounterMode, finger: Finger) -> None:
    finger.on_screen()
    finger.on("face.4")
    finger.on("skip")
    finger.types("good")
    type_fast(mode, "4006381333931\r")
    sheet = mode.window.findChild(Sheet)
    assert sheet is not None
    assert sheet.toPlainText() == "Good"


def type_fast(mode: CounterMode, text: str) -> None:
    """As a scanner does, at the window itself and without a pause."""
    handle = mode.window.windowHandle()
    assert handle is not None
    for sign in text:
        named = {
            "\r": Key.Key_Return,
            "\n": Key.Key_Enter,
            "\t": Key.Key_Tab,
            "\x1b": Key.Key_Escape,
        }
        if sign in named:
            QTest.keyClick(handle, named[sign])
        else:
            QTest.keyClick(handle, sign)
    QApplication.sendPostedEvents(None, 0)


def hold(qtbot: QtBot, finger: Finger, until: Callable[[], bool]) -> None:
    mark = QPoint(70, 60)
    if isinstance(finger.screen.page, AttractPage):
        mark = finger.screen.page.mark.geometry().center()
    device = finger._device
    QTest.touchEvent(finger.screen, device).press(1, mark, finger.screen).commit()
    qtbot.waitUntil(until)
    QTest.touchEvent(finger.screen, device).release(1, mark, finger.screen).commit()


def pin_is_asked(mode: CounterMode) -> bool:
    return mode.window.pin is not None


def test_the_owner_holds_the_mark_and_types_her_pin(
    qtbot: QtBot, mode: CounterMode, finger: Finger
) -> None:
    hold(qtbot, finger, lambda: pin_is_asked(mode))
    finger.dials(PIN)
    with qtbot.waitSignal(mode.left):
        finger.on("enter")
    shown = [one.objectName() for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert "counter" not in shown


def test_she_can_do_so_in_the_middle_of_a_question_too(
    qtbot: QtBot, mode: CounterMode, finger: Finger
) -> None:
    finger.on_screen()
    hold(qtbot, finger, lambda: pin_is_asked(mode))
    finger.on("cancel")
    assert finger.sees("face.1")


def test_a_short_touch_of_the_mark_is_nothing(mode: CounterMode, finger: Finger) -> None:
    finger.on_screen()
    finger.at(QPoint(70, 60))
    assert not pin_is_asked(mode)


def test_the_owners_keys_ask_for_the_pin_which_may_be_typed_on_a_real_keyboard(
    qtbot: QtBot, mode: CounterMode
) -> None:
    handle = mode.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Key.Key_L, Mod.ControlModifier | Mod.AltModifier)
    assert pin_is_asked(mode)
    with qtbot.waitSignal(mode.left):
        type_pin(mode)


def type_pin(mode: CounterMode) -> None:
    handle = mode.window.windowHandle()
    assert handle is not None
    for digit in PIN:
        QTest.keyClick(handle, digit)
    QTest.keyClick(handle, Key.Key_Return)


def test_a_wrong_pin_opens_nothing_and_five_of_them_cost_a_wait(
    bakery: ScenarioShop, mode: CounterMode, finger: Finger
) -> None:
    mode.window.ask_pin()
    for _try in range(4):
        finger.dials("1111")
        finger.on("enter")
        assert mode.window.pin is not None
        assert "not the PIN" in mode.window.pin.said.text()
    finger.dials("1111")
    finger.on("enter")
    assert mode.window.pin is not None
    assert "30 seconds" in mode.window.pin.said.text()
    assert not finger.find("enter").isEnabled()


def test_while_one_waits_the_right_pin_is_not_taken_either_even_after_a_new_start(
    qtbot: QtBot, bakery: ScenarioShop, mode: CounterMode, screen_to_touch: QPointingDevice
) -> None:
    mode.window.ask_pin()
    finger = Finger(mode, screen_to_touch)
    for _try in range(5):
        finger.dials("1111")
        finger.on("enter")
    mode.leave()
    coming = opened(bakery, QUICK)
    again = next(coming)
    again.window.ask_pin()
    assert not Finger(again, screen_to_touch).find("enter").isEnabled()
    bakery.time.passes(seconds=31)
    again.window.pin.cancelled.emit()
    again.window.ask_pin()
    with qtbot.waitSignal(again.left):
        type_pin(again)
    next(coming, None)


def test_the_guard_stands_no_longer_once_the_owner_is_out(
    qtbot: QtBot, mode: CounterMode, finger: Finger
) -> None:
    mode.window.ask_pin()
    finger.dials(PIN)
    finger.on("enter")
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    qtbot.waitExposed(other)
    assert other.isVisible()
    assert isinstance(mode.window.guard, Guard)


def test_a_finger_that_taps_twice_answers_once(
    qtbot: QtBot, bakery: ScenarioShop, screen_to_touch: QPointingDevice
) -> None:
    """The second tap was meant for the page that was there when it began."""
    coming = opened(bakery, replace(QUICK, deaf=10_000))
    mode = next(coming)
    finger = Finger(mode, screen_to_touch)
    mode.counter.touch()
    mode.window.guard._deaf.stop()
    place = finger.find("face.3")
    point = place.mapTo(mode.window, place.rect().center())
    finger.at(point)
    assert finger.sees("number.5")
    finger.at(point)
    finger.at(finger.find("number.5").geometry().center())
    assert bakery.book.value("SELECT count(*) FROM replies") == 1
    mode.counter.skip()
    mode.counter.skip()
    finger.on_screen()
    assert finger.sees("close")
    next(coming, None)
