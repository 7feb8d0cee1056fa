"""The whole desktop: first questions, the shop in its window, search, dropped files, the demo."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.changes import Kind
from app.shop import Shop
from tests.shop import Time
from ui.desktop import REFUSED, Desktop, Watch, open_desktop
from ui.shared.dialog import Dialog
from ui.shared.empty import Tile
from ui.shared.theme import theme
from ui.shell.memory import ShopMemory
from ui.shell.places import Place
from ui.shell.window import Window
from ui.start.view import QuestionsPage
from ui.today.view import TodayScreen

ENVIRON = {"USER": "Jana", "LANG": "en_GB.UTF-8", "TZ": "Europe/London"}
START = Qt.LayoutDirection


class Screen(QWidget):
    """Stands in a place of its own and notes who and what was sent there."""

    def __init__(self) -> None:
        super().__init__()
        self.customers: list[int] = []
        self.people: list[int] = []
        self.files: list[Path] = []
        self.adding = False

    def turn_to(self, customer: int) -> None:
        self.customers.append(customer)

    def add_customer(self) -> None:
        self.adding = True

    def choose_people(self, ids: Sequence[int], letter: str = "", _facts: object = None) -> None:
        self.people, self.letter = list(ids), letter

    def choose_file(self, path: Path) -> None:
        self.files.append(path)


@pytest.fixture
def time() -> Time:
    return Time(datetime(2026, 11, 22, 8, tzinfo=UTC))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "shop"


@pytest.fixture
def mill(folder: Path, time: Time) -> Path:
    """A shop that answered its questions."""
    shop = Shop.open(folder, time, ENVIRON)
    shop.settings.change(
        name="The Mill", country="GB", language="en", zone="Europe/London", set_up=True
    )
    shop.close()
    return folder


@pytest.fixture
def desktop(qapp: QApplication, folder: Path, time: Time) -> Iterator[Desktop]:
    theme().follow("light")
    theme().less_motion = True
    opened = Desktop(folder, clock=time, environ=ENVIRON)
    yield opened
    window = opened.window
    opened.leave()
    if window is not None:
        window.deleteLater()
    theme().less_motion = False
    qapp.setLayoutDirection(START.LeftToRight)


@pytest.fixture
def window(qtbot: QtBot, mill: Path, desktop: Desktop) -> Window:
    """The shop's window, with the other screens replaced by ones that only take notes."""
    desktop.open()
    shown = window_of(desktop)
    for key in ("customers", "cards", "import"):
        place = shown.stack.places[key]
        shown.stack.places[key] = Place(key, place.title, place.icon, Screen)
    qtbot.waitExposed(shown)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def window_of(desktop: Desktop) -> Window:
    assert isinstance(desktop.window, Window)
    return desktop.window


def shop_of(desktop: Desktop) -> Shop:
    assert desktop.desk is not None
    return desktop.desk.shop


def screen(window: Window, key: str) -> Screen:
    made = window.stack.made(key)
    assert isinstance(made, Screen)
    return made


def today(window: Window) -> TodayScreen:
    made = window.stack.made("today")
    assert isinstance(made, TodayScreen)
    return made


def tile(window: Window, title: str) -> QPushButton:
    tiles = {one.accessibleName() or one.button.text(): one for one in window.findChildren(Tile)}
    return tiles[title].button


def test_a_screen_too_small_for_the_usual_window_is_filled_and_nothing_lies_beyond_it(
    tmp_path: Path,
) -> None:
    laptop = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1}
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [laptop | {"logicalDpi": 96, "logicalBaseDpi": 96}]}))
    code = (
        "import sys; from pathlib import Path; from ui.desktop import Desktop;"
        "from ui.shared.theme import application; app = application();"
        "desktop = Desktop(Path(sys.argv[1])); desktop.open(); print(desktop.window.isMaximized());"
        "desktop.window.name.control.setText('The Mill'); desktop.window.open.click(); app.processEvents();"
        "room = desktop.window.screen().availableGeometry();"
        "print(desktop.window.isMaximized(), room.contains(desktop.window.frameGeometry()))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "shop")],
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}"},
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    assert said.split("\n")[:2] == ["True", "True True"]


def test_a_screen_that_nobody_sees_changes_no_size(desktop: Desktop) -> None:
    desktop.open()
    assert desktop.window is not None
    assert not desktop.window.isMaximized()


