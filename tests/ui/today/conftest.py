"""The light theme before every test of Today."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.shared.theme import Theme, theme


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[Theme]:
    worn = theme()
    worn.follow("light")
    worn.less_motion = True
    yield worn
    worn.less_motion = False
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
