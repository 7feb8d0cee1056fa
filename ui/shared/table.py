"""The table of every list: declared columns, whole rows painted in one look, selection by person."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter, itemgetter

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from resources.words import Words
from ui.shared.buttons import IconButton
from ui.shared.cells import PAD, Column, Someone, aloud, is_cut, paint_cell, words_of
from ui.shared.easel import LEADING, TRAILING, Easel
from ui.shared.fonts import font, width
from ui.shared.rows import CellRole, Fetch, RowsModel
from ui.shared.theme import colour

HEAD, ROW = 36, 48


class Table(QTableView):
    """Rows of people or things. Give it ids; it fetches what it draws."""

    current_changed = Signal(int)
    """The id whose row the keyboard or mouse came to; -1 for none."""
    selection_changed = Signal()
    activated_id = Signal(int)
    """Enter or a double click on a row."""
    menu_asked = Signal(int, QPoint)
    """The secondary button or the menu key on a row: its id and where on the screen."""
    sort_asked = Signal(str, bool)
    typed = Signal(str)
    """A letter: somebody is looked for."""
    layout_changed = Signal()
    """Columns were taken away or added: `layout_text` is worth keeping."""

    def __init__(
        self, columns: Sequence[Column], words: Words, fetch: Fetch, *, label: str
    ) -> None:
        super().__init__()
        self.words = words
        titles = [words(column.title) for column in columns]
        self.rows = RowsModel(columns, titles, fetch, self)
        self.setAccessibleName(label)
        self.setItemDelegate(RowPainter(self))
        self.setHorizontalHeader(Head(self))
        self.setModel(self.rows)
        self._look()
        self.rows.sort_asked.connect(self.sort_asked)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.selectionModel().selectionChanged.connect(lambda *_: self._tell_selection())
        self.activated.connect(lambda index: self.activated_id.emit(self.rows.id_at(index.row())))
        self._unwanted = {column.key for column in columns if not column.shown}
        self._share_width()

    def show_ids(self, ids: Sequence[int], selected: Sequence[int] | None = None) -> None:
        """Another list, with `selected` in it; without a word about that, who was selected stays so."""
        chosen, current = self.selected_ids() if selected is None else selected, self.current_id()
        self.rows.show_ids(ids)
        if chosen:
            self.select_ids(chosen)
            self.go_to(current if current in chosen else chosen[0], select=False)

    def current_id(self) -> int:
        index = self.currentIndex()
        return self.rows.id_at(index.row()) if index.isValid() else -1

    def selected_ids(self) -> list[int]:
        """In the order of the list."""
        ranges = sorted((r.top(), r.bottom()) for r in self._ranges())
        found = (one for top, end in ranges for one in self.rows.ids[top : end + 1])
        return list(dict.fromkeys(found))

    def select_ids(self, ids: Sequence[int]) -> None:
        """These rows; an id that is not in the list selects nothing."""
        wanted, chosen = set(ids), QItemSelection()
        last = len(self.rows.columns) - 1
        for top, end in _runs(one in wanted for one in self.rows.ids):
            chosen.select(self.rows.index(top, 0), self.rows.index(end, last))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(chosen, flags)

    def go_to(self, wanted: int, *, select: bool = True) -> None:
        """Bring the row of this id into sight and make it current; an id not in the list changes nothing."""
        if wanted not in self.rows.ids:
            return
        flags = QItemSelectionModel.SelectionFlag
        how = flags.ClearAndSelect | flags.Rows if select else flags.NoUpdate
        index = self.rows.index(list(self.rows.ids).index(wanted), 0)
        far = not self.viewport().rect().intersects(self.visualRect(index))
        self.selectionModel().setCurrentIndex(index, how)
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtCenter if far else hint.EnsureVisible)

    def sort_shown(self, key: str, *, descending: bool) -> None:
        """Show by which column the list is sorted, silently."""
        place = self._place_of(key)  # -1, which is no column, for an order of the list's own
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        quiet = self.horizontalHeader().blockSignals(True)
        self.horizontalHeader().setSortIndicator(place, order)
        self.horizontalHeader().blockSignals(quiet)
        self.horizontalHeader().viewport().update()

    def column_chooser(self) -> IconButton:
        """The button that opens the choice of columns, for the end of the filter chips."""
        button = IconButton("view-column-outline", self.words("Choose columns"))
        button.clicked.connect(
            lambda: self.whole_menu().popup(button.mapToGlobal(button.rect().bottomLeft()))
        )
        return button

    def whole_menu(self) -> QMenu:
        """The choice of columns, and by which of them the list is sorted."""
        menu = self.columns_menu()
        menu.addSeparator()
        menu.addMenu(self._sort_menu(menu))
        return menu

    def columns_menu(self) -> QMenu:
        """A tick for each column that may go."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in self.rows.columns:
            if column.fixed:
                continue
            act = menu.addAction(self.words(column.title))
            act.setCheckable(True)
            act.setChecked(column.key not in self._unwanted)
            act.toggled.connect(partial(self._want, column.key))
        return menu

    def _sort_menu(self, parent: QMenu) -> QMenu:
        """The same as pressing a column's head, for the keyboard; the one that holds is turned round."""
        menu = QMenu(self.words("Sort by"), parent)
        head = self.horizontalHeader()
        for place, column in enumerate(self.rows.columns):
            if column.sortable:
                act = menu.addAction(self.words(column.title))
                act.setCheckable(True)
                here = head.isSortIndicatorShown() and head.sortIndicatorSection() == place
                act.setChecked(here)
                down = here and head.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
                act.triggered.connect(partial(self._sort, place, down))
        return menu

    def _sort(self, place: int, down: bool) -> None:
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(place, order)

    def layout_text(self) -> str:
        """Which columns are hidden, for keeping."""
        return json.dumps({"hidden": sorted(self._unwanted)})

    def take_layout(self, kept: str) -> None:
        """Lay the columns out as `layout_text` once said; an unreadable text changes nothing."""
        try:
            hidden = set(json.loads(kept)["hidden"])
        except (ValueError, KeyError, TypeError):
            return
        self._unwanted = {c.key for c in self.rows.columns if c.key in hidden and not c.fixed}
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and not event.modifiers():
            last = len(self.rows.ids) - 1
            target = 0 if event.key() == Qt.Key.Key_Home else last
            if last >= 0:
                self.go_to(self.rows.id_at(target))
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current_id() >= 0:
            self.activated_id.emit(self.current_id())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, typed: str) -> None:
        """Typing letters belongs to the search field above, not to the rows."""
        self.typed.emit(typed)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            row = self.visualRect(index)
            place = self.viewport().mapToGlobal(row.center()) if by_key else event.globalPos()
            self.menu_asked.emit(self.rows.id_at(index.row()), place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _look(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setMouseTracking(True)

    def _want(self, key: str, wanted: bool) -> None:
        (self._unwanted.discard if wanted else self._unwanted.add)(key)
        self._share_width()
        self.layout_changed.emit()

    def _share_width(self) -> None:
        room = self.viewport().width()
        shown = self._fitting(room)
        left = max(0, room - sum(column.width for column in shown))
        shares = sum(column.stretch for column in shown) or 1
        for place, column in enumerate(self.rows.columns):
            self.setColumnHidden(place, column not in shown)
            self.setColumnWidth(place, column.width + left * column.stretch // shares)

    def _fitting(self, room: int) -> list[Column]:
        shown = [column for column in self.rows.columns if column.key not in self._unwanted]
        for column in sorted(shown, key=attrgetter("yields"), reverse=True):
            if column.yields and sum(one.width for one in shown) > room:
                shown.remove(column)
        return shown

    def _ranges(self) -> list[QItemSelectionRange]:
        chosen = self.selectionModel().selection()
        return [chosen.at(i) for i in range(chosen.size())]

    def _place_of(self, key: str) -> int:
        return next((i for i, column in enumerate(self.rows.columns) if column.key == key), -1)

    def _tell_current(self, current: QModelIndex) -> None:
        self.viewport().update()
        self.current_changed.emit(self.rows.id_at(current.row()) if current.isValid() else -1)

    def _tell_selection(self) -> None:
        # The hairline above a selected row belongs to its neighbour, which Qt would not draw again.
        self.viewport().update()
        self.selection_changed.emit()


class RowPainter(QStyledItemDelegate):
    """Paints a row as one thing: ground, hairline, ring, then the cell in its column."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._table.rows.columns[index.column()].width, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect = QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        span = QRectF(0, rect.top(), self._table.viewport().width(), ROW)
        easel = Easel(painter, span, self._table.layoutDirection())
        self._paint_row(easel, option.state, index.row())
        easel.ground = rect
        column = self._table.rows.columns[index.column()]
        # A trailing word may grow into its own leading padding: the next column ends 12 px before it.
        room = rect.adjusted(2 if column.align == "trailing" else PAD, 0, -PAD, 0)
        cell = self._table.rows.cell(index.row(), index.column())
        paint_cell(easel, room, cell, column.align)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        cell = index.data(CellRole)
        room = option.rect.width() - 2 * PAD
        whole = aloud(cell) if isinstance(cell, Someone) else words_of(cell)
        QToolTip.showText(event.globalPos(), whole if is_cut(cell, room) else "", view)
        return True

    def _paint_row(self, easel: Easel, state: QStyle.StateFlag, row: int) -> None:
        table, span = self._table, easel.ground
        if state & QStyle.StateFlag.State_Selected:
            easel.box(span, 8, colour("tint"))
            return
        if state & QStyle.StateFlag.State_MouseOver:
            easel.box(span, 8, colour("ink", 0.03))
        last = row == len(table.rows.ids) - 1
        if not last and not table.selectionModel().isRowSelected(row + 1):
            easel.hairline(PAD, span.width() - PAD, span.bottom() - 1)
        if row == table.currentIndex().row() and table.hasFocus():
            easel.ring(span, 8, colour("accent"))


class Head(QHeaderView):
    """The columns' titles; the sorted one carries an arrow beside its word."""

    def __init__(self, table: Table) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._columns = table.rows.columns
        self.setFixedHeight(HEAD)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEAD)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        column = self._columns[section]
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        painter.save()
        easel = Easel(painter, QRectF(rect), self.layoutDirection())
        face, room = font(12, 500), QRectF(rect).adjusted(PAD, -3, -PAD, -3)
        wide = min(width(title, face) + 1, room.width())
        sorted_here = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        arrow = 20 if sorted_here and column.sortable else 0
        trailing = column.align == "trailing"
        start = room.right() - wide - arrow if trailing else room.left()
        ink = colour("ink2")
        easel.text(
            QRectF(start, room.top(), wide, room.height()),
            title,
            face,
            ink,
            TRAILING if trailing else LEADING,
        )
        if arrow:
            down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            box = QRectF(start + wide + 5, room.center().y() - 7, 14, 14)
            easel.icon("arrow-down" if down else "arrow-up", box, colour("ink2"))
        easel.hairline(rect.left(), rect.left() + rect.width(), rect.bottom())
        painter.restore()


def _runs(chosen: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """First and last place of each unbroken run, so that choosing all is one range and not thousands."""
    for is_chosen, run in groupby(enumerate(chosen), key=itemgetter(1)):
        if is_chosen:
            places = [place for place, _ in run]
            yield places[0], places[-1]
