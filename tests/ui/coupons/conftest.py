"""The Coupons screen in a real window over a shop of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resources.words import words_in
from tests.shop import ScenarioShop
from ui.cards.outlets import Choosers
from ui.coupons.view import CouponsScreen
from ui.desk import Desk
from ui.places import Places
from ui.shared.theme import Theme, theme
from ui.shell.places import Place
from ui.shell.window import Window


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
    return tmp_path / "sheet.pdf"


@pytest.fixture
def desk(qtbot: QtBot, shop: ScenarioShop, saved: Path) -> Iterator[Desk]:
    desks: list[Desk] = []

    def screen() -> CouponsScreen:
        return CouponsScreen(desks[0], Choosers(file=lambda *_: saved, has_printer=lambda: False))

    places = [Place("coupons", "Coupons", "ticket-percent-outline", screen)]
    words = words_in("en")
    window = Window(words, places)
    qtbot.addWidget(window)
    desks.append(Desk(shop, words, window))
    Places().open_in(window, desks[0])
    window.stack.places |= {place.key: place for place in places}
    window.resize(1280, 900)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield desks[0]
    QThreadPool.globalInstance().waitForDone()
    desks[0].leave()


@pytest.fixture
def coupons(desk: Desk) -> CouponsScreen:
    made = desk.window.go("coupons")
    assert isinstance(made, CouponsScreen)
    return made
