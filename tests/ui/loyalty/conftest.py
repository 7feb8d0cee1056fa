"""The counter in a real window over a shop of its own."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.loyalty.programme import Programme, Reward, StampDeal
from resources.words import words_in
from tests.shop import ScenarioShop
from ui.customers.view import make_customers
from ui.desk import Desk
from ui.loyalty.programme_view import ProgrammeScreen, make_programme
from ui.loyalty.view import LoyaltyScreen, make_loyalty
from ui.places import Places
from ui.shared.theme import Theme, theme
from ui.shell.places import Place
from ui.shell.window import Window
from ui.today.view import make_today

COFFEE = Reward(name="Free coffee", points=5)
CAKE = Reward(name="Whole cake", points=400, kind="amount", value=30000)
STAMPS = StampDeal(name="Coffee card", goal=3, reward="A coffee")


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[Theme]:
    worn = theme()
    worn.follow("light")
    worn.less_motion = True
    yield worn
    worn.less_motion = False


@pytest.fixture(autouse=True)
def rewards(shop: ScenarioShop) -> None:
    shop.till.programmes.change(Programme(rewards=(COFFEE, CAKE), stamps=STAMPS))


@pytest.fixture
def desk(qtbot: QtBot, shop: ScenarioShop) -> Iterator[Desk]:
    desks: list[Desk] = []
    places = [
        Place("today", "Today", "white-balance-sunny", lambda: make_today(desks[0])),
        Place("customers", "Customers", "account-group-outline", lambda: make_customers(desks[0])),
        Place("loyalty", "Loyalty", "star-circle-outline", lambda: make_loyalty(desks[0])),
        Place("programme", "Programme", "star-cog-outline", lambda: make_programme(desks[0])),
    ]
    words = words_in("en")
    window = Window(words, places)
    qtbot.addWidget(window)
    desks.append(Desk(shop, words, window))
    Places().open_in(window, desks[0])
    window.stack.places |= {place.key: place for place in places}
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield desks[0]
    QThreadPool.globalInstance().waitForDone()
    desks[0].leave()


@pytest.fixture
def counter(desk: Desk) -> LoyaltyScreen:
    made = desk.window.go("loyalty")
    assert isinstance(made, LoyaltyScreen)
    return made


@pytest.fixture
def programme(desk: Desk) -> ProgrammeScreen:
    made = desk.window.go("programme")
    assert isinstance(made, ProgrammeScreen)
    return made
