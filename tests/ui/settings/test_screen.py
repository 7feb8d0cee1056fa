"""Settings as an owner changes them, in the shop's own window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.people import directory, order
from app.shop import Shop
from tests.shop import Time
from tests.ui.settings.conftest import opened
from ui.desktop import Desktop
from ui.settings.view import SettingsScreen
from ui.shared.sidebar import NavButton
from ui.shared.theme import theme
from ui.shell.window import Window

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def in_english(qtbot: QtBot, folder: Path, time: Time) -> Iterator[Desktop]:
    """Opened with `--lang en`."""
    yield from opened(folder, time, "en")


def window_of(desktop: Desktop) -> Window:
    assert isinstance(desktop.window, Window)
    return desktop.window


def settings_of(desktop: Desktop) -> SettingsScreen:
    """Goes there."""
    screen = window_of(desktop).go("settings")
    assert isinstance(screen, SettingsScreen)
    return screen


def shop_of(desktop: Desktop) -> Shop:
    assert desktop.desk is not None
    return desktop.desk.shop


def part(screen: QWidget, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    found = screen.findChild(kind, f"setting.{name}")
    assert found is not None, name
    return found


def press(qtbot: QtBot, screen: QWidget, name: str) -> None:
    qtbot.mouseClick(part(screen, name, QPushButton), LEFT)


def type_into(qtbot: QtBot, screen: QWidget, name: str, text: str) -> QLineEdit:
    field = part(screen, name)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    return field


def choose(screen: QWidget, name: str, key: str) -> None:
    """As the list of a combo box tells it when one of its lines is clicked."""
    combo = part(screen, name)
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())


def last_names(desktop: Desktop) -> list[str]:
    shop = shop_of(desktop)
    ids = directory.ids(shop.book, directory.Shown())
    return [str(one.last_name) for one in shop.customers.several(ids)]


def test_settings_stand_at_the_foot_of_the_sidebar(qtbot: QtBot, desktop: Desktop) -> None:
    window = window_of(desktop)
    buttons = {one.entry.key: one for one in window.sidebar.findChildren(NavButton)}
    assert buttons["settings"].y() > window.sidebar.height() / 2 > buttons["cards"].y()
    qtbot.mouseClick(buttons["settings"], LEFT)
    assert isinstance(window.stack.currentWidget(), SettingsScreen)


def test_everything_is_shown_as_it_is_kept(desktop: Desktop) -> None:
    screen = settings_of(desktop)
    name, country = part(screen, "name"), part(screen, "country")
    assert isinstance(name, QLineEdit)
    assert isinstance(country, QComboBox)
    assert name.text() == "The Mill"
    assert country.currentText() == "United Kingdom"
    assert part(screen, "zone").currentText() == "London, United Kingdom"  # type: ignore[attr-defined]
    assert part(screen, "currency").currentText() == "GBP  British Pound"  # type: ignore[attr-defined]
    for chosen in ("language.en", "leap_day.02-28", "theme.system"):
        assert part(screen, chosen).isChecked(), chosen  # type: ignore[attr-defined]


def test_the_shop_is_renamed_at_once_and_named_back_by_undo(qtbot: QtBot, desktop: Desktop) -> None:
    window, screen = window_of(desktop), settings_of(desktop)
    qtbot.keyClick(type_into(qtbot, screen, "name", "Old Mill"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.sidebar.mark.accessibleName() == "Old Mill, Regulars")
    assert window.notice.words == "Settings changed"
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: window.sidebar.mark.accessibleName() == "The Mill, Regulars")
    assert part(screen, "name").text() == "The Mill"  # type: ignore[attr-defined]


def test_a_shop_needs_a_name_and_escape_brings_it_back(qtbot: QtBot, desktop: Desktop) -> None:
    field = type_into(qtbot, settings_of(desktop), "name", " ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.accessibleDescription() == "What is your shop called?"
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.accessibleDescription()) == ("The Mill", "")
    assert shop_of(desktop).settings.read().name == "The Mill"


def test_the_owner_is_named_at_the_foot(qtbot: QtBot, desktop: Desktop) -> None:
    field = type_into(qtbot, settings_of(desktop), "owner", "Eleanor Miller")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    person = window_of(desktop).sidebar.person
    qtbot.waitUntil(lambda: person.accessibleName() == "Eleanor Miller, Owner")


def test_a_country_brings_its_money_and_its_time_zones_to_the_front(desktop: Desktop) -> None:
    screen = settings_of(desktop)
    choose(screen, "country", "CZ")
    kept = shop_of(desktop).settings.read()
    assert (kept.country, kept.currency, kept.zone) == ("CZ", "CZK", "Europe/London")
    zone = part(screen, "zone")
    assert isinstance(zone, QComboBox)
    assert (zone.itemText(0), zone.currentText()) == (
        "Prague, Czechia",
        "London, United Kingdom",
    )
    choose(screen, "zone", "Europe/Prague")
    choose(screen, "currency", "EUR")
    assert shop_of(desktop).settings.read().zone == "Europe/Prague"
    assert shop_of(desktop).settings.read().currency == "EUR"


def test_the_leap_day_is_a_press(qtbot: QtBot, desktop: Desktop) -> None:
    press(qtbot, settings_of(desktop), "leap_day.03-01")
    assert shop_of(desktop).settings.read().leap_day == "03-01"


def test_the_window_turns_dark_and_light_again(qtbot: QtBot, desktop: Desktop) -> None:
    screen = settings_of(desktop)
    press(qtbot, screen, "theme.dark")
    qtbot.waitUntil(lambda: theme().dark)
    qtbot.keyClick(window_of(desktop), Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: not theme().dark)
    assert part(screen, "theme.system").isChecked()  # type: ignore[attr-defined]


def test_another_language_changes_the_window_at_once_and_undo_changes_it_back(
    qtbot: QtBot, desktop: Desktop
) -> None:
    before, screen = window_of(desktop), settings_of(desktop)
    assert last_names(desktop) == ["Čáp", "Chalupa", "Cíl", "Hora"]
    press(qtbot, screen, "language.cs")
    qtbot.waitUntil(lambda: desktop.window is not before)
    window = window_of(desktop)
    assert (window.words.language, window.stack.key) == ("cs", "settings")
    assert window.geometry() == before.geometry()
    assert window.notice.words == window.words("Settings changed")
    assert part(window, "language.cs").isChecked()  # type: ignore[attr-defined]
    assert last_names(desktop) == ["Cíl", "Čáp", "Hora", "Chalupa"]
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: window_of(desktop).words.language == "en")
    assert window_of(desktop).notice.words == "Undone: Settings changed"
    assert last_names(desktop) == ["Čáp", "Chalupa", "Cíl", "Hora"]


def test_hebrew_mirrors_the_window(qtbot: QtBot, desktop: Desktop) -> None:
    press(qtbot, settings_of(desktop), "language.he")
    qtbot.waitUntil(lambda: window_of(desktop).words.language == "he")
    window = window_of(desktop)
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    name = part(window, "name")
    qtbot.waitUntil(lambda: name.mapTo(window, QPoint(name.width(), 0)).x() > window.width() / 2)


def test_what_was_done_before_the_language_can_still_be_undone(
    qtbot: QtBot, desktop: Desktop
) -> None:
    screen = settings_of(desktop)
    qtbot.keyClick(type_into(qtbot, screen, "name", "Old Mill"), Qt.Key.Key_Return)
    press(qtbot, screen, "language.cs")
    qtbot.waitUntil(lambda: window_of(desktop).words.language == "cs")
    for _ in range(2):
        assert desktop.desk is not None
        desktop.desk.undo_last()
    qtbot.waitUntil(lambda: window_of(desktop).words.language == "en")
    assert shop_of(desktop).settings.read().name == "The Mill"


def test_a_large_book_is_put_in_order_on_the_side(
    qtbot: QtBot, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order, "AT_ONCE", 3)
    press(qtbot, settings_of(desktop), "language.cs")
    assert window_of(desktop).job_strip.isVisible()
    qtbot.waitUntil(lambda: window_of(desktop).words.language == "cs")
    assert last_names(desktop) == ["Cíl", "Čáp", "Hora", "Chalupa"]
    qtbot.keyClick(window_of(desktop), Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: window_of(desktop).words.language == "en")


def test_the_language_waits_for_work_under_way(qtbot: QtBot, desktop: Desktop) -> None:
    window, screen = window_of(desktop), settings_of(desktop)
    window.job_strip.show_work("Printing", 1, 2)
    press(qtbot, screen, "language.cs")
    assert shop_of(desktop).settings.read().language == "cs"
    gone_by: list[int] = []
    # Behind what the change itself has put off until the next turn.
    QTimer.singleShot(0, lambda: gone_by.append(1))
    qtbot.waitUntil(lambda: bool(gone_by))
    assert desktop.window is window
    window.job_strip.hide()
    qtbot.waitUntil(lambda: window_of(desktop).words.language == "cs")


def test_a_window_opened_in_a_language_of_its_own_says_that_it_keeps_it(
    qtbot: QtBot, in_english: Desktop
) -> None:
    window, screen = window_of(in_english), settings_of(in_english)
    usual = screen.answers["language"].control.accessibleDescription()
    assert usual == "Also that of customers who have no language of their own."
    press(qtbot, screen, "language.cs")
    said = screen.answers["language"].control.accessibleDescription()
    assert said.startswith("This window was opened in another language, English.")
    assert in_english.window is window


def test_the_wheel_scrolls_and_chooses_nothing(desktop: Desktop) -> None:
    combo = part(settings_of(desktop), "country")
    assert isinstance(combo, QComboBox)
    before = combo.currentIndex()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combo, turn)
    assert combo.currentIndex() == before


def test_every_question_is_reached_by_tab(qtbot: QtBot, desktop: Desktop) -> None:
    window, screen = window_of(desktop), settings_of(desktop)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    reached: list[str] = []
    part(screen, "name").setFocus()
    for _ in range(len(screen.answers)):
        there = QApplication.focusWidget()
        assert there is not None
        reached.append(there.objectName().removeprefix("setting.").partition(".")[0])
        qtbot.keyClick(there, Qt.Key.Key_Tab)
    assert reached == list(screen.answers)


def test_settings_open_by_their_key(qtbot: QtBot, desktop: Desktop) -> None:
    window = window_of(desktop)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    assert window.stack.key == "settings"


def test_who_is_on_which_list_is_asked_in_plain_numbers(qtbot: QtBot, desktop: Desktop) -> None:
    screen, shop = settings_of(desktop), shop_of(desktop)
    for name, text in (("regular_months", "4"), ("rhythm_visits", "5"), ("lapsed_months", "12")):
        qtbot.keyClick(type_into(qtbot, screen, name, text), Qt.Key.Key_Return)
    measures = shop.asked().measures
    assert (measures.regular_months, measures.rhythm_visits, measures.lapsed_months) == (4, 5, 12)
    assert window_of(desktop).notice.words == "Settings changed"


def test_a_number_that_no_list_can_go_by_is_said_at_its_field(
    qtbot: QtBot, desktop: Desktop
) -> None:
    screen, shop = settings_of(desktop), shop_of(desktop)
    for text in ("2", "many", "3.5", ""):
        field = type_into(qtbot, screen, "rhythm_visits", text)
        qtbot.keyClick(field, Qt.Key.Key_Backspace if not text else Qt.Key.Key_Return)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        said = field.accessibleDescription()
        assert said == "Please write a whole number from 3 to 120.", text
    assert shop.settings.read().rhythm_visits == 3
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "3"


def test_shifts_are_whole_hours_and_days_are_numbers(qtbot: QtBot, desktop: Desktop) -> None:
    screen = settings_of(desktop)
    qtbot.keyClick(type_into(qtbot, screen, "shifts", "17, 9"), Qt.Key.Key_Return)
    assert shop_of(desktop).settings.read().shifts == "09:00 17:00"
    field = type_into(qtbot, screen, "shifts", "half past nine")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.accessibleDescription() == "Please write whole hours, such as 12:00 17:00."
    qtbot.keyClick(type_into(qtbot, screen, "case_days", "3"), Qt.Key.Key_Return)
    assert shop_of(desktop).settings.read().case_days == 3
