"""What a person does on the Coupons screen: fills in fields, presses, looks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.coupons.form import Form, Weekdays
from ui.shared.combo import Combo
from ui.shared.text import Text

LEFT = Qt.MouseButton.LeftButton


def press(qtbot: QtBot, screen: QWidget, name: str) -> None:
    def seen() -> list[QPushButton]:
        return [one for one in screen.findChildren(QPushButton, name) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(seen()))
    qtbot.mouseClick(seen()[0], LEFT)


def fill(qtbot: QtBot, form: Form, **texts: str) -> None:
    for key, text in texts.items():
        control = form.fields[key].control
        if isinstance(control, Combo | Weekdays):
            control.choose(text)
        else:
            assert isinstance(control, QLineEdit)
            control.selectAll()
            qtbot.keyClick(control, Qt.Key.Key_Delete)
            qtbot.keyClicks(control, text)


def type_into(qtbot: QtBot, screen: QWidget, name: str, text: str) -> None:
    field = screen.findChild(QLineEdit, name)
    assert field is not None, name
    field.clear()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def texts(screen: QWidget) -> list[str]:
    return [one.text() for one in screen.findChildren(Text) if one.isVisible()]


def sees(qtbot: QtBot, screen: QWidget, said: str) -> None:
    qtbot.waitUntil(lambda: said in texts(screen))


def rows(screen: QWidget, name: str) -> list[str]:
    found = [one for one in screen.findChildren(QPushButton, name) if one.isVisible()]
    return [one.accessibleName() for one in found]


def wrong(form: Form, key: str) -> str:
    return form.fields[key].control.accessibleDescription()
