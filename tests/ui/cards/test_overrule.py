"""A warning is overruled, with a reason or without."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.cards.overrule import SHADOW, Overrule
from ui.shared.buttons import Button
from ui.shared.warning import Warn

LEFT = Qt.MouseButton.LeftButton
REASONS = (
    "She asked for it",
    "Family",
    "He laughed about it on the phone last Thursday morning, all is well",
)


class Scene:
    """A warning at the foot of a window, and the question that its act opens."""

    def __init__(self, words, stand):
        self.warn = Warn("Radek has an open complaint", "Left out.")
        self.act = self.warn.add_act("Send anyway")
        self.other = Button("Elsewhere")
        self.window = stand(self.other, self.warn, wide=700, high=420)
        self.asked = Overrule(words, self.window)
        self.act.clicked.connect(lambda: self.asked.ask("radek", self.act, REASONS))


@pytest.fixture
def scene(way, stand):
    return Scene(way, stand)


@pytest.fixture
def opened(qtbot, scene):
    qtbot.mouseClick(scene.act, LEFT)
    qtbot.waitUntil(scene.asked.reason.hasFocus)
    return scene


def test_enter_overrules_without_a_reason(qtbot, opened):
    with qtbot.waitSignal(opened.asked.overruled) as told:
        qtbot.keyClick(opened.asked.reason, Qt.Key.Key_Return)
    assert told.args == ["radek", ""]
    assert not opened.asked.isVisible()
    assert opened.act.hasFocus()


def test_a_reason_is_taken_along(qtbot, opened):
    QTest.keyClicks(opened.asked.reason, "  Settled by phone ")
    with qtbot.waitSignal(opened.asked.overruled) as told:
        qtbot.mouseClick(opened.asked.act, LEFT)
    assert told.args == ["radek", "Settled by phone"]


def test_a_remembered_reason_is_one_press(qtbot, opened):
    with qtbot.waitSignal(opened.asked.overruled) as told:
        qtbot.mouseClick(opened.asked.remembered[1], LEFT)
    assert told.args == ["radek", "Family"]


def test_a_long_reason_is_shortened_on_its_chip_but_kept_whole(qtbot, opened):
    chip = opened.asked.remembered[2]
    assert chip.text() != REASONS[2]
    assert (chip.toolTip(), chip.accessibleName()) == (REASONS[2], REASONS[2])
    assert chip.geometry().right() < opened.asked.width() - SHADOW
    with qtbot.waitSignal(opened.asked.overruled) as told:
        qtbot.mouseClick(chip, LEFT)
    assert told.args == ["radek", REASONS[2]]


def test_escape_leaves_the_warning_standing(qtbot, opened):
    with qtbot.assertNotEmitted(opened.asked.overruled):
        qtbot.keyClick(opened.asked.reason, Qt.Key.Key_Escape)
    assert not opened.asked.isVisible()
    assert opened.act.hasFocus()


def test_a_press_elsewhere_leaves_it_too_and_still_counts_there(qtbot, opened):
    with qtbot.assertNotEmitted(opened.asked.overruled), qtbot.waitSignal(opened.other.clicked):
        qtbot.mouseClick(opened.other, LEFT)
    assert not opened.asked.isVisible()


def test_it_does_not_stay_behind_when_the_window_gets_another_size(qtbot, opened):
    opened.window.resize(640, 400)
    qtbot.waitUntil(lambda: not opened.asked.isVisible())


def test_a_press_inside_leaves_it_open(qtbot, opened):
    qtbot.mouseClick(opened.asked, LEFT, pos=opened.asked.rect().center())
    assert opened.asked.isVisible()


def test_it_takes_the_words_of_the_button_it_stands_beside(opened):
    assert opened.asked.act.text() == "Send anyway"
    assert opened.window.rect().contains(opened.asked.geometry())


def test_it_ends_where_its_button_ends(opened):
    button = opened.act.mapTo(opened.window, opened.act.rect().topLeft()).x()
    panel = opened.asked.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    if opened.asked.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        assert panel.left() == button
    else:
        assert panel.right() + 1 == button + opened.act.width()


def test_at_the_foot_of_the_window_it_stands_above(qtbot, scene):
    scene.window.resize(700, 130)
    scene.window.layout().setContentsMargins(11, 300, 11, 11)
    scene.window.resize(700, 460)
    qtbot.waitUntil(lambda: scene.act.mapTo(scene.window, scene.act.rect().topLeft()).y() > 340)
    qtbot.mouseClick(scene.act, LEFT)
    top = scene.act.mapTo(scene.window, scene.act.rect().topLeft()).y()
    assert scene.asked.geometry().bottom() - SHADOW < top


def test_a_second_question_begins_empty(qtbot, opened):
    QTest.keyClicks(opened.asked.reason, "Because")
    qtbot.keyClick(opened.asked.reason, Qt.Key.Key_Escape)
    opened.asked.ask("olga", opened.act)
    assert opened.asked.reason.text() == ""
    with qtbot.waitSignal(opened.asked.overruled) as told:
        qtbot.keyClick(opened.asked.reason, Qt.Key.Key_Return)
    assert told.args == ["olga", ""]
