"""Lays parts out like words in a sentence: one after another, in a new line where one ends."""

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class Parts(QLayout):
    """What every layout of ours in rows has: its parts in order, and as much height as the width asks for."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True


class Flow(Parts):
    """Mirrored where Hebrew reads; a part wider than the line gets a line to itself."""

    def __init__(self, *, across: int = 8, down: int = 8) -> None:
        super().__init__()
        self._across, self._down = across, down

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, place=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(QSize(0, item.minimumSize().height()))
        return size

    def show_parts(self, parts: list[QWidget]) -> None:
        """These instead of what stood here."""
        while item := self.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for part in parts:
            self.addWidget(part)

    def _lay(self, rect: QRect, *, place: bool) -> int:
        """Where everything goes in `rect`; answers how high that is."""
        x = y = line = 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            wide = min(hint.width(), rect.width())
            if x and x + wide > rect.width():
                x, y, line = 0, y + line + self._down, 0
            high = max(hint.height(), item.heightForWidth(wide))
            if place:
                spot = QRect(rect.x() + x, rect.y() + y, wide, high)
                item.setGeometry(QStyle.visualRect(self._direction(), rect, spot))
            x, line = x + wide + self._across, max(line, high)
        return y + line

    def _direction(self) -> Qt.LayoutDirection:
        widget = self.parentWidget()
        return widget.layoutDirection() if widget else Qt.LayoutDirection.LeftToRight
