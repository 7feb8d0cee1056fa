"""A small shop and its window, as the Settings screen is used in it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.shop import Shop
from tests.shop import Time
from ui.desktop import Desktop
from ui.shared.theme import theme

ENVIRON = {"USER": "Jana", "LANG": "en_GB.UTF-8", "TZ": "Europe/London"}


@pytest.fixture
def time() -> Time:
    return Time(datetime(2026, 11, 22, 8, tzinfo=UTC))


@pytest.fixture
def folder(tmp_path: Path, time: Time) -> Path:
    shop = Shop.open(tmp_path / "shop", time, ENVIRON)
    place = {"country": "GB", "language": "en", "zone": "Europe/London"}
    shop.settings.change(name="The Mill", set_up=True, **place)
    for name in ("Cíl", "Čáp", "Chalupa", "Hora"):
        shop.customers.add(shop.today(), first_name="Jan", last_name=name)
    shop.close()
    return tmp_path / "shop"


def opened(folder: Path, time: Time, language: str | None = None) -> Iterator[Desktop]:
    theme().less_motion = True
    desktop = Desktop(folder, language, clock=time, environ=ENVIRON)
    desktop.open()
    yield desktop
    window = desktop.window
    desktop.leave()
    if window is not None:
        window.deleteLater()
    theme().less_motion = False
    theme().follow("light")
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def desktop(qtbot: object, folder: Path, time: Time) -> Iterator[Desktop]:
    yield from opened(folder, time)
