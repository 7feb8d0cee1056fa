"""The inks: dots, a ring around one, its name above."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QRadioButton

from ui.cards.ink_dots import InkDots
from ui.shared.theme import colour, theme
from ui.shared.tokens import contrast

LEFT = Qt.MouseButton.LeftButton
INKS = [
    ("blue", "Blue ballpoint", "#1F2A5C"),
    ("black", "Black fineliner", QColor("#22201E")),
    ("brown", "Brown fountain pen", "#5B3A1E"),
]


@pytest.fixture
def inks(way):
    made = InkDots(way)
    made.show_inks(INKS, "blue")
    return made


def test_the_name_of_the_chosen_ink_stands_above(qtbot, stand, inks):
    stand(inks)
    assert inks.line.aside == "Blue ballpoint"
    with qtbot.waitSignal(inks.chosen) as told:
        qtbot.mouseClick(inks.dots.choices[2], LEFT)
    assert told.args == ["brown"]
    assert inks.line.aside == "Brown fountain pen"
    assert inks.key == "brown"


def test_the_arrows_choose_an_ink(qtbot, stand, inks):
    stand(inks)
    mirrored = inks.layoutDirection() == Qt.LayoutDirection.RightToLeft
    inks.setFocus()
    assert inks.dots.choices[0].hasFocus()
    with qtbot.waitSignal(inks.chosen) as told:
        key = Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right
        qtbot.keyClick(inks.dots.choices[0], key)
    assert told.args == ["black"]


def test_a_dot_has_its_ink_and_the_chosen_one_a_ring(stand, inks):
    stand(inks)
    chosen, other = (dot.grab().toImage() for dot in inks.dots.choices[::2])
    assert chosen.pixelColor(18, 18) == QColor("#1F2A5C")
    assert chosen.pixelColor(18, 1) == colour("accent")
    assert other.pixelColor(18, 18) == QColor("#5B3A1E")
    assert other.pixelColor(18, 1) != colour("accent")


def test_an_ink_can_always_be_told_from_its_ground(stand, inks):
    stand(inks)
    ground = theme().tokens.canvas
    for (_key, _name, ink), dot in zip(INKS, inks.dots.choices, strict=True):
        rim = dot.grab().toImage().pixelColor(18, 6).name()
        assert max(contrast(rim, ground), contrast(QColor(ink).name(), ground)) > 2


def test_dots_are_radio_buttons_with_the_names_of_the_inks(inks):
    assert all(isinstance(dot, QRadioButton) for dot in inks.dots.choices)
    assert [dot.accessibleName() for dot in inks.dots.choices] == [name for _, name, _ in INKS]
    assert inks.dots.choices[1].toolTip() == "Black fineliner"
