"""The frame that every screen stands in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from resources.words import words_in
from ui.shared.buttons import Button
from ui.shared.fonts import font, width
from ui.shared.found import Found
from ui.shared.sidebar import NAME_SIZES, in_two
from ui.shell.memory import Forgetful
from ui.shell.places import Place
from ui.shell.shortcuts import ShortcutsDialog
from ui.shell.window import Window, first_size, least_size

CONTROL = Qt.KeyboardModifier.ControlModifier


class Screens:
    """Notes which screens were made."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def of(self, key: str) -> Callable[[], QWidget]:
        def make() -> QWidget:
            self.made.append(key)
            return QLabel(key)

        return make


@pytest.fixture
def screens() -> Screens:
    return Screens()


@pytest.fixture
def memory() -> Forgetful:
    return Forgetful()


@pytest.fixture
def window(qtbot: QtBot, screens: Screens, memory: Forgetful) -> Window:
    places = [
        Place("today", "Today", "white-balance-sunny", screens.of("today")),
        Place("customers", "Customers", "account-group-outline", screens.of("customers")),
        Place("cards", "Cards", "email-edit-outline", screens.of("cards"), rail=True),
        Place(
            "counter", "Counter mode", "gesture-tap", screens.of("counter"), foot=True, strip=False
        ),
    ]
    made = Window(words_in("en"), places, memory)
    qtbot.addWidget(made)
    made.go("today")
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_screen_is_made_at_its_first_visit(
    qtbot: QtBot, window: Window, screens: Screens
) -> None:
    assert screens.made == ["today"]
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert screens.made == ["today", "customers"]
    assert window.stack.key == "customers"


def test_control_k_begins_a_search(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    qtbot.waitUntil(window.search.hasFocus)


def test_a_search_is_walked_by_arrows_and_opened_by_enter(qtbot: QtBot, window: Window) -> None:
    search = window.search
    search.asked.connect(
        lambda said: search.show_found([Found("1", f"{said}reza"), Found("2", f"{said}odor")])
    )
    window.focus_search()
    qtbot.keyClicks(search, "Te")
    assert search.results_open
    qtbot.keyClick(search, Qt.Key.Key_Down)
    with qtbot.waitSignal(search.chosen) as told:
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert told.args == ["2"]
    assert not search.results_open
    assert search.text() == ""


def test_enter_without_a_result_hands_over_the_words(qtbot: QtBot, window: Window) -> None:
    window.focus_search()
    qtbot.keyClicks(window.search, "4207")
    with qtbot.waitSignal(window.search.submitted) as told:
        qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert told.args == ["4207"]


def test_escape_closes_the_results_and_then_clears(qtbot: QtBot, window: Window) -> None:
    window.focus_search()
    qtbot.keyClicks(window.search, "x")
    window.search.show_found([], nothing="Nobody is called that")
    assert window.search.results_open
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert (window.search.results_open, window.search.text()) == (False, "x")
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.search.text() == ""


def test_control_z_takes_back_what_the_notice_tells(qtbot: QtBot, window: Window) -> None:
    taken: list[str] = []
    window.undo = lambda: taken.append("older")
    window.tell("Tag added", lambda: taken.append("tag"))
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert taken == ["tag"]
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert taken == ["tag", "older"]


def test_a_notice_stands_at_the_foot_of_the_page(window: Window) -> None:
    window.tell("Saved")
    middle = window.notice.geometry().center().x()
    assert abs(middle - window.stack.geometry().center().x()) <= 1
    assert window.notice.geometry().bottom() < window.height()


def test_the_sidebar_becomes_a_rail_where_the_page_needs_the_width(window: Window) -> None:
    assert window.sidebar.width() == 224
    window.go("cards")
    assert window.sidebar.is_rail
    window.go("today")
    assert not window.sidebar.is_rail


def test_a_narrow_window_has_a_rail(qtbot: QtBot, window: Window) -> None:
    window.resize(1100, 800)
    qtbot.waitUntil(lambda: window.sidebar.is_rail)
    window.resize(1400, 800)
    qtbot.waitUntil(lambda: not window.sidebar.is_rail)


def test_the_counter_has_no_search(window: Window) -> None:
    window.go("counter")
    assert not window.strip.isVisible()
    window.go("today")
    assert window.strip.isVisible()


def test_the_window_opens_where_it_was_closed(
    qtbot: QtBot, window: Window, memory: Forgetful, screens: Screens
) -> None:
    window.resize(1300, 750)
    window.go("customers")
    window.close()
    assert memory.get("window.place") == "customers"
    place = Place("customers", "Customers", "account", screens.of("again"))
    again = Window(words_in("en"), [place], memory)
    qtbot.addWidget(again)
    assert again.height() == 750


def test_an_unreadable_memory_opens_the_usual_window(qtbot: QtBot, memory: Forgetful) -> None:
    memory.set("window.shape", "bm9uc2Vuc2U=")
    window = Window(words_in("en"), [], memory)
    qtbot.addWidget(window)
    assert window.width() == 1440


def test_on_a_small_screen_the_window_opens_within_it_and_can_be_made_as_small() -> None:
    laptop, enlarged, desk = QSize(1366, 728), QSize(910, 472), QSize(1920, 1040)
    assert first_size(laptop) == QSize(1366, 696)
    assert first_size(desk) == QSize(1440, 900)
    assert first_size(enlarged) == QSize(910, 440)
    assert least_size(enlarged) == enlarged
    assert least_size(laptop) == least_size(desk) == QSize(1024, 680)


def test_a_file_let_fall_anywhere_is_told(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "customers.xlsx"))])
    left, bare = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    how = (Qt.DropAction.CopyAction, dropped, left, bare)
    fall = QDropEvent(QPointF(700, 400), *how)
    come = QDragEnterEvent(fall.position().toPoint(), *how)
    QApplication.sendEvent(window, come)
    assert come.isAccepted()
    with qtbot.waitSignal(window.files_dropped) as told:
        QApplication.sendEvent(window, fall)
    assert told.args == [[tmp_path / "customers.xlsx"]]


