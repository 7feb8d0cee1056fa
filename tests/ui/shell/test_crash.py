"""One calm dialog, and the day goes on."""

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, qWarning
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resources.words import words_in
from ui.shell.crash import Crash
from ui.shell.crash_dialog import CrashDialog


@pytest.fixture
def crash(qapp: QApplication) -> Iterator[Crash]:
    made = Crash(words_in("en"), lambda: None)
    made.watch()
    yield made
    made.leave()
    if made.dialog is not None:
        made.dialog.close()


def break_something(words: str = "Tereza Horáková") -> None:
    try:
        int(words)
    except ValueError as broken:
        sys.excepthook(type(broken), broken, broken.__traceback__)


def unforeseen(caplog: pytest.LogCaptureFixture) -> list[str]:
    said = [record.getMessage() for record in caplog.records]
    return [line for line in said if line.startswith("unforeseen")]


def dialogs() -> list[CrashDialog]:
    return [
        w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog) and w.isVisible()
    ]


def test_a_crash_shows_one_dialog_however_often_it_breaks(
    qtbot: QtBot, crash: Crash, caplog: pytest.LogCaptureFixture
) -> None:
    break_something()
    break_something()
    qtbot.waitUntil(lambda: len(dialogs()) > 0)
    break_something()
    qtbot.waitUntil(lambda: len(unforeseen(caplog)) == 3)
    assert len(dialogs()) == 1


def test_after_the_dialog_the_next_crash_shows_again(qtbot: QtBot, crash: Crash) -> None:
    break_something()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    qtbot.keyClick(dialogs()[0], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: crash.dialog is None)
    break_something()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)


def test_a_crash_is_one_line_in_the_log_and_names_no_customer(
    crash: Crash, caplog: pytest.LogCaptureFixture
) -> None:
    break_something()
    (line,) = unforeseen(caplog)
    assert line.startswith("unforeseen: ValueError at test_crash.py:")
    assert "Tereza" not in line


def test_the_report_can_be_copied_and_names_no_customer(qtbot: QtBot, crash: Crash) -> None:
    break_something()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    qtbot.mouseClick(dialogs()[0].copy, Qt.MouseButton.LeftButton)
    report = QApplication.clipboard().text()
    assert "ValueError" in report
    assert "break_something" in report
    assert "Tereza" not in report


def test_a_crash_in_another_thread_is_shown_too(qtbot: QtBot, crash: Crash) -> None:
    thread = threading.Thread(target=[].pop)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)


def test_what_qt_says_goes_to_the_log(crash: Crash, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        qWarning("a font is missing")
    assert "a font is missing" in caplog.text
