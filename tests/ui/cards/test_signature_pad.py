"""The owner writes her signature."""

import dataclasses
import time
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.cards.nib import THICK, THIN, Nib
from ui.cards.signature_pad import SignatureDialog
from ui.cards.strokes import HIGH, UNKNOWN, WIDE, Signature
from ui.cards.writing_field import SCALE
from ui.shared.theme import colour, theme

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NO_KEY = Qt.KeyboardModifier.NoModifier
LINE = [(60, 60), (120, 90), (180, 60), (240, 90)]


@pytest.fixture
def pad(qtbot, way):
    made = SignatureDialog(way, None, ask=lambda _over, _words, chosen: chosen(Path("jana.svg")))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def field(pad):
    return pad.field


def mouse(field, kind, place, moment) -> None:
    at = QPointF(*place)
    held = NONE if kind == QEvent.Type.MouseButtonRelease else LEFT
    button = NONE if kind == QEvent.Type.MouseMove else LEFT
    event = QMouseEvent(kind, at, field.mapToGlobal(at), button, held, NO_KEY)
    event.setTimestamp(moment)
    QApplication.sendEvent(field, event)


def write(field, places=LINE, *, since=5000, step=10) -> None:
    """A stroke by mouse, one point every `step` milliseconds."""
    mouse(field, QEvent.Type.MouseButtonPress, places[0], since)
    for number, place in enumerate(places[1:], 1):
        mouse(field, QEvent.Type.MouseMove, place, since + number * step)
    mouse(field, QEvent.Type.MouseButtonRelease, places[-1], since + len(places) * step)


@cache
def pen_device() -> QPointingDevice:
    """Kept: the system holds on to its devices, too."""
    return QPointingDevice(
        "pen",
        7,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Pressure,
        1,
        2,
    )


def tablet(field, device, kind, place, pressure, moment) -> QTabletEvent:
    at = QPointF(*place)
    held = NONE if kind == QEvent.Type.TabletRelease else LEFT
    event = QTabletEvent(
        kind, device, at, field.mapToGlobal(at), pressure, 0, 0, 0, 0, 0, NO_KEY, LEFT, held
    )
    event.setTimestamp(moment)
    QApplication.sendEvent(field, event)
    return event


def inked(field) -> int:
    """How many pixels of the field are covered with ink."""
    picture, pen = field.grab().toImage(), QColor(colour("pen"))
    return sum(
        picture.pixelColor(x, y) == pen
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )


def test_a_stroke_is_kept_in_millimetres_and_seconds(field):
    write(field)
    (stroke,) = field.signature.strokes
    assert [(x, y) for x, y, _, _ in stroke] == [(x / 6, y / 6) for x, y in LINE]
    assert [seconds for _, _, seconds, _ in stroke] == pytest.approx([0, 0.01, 0.02, 0.03])
    assert {pressure for *_, pressure in stroke} == {UNKNOWN}


def test_it_is_drawn_while_it_is_written(field):
    empty = inked(field)
    mouse(field, QEvent.Type.MouseButtonPress, LINE[0], 5000)
    for number, place in enumerate(LINE[1:], 1):
        mouse(field, QEvent.Type.MouseMove, place, 5000 + number)
    assert inked(field) > empty + 20
    assert field.signature.strokes == ()


def test_the_field_is_the_same_in_every_direction(field):
    write(field, [(30, 60), (60, 60), (90, 60)])
    picture, pen = field.grab().toImage(), QColor(colour("pen"))
    assert picture.pixelColor(45, 60) == pen
    assert field.size().width() == WIDE * SCALE
    assert field.size().height() == HIGH * SCALE


def test_a_second_stroke_goes_on_in_time(field):
    write(field, since=5000)
    write(field, since=6000)
    assert field.signature.strokes[1][0][2] == pytest.approx(1.0)
    assert field.signature.ends_at == pytest.approx(1.03)


def test_a_press_alone_is_a_dot(field):
    write(field, [(300, 100)])
    assert len(field.signature.strokes[0]) == 1
    assert field.grab().toImage().pixelColor(300, 100) == QColor(colour("pen"))


def test_a_line_that_leaves_the_field_ends_there(field):
    write(field, [(60, 60), (60, 20), (60, -30), (120, -30), (120, 20), (120, 60)])
    first, second = field.signature.strokes
    assert [len(first), len(second)] == [2, 2]
    assert all(0 <= y <= HIGH for stroke in field.signature.strokes for _, y, _, _ in stroke)


def test_a_pen_writes_with_its_pressure_and_makes_no_mouse(field):
    device = pen_device()
    kinds = (QEvent.Type.TabletPress, QEvent.Type.TabletMove, QEvent.Type.TabletMove)
    for number, (kind, pressure) in enumerate(zip(kinds, (0.2, 0.9, 0.4), strict=True)):
        event = tablet(field, device, kind, LINE[number], pressure, 100 + number)
        assert event.isAccepted()
    tablet(field, device, QEvent.Type.TabletRelease, LINE[2], 0, 103)
    (stroke,) = field.signature.strokes
    assert [pressure for *_, pressure in stroke] == pytest.approx([0.2, 0.9, 0.4], abs=0.001)


