"""The Feedback screen and the form for slips in a real window over a shop of its own."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.voice.slips import Slips
from resources.words import words_in
from tests.shop import ScenarioShop
from ui.desk import Desk
from ui.feedback.slip_form import SlipFormPage, make_slip_form
from ui.feedback.view import FeedbackScreen
from ui.feedback.waiting import keep_count
from ui.places import Places
from ui.shared.theme import Theme, theme
from ui.shell.places import Place
from ui.shell.window import Window


class Elsewhere(QWidget):
    """Another place, which remembers how one was sent there."""

    sent: tuple[object, ...] = ()

    def choose_people(self, ids, letter="", facts=None):
        self.sent = (list(ids), letter, dict(facts or {}))

    def show_customer(self, customer):
        self.sent = (customer,)


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[Theme]:
    worn = theme()
    worn.follow("light")
    worn.less_motion = True
    yield worn
    worn.less_motion = False


@pytest.fixture
def slips(shop: ScenarioShop) -> Slips:
    """A hundred were printed: 1001 to 1100."""
    made = Slips(book=shop.book, settings=shop.settings, answers=shop.voice.answers)
    made.next_numbers(100)
    return made


@pytest.fixture
def desk(qtbot: QtBot, shop: ScenarioShop) -> Iterator[Desk]:
    desks: list[Desk] = []
    places = [
        Place("feedback", "Feedback", "message-text-outline", lambda: FeedbackScreen(desks[0])),
        Place("cards", "Cards", "email-edit-outline", Elsewhere),
        Place("customers", "Customers", "account-group-outline", Elsewhere),
        Place("slips", "Slips", "note-outline", lambda: make_slip_form(desks[0])),
    ]
    words = words_in("en")
    window = Window(words, places)
    qtbot.addWidget(window)
    desks.append(Desk(shop, words, window))
    Places().open_in(window, desks[0])
    window.stack.places |= {place.key: place for place in places}
    keep_count(desks[0])
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield desks[0]
    QThreadPool.globalInstance().waitForDone()
    desks[0].leave()


@pytest.fixture
def feedback(desk: Desk) -> FeedbackScreen:
    made = desk.window.go("feedback")
    assert isinstance(made, FeedbackScreen)
    return made


@pytest.fixture
def form(slips: Slips, desk: Desk) -> SlipFormPage:
    made = desk.window.go("slips")
    assert isinstance(made, SlipFormPage)
    return made
