"""The Customers screen in a real window over a shop of its own."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from resources.words import words_in
from tests.shop import ScenarioShop
from ui.customers.view import CustomersScreen, make_customers
from ui.desk import Desk
from ui.shared.theme import Theme, theme
from ui.shell.places import Place
from ui.shell.window import Window


class Elsewhere(QLabel):
    """A place that notes who was sent to it."""

    def __init__(self) -> None:
        super().__init__()
        self.people: list[int] = []

    def choose_people(self, ids: Sequence[int], letter: str = "", _facts: object = None) -> None:
        self.people, self.letter = list(ids), letter


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[Theme]:
    worn = theme()
    worn.follow("light")
    worn.less_motion = True
    yield worn
    worn.less_motion = False


@pytest.fixture
def desk(qtbot: QtBot, shop: ScenarioShop) -> Desk:
    desks: list[Desk] = []
    places = [
        Place("customers", "Customers", "account-group-outline", lambda: make_customers(desks[0])),
        Place("import", "Import", "tray-arrow-down", Elsewhere),
        Place("cards", "Cards", "email-edit-outline", Elsewhere),
    ]
    words = words_in("en")
    window = Window(words, places)
    qtbot.addWidget(window)
    desks.append(Desk(shop, words, window))
    return desks[0]


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk, shop: ScenarioShop) -> CustomersScreen:
    """The screen with whoever was in the book before it was asked for."""
    window = desk.window
    made = window.go("customers")
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert isinstance(made, CustomersScreen)
    made.table.setFocus()
    return made
