"""A shop whose counter is open, and a finger that touches its screen."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.keeping.pins import hashed
from app.voice.bank import STANDARD
from app.voice.questions import Option, Question
from app.voice.scales import Scale
from app.voice.survey import Survey
from tests.shop import ScenarioShop
from ui.counter.mode import CounterMode
from ui.counter.times import Times
from ui.shared.theme import theme

PIN = "2468"
PIN_KEPT = hashed(PIN)
VISIT = Question(
    key="visit",
    scale=Scale.CSAT,
    texts={
        "en": "How was your visit today?",
        "cs": "Jak se vám dnes u nás líbilo?",
        "he": "איך היה לכם אצלנו היום?",
    },
)
FRIEND = Question(
    key="friend",
    scale=Scale.NPS,
    asks_why=True,
    texts={
        "en": "Would you send a friend to us?",
        "cs": "Doporučili byste nás známým?",
        "kk": "Бізді достарыңызға ұсынар ма едіңіз?",
        "he": "האם הייתם ממליצים עלינו לחבר?",
    },
)
TOOK = Question(
    key="took",
    scale=Scale.CHOICES,
    texts={"en": "What did you take?", "cs": "Co jste si vzali?", "he": "מה לקחתם?"},
    options=(
        Option(key="bread", texts={"en": "Bread", "cs": "Chléb", "he": "לחם"}),
        Option(key="cake", texts={"en": "Cake", "cs": "Dort", "he": "עוגה"}),
    ),
)
QUICK = Times(idle=60_000, thanks=60_000, gift=60_000, hold=40, deaf=0, look=60_000)
"""Nothing happens by itself within a test, and nobody needs to wait."""


def survey(*questions: Question, **more: Any) -> Survey:
    return Survey(key=STANDARD, name="Visit", questions=questions or (VISIT, FRIEND), **more)


@pytest.fixture(scope="session")
def screen_to_touch(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice()


class Finger:
    """Touches what is on the screen, and says when it is not there."""

    def __init__(self, mode: CounterMode, device: QPointingDevice) -> None:
        self._mode, self._device = mode, device

    @property
    def screen(self) -> QWidget:
        return self._mode.window

    def at(self, point: QPoint) -> None:
        """A touch at a point of the screen."""
        QTest.touchEvent(self.screen, self._device).press(1, point, self.screen).commit()
        QTest.touchEvent(self.screen, self._device).release(1, point, self.screen).commit()

    def on(self, name: str) -> None:
        """A touch in the middle of what is called so."""
        part = self.find(name)
        assert part.isEnabled(), name
        self.at(part.mapTo(self.screen, part.rect().center()))

    def on_screen(self) -> None:
        """A touch anywhere."""
        self.at(QPoint(600, 700))

    def sees(self, name: str) -> bool:
        return any(part.isVisible() for part in self.screen.findChildren(QWidget, name))

    def find(self, name: str) -> QWidget:
        (part,) = [one for one in self.screen.findChildren(QWidget, name) if one.isVisible()]
        return part

    def types(self, text: str) -> None:
        """Key by key on the keyboard of the screen."""
        for letter in text:
            self.on("key.space" if letter == " " else f"key.{letter}")

    def dials(self, digits: str) -> None:
        for digit in digits:
            self.on(f"pad.{digit}")


Asks = Callable[..., None]


@pytest.fixture
def bakery(shop: ScenarioShop) -> ScenarioShop:
    """It asks two questions, then for a word."""
    shop.settings.change(language="en", shop_words="Baked here since 1998", counter_pin=PIN_KEPT)
    shop.voice.surveys.save(survey())
    return shop


@pytest.fixture
def mode(qtbot: QtBot, bakery: ScenarioShop) -> Iterator[CounterMode]:
    yield from opened(bakery, QUICK)


def opened(shop: ScenarioShop, times: Times) -> Iterator[CounterMode]:
    theme().less_motion = True
    theme().cover()
    made = CounterMode(shop, times, full=False)
    made.window.resize(1280, 800)
    made.begin()
    QApplication.sendPostedEvents(None, 0)
    yield made
    made.leave()
    theme().less_motion = False
    QGuiApplication.clipboard().clear()
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def finger(mode: CounterMode, screen_to_touch: QPointingDevice) -> Finger:
    return Finger(mode, screen_to_touch)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "shop"