def test_a_new_shop_is_asked_its_questions_and_then_opens(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.open()
    page = desktop.window
    assert isinstance(page, QuestionsPage)
    qtbot.waitExposed(page)
    qtbot.keyClicks(page.name.control, "The Mill")
    qtbot.mouseClick(page.open, Qt.MouseButton.LeftButton)
    shown = window_of(desktop)
    assert shown.sidebar.mark.accessibleName() == "The Mill, Regulars"
    assert shop_of(desktop).settings.read().country == "GB"


def test_choosing_hebrew_mirrors_the_questions_at_once(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.open()
    page = desktop.window
    assert isinstance(page, QuestionsPage)
    hebrew = next(one for one in page.languages.findChildren(QPushButton) if one.text() == "עברית")
    qtbot.mouseClick(hebrew, Qt.MouseButton.LeftButton)
    assert page.layoutDirection() == START.RightToLeft
    assert page.country.control.currentText() == "בריטניה"


def test_an_unanswered_question_is_asked_again(qtbot: QtBot, desktop: Desktop) -> None:
    desktop.open()
    page = desktop.window
    assert isinstance(page, QuestionsPage)
    qtbot.mouseClick(page.open, Qt.MouseButton.LeftButton)
    assert desktop.window is page
    assert page.name.control.accessibleDescription()


def test_a_shop_that_cannot_be_opened_is_refused_in_a_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("not a folder")
    said: list[str] = []

    def read_and_close() -> None:
        (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, Dialog)]
        said.append(dialog.windowTitle())
        dialog.reject()

    QTimer.singleShot(0, read_and_close)
    assert open_desktop(in_the_way, "en") == REFUSED
    assert said == ["The shop cannot be opened"]


def test_an_empty_book_shows_the_three_doors(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: len(window.findChildren(Tile)) == 3)
    qtbot.mouseClick(tile(window, "Add the first one"), Qt.MouseButton.LeftButton)
    assert screen(window, "customers").adding


def test_the_first_customer_brings_the_page_of_today(
    qtbot: QtBot, window: Window, desktop: Desktop
) -> None:
    qtbot.waitUntil(lambda: len(window.findChildren(Tile)) == 3)
    shop = shop_of(desktop)
    shop.customers.add(shop.today(), first_name="Vít")
    qtbot.waitUntil(today(window).page.isVisible)
    assert today(window).page.greeting.text() == "Good morning, Jana"


def test_typing_a_name_finds_it_and_enter_opens_it(
    qtbot: QtBot, window: Window, desktop: Desktop
) -> None:
    shop = shop_of(desktop)
    wanted = shop.customers.add(shop.today(), first_name="Tereza", last_name="Dvořák", city="Brno")
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.search, "dvorak")
    assert window.search.results_open
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert screen(window, "customers").customers == [wanted.id]
    assert window.search.text() == ""


def test_who_is_not_found_can_be_added(qtbot: QtBot, window: Window, desktop: Desktop) -> None:
    window.focus_search()
    qtbot.keyClicks(window.search, "Olga Taylor")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    (added,) = screen(window, "customers").customers
    assert shop_of(desktop).customers.get(added).last_name == "Taylor"
    assert window.notice.words == "Olga Taylor added"


def test_a_number_that_is_not_found_is_added_as_a_phone(
    qtbot: QtBot, window: Window, desktop: Desktop
) -> None:
    window.focus_search()
    qtbot.keyClicks(window.search, "020 7946 0958")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    (added,) = screen(window, "customers").customers
    assert shop_of(desktop).customers.get(added).phones == ("+442079460958",)


