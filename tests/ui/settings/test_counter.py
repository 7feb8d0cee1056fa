"""How counter mode is set, among the other questions of the Settings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from ui.desktop import Desktop
from ui.settings.view import SettingsScreen


@pytest.fixture
def screen(desktop: Desktop) -> SettingsScreen:
    assert desktop.desk is not None
    shown = desktop.desk.window.go("settings")
    assert isinstance(shown, SettingsScreen)
    return shown


def writes(screen: SettingsScreen, key: str, text: str) -> None:
    field = screen.answers[key].control
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def kept(desktop: Desktop, key: str) -> object:
    assert desktop.desk is not None
    return getattr(desktop.desk.shop.settings.read(), key)


def test_opening_hours_are_kept_when_they_can_be_read(
    desktop: Desktop, screen: SettingsScreen
) -> None:
    writes(screen, "opening_hours", "mo-fr 7-18")
    assert kept(desktop, "opening_hours") == "mo-fr 7-18"
    writes(screen, "opening_hours", "whenever")
    assert kept(desktop, "opening_hours") == "mo-fr 7-18"
    assert "mo-fr 07:00-18:00" in screen.answers["opening_hours"]._below.text()


def test_an_address_for_reviews_gets_what_is_missing_of_it(
    desktop: Desktop, screen: SettingsScreen
) -> None:
    writes(screen, "review_link", "g.page/mill")
    assert kept(desktop, "review_link") == "https://g.page/mill"
    writes(screen, "review_link", "our page")
    assert kept(desktop, "review_link") == "https://g.page/mill"


@pytest.mark.parametrize("key", ["keep_partial", "show_results"])
def test_yes_and_no_are_one_touch(desktop: Desktop, screen: SettingsScreen, key: str) -> None:
    before = kept(desktop, key)
    chip = screen.findChild(QPushButton, f"setting.{key}.{not before}")
    assert chip is not None
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert kept(desktop, key) is (not before)


def test_the_shops_words_stand_under_its_name(desktop: Desktop, screen: SettingsScreen) -> None:
    writes(screen, "shop_words", "Baked here since 1998")
    assert kept(desktop, "shop_words") == "Baked here since 1998"
