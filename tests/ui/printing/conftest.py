"""Parts of the Printing screen in a real window over a shop of their own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from resources.words import words_in
from tests.shop import ScenarioShop
from ui.desk import Desk
from ui.places import Places
from ui.shared.theme import Theme, theme
from ui.shell.places import Place
from ui.shell.window import Window

MakePart = Callable[[Desk], QWidget]


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[Theme]:
    worn = theme()
    worn.follow("light")
    worn.less_motion = True
    yield worn
    worn.less_motion = False


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """The file that the owner chooses whenever she is asked."""
    return tmp_path / "pages.pdf"


@pytest.fixture
def open_part(qtbot: QtBot, shop: ScenarioShop) -> Iterator[Callable[..., QWidget]]:
    """Opens a window with one part in it, as a place of its own."""
    desks: list[Desk] = []

    def opened(make: MakePart, key: str = "part") -> QWidget:
        place = Place(key, "Part", "printer-outline", lambda: make(desks[-1]))
        window = Window(words_in("en"), [place])
        qtbot.addWidget(window)
        desks.append(Desk(shop, words_in("en"), window))
        Places().open_in(window, desks[-1])
        window.resize(1280, 900)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window.go(key)

    yield opened
    QThreadPool.globalInstance().waitForDone()
    for desk in desks:
        desk.leave()
