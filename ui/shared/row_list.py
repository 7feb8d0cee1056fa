"""A list of rows of one height that lies on the ground around it, and what stands in its rows."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

Says = Mapping[int, Callable[[Any], object]]
"""For each role what a row says of its thing."""
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Rows(QAbstractListModel):
    """One thing a row."""

    def __init__(self, parent: QObject, says: Says) -> None:
        super().__init__(parent)
        self._says = says
        self.shown: Sequence[Any] = ()

    def show_rows(self, things: Sequence[Any]) -> None:
        self.beginResetModel()
        self.shown = things
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        say = self._says.get(role)
        return say(self.shown[index.row()]) if say and index.isValid() else None


class RowList(QListView):
    """It has no frame, scrolls smoothly and never sideways, and nothing is written in it."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
