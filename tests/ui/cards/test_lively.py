"""How lively the writing is."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ui.cards.lively import LivelyRow

LEFT = Qt.MouseButton.LeftButton


def said(value: int) -> str:
    return "very" if value > 66 else "a little" if value > 33 else "hardly"


@pytest.fixture
def row(way):
    made = LivelyRow(way, said)
    made.show_value(50)
    return made


def at(row, share: float) -> QPoint:
    """A place on the line, `share` of it from where reading begins."""
    mirrored = row.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return QPoint(round(row.slider.width() * (1 - share if mirrored else share)), 14)


def test_the_line_above_says_in_words_how_lively(stand, row):
    stand(row)
    assert row.line.aside == "a little"
    assert row.slider.accessibleDescription() == "a little"


def test_the_slider_tells_its_way_and_where_it_was_let_go(qtbot, stand, row):
    stand(row)
    moved, settled = [], []
    row.moved.connect(moved.append)
    row.settled.connect(settled.append)
    qtbot.mousePress(row.slider, LEFT, pos=at(row, 0.6))
    qtbot.mouseMove(row.slider, at(row, 0.8))
    assert len(moved) == 2
    assert settled == []
    qtbot.mouseRelease(row.slider, LEFT, pos=at(row, 0.8))
    assert settled == [row.value]
    assert row.line.aside == "very"


def test_an_arrow_moves_and_settles_it(qtbot, stand, row):
    stand(row)
    row.setFocus()
    mirrored = row.layoutDirection() == Qt.LayoutDirection.RightToLeft
    with qtbot.waitSignals([row.moved, row.settled]):
        qtbot.keyClick(row.slider, Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right)
    assert row.value == 51


def test_a_value_may_be_shown_silently(qtbot, stand, row):
    stand(row)
    with qtbot.assertNotEmitted(row.moved), qtbot.assertNotEmitted(row.settled):
        row.show_value(90)
    assert (row.value, row.line.aside) == (90, "very")


def test_the_wheel_scrolls_the_page_and_not_the_slider(stand, row):
    stand(row)
    wheel = QWheelEvent(
        QPointF(20, 14),
        QPointF(20, 14),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(row.slider, wheel)
    assert row.value == 50