def drop(window: Window, *files: str) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(file) for file in files])
    how = (
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    fall = QDropEvent(QPointF(300, 300), *how)
    QApplication.sendEvent(window, QDragEnterEvent(fall.position().toPoint(), *how))
    QApplication.sendEvent(window, fall)


def test_a_list_let_fall_anywhere_goes_to_the_import(window: Window) -> None:
    drop(window, "/tmp/photo.png", "/tmp/Customers.XLSX")  # noqa: S108 - never opened
    assert [path.name for path in screen(window, "import").files] == ["Customers.XLSX"]


def test_a_picture_let_fall_is_refused_with_the_kinds_that_can_be_read(window: Window) -> None:
    drop(window, "/tmp/photo.png")  # noqa: S108 - never opened
    assert window.stack.made("import") is None
    assert ".xlsx" in window.notice.words


def test_the_import_stands_in_no_sidebar(window: Window) -> None:
    shown = [one.text() for one in window.sidebar.findChildren(QPushButton) if one.text()]
    assert shown == [
        "Today",
        "Customers",
        "Loyalty",
        "Feedback",
        "Cards",
        "Coupons",
        "Printing",
        "Counter mode",
        "Settings",
    ]


def test_the_demo_opens_in_the_same_window_and_leads_back(
    qtbot: QtBot, window: Window, desktop: Desktop, folder: Path
) -> None:
    qtbot.waitUntil(lambda: len(window.findChildren(Tile)) == 3)
    qtbot.mouseClick(tile(window, "Open the demo"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shop_of(desktop).folder == folder / "demo", timeout=20_000)
    assert shop_of(desktop).customers.count() == 400
    shown = window_of(desktop)
    (home,) = [one for one in shown.findChildren(QPushButton) if one.text() == "Back to my shop"]
    qtbot.waitUntil(lambda: not shown.job_strip.isVisible())
    qtbot.mouseClick(home, Qt.MouseButton.LeftButton)
    assert shop_of(desktop).folder == folder
    assert shop_of(desktop).customers.count() == 0


def test_what_another_till_writes_is_noticed(
    qtbot: QtBot, mill: Path, time: Time, listening: Callable[[Shop], list[frozenset[Kind]]]
) -> None:
    ours, theirs = Shop.open(mill, time, ENVIRON), Shop.open(mill, time, ENVIRON)
    heard = listening(ours)
    watch = Watch(ours, every=5)
    theirs.customers.add(theirs.today(), first_name="Vít")
    qtbot.waitUntil(lambda: heard == [frozenset(Kind)])
    watch.stop()
    theirs.close()
    ours.close()


def test_a_new_day_is_noticed(
    qtbot: QtBot, mill: Path, time: Time, listening: Callable[[Shop], list[frozenset[Kind]]]
) -> None:
    shop = Shop.open(mill, time, ENVIRON)
    heard = listening(shop)
    watch = Watch(shop, every=5)
    time.passes(hours=16)
    qtbot.waitUntil(lambda: heard == [frozenset(Kind)])
    watch.stop()
    shop.close()


@pytest.fixture
def listening() -> Callable[[Shop], list[frozenset[Kind]]]:
    def begin(shop: Shop) -> list[frozenset[Kind]]:
        heard: list[frozenset[Kind]] = []
        shop.book.changes.subscribe(heard.append)
        return heard

    return begin


def test_the_window_is_remembered_in_the_shop_s_own_book(mill: Path, time: Time) -> None:
    shop = Shop.open(mill, time, ENVIRON)
    ShopMemory(shop.settings).set("window.shape", "wide")
    assert ShopMemory(shop.settings).get("window.shape") == "wide"
    shop.close()


def test_what_goes_wrong_is_written_beside_the_book(window: Window, folder: Path) -> None:
    logging.getLogger("regulars.test").warning("the printer is out of paper")
    assert "out of paper" in (folder / "regulars.log").read_text("utf-8")


def test_a_log_that_has_grown_large_is_put_aside(mill: Path, desktop: Desktop) -> None:
    (mill / "regulars.log").write_text("x" * 300_000)
    desktop.open()
    assert (mill / "regulars.old.log").stat().st_size == 300_000
    assert not (mill / "regulars.log").exists()


def test_pressing_undo_again_goes_further_back_and_redo_comes_forward(desktop, window):
    desk = desktop.desk
    one = desk.shop.customers.add(desk.today(), first_name="Petr")
    for name in ("Pavel", "12"):
        desk.shop.customers.change(one.id, first_name=name)
        desk.tell_last()
    names = []
    for press in (desk.window._undo, desk.window._undo, desk.redo_last, desk.redo_last):
        press()
        names.append(desk.shop.customers.get(one.id).first_name)
    assert names == ["Pavel", "Petr", "Pavel", "12"]


def test_undo_takes_back_only_what_this_window_did(desktop, window):
    desk = desktop.desk
    one = desk.shop.customers.add(desk.today(), first_name="Added elsewhere")
    desk.undo_last()
    assert desk.shop.customers.get(one.id).first_name == "Added elsewhere"


def test_other_money_is_the_tills_at_once(qtbot: QtBot, desktop: Desktop, window: Window) -> None:
    shop = shop_of(desktop)
    assert shop.till.currency == "GBP"
    shop.settings.change(currency="JPY")
    qtbot.waitUntil(lambda: desktop.window is not window)
    assert shop_of(desktop).till.currency == "JPY"
