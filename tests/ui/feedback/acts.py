"""What a person does on the Feedback screen: presses, types, looks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ui.coupons.rows import LineRow
from ui.shared.buttons import RowButton
from ui.shared.combo import Combo
from ui.shared.fields import Area
from ui.shared.text import Text

LEFT = Qt.MouseButton.LeftButton


def press(qtbot: QtBot, screen: QWidget, name: str) -> None:
    """Scrolled to where it can be seen, as a person would."""

    def seen() -> list[QAbstractButton]:
        found = screen.findChildren(QAbstractButton, name)
        for one in found:
            scroll_to(one)
        return [one for one in found if one.isVisible() and not one.visibleRegion().isEmpty()]

    qtbot.waitUntil(lambda: bool(seen()))
    qtbot.mouseClick(seen()[0], LEFT)


def scroll_to(part: QWidget) -> None:
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(part)
        above = above.parentWidget()


def type_in(qtbot: QtBot, screen: QWidget, name: str, text: str) -> None:
    """Into a line or a few lines, or chosen where there is something to choose."""

    def seen() -> list[QWidget]:
        return [one for one in screen.findChildren(QWidget, name) if one.isVisible()]

    qtbot.waitUntil(lambda: len(seen()) == 1)
    (field,) = seen()
    if isinstance(field, Combo):
        field.choose(text)
        return
    control = field.lines if isinstance(field, Area) else field
    assert isinstance(control, QLineEdit | QPlainTextEdit)
    control.clear()
    qtbot.keyClicks(control, text)


def texts(screen: QWidget) -> list[str]:
    return [one.text() for one in screen.findChildren(Text) if one.isVisible()]


def sees(qtbot: QtBot, screen: QWidget, said: str) -> None:
    qtbot.waitUntil(lambda: said in texts(screen))


def rows(screen: QWidget) -> list[str]:
    """What the rows that can be pressed say aloud."""
    kinds = (*screen.findChildren(RowButton), *screen.findChildren(LineRow))
    return [one.accessibleName() for one in kinds if one.isVisible()]


def sees_row(qtbot: QtBot, screen: QWidget, said: str) -> None:
    qtbot.waitUntil(lambda: any(said in row for row in rows(screen)))
