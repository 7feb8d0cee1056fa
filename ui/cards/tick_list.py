"""Names to be ticked, in as many columns as there is room for; hundreds of them scroll."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.shared.easel import Easel
from ui.shared.fields import paint_box
from ui.shared.fonts import font
from ui.shared.row_list import NOWHERE, Index, RowList
from ui.shared.theme import colour

ROW, WIDE, BOX, INSET, BAR = 32, 216, 18, 8, 18
_CHECK = int(Qt.ItemDataRole.CheckStateRole)

_MOVE = QAbstractItemView.CursorAction
_MIRRORED = {_MOVE.MoveLeft: _MOVE.MoveRight, _MOVE.MoveRight: _MOVE.MoveLeft}

Name = tuple[int, str]
"""Whose it is, and the name."""


class TickList(RowList):
    """A press or Space ticks one, with Shift all from the last one that was ticked."""

    ticked = Signal()

    def __init__(self, label: str, *, most_rows: int) -> None:
        super().__init__(label)
        self._names = _Names()
        self._last, self._most = 0, most_rows
        self.by_keyboard = False
        self.setModel(self._names)
        self.setItemDelegate(_TickPainter(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)

    @property
    def ids(self) -> list[int]:
        """Those that are ticked, in the order of the list."""
        return self._names.ticked_ids()

    def show_names(self, names: Sequence[Name]) -> None:
        """With none of them ticked."""
        self._last = 0
        self._names.show_names(names)
        self.setCurrentIndex(self._names.index(0))
        self._fit()

    def tick_all(self, *, ticked: bool) -> None:
        self._names.tick(range(self._names.rowCount()), ticked=ticked)
        self.ticked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_keyboard = True
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._turn(self.currentIndex().row(), event.modifiers())
            return
        super().keyPressEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.by_keyboard = False
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.setCurrentIndex(index)
            self._turn(index.row(), event.modifiers())

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The arrows lead where they point; Qt mirrors the names, but not these."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            action = _MIRRORED.get(action, action)
        return super().moveCursor(action, modifiers)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def column(self) -> int:
        """How wide each of the columns is."""
        return self._room() // self._columns()

    def _columns(self) -> int:
        return max(1, self._room() // WIDE)

    def _room(self) -> int:
        # Whether the scroll bar is there or not, Qt leaves room for it, and fills no row to the last pixel.
        return self.maximumViewportSize().width() - BAR

    def _fit(self) -> None:
        rows = -(-self._names.rowCount() // self._columns())
        self.setFixedHeight(min(rows, self._most) * ROW)

    def _turn(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        ticked = not self._names.is_ticked(row)
        rows = range(row, row + 1)
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            ticked = True
            rows = range(min(row, self._last), max(row, self._last) + 1)
        self._last = row
        self._names.tick(rows, ticked=ticked)
        self.ticked.emit()


class _Names(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._names: Sequence[Name] = ()
        self._ticked: set[int] = set()

    def show_names(self, names: Sequence[Name]) -> None:
        self.beginResetModel()
        self._names, self._ticked = tuple(names), set()
        self.endResetModel()

    def is_ticked(self, row: int) -> bool:
        return row in self._ticked

    def ticked_ids(self) -> list[int]:
        return [self._names[row][0] for row in sorted(self._ticked)]

    def tick(self, rows: range, *, ticked: bool) -> None:
        if not rows:
            return
        self._ticked = self._ticked | set(rows) if ticked else self._ticked - set(rows)
        self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]), [_CHECK])

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._names)

    def data(
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.CheckState | None:
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._names[index.row()][1]
        if role == _CHECK:
            ticked = index.row() in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None


class _TickPainter(QStyledItemDelegate):
    def __init__(self, names: TickList) -> None:
        super().__init__(names)
        self._names = names

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._names.column(), ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        painter.save()
        easel = Easel(painter, rect, self._names.layoutDirection())
        ground = rect.adjusted(0, 1, -4, -1)
        if option.state & QStyle.StateFlag.State_MouseOver:
            easel.box(ground, 6, colour("ink", 0.03))
        current = index == self._names.currentIndex()
        if current and self._names.hasFocus() and self._names.by_keyboard:
            easel.ring(ground, 6, colour("accent"))
        box = QRectF(rect.left() + INSET, rect.center().y() - BOX / 2, BOX, BOX)
        paint_box(easel, box, checked=index.data(_CHECK) == Qt.CheckState.Checked)
        room = rect.adjusted(INSET + BOX + 10, 0, -8, 0)
        easel.text(room, str(index.data()), font(14), colour("ink"))
        painter.restore()
