"""The list of sheets: a small picture of each, what it is called, its size, and what is on it."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.printing.sheets.finding import StockRow
from ui.printing.sheets.stock_drawing import lie, paint_stock
from ui.shared.easel import LEADING, TRAILING, Easel
from ui.shared.fonts import font, width
from ui.shared.row_list import Index, RowList, Rows, Says
from ui.shared.theme import colour

ROW, PICTURE, PAD = 64, QSize(48, 48), 12
RowRole = int(Qt.ItemDataRole.UserRole)


def _aloud(row: StockRow) -> str:
    return ", ".join(part for part in (row.name, row.detail, row.aside) if part)


_SAYS: Says = {
    RowRole: lambda row: row,
    Qt.ItemDataRole.DisplayRole: lambda row: row.name,
    Qt.ItemDataRole.AccessibleTextRole: _aloud,
}


class StockList(RowList):
    """Arrows walk it; a press or Enter takes one."""

    walked = Signal(str)
    """The name of the sheet that the keyboard or mouse came to."""
    taken = Signal(str)

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._rows = Rows(self, _SAYS)
        self.setModel(self._rows)
        self.setItemDelegate(StockPainter(self))
        self.selectionModel().currentChanged.connect(lambda now, _before: self._tell(now))
        self.clicked.connect(lambda index: self.taken.emit(self._name(index)))

    @property
    def names(self) -> list[str]:
        return [row.name for row in self._rows.shown]

    @property
    def current(self) -> str:
        """The name of the sheet that is chosen; empty where none is."""
        return self._name(self.currentIndex())

    def show_rows(self, rows: Sequence[StockRow], chosen: str = "") -> None:
        """Other rows, with the one called `chosen` chosen, else none."""
        quiet = self.selectionModel().blockSignals(True)
        self._rows.show_rows(rows)
        self.choose(chosen)
        self.selectionModel().blockSignals(quiet)
        self.viewport().update()

    def choose(self, name: str) -> None:
        at = next((n for n, row in enumerate(self._rows.shown) if row.name == name), -1)
        self.setCurrentIndex(self._rows.index(at, 0))

    @property
    def chosen(self) -> list[str]:
        """The names of all that are chosen."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._rows.shown[place].name for place in places]

    def choose_several(self, names: Collection[str]) -> None:
        """All of these, and nothing else."""
        chosen = QItemSelection()
        for place, row in enumerate(self._rows.shown):
            if row.name in names:
                chosen.select(self._rows.index(place, 0), self._rows.index(place, 0))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(chosen, flags)

    def step(self, by: int) -> None:
        """From the search field: up or down without leaving it."""
        at = min(max(self.currentIndex().row() + by, 0), len(self._rows.shown) - 1)
        self.setCurrentIndex(self._rows.index(at, 0))

    def take(self) -> None:
        """What is chosen, else the best."""
        if self._rows.shown:
            self.taken.emit(self.current or self._rows.shown[0].name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _typed: str) -> None:
        """Letters belong to the search field above."""

    def _name(self, index: Index) -> str:
        return self._rows.shown[index.row()].name if index.isValid() else ""

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.walked.emit(self._name(index))


class StockPainter(QStyledItemDelegate):
    """Paints a row: the sheet at the leading edge, its words beside it."""

    def __init__(self, around: QListView) -> None:
        super().__init__(around)
        self._list = around

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(240, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(RowRole), QRectF(option.rect)
        painter.save()
        painter.translate(rect.topLeft())
        rect.moveTo(0, 0)
        easel = Easel(painter, rect, self._list.layoutDirection())
        if option.state & QStyle.StateFlag.State_Selected:
            easel.box(rect, 8, colour("tint"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            easel.box(rect, 8, colour("ink", 0.03))
        else:
            easel.hairline(PAD, rect.width() - PAD, rect.bottom() - 1)
        if option.state & QStyle.StateFlag.State_HasFocus:
            easel.ring(rect, 8, colour("accent"))
        _paint_row(easel, row)
        painter.restore()


def _paint_row(easel: Easel, row: StockRow) -> None:
    wide = easel.ground.width()
    box = QRectF(PAD, (ROW - PICTURE.height()) / 2, PICTURE.width(), PICTURE.height())
    easel.painter.save()
    paint_stock(easel.painter, row.stock, lie(row.stock, easel.place(box)))
    easel.painter.restore()
    start, small = PAD + PICTURE.width() + PAD, font(12)
    aside = min(width(row.aside, small) + 2, wide / 2) if row.aside else 0.0
    end = wide - PAD - aside
    easel.text(QRectF(end, 11, aside, 20), row.aside, small, colour("ink2"), TRAILING)
    room = end - start - (PAD if aside else 0)
    easel.text(QRectF(start, 11, room, 20), row.name, font(14, 500), colour("ink"), LEADING)
    below = QRectF(start, 33, wide - PAD - start, 18)
    easel.text(below, row.detail, font(13), colour("ink2"), LEADING)
