"""The box of the writing on a card, dragged over the paper."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor

from ui.cards.margins import Margins
from ui.cards.measure import Measure
from ui.cards.text_box import GRIPS, TextBox
from ui.shared.buttons import Button
from ui.shared.paper import PaperSheet
from ui.shared.theme import colour

LEFT = Qt.MouseButton.LeftButton
A6 = (148.0, 105.0)
USUAL = Margins(11.5, 10.5, 11.5, 9.0)


@pytest.fixture
def box(way, stand):
    """On a card of four pixels a millimetre."""
    sheet = PaperSheet("Card", QSizeF(*A6), air=20)
    made = TextBox(way, sheet)
    made.show_box(A6, USUAL, USUAL)
    sheet.setFixedSize(148 * 4 + 40, 105 * 4 + 40)
    stand(Button("Before"), sheet, wide=700, high=560)
    return made


class Told:
    """What the box told, in the order of telling."""

    def __init__(self, box):
        self.dragged, self.settled = [], []
        box.dragged.connect(lambda *told: self.dragged.append(Margins(*told)))
        box.settled.connect(lambda *told: self.settled.append(Margins(*told)))


@pytest.fixture
def told(box):
    return Told(box)


def drag(qtbot, box, start: QPointF, across: int, down: int, *, drop=True):
    """Pixels; there are four in a millimetre."""
    start = start.toPoint()
    qtbot.mousePress(box, LEFT, pos=start)
    qtbot.mouseMove(box, start + QPoint(across // 2, down // 2))
    qtbot.mouseMove(box, start + QPoint(across, down))
    if drop:
        qtbot.mouseRelease(box, LEFT, pos=start + QPoint(across, down))


def painted(box, ink: QColor, area: QRectF) -> bool:
    picture = box.grab().toImage()
    points = (
        (x, y)
        for x in range(int(area.left()), int(area.right()))
        for y in range(int(area.top()), int(area.bottom()))
    )
    return any(picture.pixelColor(x, y) == ink for x, y in points)


def around(box, grip) -> QRectF:
    return QRectF(box.handle(grip) - QPointF(6, 6), QSizeF(12, 12))


def test_a_handle_drags_its_edges(qtbot, box, told):
    drag(qtbot, box, box.handle((1, 1)), -40, -20)
    assert told.settled == [Margins(11.5, 10.5, 21.5, 14.0)]
    assert told.dragged[-1] == told.settled[0]
    assert len(told.dragged) == 2


def test_the_left_edge_is_the_left_one_in_every_language(qtbot, box, told):
    drag(qtbot, box, box.handle((-1, 0)), 20, 0)
    assert told.settled == [Margins(16.5, 10.5, 11.5, 9.0)]


def test_a_drag_inside_moves_the_whole_box(qtbot, box, told):
    drag(qtbot, box, box.box().center(), 16, -12)
    assert told.settled == [Margins(15.5, 7.5, 7.5, 12.0)]


def test_a_press_with_a_little_tremor_moves_nothing(qtbot, box, told):
    drag(qtbot, box, box.box().center(), 4, 2)
    assert (told.dragged, told.settled) == ([], [])


def test_a_press_beside_the_box_is_left_to_the_paper(qtbot, box, told):
    drag(qtbot, box, QPointF(4, 4), 60, 60)
    assert told.settled == []
    assert not box.hasFocus() or box.margins == USUAL


def test_escape_gives_the_drag_back(qtbot, box, told):
    drag(qtbot, box, box.handle((1, 0)), -40, 0, drop=False)
    assert box.margins != USUAL
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.margins == USUAL
    assert told.dragged[-1] == USUAL
    qtbot.mouseRelease(box, LEFT, pos=QPoint(100, 100))
    assert told.settled == []


def test_what_the_caller_shows_waits_until_the_drag_is_over(qtbot, box, told):
    drag(qtbot, box, box.handle((1, 0)), -40, 0, drop=False)
    held = box.margins
    box.show_box(A6, USUAL, USUAL)
    assert box.margins == held
    qtbot.mouseRelease(box, LEFT, pos=QPoint(100, 100))
    assert told.settled == [held]


def test_a_double_click_brings_the_usual_margins_back(qtbot, box, told):
    box.show_box(A6, Margins(30, 20, 20, 20), USUAL)
    middle = box.box().center().toPoint()
    qtbot.mouseClick(box, LEFT, pos=middle)
    qtbot.mouseDClick(box, LEFT, pos=middle)
    assert told.settled == [USUAL]


def test_arrows_move_it_half_a_millimetre(qtbot, box, told):
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Right)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert told.settled == [Margins(12.0, 10.5, 11.0, 9.0), Margins(12.0, 10.0, 11.0, 9.5)]


def test_shift_and_arrows_change_its_size(qtbot, box, told):
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert told.settled[-1] == Margins(11.5, 10.5, 12.0, 8.5)


def test_a_key_that_is_held_down_settles_once(qtbot, box, told):
    box.setFocus()
    for _ in range(5):
        qtbot.keyPress(box, Qt.Key.Key_Down)
    assert (len(told.dragged), told.settled) == (5, [])
    qtbot.keyRelease(box, Qt.Key.Key_Down)
    assert told.settled == [Margins(11.5, 13.0, 11.5, 6.5)]


def test_it_is_seen_only_under_the_mouse_or_with_the_keyboard(qtbot, box):
    edge, place = colour("edge"), around(box, (-1, -1))
    qtbot.mouseMove(box, QPoint(2, 2))
    box.clearFocus()
    assert not painted(box, edge, place)
    qtbot.mouseMove(box, box.box().center().toPoint())
    assert all(painted(box, edge, around(box, grip)) for grip in GRIPS)
    box.event(QEvent(QEvent.Type.Leave))
    assert not painted(box, edge, place)
    box.setFocus(Qt.FocusReason.TabFocusReason)
    assert any(painted(box, colour(ink), place) for ink in ("accent", "pen"))


def test_while_it_is_dragged_the_millimetres_are_told(qtbot, box, way):
    measure = box.findChild(Measure)
    assert not measure.isVisible()
    drag(qtbot, box, box.handle((-1, 0)), 4, 0, drop=False)
    assert measure.isVisible()
    assert measure.accessibleName() == way("{n} mm", n="12.5")
    assert box.rect().contains(measure.geometry())
    qtbot.mouseRelease(box, LEFT, pos=QPoint(100, 100))
    assert not measure.isVisible()


def test_a_corner_tells_both_margins(qtbot, box, way):
    drag(qtbot, box, box.handle((1, 1)), -40, -40, drop=False)
    both = [way("{n} mm", n="21.5"), way("{n} mm", n="19")]
    assert box.findChild(Measure).accessibleName() == ", ".join(both)
    qtbot.mouseRelease(box, LEFT, pos=QPoint(100, 100))


def test_the_margins_are_told_aloud(qtbot, box):
    assert "11.5" in box.accessibleDescription()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Right)
    assert "11.5" not in box.accessibleDescription()


def test_it_grows_with_the_paper(qtbot, box):
    box.parentWidget().setFixedSize(148 * 2 + 40, 105 * 2 + 40)
    qtbot.waitUntil(lambda: box.width() == 148 * 2 + 40)
    assert box.box().left() == pytest.approx(20 + 2 * 11.5)


def test_czech_has_its_comma(light, stand):
    from resources.words import words_in
    from ui.cards.measure import millimetres

    assert millimetres(words_in("cs"), 12.5).startswith("12,5")
    assert millimetres(words_in("cs"), 12.0).startswith("12 ")