def test_f1_tells_every_key(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.findChild(ShortcutsDialog) is not None)
    dialog = window.findChild(ShortcutsDialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert {"Find", "Ctrl K", "Today", "Ctrl 1", "Undo", "Ctrl Z"} <= set(said)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(ShortcutsDialog) is None)


@pytest.mark.usefixtures("qapp")
def test_a_long_name_of_the_shop_takes_both_lines() -> None:
    face, room = font(NAME_SIZES[-1], 600), 144
    lines = in_two("Наубайхана «Дастархан»", face, room)
    assert lines == ["Наубайхана", "«Дастархан»"]
    assert max(width(line, face) for line in lines) <= room
    assert in_two("Donaudampfschifffahrtsgesellschaft", face, room) == [
        "Donaudampfschifffahrtsgesellschaft"
    ]


def test_every_part_that_takes_the_keyboard_has_a_name(window: Window) -> None:
    window.sidebar.mark.show_shop("Pekárna U Mlýna", "Regulars")
    window.sidebar.person.show_person("Jana Mlynářová", "Owner", "u1")
    nameless = [
        part
        for part in window.findChildren(QWidget)
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not part.accessibleName()
        and not getattr(part, "text", str)()
        and part.isVisible()
    ]
    assert nameless == []


def test_tab_passes_by_nothing_on_a_page_that_hands_the_keyboard_on(
    qtbot: QtBot, window: Window
) -> None:
    page, first, list_of_all = QWidget(), Button("Import"), Button("The list")
    column = QVBoxLayout(page)
    column.addWidget(first)
    column.addWidget(list_of_all)
    page.setFocusProxy(list_of_all)
    window.stack.places["customers"] = Place("customers", "Customers", "account", lambda: page)
    window.go("customers")
    assert list_of_all.hasFocus()
    window.search.setFocus()
    qtbot.keyClick(window.search, Qt.Key.Key_Tab)
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert list_of_all.hasFocus()
    qtbot.keyClick(list_of_all, Qt.Key.Key_Backtab)
    assert first.hasFocus()