def test_a_pen_that_only_hovers_writes_nothing(field):
    at = QPointF(60, 60)
    event = QTabletEvent(
        QEvent.Type.TabletMove, pen_device(), at, at, 0, 0, 0, 0, 0, 0, NO_KEY, NONE, NONE
    )
    QApplication.sendEvent(field, event)
    write(field)
    assert len(field.signature.strokes) == 1


def test_a_finger_writes_and_the_palm_beside_it_does_not(field):
    device = QTest.createTouchDevice()
    QTest.touchEvent(field, device).press(0, QPoint(60, 60), field).commit()
    QTest.touchEvent(field, device).move(0, QPoint(90, 60), field).press(
        1, QPoint(300, 200), field
    ).commit()
    QTest.touchEvent(field, device).move(0, QPoint(120, 60), field).move(
        1, QPoint(310, 200), field
    ).commit()
    QTest.touchEvent(field, device).release(0, QPoint(120, 60), field).move(
        1, QPoint(320, 200), field
    ).commit()
    QTest.touchEvent(field, device).release(1, QPoint(320, 200), field).commit()
    (stroke,) = field.signature.strokes
    assert {y for _, y, _, _ in stroke} == {10.0}
    assert stroke[-1][0] == 20.0


def test_strokes_are_taken_back_one_by_one(qtbot, pad, field):
    write(field)
    write(field, [(300, 100), (350, 120)])
    qtbot.mouseClick(pad.undo, LEFT)
    assert len(field.signature.strokes) == 1
    qtbot.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.signature.strokes == ()
    assert inked(field) == 0
    assert not pad.undo.isEnabled()


def test_beginning_anew_can_be_taken_back(qtbot, pad, field):
    write(field)
    before = field.signature
    qtbot.mouseClick(pad.anew, LEFT)
    assert field.signature.strokes == ()
    assert inked(field) == 0
    write(field, since=9000)
    assert field.signature.strokes[0][0][2] == 0
    qtbot.mouseClick(pad.undo, LEFT)
    qtbot.mouseClick(pad.undo, LEFT)
    assert field.signature == before


def test_time_never_runs_backwards(field):
    write(field, since=5000)
    write(field, since=1000)
    moments = [point[2] for stroke in field.signature.strokes for point in stroke]
    assert moments == sorted(moments)


def test_the_signature_is_handed_over_when_it_is_to_be_used(qtbot, pad, field):
    assert not pad.use.isEnabled()
    assert pad.use.toolTip()
    write(field)
    with qtbot.waitSignal(pad.accepted), qtbot.waitSignal(pad.used) as told:
        qtbot.mouseClick(pad.use, LEFT)
    (signature,) = told.args
    assert signature == field.signature
    with pytest.raises(dataclasses.FrozenInstanceError):
        signature.strokes = ()


def test_escape_leaves_everything_as_it_was(qtbot, pad, field):
    write(field)
    with qtbot.assertNotEmitted(pad.used), qtbot.waitSignal(pad.rejected):
        qtbot.keyClick(pad, Qt.Key.Key_Escape)


def test_with_keys_alone_a_picture_can_be_taken(qtbot, pad):
    pad.picture.setFocus()
    with qtbot.waitSignal(pad.picture_taken) as told:
        qtbot.keyClick(pad.picture, Qt.Key.Key_Space)
    assert told.args == [Path("jana.svg")]
    assert pad.isVisible()


def test_a_picture_that_will_not_do_is_told(qtbot, pad, field):
    pad.show_error("There is no ink on it.")
    assert pad.said_wrong == "There is no ink on it."
    write(field)
    assert pad.said_wrong == ""


def test_another_theme_draws_the_writing_anew(field):
    write(field)
    theme().follow("light" if theme().dark else "dark")
    assert inked(field) > 20


def test_the_last_of_thousands_of_points_is_drawn_as_fast_as_the_first(field):
    """In the time of this process, best of three rounds each."""

    def cost(points, since) -> float:
        best = 1e9
        for round_ in range(3):
            places = [(60 + (n * 7) % 500, 60 + (n * 13) % 120) for n in range(points)]
            began = time.process_time()
            write(field, places, since=since + round_ * 1000)
            field.grab()
            best = min(best, time.process_time() - began)
        return best

    first = cost(200, 1000)
    write(field, [(60 + (n * 11) % 500, 60 + (n * 17) % 120) for n in range(4000)], since=5000)
    assert cost(200, 90_000) < 3 * first


def test_a_slow_hand_writes_a_wider_line_than_a_quick_one():
    def last_width(step: float) -> float:
        nib = Nib()
        return [nib.width_at((n * 1.0, 5.0, n * step, UNKNOWN)) for n in range(30)][-1]

    assert THIN <= last_width(0.002) < last_width(0.02) < last_width(0.2) <= THICK


def test_pressure_makes_the_line_wide_and_never_suddenly():
    nib = Nib()
    widths = [nib.width_at((n * 1.0, 5.0, n * 0.01, n / 20)) for n in range(21) if n != 10]
    assert widths == sorted(widths)
    assert max(b - a for a, b in pairwise(widths)) < 0.06


def test_a_signature_is_plain():
    assert Signature(strokes=()).ends_at == 0.0
