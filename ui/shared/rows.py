"""The one model behind every list: it holds ids and fetches rows when they are drawn."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ui.shared.cells import Cell, Column, aloud, words_of

Fetch = Callable[[Sequence[int]], Mapping[int, Any]]
"""Rows by id; an id that is gone is left out."""
CHUNK = 64
KEPT = 1024
"""How many rows stay in memory."""
IdRole = int(Qt.ItemDataRole.UserRole)
CellRole = IdRole + 1
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RowsModel(QAbstractTableModel):
    """Ids in the order of the list; their rows come through `fetch`, a chunk at a time, when asked for."""

    sort_asked = Signal(str, bool)
    """Key of the column, and whether the greatest comes first."""

    def __init__(
        self,
        columns: Sequence[Column],
        titles: Sequence[str],
        fetch: Fetch,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._titles, self._fetch = tuple(titles), fetch
        self._ids: Sequence[int] = ()
        self._kept: OrderedDict[int, tuple[Cell, ...]] = OrderedDict()

    @property
    def ids(self) -> Sequence[int]:
        return self._ids

    def show_ids(self, ids: Sequence[int]) -> None:
        """Another list, or the same in another order; nothing is fetched yet."""
        self.beginResetModel()
        self._ids = ids
        self._kept.clear()
        self.endResetModel()

    def forget(self, ids: Sequence[int] | None = None) -> None:
        """These rows (or all) have changed: fetch them again when they are next drawn."""
        for gone in list(self._kept) if ids is None else ids:
            self._kept.pop(gone, None)
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def id_at(self, row: int) -> int:
        return self._ids[row]

    def cell(self, row: int, column: int) -> Cell:
        """What the cell shows; empty for a row that is gone."""
        cells = self._cells(row)
        return cells[column] if cells else ""

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == IdRole:
            return self._ids[index.row()]
        if role == CellRole:
            return self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return words_of(self.cell(index.row(), index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = aloud(self.cell(index.row(), index.column()))
            return f"{self._titles[index.column()]}: {said}" if said else ""
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role not in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            return None
        return self._titles[section]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self.columns) and self.columns[column].sortable:
            self.sort_asked.emit(self.columns[column].key, order == Qt.SortOrder.DescendingOrder)

    def _cells(self, row: int) -> tuple[Cell, ...]:
        wanted = self._ids[row]
        if wanted not in self._kept:
            self._take(row)
        self._kept.move_to_end(wanted)
        return self._kept[wanted]

    def _take(self, row: int) -> None:
        start = row - row % CHUNK
        missing = [one for one in self._ids[start : start + CHUNK] if one not in self._kept]
        found = self._fetch(missing)
        for one in missing:
            known = found.get(one)
            self._kept[one] = (
                tuple(c.cell(known) for c in self.columns) if known is not None else ()
            )
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
