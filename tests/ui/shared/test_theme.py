"""The look follows the system, or what the owner chose."""

import subprocess
import sys

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.shared.fonts import font, width
from ui.shared.icons import pixmap
from ui.shared.text import Text
from ui.shared.theme import Theme, colour
from ui.shared.tokens import DARK, LIGHT


def test_dark_repaints_the_whole_application(
    qapp: QApplication, qtbot: QtBot, light: Theme
) -> None:
    with qtbot.waitSignal(light.changed):
        light.follow("dark")
    assert light.dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.canvas)
    assert colour("ink") == QColor(DARK.ink)


def test_words_on_the_screen_change_colour_with_the_theme(qtbot: QtBot, light: Theme) -> None:
    words = Text("Customer since March 2021", 13, ink="ink2")
    qtbot.addWidget(words)
    assert words.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.ink2)
    light.follow("dark")
    assert words.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.ink2)


def test_the_owner_s_accent_is_worn_until_it_is_taken_off(light: Theme) -> None:
    light.wear("#1F5266")
    assert colour("accent") == QColor("#1F5266")
    light.wear(None)
    assert colour("accent") == QColor(LIGHT.accent)


def test_a_name_is_never_taken_for_markup(qtbot: QtBot) -> None:
    words = Text("<b>Bold & Sons</b>")
    qtbot.addWidget(words)
    assert words.sizeHint().width() > Text("Bold & Sons").sizeHint().width()


def test_weights_are_drawn_and_not_smeared() -> None:
    assert font(14, 600).variableAxisValue(QFont.Tag("wght")) == 600
    assert width("Customers", font(14, 600)) > width("Customers", font(14, 400))


def test_figures_stand_in_columns() -> None:
    assert width("1111", font(20)) != width("0000", font(20))
    assert width("1111", font(20, tabular=True)) == width("0000", font(20, tabular=True))


def test_nothing_is_smaller_than_twelve_pixels() -> None:
    assert font(9).pixelSize() == 12


def test_an_icon_is_sharp_on_a_screen_of_two_to_one() -> None:
    picture = pixmap("cake-variant-outline", "#000000", 20, 2.0)
    assert (picture.width(), picture.deviceIndependentSize().width()) == (40, 20)
    assert not picture.toImage().allGray() or picture.hasAlpha()


def test_the_look_loads_neither_qtawesome_nor_the_registry_of_fonts() -> None:
    # Each of them costs more than the whole window.
    asked = (
        "import sys; from PySide6.QtWidgets import QApplication; a = QApplication([]);"
        "from ui.shared.theme import theme; from ui.shared.icons import outline;"
        "theme(); outline('plus');"
        "print([m for m in ('qtawesome', 'fontpkg', 'numpy', 'babel') if m in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
