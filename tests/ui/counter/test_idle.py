"""Somebody goes away in the middle: she is asked, counted down, and forgotten."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.voice.answer import State
from tests.shop import ScenarioShop
from tests.ui.counter.conftest import Finger, opened
from tests.ui.counter.test_ten_customers import answers_of, nothing_is_left
from ui.counter.fading import Fading
from ui.counter.idle import Idle
from ui.counter.mode import CounterMode
from ui.counter.resting import AsleepPage, AttractPage
from ui.counter.times import Times
from ui.shared.theme import theme

HASTE = Times(idle=1200, warning=400, thanks=400, gift=400, hold=40, deaf=0, look=60_000)


@pytest.fixture
def mode(qtbot: QtBot, bakery: ScenarioShop) -> Iterator[CounterMode]:
    """A counter at which everybody must be quick."""
    yield from opened(bakery, HASTE)


def is_at_rest(mode: CounterMode) -> bool:
    return isinstance(mode.window.page, AttractPage)


def test_left_alone_it_asks_counts_down_and_begins_anew_in_the_language_of_the_shop(
    qtbot: QtBot, bakery: ScenarioShop, mode: CounterMode, finger: Finger
) -> None:
    finger.on_screen()
    finger.on("language.he")
    finger.on("face.2")
    qtbot.waitUntil(lambda: mode.window.still is not None)
    assert mode.window.still is not None
    assert mode.window.still.seconds.text() == "1"
    qtbot.waitUntil(lambda: is_at_rest(mode))
    nothing_is_left(mode)
    assert mode.window.page.words.language == "en"
    (answer,) = answers_of(bakery)
    assert answer.state is State.PARTIAL
    assert answer.counts


def test_a_touch_on_the_question_whether_one_is_there_goes_on_and_answers_nothing_else(
    qtbot: QtBot, bakery: ScenarioShop, mode: CounterMode, finger: Finger
) -> None:
    finger.on_screen()
    place = finger.find("face.1")
    point = place.mapTo(finger.screen, place.rect().center())
    qtbot.waitUntil(lambda: mode.window.still is not None)
    finger.at(point)
    assert mode.window.still is None
    assert finger.sees("face.1")
    assert answers_of(bakery) == []


def test_what_somebody_had_written_is_kept_and_seen_by_nobody_else(
    qtbot: QtBot, bakery: ScenarioShop, mode: CounterMode, finger: Finger
) -> None:
    finger.on_screen()
    finger.on("face.1")
    finger.on("skip")
    finger.types("cold")
    QGuiApplication.clipboard().setText("cold coffee")
    qtbot.waitUntil(lambda: is_at_rest(mode))
    nothing_is_left(mode)
    assert answers_of(bakery)[0].comment == "Cold"


def test_where_the_shop_does_not_keep_partial_answers_they_do_not_count(
    qtbot: QtBot, bakery: ScenarioShop, mode: CounterMode, finger: Finger
) -> None:
    bakery.settings.change(keep_partial=False)
    finger.on_screen()
    finger.on("face.1")
    qtbot.waitUntil(lambda: is_at_rest(mode))
    assert not answers_of(bakery)[0].counts


def test_the_thank_you_page_closes_by_itself(
    qtbot: QtBot, mode: CounterMode, finger: Finger
) -> None:
    finger.on_screen()
    finger.on("face.5")
    finger.on("skip")
    finger.on("skip")
    assert finger.sees("close")
    qtbot.waitUntil(lambda: is_at_rest(mode))
    nothing_is_left(mode)


def test_a_pin_that_nobody_types_goes_away(qtbot: QtBot, mode: CounterMode, finger: Finger) -> None:
    finger.on_screen()
    mode.window.ask_pin()
    finger.dials("24")
    qtbot.waitUntil(lambda: mode.window.pin is None)
    assert is_at_rest(mode)


def test_each_person_has_widgets_of_her_own(mode: CounterMode, finger: Finger) -> None:
    finger.on_screen()
    first = finger.find("face.1")
    gone: list[bool] = []
    first.destroyed.connect(lambda: gone.append(True))
    finger.on("face.1")
    finger.on("start over")
    finger.on_screen()
    assert finger.find("face.1") is not first
    assert not [one for one in mode.window.findChildren(QWidget) if one is first]


def test_outside_of_opening_hours_it_sleeps_and_a_touch_says_when_the_shop_opens(
    bakery: ScenarioShop, mode: CounterMode, finger: Finger
) -> None:
    bakery.settings.change(opening_hours="mo-sa 07:00-18:00")  # and it is Sunday
    mode.counter.look()
    assert isinstance(mode.window.page, AsleepPage)
    assert not finger.sees("face.1")
    finger.on_screen()
    texts = [
        label.text() for label in mode.window.page.findChildren(QWidget) if hasattr(label, "text")
    ]
    assert any("tomorrow at 7:00" in text for text in texts)
    assert not mode.counter.is_somebody_there


def test_it_wakes_when_the_shop_opens(
    bakery: ScenarioShop, mode: CounterMode, finger: Finger
) -> None:
    bakery.settings.change(opening_hours="mo-sa 07:00-18:00")
    mode.counter.look()
    bakery.time.passes(days=1)
    mode.counter.look()
    assert is_at_rest(mode)
    finger.on_screen()
    assert finger.sees("face.1")


def test_twenty_seconds_of_which_the_last_five_warn() -> None:
    times = Times()
    assert (times.idle, times.warning) == (20_000, 5_000)


def test_the_seconds_before_a_visit_ends_are_counted_once_each(qtbot: QtBot) -> None:
    idle, counted = Idle(300, 200), []
    idle.warned.connect(counted.append)
    idle.begin()
    with qtbot.waitSignal(idle.gone):
        assert not idle.is_warning
    assert counted == [1]


def test_the_page_before_fades_and_is_gone_when_somebody_else_comes(
    qtbot: QtBot, mode: CounterMode, finger: Finger
) -> None:
    theme().less_motion = False
    finger.on_screen()
    finger.on("face.4")
    assert mode.window.findChild(Fading) is not None
    finger.on("start over")
    assert not [one for one in mode.window.findChildren(Fading) if one.isVisible()]
    qtbot.waitUntil(lambda: mode.window.findChild(Fading) is None)
