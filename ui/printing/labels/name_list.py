"""The names in the order in which they are printed; those that are chosen come out alone."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.shared.easel import Easel
from ui.shared.fonts import font
from ui.shared.row_list import Index, RowList, Rows, Says
from ui.shared.theme import colour

ROW, PAD = 32, 8


_SAYS: Says = {
    Qt.ItemDataRole.DisplayRole: str,
    Qt.ItemDataRole.AccessibleTextRole: str,
    Qt.ItemDataRole.ToolTipRole: str,
}


class NameList(RowList):
    """Shift and Ctrl choose several; Escape lets go of them."""

    narrowed = Signal(list)
    """The places of those that are chosen, from 0."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._names = Rows(self, _SAYS)
        self.setModel(self._names)
        self.setItemDelegate(_NamePainter(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(lambda *_: self._tell())

    @property
    def names(self) -> Sequence[str]:
        return self._names.shown

    @property
    def chosen(self) -> list[int]:
        ranges = self.selectionModel().selection()
        spans = [ranges.at(one) for one in range(ranges.size())]
        return sorted({row for span in spans for row in range(span.top(), span.bottom() + 1)})

    def show_names(self, names: Sequence[str], chosen: Sequence[int] = ()) -> None:
        quiet = self.selectionModel().blockSignals(True)
        self._names.show_rows(names)
        self.choose(chosen)
        self.selectionModel().blockSignals(quiet)
        self.viewport().update()

    def choose(self, places: Sequence[int]) -> None:
        """As if they had been pressed."""
        flags = self.selectionModel().SelectionFlag
        self.clearSelection()
        for place in places:
            self.selectionModel().select(self._names.index(place, 0), flags.Select)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.chosen:
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.viewport().update()
        self.narrowed.emit(self.chosen)


class _NamePainter(QStyledItemDelegate):
    def __init__(self, around: QListView) -> None:
        super().__init__(around)
        self._list = around

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(160, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        painter.save()
        easel = Easel(painter, rect, self._list.layoutDirection())
        if option.state & QStyle.StateFlag.State_Selected:
            easel.box(rect, 8, colour("tint"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            easel.box(rect, 8, colour("ink", 0.03))
        if option.state & QStyle.StateFlag.State_HasFocus and self._list.hasFocus():
            easel.ring(rect, 8, colour("accent"))
        room = rect.adjusted(PAD, 0, -PAD, 0)
        easel.text(room, str(index.data()), font(14), colour("ink"))
        painter.restore()
