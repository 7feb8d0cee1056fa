"""The button that hands something over."""

from PySide6.QtGui import QMouseEvent

from ui.shared.buttons import Button


class HandingOver(Button):
    """In a hurry one clicks twice, and means one coffee: a double click hands over one."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
