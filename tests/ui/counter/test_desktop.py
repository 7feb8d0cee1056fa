"""From the desktop into counter mode and out again, also when something breaks or the program dies."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.keeping.pins import matches
from app.shop import Shop
from app.voice.bank import STANDARD
from tests.shop import ScenarioShop, Time
from tests.ui.counter.conftest import PIN, PIN_KEPT
from ui.counter.at_counter import PATIENCE as WITH_CUSTOMERS
from ui.counter.at_counter import AtCounter
from ui.counter.mode import CounterMode
from ui.counter.parts import Touch
from ui.counter.resting import AttractPage
from ui.counter.start_page import StartPage
from ui.desktop import PATIENCE as AT_THE_DESK
from ui.desktop import Desktop
from ui.shared.theme import theme
from ui.shell.crash_dialog import CrashDialog

ENVIRON = {"USER": "Jana", "LANG": "en_GB.UTF-8", "TZ": "Europe/Prague"}


@pytest.fixture
def home(bakery: ScenarioShop) -> Path:
    bakery.customer("Tereza", "Horáková")
    return bakery.folder


@pytest.fixture
def desktop(qtbot: QtBot, home: Path, bakery: ScenarioShop) -> Iterator[Desktop]:
    yield from opened(home, bakery.time)


def opened(home: Path, time: Time) -> Iterator[Desktop]:
    theme().less_motion = True
    made = Desktop(home, clock=time, environ=ENVIRON)
    made.open()
    yield made
    window = made.window
    made.leave()
    if window is not None:
        window.deleteLater()
    theme().less_motion = False
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def begin(desktop: Desktop) -> CounterMode:
    """As the owner does it: the place at the foot of the sidebar, and its button."""
    assert desktop.desk is not None
    page = desktop.desk.window.go("counter")
    assert isinstance(page, StartPage)
    QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    assert desktop.counter is not None
    return desktop.counter


def type_pin(mode: CounterMode, pin: str = PIN) -> None:
    handle = mode.window.windowHandle()
    assert handle is not None
    for digit in pin:
        QTest.keyClick(handle, digit)
    QTest.keyClick(handle, Qt.Key.Key_Return)


def main_window(desktop: Desktop) -> QWidget:
    assert desktop.window is not None
    return desktop.window


def test_it_stands_at_the_foot_of_the_sidebar_above_the_settings(desktop: Desktop) -> None:
    assert desktop.desk is not None
    buttons = desktop.desk.window.sidebar.findChildren(QPushButton)
    at = {one.text(): one.y() for one in buttons if one.text()}
    assert at["Counter mode"] == at["Settings"] - 44


def test_the_shops_own_window_is_away_while_customers_have_the_screen(
    qtbot: QtBot, desktop: Desktop
) -> None:
    mode = begin(desktop)
    assert mode.window.isFullScreen()
    assert not main_window(desktop).isVisible()
    mode.window.ask_pin()
    with qtbot.waitSignal(mode.left):
        type_pin(mode)
    assert main_window(desktop).isVisible()
    assert desktop.counter is None


def test_the_window_stands_still_but_shortly_while_another_till_writes(
    qtbot: QtBot, desktop: Desktop
) -> None:
    assert desktop.desk is not None
    book = desktop.desk.shop.book
    assert book.value("PRAGMA busy_timeout") == AT_THE_DESK
    mode = begin(desktop)
    assert book.value("PRAGMA busy_timeout") == WITH_CUSTOMERS
    mode.window.ask_pin()
    with qtbot.waitSignal(mode.left):
        type_pin(mode)
    assert book.value("PRAGMA busy_timeout") == AT_THE_DESK <= 2000


def test_at_the_first_time_the_owner_chooses_a_pin_twice(
    qtbot: QtBot, bakery: ScenarioShop, desktop: Desktop
) -> None:
    bakery.settings.change(counter_pin="")
    mode = begin(desktop)
    assert mode.window.pin is not None
    type_pin(mode, "12")
    assert "4 to 12 digits" in mode.window.pin.said.text()
    type_pin(mode, "1357")
    type_pin(mode, "1358")
    assert "two different PINs" in mode.window.pin.said.text()
    type_pin(mode, "1357")
    with qtbot.waitSignal(mode.begun):
        type_pin(mode, "1357")
    assert isinstance(mode.window.page, AttractPage)
    assert matches(bakery.settings.read().counter_pin, "1357")


def test_who_chooses_no_pin_is_where_she_was(qtbot: QtBot, desktop: Desktop) -> None:
    assert desktop.desk is not None
    desktop.desk.shop.settings.change(counter_pin="")
    mode = begin(desktop)
    assert mode.window.pin is not None
    with qtbot.waitSignal(mode.left):
        mode.window.pin.cancelled.emit()
    assert main_window(desktop).isVisible()
    assert desktop.desk.shop.settings.recall("counter.on") == ""


def test_when_the_program_died_there_customers_have_the_screen_at_the_next_start(
    qtbot: QtBot, home: Path, bakery: ScenarioShop
) -> None:
    bakery.settings.remember("counter.on", "1")
    coming = opened(home, bakery.time)
    desktop = next(coming)
    assert desktop.counter is not None
    assert not main_window(desktop).isVisible()
    assert isinstance(desktop.counter.window.page, AttractPage)
    desktop.counter.window.ask_pin()
    with qtbot.waitSignal(desktop.counter.left):
        type_pin(desktop.counter)
    assert main_window(desktop).isVisible()
    assert bakery.settings.recall("counter.on") == ""
    next(coming, None)


def break_something(words: str = "Tereza Horáková") -> None:
    try:
        int(words)
    except ValueError as broken:
        sys.excepthook(type(broken), broken, broken.__traceback__)


def test_what_breaks_is_logged_and_customers_see_the_start_and_no_dialog(
    qtbot: QtBot, desktop: Desktop, caplog: pytest.LogCaptureFixture
) -> None:
    mode = begin(desktop)
    mode.counter.touch()
    mode.counter.score(5)
    break_something()
    qtbot.waitUntil(lambda: isinstance(mode.window.page, AttractPage))
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog)]
    assert "unforeseen: ValueError" in caplog.text
    assert "Tereza" not in caplog.text
    assert mode.window.isVisible()
    assert desktop.counter is mode


def test_what_is_decided_elsewhere_in_the_meantime_shows_no_window(
    qtbot: QtBot, home: Path, desktop: Desktop, bakery: ScenarioShop
) -> None:
    mode = begin(desktop)
    assert desktop.desk is not None
    desktop.desk.shop.settings.change(language="he")
    QApplication.processEvents()
    assert not main_window(desktop).isVisible()
    mode.window.ask_pin()
    with qtbot.waitSignal(mode.left):
        type_pin(mode)
    assert main_window(desktop).isVisible()
    assert main_window(desktop).windowTitle().startswith("Pekárna")
    assert desktop.desk.words.language == "he"


def test_the_shops_keys_do_nothing_while_customers_have_the_screen(
    desktop: Desktop, bakery: ScenarioShop
) -> None:
    mode = begin(desktop)
    assert desktop.desk is not None
    place = desktop.desk.window.stack.key
    handle = mode.window.windowHandle()
    assert handle is not None
    for key in (Qt.Key.Key_1, Qt.Key.Key_Z, Qt.Key.Key_K):
        QTest.keyClick(handle, key, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(handle, Qt.Key.Key_F2)
    assert desktop.desk.window.stack.key == place
    assert not main_window(desktop).isVisible()


def test_the_pin_is_changed_at_the_desk(qtbot: QtBot, desktop: Desktop) -> None:
    assert desktop.desk is not None
    page = desktop.desk.window.go("counter")
    assert isinstance(page, StartPage)
    assert page.pin.text() == "Change the PIN…"
    QTest.mouseClick(page.pin, Qt.MouseButton.LeftButton)
    from ui.counter.pin_dialog import PinDialog

    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, PinDialog)]
    dialog.first.set_text("98")
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert desktop.desk.shop.settings.read().counter_pin == PIN_KEPT
    dialog.first.set_text("9876")
    dialog.again.set_text("9875")
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert desktop.desk.shop.settings.read().counter_pin == PIN_KEPT
    dialog.again.set_text("9876")
    QTest.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert matches(desktop.desk.shop.settings.read().counter_pin, "9876")


def test_the_start_page_says_what_is_asked(desktop: Desktop) -> None:
    assert desktop.desk is not None
    page = desktop.desk.window.go("counter")
    assert isinstance(page, StartPage)
    said = [page.asked.itemAt(at).widget().text() for at in range(page.asked.count())]
    assert said == ["How was your visit today?", "Would you send a friend to us?"]


def test_a_shop_that_asks_nothing_cannot_begin(desktop: Desktop, bakery: ScenarioShop) -> None:
    bakery.voice.surveys.remove(STANDARD)
    assert desktop.desk is not None
    page = desktop.desk.window.go("counter")
    assert isinstance(page, StartPage)
    assert not page.start.isEnabled()


def test_a_shop_opened_by_somebody_else_in_the_meantime_still_writes(
    desktop: Desktop, home: Path, bakery: ScenarioShop
) -> None:
    """A till that holds the book keeps nobody waiting for long at the counter."""
    mode = begin(desktop)
    other = Shop.open(home, bakery.time, ENVIRON)
    mode.counter.touch()
    with other.book.taken_back():
        mode.counter.score(4)
        assert mode.counter.is_writing
    mode.counter.look()
    assert not mode.counter.is_writing
    assert other.book.value("SELECT count(*) FROM replies") == 1
    other.close()


def test_what_breaks_again_and_again_leaves_nothing_of_the_last_person_to_be_seen(
    qtbot: QtBot, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    mode = begin(desktop)
    mode.counter.touch()
    mode.counter.score(5)

    def breaks(*_given: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(AtCounter, "house", breaks)
    break_something()
    qtbot.waitUntil(lambda: not mode.window.findChildren(Touch))
    assert mode.window.isVisible()
    monkeypatch.undo()
    mode.counter.look()
    assert isinstance(mode.window.page, AttractPage)


def test_the_system_may_be_shut_down_without_a_pin_and_customers_have_the_screen_again_after_that(
    desktop: Desktop, bakery: ScenarioShop
) -> None:
    mode = begin(desktop)
    mode.let_session_end()
    assert mode.window.close()
    assert bakery.settings.recall("counter.on") == "1"
