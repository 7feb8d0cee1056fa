"""Telling with Undo instead of asking."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.shared.notice import Notice, lines_of
from ui.shared.theme import Theme


def notice_on(ground: QWidget, seconds: float = 8) -> Notice:
    """Away from the corner, where the mouse of a screenless window lies."""
    notice = Notice(ground, seconds=seconds)
    notice.move(200, 200)
    return notice


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(800, 400)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_undo_takes_back_what_was_told(qtbot: QtBot, ground: QWidget) -> None:
    taken: list[str] = []
    notice = notice_on(ground)
    notice.tell("Tag added to 3 people", "Undo", lambda: taken.append("tag"))
    qtbot.mouseClick(notice.findChild(QPushButton, "undo"), Qt.MouseButton.LeftButton)
    assert taken == ["tag"]
    assert not notice.isVisible()


def test_what_was_taken_back_is_not_taken_back_twice(ground: QWidget) -> None:
    taken: list[str] = []
    notice = notice_on(ground)
    notice.tell("Tag added", "Undo", lambda: taken.append("tag"))
    assert notice.act()
    assert not notice.act()
    assert taken == ["tag"]


def test_what_is_too_long_for_one_line_stands_on_two(light: Theme) -> None:
    told = "4 cards saved and marked as printed: Birthday.pdf"
    assert lines_of(told, 600) == (told,)
    assert lines_of(told, 180) == ("4 cards saved and marked", "as printed: Birthday.pdf")
    assert lines_of("Donaudampfschifffahrtsgesellschaft", 50) == (
        "Donaudampfschifffahrtsgesellschaft",
    )


def test_what_is_asked_after_a_sale_is_read_whole_in_a_narrow_window(
    ground: QWidget, light: Theme
) -> None:
    told = "Төлеу керек: 0 ₸ · Сатылым жазылды: 12 ₸ · Сұраңыз: «Бүгін бізде бәрі қалай болды?»"
    notice = notice_on(ground)
    notice.tell(told, "Болдырмау", lambda: None)
    notice.lie_over(ground.rect().adjusted(0, 0, -390, 0), bottom=390)
    assert len(lines_of(told, 227)) == 3
    assert not notice.toolTip()
    usual = notice.sizeHint().height()
    assert notice.height() == usual + 8
    notice.lie_over(ground.rect().adjusted(0, 0, -560, 0), bottom=390)
    assert notice.toolTip() == told
    notice.tell("Saved")
    notice.lie_over(ground.rect(), bottom=390)
    assert notice.height() == usual
    assert not notice.toolTip()


def test_a_notice_goes_by_itself(qtbot: QtBot, ground: QWidget) -> None:
    notice = notice_on(ground, 0.02)
    with qtbot.waitSignal(notice.gone):
        notice.tell("Saved")
    assert notice.words == ""


def test_a_notice_fades_unless_less_motion_is_asked(
    qtbot: QtBot, ground: QWidget, light: Theme
) -> None:
    light.less_motion = False
    notice = notice_on(ground, 0.02)
    with qtbot.waitSignal(notice.gone):
        notice.tell("Saved")
    assert not notice.isVisible()
    notice.tell("Saved again")
    assert notice.graphicsEffect() is None


def test_a_notice_that_is_pointed_at_stays(qtbot: QtBot, ground: QWidget) -> None:
    notice = notice_on(ground, 0.02)
    here = QPointF(20, 20)
    notice.tell("Tag added", "Undo", lambda: None)
    QApplication.sendEvent(notice, QEnterEvent(here, here, here))
    with qtbot.assertNotEmitted(notice.gone, wait=120):
        pass
    QApplication.sendEvent(notice, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not notice.isVisible())


def test_the_next_notice_replaces_the_one_before(ground: QWidget) -> None:
    notice = notice_on(ground)
    notice.tell("First", "Undo", lambda: None)
    notice.tell("Second")
    assert notice.words == "Second"
    assert not notice.findChild(QPushButton, "undo").isVisible()
    assert not notice.act()
